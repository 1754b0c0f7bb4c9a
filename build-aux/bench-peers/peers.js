/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs one of the programs that the extractor is measured against and prints its seconds of CPU, garbage collection and
 * compiler included, after one run that warms it up:
 *   node peers.js chrono TEXT          bytes, seconds, times found, line by line
 *   node peers.js jsdom|linkedom|jsdomparser PAGE...   pages, seconds, letters found */
"use strict";

const fs = require ("fs");

function cpuSeconds () {
  const { user, system } = process.cpuUsage ();
  return (user + system) / 1e6;
}

function measure (work) {
  work ();
  const before = cpuSeconds ();
  const found = work ();
  return [cpuSeconds () - before, found];
}

function chrono (file) {
  const { parse } = require ("chrono-node");
  const text = fs.readFileSync (file, "utf8");
  const lines = text.split ("\n");
  const [seconds, found] = measure (() => {
    let count = 0;
    for (const line of lines)
      count += parse (line, new Date ("2025-11-20T12:00:00Z")).length;
    return count;
  });
  console.log (Buffer.byteLength (text), seconds.toFixed (6), found);
}

const parsers = {
  jsdom () {
    const { JSDOM } = require ("jsdom");
    return html => new JSDOM (html).window.document;
  },
  linkedom () {
    const { parseHTML } = require ("linkedom");
    return html => parseHTML (html).document;
  },
  jsdomparser () {
    const JSDOMParser = require ("@mozilla/readability/JSDOMParser.js");
    return html => new JSDOMParser ().parse (html, "");
  },
};

/* JSDOMParser wants well-formed markup; making it is not counted. */
function makeWellFormed (html) {
  const { parseHTML } = require ("linkedom");
  const document = parseHTML (html).document;
  for (const node of document.querySelectorAll ("script, style"))
    node.remove ();
  return new (require ("linkedom").DOMParser) ().parseFromString (document.toString (), "text/xml").toString ().replace (/^<\?xml[^>]*>/, "");
}

function readability (kind, files) {
  const { Readability } = require ("@mozilla/readability");
  const parse = parsers[kind] ();
  let pages = files.map (file => fs.readFileSync (file, "utf8"));
  if (kind === "jsdomparser")
    pages = pages.map (makeWellFormed);
  const [seconds, found] = measure (() => {
    let letters = 0;
    for (const page of pages) {
      try {
        const article = new Readability (parse (page)).parse ();
        letters += article ? article.textContent.length : 0;
      } catch (error) {
        /* A page that the parser cannot take is a page of no letters. */
      }
    }
    return letters;
  });
  console.log (pages.length, seconds.toFixed (6), found);
}

const [kind, ...files] = process.argv.slice (2);
/* Errors of pages, which JSDOMParser prints, belong nowhere. */
const print = console.log;
if (kind === "jsdomparser")
  console.log = (...words) => typeof words[0] === "number" && print (...words);
if (kind === "chrono")
  chrono (files[0]);
else
  readability (kind, files);
