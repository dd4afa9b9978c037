/* What the search of the site says of the cases. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { casesOf } from "../../templates/scripts/catalogue/full_text.js";

const PAGES = { a: "cases/one.html", b: "fr/cases/two.html", c: "method.html", d: "cases/gone.html", e: "cases/three.html" };
const SLUGS = new Map([["one", 0], ["two", 1], ["three", 2]]);

test("the cases among the results are those that hold the words in their text", () => {
  const results = ["a", "b", "c", "d", "f"].map((id) => ({ id, words: [1] }));
  assert.deepEqual(casesOf([...results, { id: "e", words: [] }], PAGES, SLUGS), new Set([0, 1]));
});
