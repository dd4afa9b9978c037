/* The search box: spelling, what fits, what is said, keys. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { excerpted, hitsOf, isNews, marked } from "../../templates/scripts/search/hits.js";
import { isShortcut, stepped } from "../../templates/scripts/search/keys.js";
import { counted, filledWith } from "../../templates/scripts/search/sentences.js";
import { bare, spelled, typeset } from "../../templates/scripts/search/spelling.js";

const shown = (pieces) => pieces.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join("");

test("what is asked is spelled as people type it, what is shown is typeset", () => {
  assert.equal(spelled("l’œuvre, ÆON, Œuvre"), "l'oeuvre, aeON, oeuvre");
  assert.equal(typeset("l'employeur, 'so', it's"), "l’employeur, 'so', it’s");
  assert.equal(bare("« L’Employeur »,"), "l'employeur");
  assert.equal(bare("($1.2M)"), "1.2m");
  assert.equal(bare("—"), "");
});

test("hits are the words at the places that are given", () => {
  const hits = hitsOf({ content: "Blogs «gained»  100 billion.", locations: [1, 3, 9] });
  assert.deepEqual([...hits], ["gained", "billion", ""]);
  assert.deepEqual([...hitsOf({ content: "Blogs" })], []);
});

test("only the core of a word that fits is marked, and no letter is lost", () => {
  const hits = new Set(["gained"]);
  assert.equal(shown(marked("IBM “gained” it, or (gained).", hits)), "IBM “[gained]” it, or ([gained]).");
  assert.equal(shown(marked("", hits)), "");
  assert.equal(shown(marked("— —", new Set([""]))), "— —");
});

test("an excerpt is text: its marks are kept, nothing is read as HTML", () => {
  const excerpt = "&lt;b&gt; l'<mark>employeur,</mark> a &lt; b";
  assert.equal(shown(excerpted(excerpt)), "<b> l'[employeur], a < b");
});

test("an excerpt is news if a hit stands neither in title nor finding", () => {
  const meta = { title: "Blogs", finding: "It gained nothing." };
  assert.ok(!isNews({ excerpt: "<mark>Gained</mark> by <mark>blogs</mark>", meta }));
  assert.ok(isNews({ excerpt: "<mark>gained</mark> by <mark>wikis</mark>", meta }));
  assert.ok(!isNews({ excerpt: "nothing fits here", meta }));
});

test("a sentence of its own for none, one, many, and more than are shown", () => {
  const words = { cbNone: "none for #", cbOne: "one", cbMany: "# pages", cbBest: "best of #" };
  const said = (count) => counted(count, "$& a", words, "en");
  assert.equal(said(0), "none for $& a");
  assert.equal(said(1), "one");
  assert.equal(said(10), "10 pages");
  assert.equal(said(1234), "best of 1,234");
  assert.equal(filledWith("in French: #", "$1"), "in French: $1");
});

test("Ctrl or Cmd with K leads to the search, nothing else does", () => {
  const key = { key: "k", altKey: false, shiftKey: false, ctrlKey: false, metaKey: false };
  assert.ok(isShortcut({ ...key, ctrlKey: true }));
  assert.ok(isShortcut({ ...key, key: "K", metaKey: true }));
  assert.ok(!isShortcut(key));
  assert.ok(!isShortcut({ ...key, ctrlKey: true, shiftKey: true }));
  assert.ok(!isShortcut({ ...key, ctrlKey: true, altKey: true }));
  assert.ok(!isShortcut({ ...key, key: "j", ctrlKey: true }));
});

test("arrows go round the list", () => {
  assert.deepEqual([stepped(-1, 1, 3), stepped(-1, -1, 3)], [0, 2]);
  assert.deepEqual([stepped(0, 1, 3), stepped(2, 1, 3), stepped(0, -1, 3)], [1, 0, 2]);
});
