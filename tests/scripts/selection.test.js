/* The one pass: which cases fit, what each box would leave, what each filter taken off would give. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { onPage, pagesOf } from "../../templates/scripts/catalogue/sheets.js";
import { selection } from "../../templates/scripts/catalogue/selection.js";

/* Five cases: case          0       1       2        3           4        */
const COLOURS = /*       */ [[0], /**/ [0], /**/ [1], /**/ [1], /*    */ [2]];
const SHAPES = /*        */ [[0], /**/ [1], /**/ [0], /**/ [0, 1], /* */ []];
const SIZES = /*         */ [10, /* */ 20, /* */ 30, /* */ 40, /*     */ 50];

const facet = (values, size, ...ticked) => ({
  isOn: ticked.length > 0,
  fits: (number) => values[number].some((value) => ticked.includes(value)),
  values,
  size,
});
const least = (end) => ({
  isOn: end > 0,
  fits: (number) => SIZES[number] >= end,
  values: [],
  size: 0,
});

const found = (colours, shapes, size, order = SIZES.keys()) => {
  const filters = [facet(COLOURS, 3, ...colours), facet(SHAPES, 2, ...shapes), least(size)];
  const { rows, counts, without } = selection(filters, order);
  return { rows, counts: counts.map((each) => [...each]), without: [...without] };
};

test("with no filter on, all cases are there in their order, and boxes count them", () => {
  assert.deepEqual(found([], [], 0), {
    rows: [0, 1, 2, 3, 4],
    counts: [[2, 2, 1], [3, 2], []],
    without: [0, 0, 0],
  });
});

test("another order is kept", () => {
  assert.deepEqual(found([], [], 20, [4, 3, 2, 1, 0]).rows, [4, 3, 2, 1]);
});

test("boxes of one facet add; its own counts are as if none of them were ticked", () => {
  const one = found([0], [], 0);
  assert.deepEqual(one.rows, [0, 1]);
  assert.deepEqual(one.counts, [[2, 2, 1], [1, 1], []]);
  assert.deepEqual(one.without, [3, 0, 0]);
  assert.deepEqual(found([0, 2], [], 0).rows, [0, 1, 4]);
});

test("facets narrow each other, and each counts what the others leave", () => {
  // Colour 1: cases 2 and 3. Shape 1: cases 1 and 3. Both: case 3. Neither: 0 and 4.
  assert.deepEqual(found([1], [1], 0), {
    rows: [3],
    counts: [[1, 1, 0], [2, 1], []],
    without: [1, 1, 0],
  });
});

test("a filter without boxes counts as well; a case that two keep away counts for none", () => {
  // Size from 30 on: cases 2, 3, 4. With shape 1: case 3; without the size also case 1; without
  // the shape also 2 and 4; case 0 fails both.
  assert.deepEqual(found([], [1], 30), {
    rows: [3],
    counts: [[0, 1, 0], [2, 1], []],
    without: [0, 2, 1],
  });
});

test("where nothing fits, what each filter taken off would give is told", () => {
  // Colour 2 (case 4) and shape 0 (cases 0, 2, 3).
  assert.deepEqual(found([2], [0], 0), {
    rows: [],
    counts: [[1, 2, 0], [0, 0], []],
    without: [3, 1, 0],
  });
});

test("an answer fills pages, the last as far as it goes", () => {
  assert.deepEqual([0, 1, 50, 51, 100, 101].map((cases) => pagesOf(cases, 50)), [1, 1, 1, 2, 2, 3]);
  assert.deepEqual(onPage([7, 8, 9, 10, 11], 1, 2), [7, 8]);
  assert.deepEqual(onPage([7, 8, 9, 10, 11], 3, 2), [11]);
});
