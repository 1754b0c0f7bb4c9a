# SPDX-License-Identifier: GPL-3.0-or-later
"""The capture queue from the command line, and what is left of it when the program is killed."""

import contextlib
import http.server
import json
import os
import random
import signal
import subprocess
import threading
import time

from harness import CLI, ERROR, OK, USAGE, case, equal, main

QUICK = ("--pause", "0", "--per-host", "2", "--attempts", "2", "--backoff", "20", "--obey", "50")


@contextlib.contextmanager
def site():
    """The pages of tests/fetcher/test-site.h; gives the address of each server by its name."""
    server = subprocess.Popen([os.environ["SOURCELINE_TEST_SITE"]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield dict(line.split() for line in iter(lambda: server.stdout.readline().strip(), "ready"))
    finally:
        server.stdin.close()
        server.wait()


def tasks(c):
    return [json.loads(line) for line in c.on("queue", "list", "--json").splitlines()]


def called_wrongly():
    with case() as c:
        for words in ((), ("fly",), ("add",)):
            c.on("queue", *words, code=USAGE)
        c.on("queue", "add", "nonsense", code=ERROR)
        c.on("queue", "cancel", "zebra", code=ERROR)
        c.on("queue", "add", "--links", "0123456789abcdef", code=ERROR)
        c.on("queue", "add", "-", stdin="no address at all", code=ERROR)
        equal(json.loads(c.on("queue", "run", "--json"))["captured"], 0)


def what_fails_tells_why():
    with site() as sites, case() as c:
        table = [
            (sites["plain"] + "/as/same", "done", None, 200), (sites["plain"] + "/as/missing", "failed", "gone", 404),
            (sites["plain"] + "/as/unavailable", "failed", "server", 503), (sites["refused"] + "/", "failed", "connection", 0),
            (sites["expired"] + "/article", "failed", "tls", 0), (sites["nowhere"] + "/", "failed", None, 0),
        ]
        added = json.loads(c.on("queue", "add", "--json", *(row[0] for row in table), table[0][0] + "#top"))
        equal((added["added"], added["known"]), (len(table), 1))
        c.on("queue", "run", *QUICK, code=ERROR)
        assert "6 failed" not in c.errors and "5 failed" in c.errors, c.errors
        for (url, state, failure, status), task in zip(table, tasks(c)):
            equal((task["url"], task["state"], task["status"]), (url, state, status))
            assert failure in (None, task["failure"]), task
            assert (task["reason"] is None) == (state == "done"), task
            # A refused certificate is worth keeping as much as an answer.
            assert (task["capture"] is not None) == (status > 0 or failure == "tls"), task
        equal(len(c.rows("captures")), 4)
        equal(c.on("queue", "retry").strip(), "5")
        equal(c.on("queue", "cancel", added["batch"]).strip(), "5")
        c.on("queue", "run", code=OK)
        c.on("verify")


def what_ended_leaves_the_list():
    """Failures only when they are named; captures stay, and what only failed is no source."""
    with site() as sites, case() as c:
        urls = [sites["plain"] + path for path in ("/as/same", "/as/missing", "/as/gone", "/as/unavailable")]
        batch = json.loads(c.on("queue", "add", "--json", *urls))["batch"]
        c.on("queue", "run", *QUICK, code=ERROR)
        equal([row["url"] for row in c.rows("sources")], urls[:1])
        equal(sorted(row["url"] for row in c.rows("captures")), sorted(urls))
        equal(c.on("queue", "clear").strip(), "1")
        equal([task["state"] for task in tasks(c)], ["failed"] * 3)
        equal(c.on("queue", "clear", tasks(c)[0]["id"]).strip(), "1")
        c.on("queue", "retry", tasks(c)[0]["id"])
        equal(c.on("queue", "clear", batch).strip(), "1")
        equal([task["state"] for task in tasks(c)], ["waiting"])
        equal(json.loads(c.on("queue", "add", "--json", urls[0]))["known"], 1)
        equal(len(c.rows("captures")), len(urls))
        c.on("verify")


FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Packet</title><link>https://packet.example/</link>
<item><title>One</title><link>https://packet.example/1?utm_source=rss</link></item>
<item><title>Two</title><link>https://packet.example/2</link></item></channel></rss>"""


class Feed(http.server.BaseHTTPRequestHandler):
    """A feed at /feed, a page at /page, nothing elsewhere."""

    def do_GET(self):
        self.send_response(404 if self.path == "/" else 200)
        self.send_header("Content-Type", "application/rss+xml" if self.path == "/feed" else "text/html")
        self.end_headers()
        self.wfile.write(FEED if self.path == "/feed" else b"<html><body><p>No feed</p></body></html>")

    def log_message(self, *_):
        pass


def items_of_a_feed():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Feed)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    with case() as c:
        equal(json.loads(c.on("queue", "add", "--json", "--feed", address + "/feed"))["added"], 2)
        equal(json.loads(c.on("queue", "add", "--json", "--feed", address + "/feed"))["known"], 2)
        equal([(task["origin"], task["url"]) for task in tasks(c)],
              [("feed", "https://packet.example/1?utm_source=rss"), ("feed", "https://packet.example/2")])
        for wrong in (address + "/page", address + "/", "nonsense"):
            c.on("queue", "add", "--feed", wrong, code=ERROR)
    server.shutdown()


def a_list_does_not_lead_to_this_machine():
    with site() as sites, case() as c:
        c.on("queue", "add", "-", stdin=f"see {sites['plain']}/article, or not")
        c.on("queue", "run", *QUICK, code=ERROR)
        equal([(task["state"], task["failure"]) for task in tasks(c)], [("failed", "address")])


def killed_at_any_moment():
    """Each capture is there once, and nothing is forgotten, however often the program is killed."""
    chance = random.Random(20261123)
    with site() as sites, case() as c:
        urls = [f"{sites['plain']}/bulk/{number}" for number in range(30)]
        c.on("queue", "add", *urls)
        for _ in range(6):
            worker = subprocess.Popen([CLI, "queue", c.path, "run", *QUICK], stdout=subprocess.DEVNULL,
                                      stderr=subprocess.DEVNULL, cwd=c.folder)
            time.sleep(chance.uniform(0.2, 1.2))
            worker.send_signal(signal.SIGKILL)
            worker.wait()
            c.on("verify")
            states = {task["url"]: task["state"] for task in tasks(c)}
            equal(sorted(states), sorted(urls))
            done = sorted(url for url, state in states.items() if state == "done")
            equal(sorted(row["url"] for row in c.rows("captures")), done)
        c.on("queue", "run", *QUICK)
        equal({task["state"] for task in tasks(c)}, {"done"})
        equal(sorted(row["url"] for row in c.rows("captures")), sorted(urls))
        c.on("verify")


def stopped_politely():
    with site() as sites, case() as c:
        c.on("queue", "add", sites["plain"] + "/as/slow-body")
        worker = subprocess.Popen([CLI, "queue", c.path, "run"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd=c.folder)
        while "1 under way" not in worker.stderr.readline():
            pass
        worker.send_signal(signal.SIGINT)
        equal((worker.wait(timeout=60), [task["state"] for task in tasks(c)]), (ERROR, ["waiting"]))
        worker.stderr.close()


main(called_wrongly, what_fails_tells_why, what_ended_leaves_the_list, items_of_a_feed, a_list_does_not_lead_to_this_machine, killed_at_any_moment, stopped_politely)
