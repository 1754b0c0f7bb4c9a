/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks for quotations with approx-string-match, with up to 12 % edits, after one search that warms it up:
 *   node locate.js TEXT QUOTES      bytes, seconds of CPU, sum of the edits */
"use strict";

const fs = require ("fs");
const search = require ("approx-string-match").default;

function cpuSeconds () {
  const { user, system } = process.cpuUsage ();
  return (user + system) / 1e6;
}

const text = fs.readFileSync (process.argv[2], "latin1");
const quotes = fs.readFileSync (process.argv[3], "latin1").split ("\n");

function findEdits (quote) {
  const most = Math.floor (quote.length * 12 / 100);
  const matches = search (text, quote, most);
  return matches.length > 0 ? matches[0].errors : most + 1;
}

findEdits (quotes[0]);
const before = cpuSeconds ();
const edits = quotes.reduce ((sum, quote) => sum + findEdits (quote), 0);
console.log (text.length * quotes.length, (cpuSeconds () - before).toFixed (6), edits);
