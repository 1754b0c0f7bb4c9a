# SPDX-License-Identifier: GPL-3.0-or-later
"""`verify` of what was exported: whole files hold, and one changed byte in any part is found where it is."""

import gzip
import hashlib
import io
import json
import zipfile
import zlib

from harness import ERROR, FINDINGS, case, equal, main, served

PAGE = "varn-valley-chronicle/low-varn-flood.html"
OTHER = "lorvena-today/belmark-guarantee.html"
TEXT = "The gate was opened at noon on Monday, 3 November 2025, the lock keeper said.\n"


def filled(c, address):
    """Two pages and a text; the first page twice, so that there is a revisit."""
    for page in (PAGE, OTHER, PAGE):
        c.on("add", f"{address}/{page}", "--accept-all")
    c.on("add", "-", stdin=TEXT)


def export(c, form):
    path = c.folder / f"out.{form}"
    c.on("export", "-f", form, "-o", str(path))
    return path


def findings(c, path, data=None):
    """What `verify` finds in a file with these bytes."""
    if data is not None:
        path = c.folder / ("changed" + path.suffix)
        path.write_bytes(data)
    return [json.loads(line) for line in c.run("verify", "--json", str(path), code=FINDINGS).splitlines()]


def holds(c, path):
    equal(c.run("verify", str(path)), "")
    assert "Everything holds" in c.errors, c.errors


def flipped(data, at):
    changed = bytearray(data)
    changed[at] ^= 1
    return bytes(changed)


def packed(parts):
    """A ZIP file of these parts, stored as ours are."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def unpacked(data):
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


def resealed(parts):
    """The same with digests that fit, as somebody would leave it who knows the format."""
    package = json.loads(parts["datapackage.json"])
    for resource in package["resources"]:
        if resource["path"] in parts:
            data = parts[resource["path"]]
            resource.update(bytes=len(data), hash="sha256:" + hashlib.sha256(data).hexdigest())
    text = json.dumps(package).encode()
    digest = json.dumps({"path": "datapackage.json", "hash": "sha256:" + hashlib.sha256(text).hexdigest()}).encode()
    return parts | {"datapackage.json": text, "datapackage-digest.json": digest}


def members(data):
    """The content of each gzip member."""
    found = []
    while data:
        inflate = zlib.decompressobj(wbits=31)
        found.append(inflate.decompress(data))
        data = inflate.unused_data
    return found


def named(found, place, problem=None):
    return any(place in f["place"] and problem in (None, f["problem"]) for f in found)


def whole_files_hold():
    with case() as c, served() as address:
        filled(c, address)
        for form in ("warc", "wacz", "bundle", "pdf"):
            holds(c, export(c, form))
        c.run("verify", str(c.folder / "absent.wacz"), code=ERROR)
        for name, data in (("text.wacz", b"no archive"), ("empty.wacz", b""), ("other.zip", packed({"a": b"b"})), ("cut.wacz", b"PK\3\4")):
            (c.folder / name).write_bytes(data)
            c.run("verify", str(c.folder / name), code=ERROR)


def a_flipped_byte_is_found_in_every_part():
    with case() as c, served() as address:
        filled(c, address)
        for form in ("wacz", "bundle"):
            path = export(c, form)
            data = path.read_bytes()
            parts = unpacked(data)
            assert len(parts) > 6, parts.keys()
            for number, (name, part) in enumerate(parts.items()):
                # As it lies there, where the ZIP file's own sum notices it too, or packed anew, where only our digests do.
                at = len(part) // 2
                changed = flipped(data, data.index(part) + at) if number % 2 else packed(parts | {name: flipped(part, at)})
                found = findings(c, path, changed)
                assert named(found, name) or name.startswith(("datapackage", "manifest")), (form, name, found)
            for name in list(parts)[::3]:
                found = findings(c, path, packed({n: p for n, p in parts.items() if n != name}))
                assert found, (form, name)
            found = findings(c, path, packed(parts | {"extra.txt": b"x"}))
            assert named(found, "extra.txt", "not-listed"), found


def change_line(data, number, change):
    lines = data.decode().split("\n")
    lines[number] = change(lines[number])
    return "\n".join(lines).encode()


def change_warc(data, change):
    """Packs every record anew after a change to its bytes."""
    return b"".join(gzip.compress(change(content)) for content in members(data))


def what_fits_its_digest_is_compared_with_the_rest():
    def annotation(change):
        def apply(data):
            page = json.loads(data)
            change(page["items"][0]["target"])
            return json.dumps(page).encode()
        return apply

    def quote(target):
        target["selector"][0]["exact"] = target["selector"][0]["exact"].upper()

    def move(target):
        target["selector"][1]["start"] += 1
        target["selector"][1]["end"] += 1

    def far(target):
        target["selector"][1].update(start=10**9, end=10**9 + 5)

    def context(target):
        target["selector"][0]["suffix"] = "zebra"

    def source(target):
        target["state"]["cached"][0] = "urn:sha256:" + "0" * 64

    def text(target):
        del target["state"]["cached"][1]

    def index(old, new):
        return lambda data: change_line(data, 0, lambda line: line.replace(old, new))

    def offset(data):
        return change_line(data, 0, lambda line: line.replace('"offset": ', '"offset": 1'))

    table = [
        ("annotations/annotations.jsonld", annotation(quote), "not-verbatim"),
        ("annotations/annotations.jsonld", annotation(move), "not-verbatim"),
        ("annotations/annotations.jsonld", annotation(far), "not-verbatim"),
        ("annotations/annotations.jsonld", annotation(context), "context"),
        ("annotations/annotations.jsonld", annotation(source), "missing-content"),
        ("annotations/annotations.jsonld", annotation(text), "missing-text"),
        ("annotations/annotations.jsonld", lambda data: b"[" * 1000, "unreadable"),
        ("indexes/index.cdx", offset, "no-record"),
        ("indexes/index.cdx", index('"url": "', '"url": "x'), "address"),
        ("indexes/index.cdx", index(" 20", " 19"), "moment"),
        ("indexes/index.cdx", index('"sha256:', '"sha256:0'), "digest"),
        ("indexes/index.cdx", index('"length": ', '"length": 1'), "length"),
        ("pages/pages.jsonl", lambda data: change_line(data, 1, lambda line: line.replace('"text": "', '"text": "Not: ')), "text"),
        ("pages/pages.jsonl", lambda data: change_line(data, 1, lambda line: line.replace('"url": "', '"url": "http://example.org/')), "no-record"),
        ("archive/data.warc.gz", lambda data: change_warc(data, lambda record: record.replace(b"<p>", b"<P>", 1)), "payload-digest"),
        ("archive/data.warc.gz", lambda data: change_warc(data, lambda record: record.replace(b"User-Agent:", b"Uzer-Agent:", 1)), "block-digest"),
        ("archive/data.warc.gz", lambda data: flipped(data, len(data) - 9), "damaged"),
        ("history/acts.jsonl", lambda data: data.split(b"\n", 1)[1], "missing"),
        ("history/acts.jsonl", lambda data: data[:data[:-1].rindex(b"\n") + 1], "hash-chain"),
    ]
    with case() as c, served() as address:
        filled(c, address)
        path = export(c, "wacz")
        parts = unpacked(path.read_bytes())
        assert not [f for f in [c.run("verify", str(path))] if f]
        for name, change, problem in table:
            changed = change(parts[name])
            assert changed != parts[name], (name, problem)
            found = findings(c, path, packed(resealed(parts | {name: changed})))
            assert named(found, name, problem), (name, problem, found)


def a_bundle_has_its_history_to_compute_anew():
    with case() as c, served() as address:
        filled(c, address)
        path = export(c, "bundle")
        bundle = unpacked(path.read_bytes())
        inner = unpacked(bundle["captures.wacz"])
        for old, new in (('"by": "', '"by": "Not '), ('"at": 1', '"at": 2'), ('"changeset": "', '"changeset": "AAAA')):
            lines = change_line(inner["history/acts.jsonl"], 1, lambda line, a=old, b=new: line.replace(a, b, 1))
            assert lines != inner["history/acts.jsonl"], old
            captures = packed(resealed(inner | {"history/acts.jsonl": lines}))
            manifest = bundle["manifest-sha256.txt"].replace(hashlib.sha256(bundle["captures.wacz"]).hexdigest().encode(),
                                                             hashlib.sha256(captures).hexdigest().encode())
            found = findings(c, path, packed(bundle | {"captures.wacz": captures, "manifest-sha256.txt": manifest}))
            assert named(found, "captures.wacz: history/acts.jsonl, line 2", "hash-chain"), found


def a_report_knows_when_it_was_changed():
    with case() as c, served() as address:
        filled(c, address)
        path = export(c, "pdf")
        data = path.read_bytes()
        for at in (1000, len(data) // 3, len(data) // 2, len(data) - 200, len(data) - 2):
            found = findings(c, path, flipped(data, at))
            assert named(found, "PDF", "digest"), (at, found)
        assert named(findings(c, path, data[:-85]), "PDF", "missing")
        assert named(findings(c, path, data + b"\n"), "PDF", "missing")
        foreign = c.folder / "foreign.pdf"
        foreign.write_bytes(b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
        c.run("verify", str(foreign), code=ERROR)


def a_warc_names_its_damaged_records():
    with case() as c, served() as address:
        filled(c, address)
        path = export(c, "warc")
        data = path.read_bytes()
        at = 0
        for number, content in enumerate(members(data)):
            inflate = zlib.decompressobj(wbits=31)
            inflate.decompress(data[at:])
            length = len(data) - at - len(inflate.unused_data)
            plain = content[:-5] + bytes([content[-5] ^ 1]) + content[-4:]
            changed = flipped(data, at + length // 2) if number % 2 else data[:at] + gzip.compress(plain) + data[at + length:]
            found = findings(c, path, changed)
            assert named(found, f"byte {at}"), (at, content[:60], found)
            at += length


def what_is_imported_from_our_export_is_the_same():
    with case() as c, served() as address:
        filled(c, address)
        want = sorted({row["sha256"] for row in c.rows("captures")})
        for form in ("warc", "wacz"):
            path = export(c, form)
            other = c.folder / f"from-{form}.sourceline"
            c.run("new", str(other))
            c.run("import", str(other), str(path))
            got = [json.loads(line) for line in c.run("list", str(other), "captures", "--json").splitlines()]
            equal(sorted({row["sha256"] for row in got}), want)
            equal(sorted(row["url"] for row in got), sorted(row["url"] for row in c.rows("captures")))
            c.run("verify", str(other))


main(whole_files_hold, a_flipped_byte_is_found_in_every_part, what_fits_its_digest_is_compared_with_the_rest,
     a_bundle_has_its_history_to_compute_anew, a_report_knows_when_it_was_changed,
     a_warc_names_its_damaged_records, what_is_imported_from_our_export_is_the_same)
