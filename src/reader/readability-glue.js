/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs Readability.js on well-formed markup and writes what it found as records that end in NUL,
 * a character that HTML text never holds:
 *   "V" name "=" value   a value that Readability found
 *   "E" name " " number  an element begins; the number is its data-o, empty when it has none
 *   "T" text             a text node
 *   "C"                  an element ends
 * Nothing of the page is ever evaluated. */
function slReadArticle (markup) {
  "use strict";
  const doc = new JSDOMParser ().parse (markup, "");
  if (!doc.documentElement || !doc.body)
    return "";
  const article = new Readability (doc, { serializer: element => element, keepClasses: true }).parse ();
  if (!article)
    return "";
  const out = [];
  for (const name of ["title", "byline", "siteName", "publishedTime", "lang"]) {
    if (article[name])
      out.push ("V" + name + "=" + article[name], "\0");
  }
  const walk = node => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) {
        out.push ("T", child.textContent, "\0");
      } else if (child.nodeType === 1) {
        out.push ("E", child.localName, " ", child.getAttribute ("data-o") || "", "\0");
        walk (child);
        out.push ("C\0");
      }
    }
  };
  walk (article.content);
  return out.join ("");
}
