#!/usr/bin/env python3
"""Checks that index.json and expected.json tell the truth about the pages and that serve.py serves them.

Prints TAP. Every quotation in expected.json must stand in its page word for
word, titles and files must exist, the reprint must be a reprint.
"""

import gzip
import html.parser
import json
import pathlib
import sys
import threading
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

import serve  # noqa: E402  (found through the line above)


class Text(html.parser.HTMLParser):
    """The text of a page without scripts and styles."""

    BLOCK = {"p", "div", "li", "h1", "h2", "h3", "td", "tr", "figure", "figcaption", "title", "br"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts = []
        self.hidden = 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in ("script", "style")
        if tag in self.BLOCK:
            self.parts.append(" ")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style")
        if tag in self.BLOCK:
            self.parts.append(" ")

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def text_of(path, encoding):
    raw = (HERE / path).read_text(encoding=encoding)
    if path.endswith(".html"):
        parser = Text()
        parser.feed(raw)
        raw = "".join(parser.parts)
    return " ".join(raw.replace("\u00ad", "").split())


def passages(node):
    """All {page, quote} objects below a node of expected.json."""
    if isinstance(node, dict):
        if "page" in node and "quote" in node:
            yield node["page"], node["quote"]
        if "page" in node and "chain" in node:
            yield from ((node["page"], link["words"]) for link in node["chain"] if "words" in link)
        for value in node.values():
            yield from passages(value)
    elif isinstance(node, list):
        for value in node:
            yield from passages(value)


def check_quotations(pages, expected):
    texts = {key: [text_of(v["path"], page["encoding"]) for v in page["versions"]] for key, page in pages.items()}
    for page, quote in passages(expected):
        if not any(quote in text for text in texts[page]):
            yield f"{page} does not contain: {quote}"
    for page in pages.values():
        if page["title"] not in texts[page["id"]][0]:
            yield f"{page['id']} does not contain its title"


def check_versions(pages, expected):
    for entry in expected["versions"]:
        page = pages[entry["page"]]
        first, second = (text_of(v["path"], page["encoding"]) for v in page["versions"])
        for words, here, there in ((entry["first"]["quote"], first, second),
                                   (entry["second"]["quote"], second, first), (entry["note"], second, first)):
            if words not in here or words in there:
                yield f"{page['id']}: not in exactly one version: {words}"
        for same in entry["unchanged"]:
            if same["quote"] not in first or same["quote"] not in second:
                yield f"{page['id']}: not in both versions: {same['quote']}"


def check_reprint(pages, expected):
    for entry in expected["reprints"]:
        original, reprint = (text_of(pages[entry[k]]["versions"][0]["path"], "utf-8") for k in ("original", "reprint"))
        sentences = [s for s in reprint.split(". ") if len(s) > 60 and s in original]
        if len(sentences) < 15 or entry["credit"] not in reprint:
            yield f"{entry['reprint']} is no reprint of {entry['original']}"


def check_files(index):
    known = {v["path"] for page in index["pages"] for v in page["versions"]}
    found = {str(f.relative_to(HERE)) for folder in ("pages", "corrected") for f in (HERE / folder).rglob("*.html")}
    for path in sorted(found ^ {k for k in known if k.endswith(".html")}):
        yield f"{path} is either not listed or does not exist"


def fetch(base, path, headers=None):
    request = urllib.request.Request(base + path, headers=headers or {})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.headers, answer.read(), answer.url
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read(), error.url


def check_served(base, pages, index):
    for page in pages.values():
        status, headers, body, _ = fetch(base, page["url_path"], {"Accept-Encoding": "gzip"})
        if headers["Content-Encoding"] == "gzip":
            body = gzip.decompress(body)
        if (headers["Content-Encoding"] == "gzip") != page["gzip"]:
            yield f"{page['url_path']}: compression differs from index.json"
        if status != 200 or body != (HERE / page["versions"][0]["path"]).read_bytes():
            yield f"{page['url_path']}: served {status} or other bytes"
        if headers["Last-Modified"] != page["versions"][0]["last_modified"]:
            yield f"{page['url_path']}: Last-Modified is {headers['Last-Modified']}"
    for old, new in index["redirects"].items():
        if fetch(base, old)[3] != base + new:
            yield f"{old} does not lead to {new}"


def check_control(base, pages):
    page = pages["flood"]
    fetch(base, "/-/set/corrected")
    if fetch(base, page["url_path"])[2] != (HERE / page["versions"][1]["path"]).read_bytes():
        yield "the corrected version is not served"
    fetch(base, "/-/set/original")
    for state, status in serve.STATES.items():
        fetch(base, f"/-/set/{state}{page['url_path']}")
        if fetch(base, page["url_path"])[0] != status:
            yield f"state {state} does not answer {status}"
    fetch(base, f"/-/set/ok{page['url_path']}")
    if fetch(base, "/-/set/nonsense")[0] != 400:
        yield "nonsense is accepted"


def main():
    index = json.loads((HERE / "index.json").read_text(encoding="utf-8"))
    expected = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))
    pages = {page["id"]: page for page in index["pages"]}
    with serve.start() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_address[1]}"
        checks = [("files", check_files(index)), ("quotations", check_quotations(pages, expected)),
                  ("versions", check_versions(pages, expected)), ("reprint", check_reprint(pages, expected)),
                  ("served", check_served(base, pages, index)), ("control", check_control(base, pages))]
        failed = 0
        print(f"1..{len(checks)}")
        for number, (name, problems) in enumerate(checks, 1):
            problems = list(problems)
            failed += bool(problems)
            print(f"{'not ok' if problems else 'ok'} {number} example/{name}")
            for problem in problems:
                print(f"# {problem}")
        server.shutdown()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
