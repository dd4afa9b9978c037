/* What each filter lets through. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { listed } from "../../templates/scripts/catalogue/facet_filter.js";
import { haystacksOf } from "../../templates/scripts/catalogue/haystacks.js";
import { doubtful } from "../../templates/scripts/catalogue/left_out.js";
import { doubtOf, liesIn, sentenceOf } from "../../templates/scripts/catalogue/spans.js";
import { holdsAll, plain, wordsOf } from "../../templates/scripts/catalogue/spelling.js";

const SPANS = [
  // the value, from, to: whether it surely lies between
  [100, null, null, true],
  [100, 100, 100, true],
  [100, 101, null, false],
  [100, null, 99, false],
  [0, 0, null, true],
  [-5, null, 0, true],
  [null, null, 100, false],
  [null, null, null, false],
  [[10, 20], 10, 20, true],
  [[10, 20], 11, null, false],
  [[10, 20], null, 19, false],
  [[null, 20], null, 20, true], // at most 20
  [[null, 20], 1, null, false],
  [[10, null], 10, null, true], // at least 10
  [[10, null], null, 1000, false],
];

for (const [span, from, to, expected] of SPANS) {
  test(`${JSON.stringify(span)} lies between ${from} and ${to}: ${expected}`, () => {
    assert.equal(liesIn(span, [from, to]), expected);
  });
}

/** @type {[import("../../templates/scripts/catalogue/data.js").Span, number | null, number | null, string][]} */
const DOUBTS = [
  [100, 101, null, ""],
  [100, 1, 200, ""],
  [null, 1, null, "nothing"],
  [[null, null], 1, null, "nothing"],
  [[null, 20], 10, null, "bound"], // at most 20 may be 10
  [[null, 20], 21, null, ""],
  [[null, 20], null, 20, ""], // surely
  [[10, null], null, 1000, "bound"], // at least 10 may be more than 1,000
  [[10, null], null, 9, ""],
  [[10, 20], 15, 30, "bound"],
  [[10, 20], 5, 30, ""],
];

for (const [span, from, to, expected] of DOUBTS) {
  test(`whether ${JSON.stringify(span)} lies between ${from} and ${to} is open: ${expected || "no"}`, () => {
    assert.equal(doubtOf(span, [from, to]), expected);
  });
}

test("what is not sure is counted where all other filters let it through", () => {
  /** @type {Record<number, "bound" | "nothing" | "">} */
  const doubts = { 0: "bound", 1: "nothing", 2: "", 3: "bound", 4: "nothing" };
  const range = { isOn: true, fits: () => false, doubtOf: (/** @type {number} */ number) => doubts[number] };
  const odd = { isOn: true, fits: (/** @type {number} */ number) => number % 2 === 1 };
  const off = { isOn: false, fits: () => false };
  assert.deepEqual(doubtful([range, off], range, [0, 1, 2, 3, 4]), { bound: 2, nothing: 2 });
  assert.deepEqual(doubtful([odd, range, off], range, [0, 1, 2, 3, 4]), { bound: 1, nothing: 1 });
});

test("what two ends say depends on which is open", () => {
  const words = { most: "at most", least: "at least", between: "between" };
  assert.equal(sentenceOf("1", "2", words), "between");
  assert.equal(sentenceOf("1", null, words), "at least");
  assert.equal(sentenceOf(null, "2", words), "at most");
});

test("words are compared without case, accents and letters of two", () => {
  assert.equal(plain("États-Unis"), "etats-unis");
  assert.equal(plain("Œuvre d’art"), "oeuvre d'art");
  assert.equal(plain("Straße, Łódź, Ærø"), "strasse, lodz, aero");
  assert.equal(plain("PLAIN"), "plain");
  assert.deepEqual(wordsOf("  Ébay  ÉTATS "), ["ebay", "etats"]);
  assert.deepEqual(wordsOf("   "), []);
});

test("a case is found by all words, anywhere in title, organisation and labels", () => {
  const data = { title: ["Search ads", "Café"], organisation: ["eBay", "Œnos"] };
  const countries = { texts: ["France", "États-Unis"], values: [[1], [0]] };
  const channels = { texts: ["Intranet", "Blog"], values: [[0, 1], []] };
  const [first, second] = haystacksOf(data, [countries, channels]);
  assert.equal(first, "search ads ebay etats-unis intranet blog");
  assert.equal(second, "cafe oenos france");
  assert.ok(holdsAll(first, ["etats", "blog"]));
  assert.ok(!holdsAll(first, ["etats", "france"]));
  assert.ok(holdsAll(first, []));
});

test("one value of a facet is a list as well", () => {
  assert.deepEqual(listed([2, [0, 1], []]), [[2], [0, 1], []]);
});
