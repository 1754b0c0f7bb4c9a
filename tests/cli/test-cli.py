# SPDX-License-Identifier: GPL-3.0-or-later
"""What each command takes, prints and ends with."""

import json
import sqlite3

from harness import ERROR, FINDINGS, OK, USAGE, case, equal, main

ARTICLE = """Canal authority admits second leak

The canal authority confirmed on Sunday, 23 November, that a second lock is leaking, The Lock Gazette reported, citing two engineers.
"We found the crack on Friday and closed the lock at once," spokeswoman Ada Perrin said.
The 31-point repair plan will be presented on 25 November.
Later, the minister reportedly promised "some changes" to the schedule.
"""


def exit_codes():
    """0 done, 1 failed, 2 called wrongly; each message goes to standard error."""
    table = [
        ([], USAGE), (["help"], OK), (["--help"], OK), (["--version"], OK), (["fly"], USAGE),
        (["new"], USAGE), (["add"], USAGE), (["list", "x"], USAGE), (["list", "x", "nothing"], USAGE),
        (["list", "missing.sourceline", "events"], ERROR), (["show", "x"], USAGE), (["search", "x"], USAGE),
        (["accept", "x"], USAGE), (["grade", "x", "y", "B2"], USAGE), (["verify"], USAGE), (["export", "x"], USAGE),
        (["undo"], USAGE), (["redo"], USAGE), (["recheck"], USAGE), (["import"], USAGE),
        (["merge", "x", "y"], ERROR), (["extract", "a", "b"], USAGE), (["extract", "--type", "pdf"], USAGE),
        (["locate"], USAGE), (["date"], USAGE), (["date", "--sideways"], USAGE), (["verify", "report.pdf"], ERROR),
    ]
    with case() as c:
        for words, code in table:
            printed = c.run(*words, code=code)
            if code != OK:
                equal(printed, "")
                assert c.errors, words


def new_never_overwrites():
    with case() as c:
        c.on("add", "-", stdin=ARTICLE)
        c.run("new", c.path, code=ERROR)
        equal(len(c.rows("sources")), 1)


def add_reads_what_is_piped():
    with case() as c:
        added = json.loads(c.on("add", "-", "--json", "--language", "en", stdin=ARTICLE))
        equal(added["error"], None)
        assert added["suggestions"] > 2, added
        equal(len(c.rows("suggestions")), added["suggestions"])
        equal([s["language"] for s in c.rows("sources")], ["en"])
        equal(c.rows("captures")[0]["method"], "pasted")


def the_same_text_is_the_same_source():
    with case() as c:
        c.on("add", "-", stdin=ARTICLE)
        before = len(c.rows("suggestions"))
        assert "the same bytes" in c.on("add", "-", stdin=ARTICLE)
        equal((len(c.rows("sources")), len(c.rows("captures")), len(c.rows("suggestions"))), (1, 2, before))
        c.on("undo")
        c.on("undo")
        c.on("add", "-", stdin=ARTICLE)
        equal((len(c.rows("sources")), len(c.rows("suggestions"))), (1, before))
        c.on("verify")


def suggestions_show_their_words():
    with case() as c:
        c.on("add", "-", "--language", "en", stdin=ARTICLE)
        for suggestion in c.rows("suggestions"):
            equal(ARTICLE[suggestion["start"]:suggestion["end"]], suggestion["exact"])


def accept_makes_claim_and_event():
    with case() as c:
        c.on("add", "-", "--language", "en", stdin=ARTICLE)
        first = c.rows("suggestions")[0]
        claim = c.on("accept", first["id"]).strip()
        equal([row["id"] for row in c.rows("claims")], [claim])
        equal(len(c.rows("events")), 1)
        assert first["exact"] in c.on("show", claim)
        c.on("accept", first["id"], code=ERROR)


def reject_keeps_the_suggestion():
    with case() as c:
        c.on("add", "-", stdin=ARTICLE)
        first = c.rows("suggestions")[0]["id"]
        c.on("reject", first)
        equal({s["id"]: s["state"] for s in c.rows("suggestions")}[first], "rejected")
        equal(c.rows("claims"), [])


def grades_are_earned():
    with case() as c:
        c.on("add", "-", "--accept-all", stdin=ARTICLE)
        claim = c.rows("claims")[0]["id"]
        c.on("grade", claim, "B1", "--reason", "one paper", code=ERROR)
        c.on("grade", claim, "b2", "--reason", "named spokeswoman")
        equal(c.rows("claims")[0]["grade"], "B2")
        c.on("grade", claim, "B1", "--override", "--reason", "the engineers were heard by us")
        equal(c.rows("claims")[0]["grade"], "B1")
        c.on("grade", "0123456789abcdef", "B2", "--reason", "nobody", code=ERROR)
        c.on("grade", "zebra", "B2", "--reason", "nobody", code=ERROR)


STUB = """<!doctype html><html><head><title>Lock to close</title></head><body><article><h1>Lock to close</h1>
<p>The canal authority said on 23 November that a second lock is leaking and that it will be closed on 25 November.
The <a href="https://canal.example/plan">repair plan</a> was presented on Friday, spokeswoman Ada Perrin said.</p>
<p>Subscribe to continue reading. Already a subscriber? Log in.</p></article></body></html>"""


def what_is_no_article_is_not_quoted_without_a_word():
    with case() as c:
        added = json.loads(c.on("add", "-", "--json", "--language", "en", "--published", "2025-11-23", stdin=STUB))
        equal((added["quality"], added["suggestions"], added["error"]), ("paywall", 0, None))
        assert added["reason"], added
        assert "(paywall stub)" in c.on("list", "sources")
        document = c.rows("documents")[0]
        equal((document["quality"], document["consent"]), ("paywall", None))
        equal([link["url"] for link in c.rows("sources")[0]["links"]], ["https://canal.example/plan"])
        c.on("consent", document["id"], code=USAGE)
        c.on("consent", document["id"], "--reason", " ", code=ERROR)
        equal(c.on("consent", added["source"], "--reason", "The lead says it all").strip(), document["id"])
        equal(c.rows("documents")[0]["consent"], "The lead says it all")
        c.on("accept", c.rows("suggestions")[0]["id"])
        c.on("consent", document["id"], "--reason", "again", code=ERROR)
        c.on("undo")
        c.on("undo")
        equal((c.rows("suggestions"), c.rows("documents")[0]["consent"]), ([], None))
        c.on("verify")


def history_goes_back_and_forth():
    with case() as c:
        c.on("add", "-", "--accept-all", stdin=ARTICLE)
        claims = c.rows("claims")
        steps = len(claims) + 1
        for _ in range(steps):
            assert c.on("undo").strip()
        equal((c.rows("claims"), c.rows("sources")), ([], []))
        c.on("undo", code=ERROR)
        c.on("verify")
        for _ in range(steps):
            c.on("redo")
        c.on("redo", code=ERROR)
        equal(c.rows("claims"), claims)
        c.on("verify")


def verify_finds_a_changed_byte():
    with case() as c:
        c.on("add", "-", "--accept-all", stdin=ARTICLE)
        c.on("verify")
        base = sqlite3.connect(c.path)
        base.execute("update claim set text = replace (text, 'second', 'third')")
        base.commit()
        base.close()
        assert "claim" in c.on("verify", code=FINDINGS)


def export_writes_or_says_why_not():
    with case() as c:
        c.on("add", "-", "--accept-all", stdin=ARTICLE)
        c.on("export", "-f", "pdf", "-o", "report.pdf")
        assert (c.folder / "report.pdf").read_bytes().startswith(b"%PDF-")
        c.on("export", "-f", "warc", "-o", "captures.warc.gz")
        assert (c.folder / "captures.warc.gz").read_bytes().startswith(b"\x1f\x8b")
        c.on("export", "-f", "stix", "-o", "x.json", code=ERROR)
        assert "not yet" in c.errors, c.errors
        c.on("export", "-f", "punchcard", "-o", "x", code=ERROR)
        assert "not yet" not in c.errors


def search_finds_words():
    with case() as c:
        c.on("add", "-", stdin=ARTICLE)
        assert "spokeswoman" in c.on("search", "spokeswoman", "Perrin")
        equal(c.on("search", "xylophone"), "")


def extract_positions_are_code_points():
    with case() as c:
        text = "Am Kanal 😀 erklärte Łucja Żak: „Ja“.\n\nThe lock was closed on Friday, 21 November 2025.\n"
        found = json.loads(c.run("extract", "--json", "--language", "en", stdin=text))
        for time in found["times"]:
            equal(found["text"][time["start"]:time["end"]], time["text"])
        equal([t["edtf"] for t in found["times"]], ["2025-11-21"])


def batch_answers_line_by_line():
    rows = [
        {"id": 1, "text": "It happened on 3 May 2025.", "language": "en"},
        {"id": "two", "html": "<title>x</title>"},
        {"id": 3},
        {"id": 4, "path": "no-such-file.html"},
    ]
    with case() as c:
        lines = c.run("extract", "--batch", stdin="".join(json.dumps(r) + "\n" for r in rows) + "no json\n").splitlines()
        answers = [json.loads(line) for line in lines]
        equal([a["id"] if "id" in a else None for a in answers], [1, "two", 3, 4, None])
        equal(answers[0]["times"][0]["edtf"], "2025-05-03")
        assert all(a.get("error") for a in answers[1:]), answers


def dates():
    table = [
        ("2025-11-23", True, 0, "2025-11-23", "2025-11-23"),
        ("2025-11", True, 0, "2025-11-01", "2025-11-30"),
        ("2025-11-20/2025-11-25", True, 0, "2025-11-20", "2025-11-25"),
        ("2025-21~", True, 1, None, None),
        ("../2025", True, 1, "-inf", "2025-12-31"),
        ("2025-13-45", False, None, None, None),
    ]
    with case() as c:
        lines = c.run("date", "--batch", stdin="".join(json.dumps({"id": r[0], "string": r[0]}) + "\n" for r in table))
        for row, line in zip(table, lines.splitlines()):
            answer = json.loads(line)
            equal(answer["valid"], row[1])
            equal(answer.get("level"), row[2])
            if row[3]:
                equal((answer["earliest"][:10], answer["latest"][:10]), row[3:])
        c.run("date", "someday", code=ERROR)


def locate_never_calls_a_change_found():
    text = "At noon the guard counted 14 boats in the basin. Later nobody counted them again."
    rows = [
        ({"exact": "the guard counted 14 boats in the basin"}, "verbatim"),
        ({"exact": "the guard counted 41 boats in the basin"}, "altered"),
        ({"exact": "the harbour master resigned in the evening"}, "absent"),
    ]
    with case() as c:
        out = c.run("locate", "--batch", stdin="".join(
            json.dumps({"id": n, "text": text, "selector": s}) + "\n" for n, (s, _) in enumerate(rows)))
        answers = [json.loads(line) for line in out.splitlines()]
        equal([a["verdict"] for a in answers], [v for _, v in rows])
        equal(answers[0]["start"], 8)
        assert answers[1]["difference"]
        equal(answers[1]["kinds"], "number")
        equal(answers[2]["start"], None)


main(exit_codes, new_never_overwrites, add_reads_what_is_piped,
     the_same_text_is_the_same_source, suggestions_show_their_words,
     accept_makes_claim_and_event, reject_keeps_the_suggestion, grades_are_earned,
     what_is_no_article_is_not_quoted_without_a_word, history_goes_back_and_forth,
     verify_finds_a_changed_byte, export_writes_or_says_why_not, search_finds_words,
     extract_positions_are_code_points, batch_answers_line_by_line, dates, locate_never_calls_a_change_found)
