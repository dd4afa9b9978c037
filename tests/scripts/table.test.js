/* The table of cases: what its cells say, and orders in parts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { nameOf, turned, withParts } from "../../templates/scripts/catalogue/parts.js";
import { saidOf } from "../../templates/scripts/catalogue/table.js";

/** @type {import("../../templates/scripts/catalogue/parts.js").Ordered} */
const ORDERED = { cases: [4, 2, 0, 3, 1], parts: [["", 2], ["a bound", 2], ["nothing", 1]] };

test("an order turned round keeps its parts in their places", () => {
  assert.deepEqual(turned(ORDERED, true).cases, [2, 4, 3, 0, 1]);
  assert.equal(turned(ORDERED, false).cases, ORDERED.cases);
});

test("a part is named before its first case that is shown", () => {
  assert.deepEqual(withParts([4, 0, 3, 1], ORDERED), [4, -2, 0, 3, -3, 1]);
  assert.deepEqual(withParts([3], ORDERED), [-2, 3]);
  assert.deepEqual(withParts([2], ORDERED), [2]);
  assert.equal(nameOf(-2, ORDERED), "a bound");
});

test("an order of one part names nothing", () => {
  assert.deepEqual(withParts([1, 0], { cases: [1, 0], parts: [["", 2]] }), [1, 0]);
});

const SHARED = { texts: ["none", "weak"], of: [1, 0] };
const RESULTS = {
  hire: { name: "Cost per hire", texts: { 0: "£3" }, spans: {}, order: [0] },
  visit: { name: "Cost per visit", texts: { 0: "at most £1" }, spans: {}, order: [0] },
};
const DATA = /** @type {import("../../templates/scripts/catalogue/data.js").Data} */ (
  /** @type {unknown} */ ({
    cost: ["£1", "unknown"],
    roi: ["10%", "too early"],
    reasons: [0, 3],
    marks: { texts: ["", "unproven"], of: [1, 0] },
    horizons: { texts: ["over 3 years"], of: [0, 0] },
    results: RESULTS,
    cells: { result: { texts: [["", 0, ""], ["not known", 1, ""]], of: [0, 1] }, net: { texts: [["£2", 0, "unproven"]], of: [0, 0] } },
  })
);
const facet = /** @type {never} */ ({ direction: { values: [[1], [0]], texts: SHARED.texts } });

/** @type {[string, number, unknown][]} */
const CELLS = [
  ["cost", 0, [["£1", 0, ""]]],
  ["cost", 1, [["unknown", 1, ""]]],
  ["roi", 0, [["10%", 0, "unproven"]]],
  ["roi", 1, [["too early", 2, ""]]],
  ["net", 1, [["£2", 0, "unproven"]]],
  ["horizon", 1, [["over 3 years", false, ""]]],
  ["direction", 0, [["weak", false, ""]]],
  ["result", 0, [["£3", false, ""], ["at most £1", false, ""]]],
  ["result", 1, [["not known", 1, ""]]],
];

for (const [column, number, said] of CELLS) {
  test(`${column} of case ${number} is said with its standing`, () => {
    assert.deepEqual(saidOf(DATA, { facet, result: null }, column, number), said);
  });
}

test("of the one result that is asked for alone", () => {
  assert.deepEqual(saidOf(DATA, { facet, result: RESULTS.visit }, "result", 0), [["at most £1", false, ""]]);
});
