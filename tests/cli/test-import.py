#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`sourceline-cli import`: what becomes of files of other programs, and that nothing in them is dropped silently."""

import gzip
import io
import json
import random
import zipfile

import foreign
from harness import ERROR, OK, USAGE, case, equal, main


def take(one, name, data, *options, code=OK):
    """Imports bytes under a name; gives what was reported, as objects."""
    path = one.folder / name
    if data is not None:
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return [json.loads(line) for line in one.on("import", str(path), "--json", *options, code=code).splitlines()]


def outcomes(rows):
    """Outcome and address or place of each."""
    return [(row["outcome"], row["what"]) for row in rows]


def only(rows, outcome):
    """Rows of one outcome."""
    return [row for row in rows if row["outcome"] == outcome]


def check_crawl(one, rows):
    """Two pages and the second visit of one; everything else is named with its reason."""
    equal([row["what"] for row in only(rows, "imported")], ["Bridge closed for repairs", "Ferry takes over", "Bridge closed for repairs"])
    skipped = {row["what"].split("/")[-1]: row["reason"] for row in only(rows, "skipped")}
    equal(sorted(skipped), ["advert", "gone", "log", "style.css"])
    for name, word in (("advert", "iframe"), ("gone", "404"), ("style.css", "text/css")):
        if word not in skipped[name]:
            raise AssertionError(f"{name}: {skipped[name]}")
    equal([(row["what"], "redirects to https://quay.example/ferry" in row["reason"]) for row in only(rows, "noted")], [("https://quay.example/old", True)])
    captures = one.rows("captures")
    equal(sorted(capture["captured"] for capture in captures), ["2025-11-04T09:00:00Z", "2025-11-04T09:00:00Z", "2025-11-05T09:00:00Z"])
    equal({capture["method"] for capture in captures}, {"archived"})
    equal([(capture["url"], capture["final_url"]) for capture in captures if capture["final_url"]], [("https://quay.example/old", "https://quay.example/ferry")])
    one.on("verify")


def warc_plain_and_packed():
    for name, data in (("crawl.warc", foreign.warc(foreign.crawl())), ("crawl.warc.gz", foreign.warc_gz(foreign.crawl()))):
        with case() as one:
            check_crawl(one, take(one, name, data))
            again = take(one, name, data)
            equal([row for row in again if row["outcome"] == "imported"], [])


def warc_records_stand_as_they_are():
    """The members that the case keeps hold the very bytes of the file's records."""
    with case() as one:
        records = foreign.crawl()
        take(one, "crawl.warc", foreign.warc(records))
        one.on("export", "-f", "warc", "-o", str(one.folder / "out.warc.gz"))
        out = gzip.decompress((one.folder / "out.warc.gz").read_bytes())
        for index in (1, 2, 3, 4, 5, 10):
            if records[index] not in out:
                raise AssertionError(f"record {index} was changed")


def damage_is_stated_and_passed():
    """A record that is cut off, and bytes that are none, cost only themselves."""
    records = foreign.crawl()
    broken = records[1].replace(b"Content-Length: ", b"Content-Length: 9")
    with case() as one:
        rows = take(one, "plain.warc", records[0] + broken + b"rubbish\r\n" + foreign.warc(records[4:6]), code=ERROR)
        equal(outcomes(only(rows, "imported")), [("imported", "Ferry takes over")])
        equal([row["place"] for row in only(rows, "broken")], [f"byte {len(records[0])}"])
        rows = take(one, "packed.warc.gz", foreign.warc_gz([records[1]]) + b"\x1f\x8b\x08garbage" + foreign.warc_gz(records[10:11]), code=ERROR)
        equal(outcomes(only(rows, "imported")), [("imported", "Bridge closed for repairs")] * 2)
        equal([row["place"] for row in only(rows, "broken")], [f"byte {len(foreign.warc_gz([records[1]]))}"])
        changed = foreign.answer("https://quay.example/x", foreign.FERRY, 2).replace(b"nine minutes", b"five minutes")
        rows = take(one, "changed.warc", changed)
        equal([row["outcome"] for row in rows], ["noted", "imported"])


def wacz_by_its_pages():
    pages = ["https://quay.example/bridge", "https://quay.example/old"]
    with case() as one:
        rows = take(one, "quay.wacz", foreign.wacz(foreign.crawl(), pages))
        equal([row["what"] for row in only(rows, "imported")], ["Bridge closed for repairs", "Ferry takes over", "Bridge closed for repairs"])
        noted = [row["reason"] for row in only(rows, "noted") if row["place"].startswith("datapackage")]
        equal(noted, ["2 files have the digests that the package states", "The list of files has the digest that is stated"])
        equal({row["file"] for row in rows}, {"quay.wacz"})
    with case() as one:
        rows = take(one, "spoiled.wacz", foreign.wacz(foreign.crawl(), pages, spoil=True), code=ERROR)
        equal([row["place"] for row in only(rows, "broken")], ["pages/pages.jsonl"])
        equal(len(only(rows, "imported")), 3)
    with case() as one:
        rows = take(one, "cut.wacz", foreign.wacz(foreign.crawl(), pages)[:2000], code=ERROR)
        if not only(rows, "broken"):
            raise AssertionError(rows)


def package_is_kept():
    """What a WACZ says of itself stays with its captures, and leaves the case once."""
    for packed in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        with case() as one:
            data = foreign.wacz(foreign.crawl(), ["https://quay.example/bridge", "https://quay.example/ferry"], packed=packed)
            rows = take(one, "my quay.wacz", data)
            equal(len(only(rows, "imported")), 3)
            one.on("verify")
            one.on("export", "-f", "warc", "-o", str(one.folder / "out.warc.gz"))
            out = gzip.decompress((one.folder / "out.warc.gz").read_bytes())
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for path in ("datapackage.json", "datapackage-digest.json", "pages/pages.jsonl"):
                    equal((path, out.count(archive.read(path)), out.count(b"file:my%20quay.wacz/" + path.encode())), (path, 1, 1))


def package_larger_than_memory_is_read_where_it_lies():
    """300 MB, most of it a film; the program holds little of it."""
    with case() as one:
        path = one.folder / "large.wacz"
        film = foreign.record("resource", "https://quay.example/film", b"", 90, "video/mp4").replace(b"Content-Length: 0", b"Content-Length: 300000000")[:-4]
        chance = random.Random(4)
        with zipfile.ZipFile(path, "w") as archive:
            with archive.open("archive/large.warc", "w", force_zip64=True) as file:
                file.write(foreign.warc(foreign.crawl()[:3]) + film)
                for _ in range(300):
                    file.write(chance.randbytes(1000000))
                file.write(b"\r\n\r\n" + foreign.warc(foreign.crawl()[4:6]))
            archive.writestr("pages/pages.jsonl", json.dumps({"url": "https://quay.example/bridge"}) + "\n")
        rows = take(one, "large.wacz", None, code=ERROR)
        equal([row["what"] for row in only(rows, "imported")], ["Bridge closed for repairs"])
        equal([(row["place"].split(",")[0], "larger than allowed" in row["reason"]) for row in only(rows, "broken")], [("archive/large.warc", True)])
        equal(len(only(rows, "skipped")), 1)


def one_member_for_all_records():
    """Packed as one stream, larger than what is held in memory; and bytes that become far larger than any honest ones."""
    filler = [foreign.answer(f"https://quay.example/{number}.bin", random.Random(number).randbytes(1000000) * 4, 100 + number, media="image/png") for number in range(12)]
    records = foreign.crawl()
    with case() as one:
        rows = take(one, "one.warc.gz", gzip.compress(foreign.warc(records[:3] + filler + records[3:]), 1))
        equal(len(only(rows, "imported")), 3)
        equal(only(rows, "broken"), [])
        rows = take(one, "trap.warc.gz", gzip.compress(foreign.warc(records[:2]) + bytes(100000000)), code=ERROR)
        equal([("far larger" in row["reason"]) for row in only(rows, "broken")], [True])


def revisits_find_their_content():
    """In the same import whatever the order of files, in what the case has already, and nowhere."""
    crawl = foreign.crawl()
    for order in (("first.warc", "second.warc"), ("second.warc", "first.warc")):
        with case() as one:
            (one.folder / "first.warc").write_bytes(foreign.warc(crawl[:3]))
            (one.folder / "second.warc").write_bytes(foreign.warc(crawl[10:11]))
            rows = [json.loads(line) for line in one.on("import", *order, "--json").splitlines()]
            equal([(row["outcome"], row["file"]) for row in rows], [("imported", "first.warc"), ("imported", "second.warc")])
            equal(len({capture["sha256"] for capture in one.rows("captures")}), 1)
            one.on("verify")
    with case() as one:
        equal([row["outcome"] for row in take(one, "second.warc", foreign.warc(crawl[10:11]))], ["skipped"])
        equal([row["outcome"] for row in take(one, "first.warc", foreign.warc(crawl[:3]))], ["imported"])
        equal([row["outcome"] for row in take(one, "second.warc", foreign.warc(crawl[10:11]))], ["imported"])
        equal([row["outcome"] for row in take(one, "second.warc", foreign.warc(crawl[10:11]))], ["skipped"])
        one.on("verify")


def bodies_that_are_not_what_their_header_says():
    """Chunks that were joined are read with a note, chunks that break off are broken, brotli is decoded."""
    chunked, brotli = b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: br\r\n"
    in_chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(foreign.FERRY), foreign.FERRY)
    for name, body, extra, expected in (
            ("joined", foreign.FERRY, chunked, ["noted", "imported"]), ("whole", in_chunks, chunked, ["imported"]),
            ("cut", in_chunks[:-400], chunked, ["broken"]), ("brotli", foreign.uncompressed_brotli(foreign.FERRY), brotli, ["imported"])):
        with case() as one:
            block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + extra + b"\r\n" + body
            rows = take(one, name + ".warc", foreign.record("response", "https://quay.example/ferry", block, 1),
                        code=ERROR if "broken" in expected else OK)
            equal((name, [row["outcome"] for row in rows]), (name, expected))
            if "imported" in expected:
                equal(rows[-1]["what"], "Ferry takes over")
                one.on("verify")


def saved_pages():
    for name, data, url, moment in (
            ("quoted.mhtml", foreign.mhtml(foreign.BRIDGE), "https://quay.example/saved", "2025-11-04T08:30:00Z"),
            ("packed.mht", foreign.mhtml(foreign.BRIDGE, "base64"), "https://quay.example/saved", "2025-11-04T08:30:00Z"),
            ("single.html", foreign.single_file(foreign.BRIDGE), "https://quay.example/single", "2025-11-04T09:12:13Z")):
        with case() as one:
            rows = take(one, name, data)
            equal(outcomes(only(rows, "imported")), [("imported", "Bridge closed for repairs")])
            capture = one.rows("captures")[0]
            equal((capture["method"], capture["url"], capture["captured"]), ("saved-page", url, moment))
            equal(one.rows("sources")[0]["url"], url)
            one.on("verify")
            one.on("export", "-f", "warc", "-o", str(one.folder / "out.warc.gz"))
            if data not in gzip.decompress((one.folder / "out.warc.gz").read_bytes()):
                raise AssertionError(f"{name}: the file as it came is not kept")


def plain_files_and_pasted_text():
    with case() as one:
        take(one, "page.html", foreign.FERRY, "--url", "https://quay.example/page", "--captured", "2025-11-07T10:00:00Z", "--published", "2025-11-06")
        capture, source = one.rows("captures")[0], one.rows("sources")[0]
        equal((capture["captured"], source["url"], source["published"]), ("2025-11-07T10:00:00Z", "https://quay.example/page", "2025-11-06"))
        text = "Pier cracked\n\nThe north pier cracked on 3 November 2025, the port said.\n"
        one.on("import", "-", "--url", "https://quay.example/pasted", "--published", "2025-11-03", stdin=text)
        equal(sorted(source["title"] for source in one.rows("sources")), ["Ferry takes over", "Pier cracked"])
        one.on("import", "nowhere.warc", code=ERROR)
        one.on("import", "page.html", "--captured", "yesterday", code=ERROR)
        one.on("import", code=USAGE)


def pdf_with_its_pages():
    """Read in the locked-down process, and verified by reading it again."""
    with case() as one:
        rows = take(one, "report.pdf", foreign.pdf("Harbour report", "The bridge was closed on 3 November 2025, the port said."))
        equal(outcomes(rows), [("imported", "Harbour report")])
        equal(one.rows("documents")[0]["quality"], "article")
        one.on("verify")
        rows = take(one, "broken.pdf", b"%PDF-1.4\nrubbish", code=ERROR)
        equal([(row["outcome"], row["document"], "damaged" in row["reason"]) for row in rows], [("unreadable", None, True)])
        equal(sorted(capture["came_as"] for capture in one.rows("captures")), ["file broken.pdf", "file report.pdf"])
        equal(len(one.rows("sources")), 2)


def lists():
    for name, data, url, title in (("a.rss", foreign.RSS, "https://quay.example/1", "Bridge & pier"), ("a.atom", foreign.ATOM, "https://quay.example/2", "Ferry"),
                                   ("a.ris", foreign.RIS, "https://quay.example/3", "Bridge closed"), ("a.json", foreign.CSL, "https://quay.example/4", "Pier cracked"),
                                   ("a.rdf", foreign.RDF, "https://quay.example/5", "Ring road full")):
        with case() as one:
            rows = take(one, name, data)
            equal([(row["place"], row["what"]) for row in only(rows, "listed")], [(url, title)])
            equal(outcomes(only(rows, "imported")), [("imported", name)])
            equal([task["url"] for task in one.rows("tasks")], [url])
            source = [row for row in one.rows("sources") if row["url"] == url][0]
            equal((source["title"], source["outlet"] is not None, source["document"]), (title, True, None))
            one.on("verify")


main(warc_plain_and_packed, warc_records_stand_as_they_are, damage_is_stated_and_passed, wacz_by_its_pages, package_is_kept,
     package_larger_than_memory_is_read_where_it_lies, one_member_for_all_records, revisits_find_their_content,
     bodies_that_are_not_what_their_header_says, saved_pages, plain_files_and_pasted_text, pdf_with_its_pages, lists)
