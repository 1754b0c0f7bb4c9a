# SPDX-License-Identifier: GPL-3.0-or-later
"""Exported web archives, read with nothing but Python's own library."""

import gzip
import hashlib
import io
import json
import zipfile
import zlib

from harness import ERROR, USAGE, case, equal, main, served

PAGE = "varn-valley-chronicle/low-varn-flood.html"
OTHER = "lorvena-today/belmark-guarantee.html"


def filled(c, address):
    """Two pages and a text; the first page twice, so that there is a revisit."""
    for page in (PAGE, OTHER, PAGE):
        c.on("add", f"{address}/{page}", "--accept-all")
    c.on("add", "-", stdin="The gate was opened at noon on Monday, 3 November 2025, the lock keeper said.\n")


def members(data):
    """(offset, length, content) of each gzip member."""
    at = 0
    while at < len(data):
        inflate = zlib.decompressobj(wbits=31)
        content = inflate.decompress(data[at:])
        assert inflate.eof
        used = len(data) - at - len(inflate.unused_data)
        yield at, used, content
        at += used


def record(content):
    """(fields, block) of one WARC record, whose digest and length must be right."""
    head, rest = content.split(b"\r\n\r\n", 1)
    version, *lines = head.decode().split("\r\n")
    equal(version, "WARC/1.1")
    fields = dict(line.split(": ", 1) for line in lines)
    length = int(fields["Content-Length"])
    equal(rest[length:], b"\r\n\r\n")
    equal(fields["WARC-Block-Digest"], "sha256:" + hashlib.sha256(rest[:length]).hexdigest())
    return fields, rest[:length]


def records(data):
    return [record(content) for _, _, content in members(data)]


def export(c, form, *selection):
    path = c.folder / f"out.{form}"
    c.on("export", "-f", form, "-o", str(path), *selection)
    return path.read_bytes()


def warc_is_whole():
    with case() as c, served() as address:
        filled(c, address)
        found = records(export(c, "warc"))
        equal(found[0][0]["WARC-Type"], "warcinfo")
        ids = [fields["WARC-Record-ID"] for fields, _ in found]
        equal(len(set(ids)), len(ids))
        revisits = [fields for fields, _ in found if fields["WARC-Type"] == "revisit"]
        equal(len(revisits), 1)
        assert revisits[0]["WARC-Refers-To"] in ids


def wacz_lists_and_finds_everything():
    with case() as c, served() as address:
        filled(c, address)
        archive = zipfile.ZipFile(io.BytesIO(export(c, "wacz")))
        equal(archive.testzip(), None)
        assert all(entry.compress_type == zipfile.ZIP_STORED for entry in archive.infolist())
        package = json.loads(archive.read("datapackage.json"))
        equal((package["profile"], package["wacz_version"]), ("data-package", "1.1.1"))
        digest = json.loads(archive.read("datapackage-digest.json"))
        equal(digest["hash"], "sha256:" + hashlib.sha256(archive.read("datapackage.json")).hexdigest())
        listed = {resource["path"]: resource for resource in package["resources"]}
        equal(set(listed) | {"datapackage.json", "datapackage-digest.json"}, set(archive.namelist()))
        for path, resource in listed.items():
            data = archive.read(path)
            equal((resource["bytes"], resource["hash"]), (len(data), "sha256:" + hashlib.sha256(data).hexdigest()))

        warc = archive.read("archive/data.warc.gz")
        lines = archive.read("indexes/index.cdx").splitlines()
        equal(lines, sorted(lines))
        equal(len(lines), 4)
        for line in lines:
            key, stamp, rest = line.decode().split(" ", 2)
            row = json.loads(rest)
            fields, _ = record(gzip.decompress(warc[row["offset"]:row["offset"] + row["length"]]))
            equal((row["url"], stamp), (fields["WARC-Target-URI"], "".join(filter(str.isdigit, fields["WARC-Date"][:19]))))
            assert key.endswith(PAGE) or key.endswith(OTHER) or key.startswith("urn:sha256:"), key

        header, *pages = [json.loads(line) for line in archive.read("pages/pages.jsonl").splitlines()]
        equal(header["format"], "json-pages-1.0")
        equal(sorted(page["id"] for page in pages), sorted(row["id"] for row in c.rows("captures")))
        texts = {page["url"]: page["text"] for page in pages}
        equal(len(texts), 3)

        annotations = json.loads(archive.read("annotations/annotations.jsonld"))
        assert len(annotations["items"]) > 3
        for item in annotations["items"]:
            quote, position = item["target"]["selector"]
            equal(texts[item["target"]["source"]][position["start"]:position["end"]], quote["exact"])


def selections_leave_the_rest_behind():
    with case() as c, served() as address:
        filled(c, address)
        newest = [row for row in c.rows("captures") if row["url"].endswith(PAGE)][0]
        other = [row for row in c.rows("sources") if (row["url"] or "").endswith(OTHER)][0]

        # A revisit brings the capture along whose content it has.
        found = records(export(c, "warc", "--captures", newest["id"]))
        equal(sorted(f["WARC-Type"] for f, _ in found if f["WARC-Type"] in ("response", "revisit")), ["response", "revisit"])

        archive = zipfile.ZipFile(io.BytesIO(export(c, "wacz", "--sources", other["id"])))
        equal(len(archive.read("indexes/index.cdx").splitlines()), 1)
        items = json.loads(archive.read("annotations/annotations.jsonld"))["items"]
        equal({item["target"]["source"] for item in items}, {other["url"]})

        two = records(export(c, "warc", "--sources", other["id"], newest["id"]))
        assert len(two) > len(found)


def wrong_selections_are_refused():
    with case() as c:
        c.on("add", "-", "--accept-all", stdin="The gate was opened at noon on Monday, 3 November 2025, the lock keeper said.\n")
        claim = c.rows("claims")[0]["id"]
        c.on("export", "-f", "wacz", "-o", "x.wacz", "--captures", claim, code=ERROR)
        c.on("export", "-f", "wacz", "-o", "x.wacz", "--captures", "zebra", code=USAGE)
        c.on("export", "-f", "wacz", "-o", "x.wacz", claim, code=USAGE)
        c.on("export", "-f", "csv", "-o", "x.csv", "--captures", c.rows("captures")[0]["id"], code=ERROR)
        assert not (c.folder / "x.wacz").exists()


def an_unchanged_case_gives_the_same_bytes():
    with case() as c, served() as address:
        filled(c, address)
        for form in ("warc", "wacz"):
            equal(hashlib.sha256(export(c, form)).hexdigest(), hashlib.sha256(export(c, form)).hexdigest())
        before = export(c, "wacz")
        c.on("undo")
        assert export(c, "wacz") != before


def a_bundle_has_everything_with_its_digest():
    with case() as c:
        c.on("add", "-", "--accept-all", stdin="The gate was opened at noon on Monday, 3 November 2025, the lock keeper said.\n")
        data = export(c, "bundle")
        equal(data, export(c, "bundle"))
        bundle = zipfile.ZipFile(io.BytesIO(data))
        listed = dict(reversed(line.split("  ", 1)) for line in bundle.read("manifest-sha256.txt").decode().splitlines())
        equal(set(listed) | {"manifest-sha256.txt"}, set(bundle.namelist()))
        for name, digest in listed.items():
            equal(hashlib.sha256(bundle.read(name)).hexdigest(), digest)
        assert bundle.read("report.pdf").startswith(b"%PDF-")
        equal(zipfile.ZipFile(io.BytesIO(bundle.read("captures.wacz"))).testzip(), None)


main(warc_is_whole, wacz_lists_and_finds_everything, selections_leave_the_rest_behind, wrong_selections_are_refused,
     an_unchanged_case_gives_the_same_bytes, a_bundle_has_everything_with_its_digest)
