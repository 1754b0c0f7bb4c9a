# SPDX-License-Identifier: GPL-3.0-or-later
"""From the example's pages on a local server to a report, as the command line's user does it."""

import json
import urllib.request

from harness import ERROR, EXAMPLE, FINDINGS, OK, case, equal, main, served

INDEX = json.loads((EXAMPLE / "index.json").read_text(encoding="utf-8"))
PAGES = [page for page in INDEX["pages"] if page["url_path"].endswith(".html")]


def every_page_is_read():
    with case() as c, served() as site:
        for page in PAGES:
            added = json.loads(c.on("add", site + page["url_path"], "--json"))
            equal(added["error"], None)
        sources = {row["url"]: row for row in c.rows("sources")}
        equal(len(sources), len(PAGES))
        for page in PAGES:
            source = sources[site + page["url_path"]]
            equal((page["url_path"], source["title"]), (page["url_path"], page["title"]))
            if page.get("language"):
                equal((page["url_path"], source["language"][:2]), (page["url_path"], page["language"][:2]))
        c.on("verify")


def a_second_version_is_a_second_capture():
    page = next(p for p in PAGES if len(p["versions"]) > 1)
    with case() as c, served() as site:
        url = site + page["url_path"]
        c.on("add", url)
        c.on("add", url)
        c.on("add", site + page["url_path"])
        urllib.request.urlopen(site + "/-/set/corrected").read()
        c.on("add", url)
        equal(len(c.rows("sources")), 1)
        captures = c.rows("captures")
        equal((len(captures), len({row["sha256"] for row in captures})), (4, 2))
        c.on("verify")


def what_is_not_the_page_is_said():
    page = PAGES[0]
    with case() as c, served() as site:
        for state, word in (("missing", "404"), ("gone", "410"), ("blocked", "403"), ("down", "503")):
            urllib.request.urlopen(f"{site}/-/set/{state}{page['url_path']}").read()
            c.on("add", site + page["url_path"], code=ERROR)
            assert word in c.errors, c.errors
        equal(sorted(row["status"] for row in c.rows("captures")), [403, 404, 410, 503])
        equal(c.rows("suggestions"), [])
        c.on("verify")


def recheck_states_what_was_seen():
    page = next(p for p in PAGES if len(p["versions"]) > 1)
    with case() as c, served() as site:
        c.on("add", "--accept-all", site + page["url_path"])
        passages = len(c.on("recheck").splitlines())
        assert passages > 3
        urllib.request.urlopen(site + "/-/set/corrected").read()
        verdicts = [json.loads(line) for line in c.on("recheck", "--json", code=FINDINGS).splitlines()]
        equal(len(verdicts), passages)
        altered = [row for row in verdicts if row["verdict"] == "altered"]
        assert altered and all(row["difference"] for row in altered), verdicts
        for state, verdict in (("gone", "gone"), ("blocked", "blocked"), ("down", "unreachable")):
            urllib.request.urlopen(f"{site}/-/set/{state}{page['url_path']}").read()
            rows = [json.loads(line) for line in c.on("recheck", "--json", code=FINDINGS).splitlines()]
            equal({row["verdict"] for row in rows}, {verdict})
        c.on("verify")


def nobody_listens():
    with case() as c:
        c.on("add", "http://127.0.0.1:9/", code=ERROR)
        equal(c.rows("sources"), [])


def the_whole_way():
    """Add, accept, export, undo and redo."""
    with case() as c, served() as site:
        c.on("add", "--accept-all", *[site + page["url_path"] for page in PAGES])
        assert len(c.rows("events")) > 10
        before = c.rows("events")
        c.on("export", "-f", "pdf", "-o", "report.pdf", code=OK)
        for _ in range(10):
            c.on("undo")
        for _ in range(10):
            c.on("redo")
        equal(c.rows("events"), before)
        c.on("verify")


main(every_page_is_read, a_second_version_is_a_second_capture, what_is_not_the_page_is_said,
     recheck_states_what_was_seen, nobody_listens, the_whole_way)
