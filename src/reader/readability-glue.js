/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs Readability.js on the tree of a page and writes what it found as records that end in NUL,
 * a character that HTML text never holds:
 *   "V" name "=" value   a value that Readability found
 *   "E" name " " number  an element begins; the number is its data-o, empty when it has none
 *   "T" text             a text node
 *   "C"                  an element ends
 * Nothing of the page is ever evaluated. */
var slReadArticle = (function () {
  "use strict";

  /* JSDOMParser keeps these two to itself, and its elements reveal them. */
  const sample = new Element ("a");
  sample.setAttribute ("id", "a");
  const stylePrototype = Object.getPrototypeOf (sample.style);
  const attributePrototype = Object.getPrototypeOf (sample.attributes[0]);

  function SlAttribute (name, value) {
    this.name = name;
    this._value = value;
  }
  SlAttribute.prototype = attributePrototype;

  function SlStyle (node) {
    this.node = node;
  }
  SlStyle.prototype = stylePrototype;

  /* What JSDOMParser's Element does, with names that have been changed to small and capital letters before. */
  function SlElement (small, capital) {
    this._matchingTag = small;
    this.attributes = [];
    this.childNodes = [];
    this.children = [];
    this.nextElementSibling = this.previousElementSibling = null;
    this.localName = small;
    this.tagName = capital;
    this.style = new SlStyle (this);
  }
  SlElement.prototype = Element.prototype;

  function append (parent, child) {
    const siblings = parent.childNodes;
    const last = siblings.length > 0 ? siblings[siblings.length - 1] : null;
    if (last !== null)
      last.nextSibling = child;
    child.previousSibling = last;
    siblings.push (child);
    child.parentNode = parent;
  }

  function appendElement (parent, child) {
    const siblings = parent.children;
    if (siblings.length > 0) {
      const last = siblings[siblings.length - 1];
      child.previousElementSibling = last;
      last.nextElementSibling = child;
    }
    siblings.push (child);
    append (parent, child);
  }

  function finish (doc, node) {
    switch (node.localName) {
    case "title":
      if (!doc.title)
        doc.title = node.textContent.trim ();
      break;
    case "head":
      doc.head = node;
      break;
    case "body":
      doc.body = node;
      break;
    case "html":
      doc.documentElement = node;
      break;
    }
  }

  /* The tree that JSDOMParser would make of the page's markup. */
  function build (page) {
    const doc = new Document ("");
    const steps = page.steps, small = page.small, capital = page.capital, values = page.values;
    let node = doc, next = 0;
    for (let i = 0; i < steps.length; i++) {
      switch (steps.charCodeAt (i)) {
      case 69: { /* E */
        const name = steps.charCodeAt (++i) - 1;
        const element = new SlElement (small[name], capital[name]);
        appendElement (node, element);
        node = element;
        break;
      }
      case 65: /* A */
        node.attributes.push (new SlAttribute (small[steps.charCodeAt (++i) - 1], values[next++]));
        break;
      case 84: { /* T */
        const text = new Text ();
        text._textContent = values[next++];
        append (node, text);
        break;
      }
      default: /* C */
        finish (doc, node);
        node = node.parentNode;
      }
    }
    return doc;
  }

  const options = { serializer: element => element, keepClasses: true };

  /* Joins texts that stand side by side, as writing and parsing markup would. */
  function joinTexts (node) {
    const joined = [];
    let last = null;
    for (const child of node.childNodes) {
      if (child.nodeType === 3 && last !== null && last.nodeType === 3) {
        last.textContent = last.textContent + child.textContent;
        continue;
      }
      if (child.nodeType === 3 && child.textContent === "")
        continue;
      child.previousSibling = last;
      if (last !== null)
        last.nextSibling = child;
      joined.push (child);
      last = child;
      if (child.nodeType === 1)
        joinTexts (child);
    }
    if (last !== null)
      last.nextSibling = null;
    node.childNodes = joined;
  }

  /* Readability keeps the markup of the page's body, for the case that it finds too little and has to begin again. Few pages
   * come to that: the body is built and prepared anew then, as Readability.parse () did, and never written as markup. */
  function restore (body, page) {
    const doc = build (page);
    const readability = new Readability (doc, options);
    readability._unwrapNoscriptImages (doc);
    readability._removeScripts (doc);
    readability._prepDocument ();
    joinTexts (doc.body);
    for (const child of body.childNodes)
      child.parentNode = null;
    body.childNodes = doc.body.childNodes;
    body.children = doc.body.children;
    for (const child of body.childNodes)
      child.parentNode = body;
  }

  const markup = Object.getOwnPropertyDescriptor (Element.prototype, "innerHTML");
  Object.defineProperty (Element.prototype, "innerHTML", {
    get () {
      /* Of what it found, Readability writes the markup only into its log. */
      return this.id === "readability-content" ? "" : markup.get.call (this);
    },
    set: markup.set,
    configurable: true
  });

  function write (article) {
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

  return function (steps, names, values) {
    const small = names.split ("\0");
    const page = { steps, small, capital: small.map (name => name.toUpperCase ()), values: values.split ("\0") };
    const doc = build (page);
    if (!doc.documentElement || !doc.body)
      return "";
    Object.defineProperty (doc.body, "innerHTML", { get: () => page, set: () => restore (doc.body, page) });
    const article = new Readability (doc, options).parse ();
    return article ? write (article) : "";
  };
}) ();
