/* What one result cost: of the measure that is asked for, else of what leads the case. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inOrder, toldOf } from "../../templates/scripts/catalogue/results.js";

/** @type {Pick<import("../../templates/scripts/catalogue/data.js").Data, "leads">} */
const DATA = { leads: { 1: ["Cost per visitor", "£2 per visitor", false] } };
const HIRES = { name: "Cost per hire", texts: { 0: "$65 per hire" }, spans: { 0: 65 }, order: [0] };

test("cases that have a result come first, the least first, and all others as they stand", () => {
  assert.deepEqual(inOrder([3, 1], 5), [3, 1, 0, 2, 4]);
  assert.deepEqual(inOrder([], 3), [0, 1, 2]);
});

test("without a measure a row tells what leads the case", () => {
  assert.deepEqual(toldOf(DATA, null, 1), ["Cost per visitor", "£2 per visitor", false]);
  assert.equal(toldOf(DATA, null, 0), null);
});

test("with a measure a row tells of that one alone", () => {
  assert.deepEqual(toldOf(DATA, HIRES, 0), ["Cost per hire", "$65 per hire", false]);
  assert.equal(toldOf(DATA, HIRES, 1), null);
});
