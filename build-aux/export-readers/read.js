// SPDX-License-Identifier: GPL-3.0-or-later
// read.js FOLDER FILE…: has web archives read by warcio.js and, WACZ files, by wabac.js, the engine of ReplayWeb.page.
// FOLDER holds the installed packages. Prints a line a file; ends with 1 when a reader refuses one or sees other bytes.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";

const [folder, ...files] = process.argv.slice(2);
const require = createRequire(pathToFileURL(folder + "/package.json"));
const load = (name) => import(pathToFileURL(require.resolve(name)));

globalThis.self = globalThis;
self.location ??= new URL("http://localhost/");
self.addEventListener ??= () => {};
await load("fake-indexeddb/auto");
const { WARCParser } = await load("warcio");
const { SWCollections, ArchiveRequest } = await import(pathToFileURL(folder + "/node_modules/@webrecorder/wabac/dist/swlib.js"));

const problems = [];
const problem = (file, text) => problems.push(`${basename(file)}: ${text}`);
const sha256 = (bytes) => "sha256:" + createHash("sha256").update(bytes).digest("hex");

async function* chunks(bytes) {
  yield bytes;
}

// The raw block, as it stands in the record: digests are of it.
async function readBlocks(bytes) {
  const records = [];
  const parser = new WARCParser(chunks(bytes), { keepHeadersCase: false, parseHttp: false });
  for await (const record of parser) {
    const block = await record.readFully(false);
    records.push({ record, block, offset: parser.offset });
    await record.skipFully();
  }
  return records;
}

async function checkWarc(file, bytes) {
  const records = await readBlocks(bytes);
  const ids = new Set(records.map(({ record }) => record.warcHeader("WARC-Record-ID")));
  for (const { record, block } of records) {
    const name = `${record.warcType} at ${record.warcTargetURI}`;
    if (record.warcHeader("WARC-Block-Digest") !== sha256(block)) problem(file, `${name}: the block has another digest`);
    const whole = record.warcHeader("WARC-Refers-To");
    if (record.warcType === "revisit" && !ids.has(whole)) problem(file, `${name}: refers to a record that is not there`);
  }
  if (records[0]?.record.warcType !== "warcinfo") problem(file, "does not begin with a warcinfo record");
  // warcio.js takes the HTTP message apart, and removes its transfer coding: what is left has the payload digest.
  const digests = new Set(records.filter(({ record }) => record.warcType === "resource").map(({ block }) => sha256(block)));
  let payloads = 0;
  for await (const record of new WARCParser(chunks(bytes))) {
    const digest = record.warcHeader("WARC-Payload-Digest");
    if (record.warcType !== "response" || !digest) {
      await record.skipFully();
      continue;
    }
    const payload = await record.readFully(false);
    if (digest !== sha256(payload)) problem(file, `${record.warcTargetURI}: the payload has another digest`);
    const coded = record.httpHeaders.headers.get("content-encoding") === "gzip";
    digests.add(sha256(coded ? gunzipSync(payload) : payload));
    payloads++;
  }
  return { records, payloads, digests };
}

async function serve(bytes) {
  const server = createServer((request, response) => {
    const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? "");
    let start = 0, end = bytes.length - 1;
    if (range?.[1]) [start, end] = [Number(range[1]), range[2] ? Number(range[2]) : end];
    else if (range?.[2]) start = Math.max(0, bytes.length - Number(range[2]));
    end = Math.min(end, bytes.length - 1);
    const headers = { "Content-Length": end - start + 1, "Accept-Ranges": "bytes" };
    if (range) headers["Content-Range"] = `bytes ${start}-${end}/${bytes.length}`;
    response.writeHead(range ? 206 : 200, headers);
    response.end(request.method === "HEAD" ? undefined : bytes.subarray(start, end + 1));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return server;
}

// The answer to a request as the browser would make it; wabac.js first sends the browser to the right one of its files.
async function replay(collection, address) {
  for (let step = 0; step < 5; step++) {
    const response = await collection.handleRequest(new ArchiveRequest(address, new Request("http://localhost/")), { waitUntil() {} });
    const location = response.headers.get("location");
    if (response.status !== 302 || !location?.startsWith(collection.prefix)) return response;
    address = location.slice(collection.prefix.length);
  }
  return null;
}

// Each page of the list is asked for, and must come back with the bytes that were captured.
async function checkPages(file, collection, digests) {
  const pages = await collection.store.getAllPages();
  let found = 0;
  for (const page of pages) {
    if (!/^https?:/.test(page.url)) continue;
    const stamp = new Date(page.ts).toISOString().replace(/[-:T]/g, "").slice(0, 14);
    const response = await replay(collection, `${stamp}id_/${page.url}`);
    const body = response && new Uint8Array(await response.arrayBuffer());
    if (!digests.has(body && sha256(body))) problem(file, `no right replay of ${page.url} (${response?.status})`);
    else found++;
  }
  return { pages: pages.length, found };
}

async function checkWacz(file, bytes, digests) {
  const server = await serve(bytes);
  const url = `http://127.0.0.1:${server.address().port}/${basename(file)}`;
  const prefixes = { main: "http://localhost/w/", root: "http://localhost/", static: "http://localhost/static/", proxy: "http://localhost/proxy/" };
  const collections = new SWCollections(prefixes);
  const name = createHash("sha256").update(file).digest("hex").slice(0, 8);
  const errors = [];
  const log = console.log;
  console.log = () => {};
  try {
    await collections._init_db;
    if (!(await collections.addCollection({ name, file: { sourceUrl: url } }, (percent, error) => error && errors.push(error))))
      throw new Error(errors.join(" "));
    return await checkPages(file, await collections.getColl(name), digests);
  } finally {
    console.log = log;
    server.close();
    server.closeAllConnections();
  }
}

// The archive within a WACZ: stored, so that its bytes stand in the file as they are.
function findEntry(bytes, name) {
  for (let at = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1"), next = bytes.readUInt32LE(at + 16); bytes.readUInt32LE(next) === 0x02014b50;) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(next + offset));
    if (bytes.toString("utf8", next + 46, next + 46 + nameLength) === name) {
      const local = bytes.readUInt32LE(next + 42);
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      if (bytes.readUInt16LE(next + 10) !== 0) return null;
      return bytes.subarray(start, start + bytes.readUInt32LE(next + 24));
    }
    next += 46 + nameLength + extra + comment;
  }
  return null;
}

for (const file of files) {
  const bytes = readFileSync(file);
  const wacz = file.endsWith(".wacz");
  const archive = wacz ? findEntry(bytes, "archive/data.warc.gz") : bytes;
  if (!archive) {
    problem(file, "the archive is missing, or not stored");
    continue;
  }
  try {
    const { records, payloads, digests } = await checkWarc(file, archive);
    let line = `${basename(file)}: warcio.js reads ${records.length} records, ${payloads} payloads have their digest`;
    if (wacz) {
      const { pages, found } = await checkWacz(file, bytes, digests);
      line += `; wabac.js lists ${pages} pages and replays ${found} as captured`;
    }
    console.log(line);
  } catch (error) {
    problem(file, error.stack);
  }
}
for (const text of problems) console.error(text);
process.exit(problems.length > 0 ? 1 : 0);
