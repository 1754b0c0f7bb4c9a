# SPDX-License-Identifier: GPL-3.0-or-later
"""What changed sources show on the command line: recheck, compare, triage and impact."""

import contextlib
import json
import urllib.request

from harness import ERROR, EXAMPLE, FINDINGS, OK, USAGE, case, equal, main, served

PAGE = next(page for page in json.loads((EXAMPLE / "index.json").read_text(encoding="utf-8"))["pages"] if len(page["versions"]) > 1)


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


@contextlib.contextmanager
def corrected():
    """A case with the claims of a page that was corrected afterwards, and was checked before and then."""
    with case() as c, served() as site:
        c.on("add", "--accept-all", site + PAGE["url_path"])
        equal({row["verdict"] for row in lines(c.on("recheck", "--json"))}, {"verbatim"})
        urllib.request.urlopen(site + "/-/set/corrected").read()
        c.on("recheck", code=FINDINGS)
        yield c


def called_wrongly():
    with case() as c:
        for command, words in (("compare", ()), ("compare", ("0123456789abcdef",)), ("triage", ()), ("triage", ("fly",)),
                               ("triage", ("keep",)), ("triage", ("list", "more")), ("impact", ()), ("recheck", ("--every", "8761"))):
            c.on(command, *words, code=USAGE)
        c.on("compare", "nonsense", "nonsense", code=ERROR)
        c.on("compare", "0123456789abcdef", "0123456789abcdef", code=ERROR)
        c.on("triage", "keep", "0123456789abcdef", code=ERROR)
        c.on("impact", "0123456789abcdef", code=ERROR)
        equal(c.on("triage", "list"), "")


def compare_shows_what_changed():
    with corrected() as c:
        claims = {row["id"]: row["text"] for row in c.rows("claims")}
        captures = [row["id"] for row in c.rows("captures")]
        newest, oldest = captures[0], captures[-1]
        pairs = lines(c.on("compare", newest, oldest, "--json"))
        equal(pairs, lines(c.on("compare", oldest, newest, "--json")))
        changed = [pair for pair in pairs if pair["state"] != "same"]
        assert 0 < len(changed) < len(pairs), pairs
        for pair in pairs:
            equal((pair["before"] is None, pair["after"] is None), (pair["state"] == "added", pair["state"] == "removed"))
            equal(pair["difference"] is not None, pair["kinds"] is not None)
        marked = [passage for pair in pairs for passage in pair["passages"]]
        equal({claim for passage in marked for claim in passage["claims"]}, set(claims))
        assert any(pair["passages"] for pair in changed), changed
        text = c.on("compare", oldest, newest)
        for pair in changed:
            assert (pair["difference"] or pair["after"] or pair["before"]) in text
        assert any(line.startswith("    claim: ") for line in text.splitlines())
        unchanged = lines(c.on("compare", oldest, oldest, "--json"))
        equal({pair["state"] for pair in unchanged}, {"same"})


def triage_decides():
    with corrected() as c:
        items = lines(c.on("triage", "list", "--json"))
        equal(len(items), len(c.on("triage", "list").splitlines()))
        assert items and all(item["detail"].startswith("Present in the capture of ") for item in items), items
        altered = next(item for item in items if item["verdict"] == "altered")
        assert altered["found"] and altered["found"] != altered["exact"], altered
        c.on("triage", "supersede", altered["id"], code=ERROR)
        c.on("triage", "downgrade", altered["id"], "--grade", "F6", code=ERROR)
        c.on("triage", "accept", altered["id"])
        c.on("triage", "keep", altered["id"], code=ERROR)
        rest = lines(c.on("triage", "list", "--json"))
        equal(sorted(item["id"] for item in rest), sorted(item["id"] for item in items if item["id"] != altered["id"]))
        if rest:
            c.on("triage", "keep", *(item["id"] for item in rest), "--reason", "as it was said then")
        equal(c.on("triage", "list"), "")
        assert "verbatim" in c.on("recheck", code=FINDINGS if rest else OK)
        c.on("verify")


def impact_names_what_leans():
    with corrected() as c:
        claims = {row["id"] for row in c.rows("claims")}
        source = c.rows("sources")[0]["id"]
        rows = lines(c.on("impact", source, "--json"))
        equal({row["id"] for row in rows if row["what"] == "claim"}, claims)
        equal({row["id"] for row in rows if row["what"] == "event"}, {row["id"] for row in c.rows("events")})
        assert all(row["only"] for row in rows), rows
        item = lines(c.on("triage", "list", "--json"))[0]
        leaning = lines(c.on("impact", item["id"], "--json"))
        equal(leaning, lines(c.on("impact", item["passage"], "--json")))
        equal(len([row for row in leaning if row["what"] == "claim"]), item["claims"])
        claim = next(row["id"] for row in leaning if row["what"] == "claim")
        c.on("grade", claim, "C3", "--reason", "one unnamed official")
        graded = next(row for row in lines(c.on("impact", item["id"], "--json")) if row["id"] == claim)
        equal((graded["grade"], graded["reason"]), ("C3", "one unnamed official"))
        assert "C3" in c.on("impact", item["id"])


def what_has_no_address_is_not_checked():
    with case() as c:
        c.on("add", "-", "--accept-all", stdin="The gate was opened at noon on Monday, 3 November 2025, the lock keeper said.\n")
        rows = lines(c.on("recheck", "--json"))
        equal({row["verdict"] for row in rows}, {"not-checked"})
        equal(c.on("triage", "list"), "")
        equal(c.on("recheck", "--due"), "")
        c.on("recheck", "--every", "24")
        equal(c.on("recheck", "--due"), "")


main(called_wrongly, compare_shows_what_changed, triage_decides, impact_names_what_leans, what_has_no_address_is_not_checked)
