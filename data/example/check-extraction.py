#!/usr/bin/env python3
"""check-extraction.py SOURCELINE-CLI: how much of expected.json the extractor finds. Prints TAP.

What must always hold is a test of its own: one result a page, every span's text at its code points, no date
where there is none, nothing suggested without its words. What the extractor can be better or worse at is
counted against the floors below, which only ever go up.
"""

import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent

# The least share of the expected facts that must be found.
FLOORS = {"titles": 1.0, "authors": 0.85, "published": 0.85, "languages": 1.0, "passages": 1.0,
          "dates": 1.0, "speakers": 0.75, "relays": 0.87}


def plain(text):
    """White space collapsed and soft hyphens dropped, as in expected.json."""
    return " ".join(text.replace("\u00ad", "").split())


def extract(program, pages):
    """The results by page, and their order. Encodings and languages are found in the pages themselves."""
    jobs = [json.dumps({"id": page["id"], "path": str(HERE / page["versions"][0]["path"])}) for page in pages.values()]
    done = subprocess.run([program, "extract", "--batch"], input="\n".join(jobs) + "\n", check=True, text=True,
                          capture_output=True, timeout=300)
    results = [json.loads(line) for line in done.stdout.splitlines()]
    return {result["id"]: result for result in results}, [result["id"] for result in results]


def find(result, words):
    """Code point range of words in the result's text, whatever the white space between them."""
    pattern = r"\s+".join("\u00ad?".join(map(re.escape, word)) for word in words.split())
    match = re.search(pattern, result["text"])
    return match.span() if match else None


def overlaps(one, other):
    return one[0] < other[1] and other[0] < one[1]


def same_instant(one, other):
    """Equal times, where a day alone is enough when only a day is expected."""
    return bool(one) and (one == other or (len(other) == 10 and one.startswith(other)))


def spans(result):
    for time in result["times"]:
        yield time["start"], time["end"], time["text"]


def invariants(pages, expected, results, order):
    if sorted(order) != sorted(pages):
        yield f"results for {sorted(order)}"
    for key, result in results.items():
        if "error" in result:
            yield f"{key}: {result['error']}"
            continue
        for start, end, text in spans(result):
            if result["text"][start:end] != text:
                yield f"{key}: [{start}, {end}) is not {text!r}"
        for suggestion in result["suggestions"]:
            if not suggestion.get("passage"):
                yield f"{key}: a suggestion without a passage"
    for entry in expected["not_dates"]:
        result = results[entry["page"]]
        span = find(result, entry["quote"])
        for time in result.get("times", []) if span else []:
            if time["type"] == "DATE" and time.get("edtf") and overlaps(span, (time["start"], time["end"])):
                yield f"{entry['page']}: {time['text']!r} in {entry['quote']!r} is taken for {time['edtf']}"


def passages(expected):
    """Every {page, quote} of events, with the first and the last day that it may mean."""
    for event in expected["events"]:
        for passage in event["passages"]:
            window = passage if "earliest" in passage else event
            yield passage["page"], passage["quote"], (window["earliest"], window["latest"])


def within(time, window):
    """A time is right when it says nothing that the words do not allow: all of it lies within the window."""
    if not time.get("earliest") or not time.get("latest"):
        return window[0] is None and (time.get("latest") or "")[:10] == window[1]
    return (window[0] or "") <= time["earliest"][:10] and time["latest"][:10] <= window[1]


def count_dates(expected, results):
    for page, quote, window in passages(expected):
        span = find(results[page], quote)
        found = [t for t in results[page]["times"] if span and overlaps(span, (t["start"], t["end"]))]
        yield (any(within(t, window) for t in found),
               f"{page}: {quote!r} is {window[0]} to {window[1]}, found {[t.get('edtf') for t in found]}")


def count_speakers(expected, results):
    for entry in expected["quotations"]:
        if entry["kind"] not in ("direct", "partial"):
            continue
        result = results[entry["page"]]
        span = find(result, entry["quote"])
        speakers = [a.get("speaker") or "" for a in result["attributions"]
                    if span and any(overlaps(span, c) for c in a["content"])]
        last = entry["speaker"].split()[-1]
        yield any(last in plain(s) for s in speakers), f"{entry['page']}: {entry['quote']!r} by {entry['speaker']}, found {speakers}"


def count_relays(expected, results):
    for entry in expected["attributions"]:
        for chain in entry["chains"]:
            result = results[chain["page"]]
            for link in chain["chain"]:
                if "words" not in link:
                    continue
                span = find(result, link["words"])
                hit = span and any(overlaps(span, part) for a in result["attributions"] for part in a["source"] + a["cue"])
                yield bool(hit), f"{chain['page']}: no attribution in {link['words']!r}"


def counts(pages, expected, results):
    every = [(page, results[key]) for key, page in pages.items()]
    yield "titles", [(plain(r["title"] or "") == p["title"], f"{p['id']}: {r['title']!r}") for p, r in every]
    yield "authors", [(r["authors"] == p["authors"], f"{p['id']}: {r['authors']}") for p, r in every]
    yield "published", [(same_instant(r["published"], p["published"]) if p["published"] else not r["published"],
                         f"{p['id']}: {r['published']} instead of {p['published']}") for p, r in every]
    yield "languages", [((r["language"] or "").split("-")[0] == p["language"], f"{p['id']}: {r['language']}") for p, r in every]
    yield "passages", [(find(results[page], quote) is not None, f"{page}: the text lacks {quote!r}")
                       for page, quote, _ in passages(expected)]
    yield "dates", list(count_dates(expected, results))
    yield "speakers", list(count_speakers(expected, results))
    yield "relays", list(count_relays(expected, results))


def main():
    index = json.loads((HERE / "index.json").read_text(encoding="utf-8"))
    expected = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))
    pages = {page["id"]: page for page in index["pages"]}
    results, order = extract(sys.argv[1], pages)
    print(f"1..{1 + len(FLOORS)}")
    problems = list(invariants(pages, expected, results, order))
    print(f"{'not ok' if problems else 'ok'} 1 extraction/invariants")
    for problem in problems:
        print(f"# {problem}")
    failed = bool(problems)
    if any("error" in result for result in results.values()):
        print("Bail out! not every page could be read")
        return 1
    for number, (name, cases) in enumerate(counts(pages, expected, results), 2):
        good = sum(bool(ok) for ok, _ in cases)
        enough = good >= FLOORS[name] * len(cases)
        failed |= not enough
        print(f"{'ok' if enough else 'not ok'} {number} extraction/{name} # {good} of {len(cases)}")
        for ok, message in cases:
            if not ok:
                print(f"# {message}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
