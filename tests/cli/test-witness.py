# SPDX-License-Identifier: GPL-3.0-or-later
"""Witnesses outside: a time-stamping authority and an archive, made here, that answer well and badly."""

import contextlib
import http.server
import json
import pathlib
import sqlite3
import subprocess
import tempfile
import threading
import zipfile

from harness import ERROR, FINDINGS, USAGE, case, equal, main

TEXT = "The gate was opened at noon on Monday, 3 November 2025, the lock keeper said.\n"

CONFIG = """
[req]
distinguished_name = dn
prompt = no
[dn]
CN = {name}
[ca_cert]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
[tsa_cert]
basicConstraints = CA:FALSE
extendedKeyUsage = critical, timeStamping
[ca]
default_ca = root
[root]
dir = {folder}
database = {folder}/index.txt
new_certs_dir = {folder}
serial = {folder}/ca-serial
private_key = {folder}/ca.key
certificate = {folder}/ca.pem
default_md = sha256
policy = any
[any]
commonName = supplied
[tsa]
default_tsa = one
[one]
serial = {folder}/tsa-serial
signer_digest = sha256
default_policy = 1.2.3.4
digests = {digests}
crypto_device = builtin
"""


class Authority:
    """Keys and certificates of a root and of a time-stamping authority below it."""

    def __init__(self, folder, dates=("20200101000000Z", "20991231000000Z")):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir()
        (self.folder / "index.txt").touch()
        (self.folder / "ca-serial").write_text("01\n")
        (self.folder / "tsa-serial").write_text("01\n")
        self.openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "3650", "-extensions", "ca_cert",
                     "-keyout", "ca.key", "-out", "ca.pem", "-config", self.config("Root of the test"))
        self.openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "tsa.key", "-out", "tsa.csr",
                     "-config", self.config("Clock of the test"))
        self.openssl("ca", "-batch", "-notext", "-config", self.config("x"), "-in", "tsa.csr", "-out", "tsa.pem", "-extensions", "tsa_cert",
                     "-startdate", dates[0], "-enddate", dates[1])

    def config(self, name, digests="sha256"):
        path = self.folder / "openssl.cnf"
        path.write_text(CONFIG.format(name=name, folder=self.folder, digests=digests))
        return str(path)

    def openssl(self, *words):
        subprocess.run(["openssl", *words], cwd=self.folder, check=True, capture_output=True)

    def stamp(self, query, digests="sha256"):
        """A TimeStampResp."""
        (self.folder / "query").write_bytes(query)
        self.openssl("ts", "-reply", "-queryfile", "query", "-signer", "tsa.pem", "-inkey", "tsa.key", "-out", "reply",
                     "-config", self.config("x", digests))
        return (self.folder / "reply").read_bytes()

    @property
    def root(self):
        return str(self.folder / "ca.pem")


@contextlib.contextmanager
def serving(get=None, post=None):
    """A server on this machine; each handler gets path and body, and returns status, headers and body. Yields address and requests."""
    seen = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def answer(self, handler, body=b""):
            seen.append((self.command, self.path, dict(self.headers), body))
            status, headers, data = handler(self.path, body)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def do_GET(self):
            self.answer(get)

        def do_POST(self):
            self.answer(post, self.rfile.read(int(self.headers["Content-Length"])))

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", seen
    finally:
        server.shutdown()
        server.server_close()


@contextlib.contextmanager
def clock(change=lambda reply: reply, before=lambda query: query, **options):
    """A time-stamping authority whose answers may be changed. Yields (address, its root, the requests)."""
    with tempfile.TemporaryDirectory() as folder:
        authority = Authority(folder + "/a", **options)

        def post(_, query):
            return 200, {"Content-Type": "application/timestamp-reply"}, change(authority.stamp(before(query)))

        with serving(post=post) as (address, seen):
            yield address, authority.root, seen


def ask(c, *words, code=0):
    return [json.loads(line) for line in c.on("witness", "--json", *words, code=code).splitlines()]


def nobody_is_asked_unasked():
    with case() as c:
        c.on("add", "-", stdin=TEXT)
        c.on("witness", code=0)
        for kind in ("--timestamp", "--memento", "--save"):
            c.on("witness", kind, code=ERROR)
            assert "Nothing was sent" in c.errors, c.errors
        c.on("witness", "--timestamp-at", "ftp://example.org/", code=ERROR)
        c.on("witness", "--timestamp", "zebra", code=USAGE)


def a_plan_sends_nothing():
    with case() as c, clock() as (address, root, seen):
        c.on("add", "-", stdin=TEXT)
        capture = c.rows("captures")[0]["id"]
        plan = c.on("witness", "--timestamp", "--timestamp-at", address, "--trust", root, "--dry-run", capture)
        equal(len(plan.splitlines()), 2)
        assert address in plan and "SHA-256" in plan and "last act" in plan, plan
        equal(seen, [])


def stamps_hold():
    with case() as c, clock() as (address, root, seen):
        c.on("add", "-", stdin=TEXT)
        capture = c.rows("captures")[0]["id"]
        answers = ask(c, "--timestamp", "--timestamp-at", address, "--trust", root, capture)
        equal([(a["kind"], a["outcome"]) for a in answers], [("timestamp", "confirmed")] * 2)
        equal(answers[0]["capture"], capture)
        assert answers[1]["head"] and "Clock of the test" in answers[1]["detail"] and "Root of the test" in answers[1]["detail"]
        assert "goes the SHA-256" in c.errors, c.errors
        equal(len(seen), 2)
        equal(sorted(c.rows("witnesses"), key=lambda row: row["id"]), sorted(answers, key=lambda row: row["id"]))
        assert all(method == "POST" and headers["Content-Type"] == "application/timestamp-query" and len(body) < 100
                   for method, _, headers, body in seen)
        c.on("verify")
        outside_reader(c, answers, root)


def outside_reader(c, answers, root):
    """What is kept is checked with OpenSSL's program: PEM blocks, the capture's digest from the exported bytes."""
    base = sqlite3.connect(c.path)
    for answer in answers:
        kept = base.execute("select bytes from blob where digest = ?", (answer["sha256"],)).fetchone()[0].decode()
        block = kept.split("-----BEGIN TIMESTAMP REPLY-----")[1].split("-----END")[0]
        (c.folder / "reply.b64").write_text(block.strip() + "\n")
        subprocess.run(["openssl", "base64", "-d", "-in", "reply.b64", "-out", "reply.tsr"], cwd=c.folder, check=True)
        digest = answer["head"]
        if digest is None:
            members = base.execute("select members from capture").fetchone()[0].split()
            data = b"".join(base.execute("select bytes from blob where digest = ?", (m,)).fetchone()[0] for m in members)
            (c.folder / "members").write_bytes(data)
            digest = subprocess.run(["sha256sum", "members"], cwd=c.folder, check=True, capture_output=True, text=True).stdout.split()[0]
        done = subprocess.run(["openssl", "ts", "-verify", "-in", "reply.tsr", "-digest", digest, "-CAfile", root],
                              cwd=c.folder, capture_output=True, text=True, check=False)
        assert "Verification: OK" in done.stdout + done.stderr, done


def stamps_travel():
    """In an exported archive, a stamp is checked by OpenSSL against the very bytes that it is about, and by us."""
    with case() as c, clock() as (address, root, _):
        c.on("add", "-", "--accept-all", stdin=TEXT)
        ask(c, "--timestamp", "--timestamp-at", address, "--trust", root, c.rows("captures")[0]["id"])
        c.on("export", "-f", "wacz", "-o", str(c.folder / "out.wacz"))
        c.run("verify", str(c.folder / "out.wacz"))
        archive = zipfile.ZipFile(c.folder / "out.wacz")
        listed = [json.loads(line) for line in archive.read("witnesses/witnesses.jsonl").splitlines()]
        acts = [json.loads(line) for line in archive.read("history/acts.jsonl").splitlines()]
        equal(len(listed), 2)
        for row in listed:
            for ending in ("tsr", "pem"):
                (c.folder / f"reply.{ending}").write_bytes(archive.read(f"witnesses/{row['id']}.{ending}"))
            if "act" in row:
                equal(acts[row["act"] - 1]["hash"], row["hash"])
                what = ["-digest", row["hash"]]
            else:
                warc = archive.read("archive/data.warc.gz")
                (c.folder / "members").write_bytes(warc[row["offset"]:row["offset"] + row["length"]])
                what = ["-data", "members"]
            for trusted in (root, "reply.pem"):
                done = subprocess.run(["openssl", "ts", "-verify", "-in", "reply.tsr", *what, "-CAfile", trusted],
                                      cwd=c.folder, capture_output=True, text=True, check=False)
                assert "Verification: OK" in done.stdout + done.stderr, done
        changed_stamps_are_named(c, archive)


def changed_stamps_are_named(c, archive):
    parts = {name: archive.read(name) for name in archive.namelist()}
    for name in [name for name in parts if name.endswith((".tsr", ".pem"))] + ["witnesses/witnesses.jsonl"]:
        at = parts[name].index(b'"length": ') + 10 if name.endswith("jsonl") else len(parts[name]) // 2
        with zipfile.ZipFile(c.folder / "changed.wacz", "w") as changed:
            for other, data in parts.items():
                changed.writestr(other, flipped(data, at) if other == name else data)
        found = [json.loads(line) for line in c.run("verify", "--json", str(c.folder / "changed.wacz"), code=FINDINGS).splitlines()]
        assert any(f["what"] == "witness" for f in found), (name, found)


def flipped(reply, at):
    changed = bytearray(reply)
    changed[at] ^= 1
    return bytes(changed)


def other_digest(query):
    """The query with the first byte of its digest changed: the authority then stamps another content."""
    at = query.index(bytes.fromhex("0420")) + 2
    return flipped(query, at)


def bad_answers_are_told_apart():
    table = [
        ("another nonce", dict(before=lambda q: flipped(q, len(q) - 4)), "failed", "nonce"),
        ("another digest", dict(before=other_digest), "failed", "another content"),
        ("a broken signature", dict(change=lambda r: flipped(r, len(r) - 3)), "failed", "signature"),
        ("a page", dict(change=lambda r: b"<html>Welcome</html>"), "failed", "no time-stamp"),
        ("nothing", dict(change=lambda r: b""), "failed", "no time-stamp"),
        ("half of it", dict(change=lambda r: r[:len(r) // 2]), "failed", "no time-stamp"),
        ("a refusal", dict(change=lambda r: bytes.fromhex("30053003020102")), "refused", "status 2"),
        ("a certificate that has run out", dict(dates=("20200101000000Z", "20200201000000Z")), "failed", "expired"),
    ]
    for name, options, outcome, words in table:
        with case() as c, clock(**options) as (address, root, _):
            c.on("add", "-", stdin=TEXT)
            answer = ask(c, "--timestamp", "--timestamp-at", address, "--trust", root, code=ERROR)[0]
            assert answer["outcome"] == outcome and words in answer["detail"], (name, answer)
            equal(answer["sha256"], None)
            c.on("verify")


def strangers_are_not_trusted():
    with case() as c, clock() as (address, _, _seen), clock() as (_, other_root, _more):
        c.on("add", "-", stdin=TEXT)
        for trust in (["--trust", other_root], []):
            answer = ask(c, "--timestamp", "--timestamp-at", address, *trust, code=ERROR)[0]
            assert answer["outcome"] == "failed" and "not trusted" in answer["detail"], answer


def one_that_fails_does_not_stop_the_others():
    with case() as c, clock() as (address, root, _):
        c.on("add", "-", stdin=TEXT)
        answers = ask(c, "--timestamp", "--timestamp-at", "http://127.0.0.1:9/", "--timestamp-at", address, "--trust", root, code=ERROR)
        equal([a["outcome"] for a in answers], ["failed", "confirmed"])
        # An address that only the case file names may not lead into a private network.
        answers = ask(c, "--timestamp", code=ERROR)
        equal([a["outcome"] for a in answers], ["failed", "failed"])
        c.on("witness", "--off")
        c.on("witness", "--timestamp", code=ERROR)


def change_witness(path, what):
    """Changes a row of evidence as somebody with a database tool would, with the guards back in place afterwards."""
    base = sqlite3.connect(path)
    guards = base.execute("select name, sql from sqlite_schema where type = 'trigger' and tbl_name = 'witness'").fetchall()
    for name, _ in guards:
        base.execute(f"drop trigger {name}")
    base.execute(f"update witness set {what}")
    for _, sql in guards:
        base.execute(sql)
    base.commit()
    base.close()


def verify_notices_what_a_stamp_contradicts():
    table = [
        ("head_sequence = head_sequence + 500", "acts-missing"),
        ("head_sequence = 1", "hash-chain"),
        ("head_hash = replace (head_hash, substr (head_hash, 1, 1), 'z')", "timestamp"),
        ("digest = (select digest from blob where digest <> witness.digest limit 1)", "timestamp"),
    ]
    with clock() as (address, root, _):
        for what, problem in table:
            with case() as c:
                c.on("add", "-", "--accept-all", stdin=TEXT)
                ask(c, "--timestamp", "--timestamp-at", address, "--trust", root)
                c.on("verify")
                change_witness(c.path, what)
                found = [json.loads(line) for line in c.on("verify", "--json", code=FINDINGS).splitlines()]
                assert any((f["what"], f["problem"]) == ("witness", problem) for f in found), (what, found)


TIMEMAP = """<http://example.org/a>; rel="original",
<http://archive.example/timemap/http://example.org/a>; rel="self"; type="application/link-format",
<http://archive.example/19971010044705/http://example.org/a>; rel="first memento"; datetime="Fri, 10 Oct 1997 04:47:05 GMT",
<http://archive.example/20990101000000/http://example.org/a>; rel="last memento"; datetime="Thu, 01 Jan 2099 00:00:00 GMT"
"""
CDX = '[["urlkey","timestamp","original","mimetype","statuscode","digest","length"],\n' \
      '["org,example)/a","19971010044705","http://example.org/a","text/html","200","ABC","1"]]'


def archives_are_asked():
    def get(path, _):
        if "empty" in path:
            return 200, {"Content-Type": "application/link-format"}, b""
        if "absent" in path:
            return 404, {}, b"none"
        if "refuse" in path:
            return 403, {}, b"no"
        if "broken" in path:
            return 500, {}, b"oops"
        if "cdx" in path:
            return 200, {"Content-Type": "application/json"}, CDX.encode()
        if path.startswith("/gate/"):
            return 302, {"Location": "/copy/19971010044705/x", "Vary": "accept-datetime"}, b""
        if path.startswith("/copy/"):
            return 200, {"Memento-Datetime": "Fri, 10 Oct 1997 04:47:05 GMT"}, b"the old page"
        if path.startswith("/save/"):
            return 200, {"Link": '<http://archive.example/1/x>; rel="memento"; datetime="Fri, 10 Oct 1997 04:47:05 GMT"'}, b"saved"
        if path.startswith("/page"):
            return 200, {"Content-Type": "text/html"}, b"<title>A</title><p>" + TEXT.encode() * 5
        return 200, {"Content-Type": "application/link-format"}, TIMEMAP.encode()

    table = [
        ("--memento", "/map/", "confirmed", "2 copies named, 1 of them older"),
        ("--memento", "/cdx?url={url}&output=json", "confirmed", "1 copies named, 1 of them older"),
        ("--memento", "/gate/", "confirmed", "1997-10-10 04:47:05 UTC"),
        ("--memento", "/empty/", "none", "names no copy"),
        ("--memento", "/absent/", "none", "no copy"),
        ("--memento", "/refuse/", "refused", "403"),
        ("--memento", "/broken/", "failed", "500"),
        ("--save", "/save/", "confirmed", "http://archive.example/1/x"),
        ("--save", "/empty/", "failed", "does not say"),
        ("--save", "/refuse/", "refused", "403"),
    ]
    with case() as c, serving(get=get) as (address, seen):
        c.on("add", f"{address}/page?x=1&y=2")
        for kind, path, outcome, words in table:
            seen.clear()
            code = ERROR if outcome in ("refused", "failed") else 0
            answers = ask(c, kind, kind + "-at", address + path, code=code)
            equal(len(answers), 1)
            assert answers[0]["outcome"] == outcome and words in answers[0]["detail"], (path, answers)
            assert seen[0][0] == "GET"
            equal("Accept-Datetime" in seen[0][2], kind == "--memento")
            if "{url}" in path:
                assert "page%3Fx%3D1%26y%3D2&output=json" in seen[0][1], seen
        c.on("verify")


main(nobody_is_asked_unasked, a_plan_sends_nothing, stamps_hold, stamps_travel, bad_answers_are_told_apart, strangers_are_not_trusted,
     one_that_fails_does_not_stop_the_others, verify_notices_what_a_stamp_contradicts, archives_are_asked)
