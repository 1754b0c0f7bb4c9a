# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes files as other programs write them: web archives, saved pages, feeds and bibliographies."""

import base64
import gzip
import hashlib
import io
import json
import quopri
import zipfile

DATE = "2025-11-04T09:00:00Z"


def page(title, *paragraphs):
    """An article, as markup."""
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
            f"<body><article><h1>{title}</h1>{body}</article></body></html>").encode()


BRIDGE = page("Bridge closed for repairs",
              "The harbour bridge was closed on Monday, 3 November 2025, the port authority said in a statement on its site.",
              "“We found a crack in the north pier,” said Ada Holm, who leads the works, and added that lorries would be sent over the ring road.",
              "Shop owners on the quay said they expected to lose a third of their trade before the end of the year.")
FERRY = page("Ferry takes over",
             "A ferry will carry people across the harbour from Thursday, 6 November 2025, the city council announced after a short meeting.",
             "The crossing takes nine minutes and is free of charge until the bridge opens again, a spokesman for the council said on Tuesday.",
             "Cyclists are asked to wait for the second boat, because the first one has no room for more than twelve bicycles.")


def base32_sha1(data):
    """A digest as most crawlers write it."""
    return "sha1:" + base64.b32encode(hashlib.sha1(data).digest()).decode()


def record(kind, uri, block, number, content_type="application/http;msgtype=response", date=DATE, **headers):
    """One WARC record."""
    lines = [f"WARC-Type: {kind}", f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012d}>", f"WARC-Date: {date}"]
    if uri:
        lines.append(f"WARC-Target-URI: {uri}")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    lines += [f"Content-Type: {content_type}", f"Content-Length: {len(block)}"]
    return ("WARC/1.1\r\n" + "\r\n".join(lines) + "\r\n\r\n").encode() + block + b"\r\n\r\n"


def answer(uri, body, number, status="200 OK", media="text/html; charset=utf-8", extra=b"", **headers):
    """A response with its digests."""
    block = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n".encode() + extra + b"\r\n" + body
    return record("response", uri, block, number, WARC_Payload_Digest=base32_sha1(body), WARC_Block_Digest=base32_sha1(block), **headers)


def request(uri, number, of, destination="document"):
    """The request of an answer, as a browser sends it."""
    block = f"GET / HTTP/1.1\r\nHost: quay.example\r\nSec-Fetch-Dest: {destination}\r\n\r\n".encode()
    return record("request", uri, block, number, "application/http;msgtype=request",
                  WARC_Concurrent_To=f"<urn:uuid:00000000-0000-4000-8000-{of:012d}>")


def crawl():
    """What a crawl of two pages leaves: each record on its own."""
    home = "https://quay.example/"
    return [
        record("warcinfo", None, b"software: a crawler\r\n", 1, "application/warc-fields"),
        answer(home + "bridge", BRIDGE, 2),
        request(home + "bridge", 3, 2),
        answer(home + "old", b"", 4, status="301 Moved Permanently", extra=b"Location: /ferry\r\n"),
        answer(home + "ferry", FERRY, 5),
        request(home + "ferry", 6, 5),
        answer(home + "style.css", b"p { color: red }", 7, media="text/css"),
        answer(home + "advert", page("Buy", "Buy one thing, and then another one."), 8),
        request(home + "advert", 9, 8, "iframe"),
        answer(home + "gone", b"nothing here", 10, status="404 Not Found"),
        record("revisit", home + "bridge", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", 11, date="2025-11-05T09:00:00Z",
               WARC_Profile="http://netpreserve.org/warc/1.1/revisit/identical-payload-digest", WARC_Payload_Digest=base32_sha1(BRIDGE)),
        record("resource", "metadata://crawler/log", b"done", 12, "text/plain"),
    ]


def warc(records):
    """A .warc."""
    return b"".join(records)


def warc_gz(records):
    """A .warc.gz with a member for each record."""
    return b"".join(gzip.compress(one) for one in records)


def uncompressed_brotli(data):
    """A stream of brotli (RFC 7932) that holds the data as they are."""
    length = len(data) - 1
    head = 0b0 | 0b0 << 1 | 0b00 << 2 | length << 4 | 1 << 20
    return head.to_bytes(3, "little") + data + b"\x03"


def wacz(records, pages, spoil=False, packed=zipfile.ZIP_STORED):
    """A .wacz; spoiled, one of its files is not the one that its package lists."""
    files = {
        "archive/data.warc.gz": warc_gz(records),
        "pages/pages.jsonl": ('{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}\n'
                              + "".join(json.dumps({"id": url, "url": url, "ts": DATE, "title": url}) + "\n" for url in pages)).encode(),
    }
    package = json.dumps({"profile": "data-package", "wacz_version": "1.1.1", "title": "Quay", "software": "a crawler", "resources": [
        {"name": path.split("/")[-1], "path": path, "hash": "sha256:" + hashlib.sha256(data).hexdigest(), "bytes": len(data)}
        for path, data in files.items()]}).encode()
    files["datapackage.json"] = package
    files["datapackage-digest.json"] = json.dumps({"path": "datapackage.json", "hash": "sha256:" + hashlib.sha256(package).hexdigest()}).encode()
    if spoil:
        files["pages/pages.jsonl"] += b"\n"
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", packed) as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    return whole.getvalue()


def mhtml(markup, encoding="quoted-printable"):
    """A page as a browser saves it into one file."""
    body = quopri.encodestring(markup) if encoding == "quoted-printable" else base64.encodebytes(markup)
    lines = [
        "From: <Saved by a browser>", "Snapshot-Content-Location: https://quay.example/saved", "Subject: Bridge",
        "Date: Tue, 4 Nov 2025 09:30:00 +0100", "MIME-Version: 1.0",
        'Content-Type: multipart/related;', '\ttype="text/html";', '\tboundary="----limit"', "", "",
        "------limit", "Content-Type: text/html", f"Content-Transfer-Encoding: {encoding}", "Content-Location: https://quay.example/saved", "",
    ]
    return ("\r\n".join(lines) + "\r\n").encode() + body.replace(b"\n", b"\r\n") + (
        "\r\n------limit\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------limit--\r\n").encode()


def single_file(markup):
    """A page as SingleFile saves it."""
    comment = ("<!--\n Page saved with SingleFile \n url: https://quay.example/single \n"
               " saved date: Tue Nov 04 2025 10:12:13 GMT+0100 (Central European Standard Time)\n-->")
    return markup.replace(b"<head>", comment.encode() + b"<head>", 1)


def pdf(title, text):
    """A page of PDF with a heading and a line."""
    shown = f"BT /F 20 Tf 1 0 0 1 72 740 Tm ({title}) Tj /F 11 Tf 1 0 0 1 72 700 Tm ({text}) Tj ET"
    return (f"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
            f"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj "
            f"4 0 obj<</Length {len(shown)}>>stream\n{shown}\nendstream endobj 5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj "
            f"trailer<</Root 1 0 R>>\n").encode()


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Quay News</title>
<language>en</language><item><title>Bridge &amp; pier</title><link>https://quay.example/1</link><dc:creator>Ada Holm</dc:creator>
<pubDate>Tue, 04 Nov 2025 08:00:00 GMT</pubDate></item><item><title>No address</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Quay</title><entry><title>Ferry</title>
<link rel="self" href="https://quay.example/feed"/><link href="https://quay.example/2"/><published>2025-11-06T07:00:00Z</published></entry></feed>"""
RIS = """TY  - NEWS\r\nTI  - Bridge closed\r\nAU  - Holm, Ada\r\nT2  - Quay News\r\nDA  - 2025/11/04/\r\nUR  - https://quay.example/3\r\nER  - \r\n
TY  - BOOK\r\nTI  - Harbours\r\nPY  - 1999\r\nER  - \r\n"""
CSL = json.dumps([{"id": "a", "type": "article-newspaper", "title": "Pier cracked", "container-title": "Quay News",
                   "author": [{"family": "Holm", "given": "Ada"}], "issued": {"date-parts": [[2025, 11, 3]]}, "URL": "https://quay.example/4"}])
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:bib="http://purl.org/net/biblio#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
<bib:Article rdf:about="https://quay.example/5"><z:itemType>newspaperArticle</z:itemType><dc:title>Ring road full</dc:title>
<dcterms:isPartOf><bib:Newspaper><dc:title>Quay News</dc:title></bib:Newspaper></dcterms:isPartOf><dc:date>2025-11-05</dc:date></bib:Article>
<z:Attachment rdf:about="#item_2"><dc:title>Snapshot</dc:title></z:Attachment></rdf:RDF>"""
