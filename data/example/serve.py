#!/usr/bin/env python3
"""Serves the example investigation as the web sites of its invented outlets would.

    serve.py [--port N] [--port-file FILE] [--corrected] [--pages DIR]

Prints one line, "Serving http://127.0.0.1:PORT/", when it is ready, and serves
until it is ended. Port 0 (the default) takes any free port. It listens on the
local machine only and needs nothing but the standard library.

Pages lie under /OUTLET/PAGE.html, in the encoding and with the headers that
index.json states for them. Moved addresses answer with 301. An outlet marked
"gzip" compresses for clients that accept it. Conditional requests get 304.

What a page says can be changed while the server runs:

    /-/set/corrected                  every page that has a second version shows it
    /-/set/original                   back to the first versions
    /-/set/STATE/OUTLET/PAGE.html     STATE is ok, gone (410), missing (404),
                                      blocked (403) or down (503)
    /-/log                            the requests served so far, one a line
"""

import argparse
import email.utils
import gzip
import http.server
import json
import os
import pathlib
import sys
import threading
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
STATES = {"ok": 200, "gone": 410, "missing": 404, "blocked": 403, "down": 503}
TYPES = {".html": "text/html", ".txt": "text/plain"}


class Site:
    """What is served at the moment, shared by all connections."""

    def __init__(self, root, corrected):
        index = json.loads((root / "index.json").read_text(encoding="utf-8"))
        self.root = root
        self.pages = {page["url_path"]: page for page in index["pages"]}
        self.redirects = index["redirects"]
        self.corrected = corrected
        self.states = {}
        self.log = []
        self.lock = threading.Lock()

    def version(self, page):
        return page["versions"][-1 if self.corrected else 0]

    def command(self, words):
        """Carries out /-/set/…; returns whether it was understood."""
        with self.lock:
            if words in (["corrected"], ["original"]):
                self.corrected = words == ["corrected"]
                return True
            path = "/" + "/".join(words[1:])
            if words[0] in STATES and path in self.pages:
                self.states[path] = words[0]
                return True
        return False


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "ExampleOutlets/1"
    sys_version = ""

    def log_message(self, *_args):
        """The log is kept in memory, for /-/log."""

    def do_HEAD(self):
        self.answer(with_body=False)

    def do_GET(self):
        self.answer(with_body=True)

    def answer(self, with_body):
        site = self.server.site
        path = urllib.parse.unquote(urllib.parse.urlsplit(self.path).path)
        with site.lock:
            site.log.append(f"{self.command} {path}")
        if path.startswith("/-/"):
            self.control(path[3:].split("/"), with_body)
        elif path in site.redirects:
            self.reply(301, b"Moved\n", {"Location": site.redirects[path]}, with_body)
        elif path in site.pages:
            self.page(site.pages[path], with_body)
        elif path == "/":
            self.reply(200, self.contents(), {"Content-Type": "text/html; charset=utf-8"}, with_body)
        else:
            self.problem(404, with_body)

    def control(self, words, with_body):
        site = self.server.site
        if words == ["log"]:
            with site.lock:
                text = "".join(line + "\n" for line in site.log)
            self.reply(200, text.encode(), {}, with_body)
        elif words[0] == "set" and len(words) > 1 and site.command(words[1:]):
            self.reply(200, b"ok\n", {}, with_body)
        else:
            self.reply(400, b"not understood\n", {}, with_body)

    def page(self, page, with_body):
        site = self.server.site
        state = site.states.get(page["url_path"], "ok")
        if state != "ok":
            self.problem(STATES[state], with_body)
            return
        version = site.version(page)
        body = (site.root / version["path"]).read_bytes()
        modified = email.utils.format_datetime(
            email.utils.parsedate_to_datetime(version["last_modified"]), usegmt=True)
        content_type = TYPES[pathlib.PurePosixPath(page["url_path"]).suffix]
        if page["charset_in_header"]:
            content_type += "; charset=" + page["charset_in_header"]
        headers = {"Content-Type": content_type, "Last-Modified": modified,
                   "Cache-Control": "max-age=60", "Content-Language": page["language"]}
        if self.headers.get("If-Modified-Since") == modified:
            self.reply(304, b"", headers, False)
            return
        if page["gzip"]:
            headers["Vary"] = "Accept-Encoding"
            if "gzip" in self.headers.get("Accept-Encoding", ""):
                headers["Content-Encoding"] = "gzip"
                body = gzip.compress(body, mtime=0)
        self.reply(200, body, headers, with_body)

    def problem(self, status, with_body):
        reason = http.HTTPStatus(status).phrase
        body = ("<!DOCTYPE html><html><head><title>%s</title></head><body><h1>%d %s</h1></body></html>\n"
                % (reason, status, reason)).encode()
        self.reply(status, body, {"Content-Type": "text/html; charset=utf-8"}, with_body)

    def contents(self):
        links = "".join(f'<li><a href="{path}">{path}</a></li>' for path in sorted(self.server.site.pages))
        return f"<!DOCTYPE html><title>Example outlets</title><ul>{links}</ul>\n".encode()

    def reply(self, status, body, headers, with_body):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Content-Type" not in headers and status != 304:
            self.send_header("Content-Type", "text/plain; charset=utf-8")
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body:
            self.wfile.write(body)


def start(port=0, corrected=False, root=HERE):
    """Returns a server that is bound but not yet serving; its port is server_address[1]."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.daemon_threads = True
    server.site = Site(pathlib.Path(root), corrected)
    return server


def main():
    parser = argparse.ArgumentParser(description="Serve the example investigation on the local machine.")
    parser.add_argument("--port", type=int, default=0, help="port to listen on (0: any free one)")
    parser.add_argument("--port-file", help="file to which the port is written when the server is ready")
    parser.add_argument("--corrected", action="store_true", help="serve the second version of pages that have one")
    parser.add_argument("--pages", default=HERE, help="folder with index.json and the pages")
    options = parser.parse_args()
    with start(options.port, options.corrected, options.pages) as server:
        port = server.server_address[1]
        if options.port_file:
            # Written whole and then renamed, so that nobody reads half a number.
            part = options.port_file + ".part"
            pathlib.Path(part).write_text(f"{port}\n", encoding="ascii")
            os.replace(part, options.port_file)
        print(f"Serving http://127.0.0.1:{port}/", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
