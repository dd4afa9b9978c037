import { strict as assert } from "node:assert";
import { test } from "node:test";

import { distance } from "../../templates/scripts/charts/marks.js";
import { cornerOf } from "../../templates/scripts/charts/tip.js";

const BOX = { left: 10, right: 20, top: 10, bottom: 20 };

test("a pointer is as far from a mark as from its nearest edge", () => {
  assert.equal(distance(BOX, 15, 15), 0);
  assert.equal(distance(BOX, 23, 24), 5);
});

test("a tip stands above its mark, below where there is no room, and within the window", () => {
  const room = { left: 8, right: 360, top: 8 };
  const tip = { width: 100, height: 30 };
  assert.deepEqual(cornerOf({ left: 190, right: 210, top: 100, bottom: 120 }, tip, room), { left: 150, top: 62 });
  assert.deepEqual(cornerOf({ left: 0, right: 10, top: 20, bottom: 30 }, tip, room), { left: 8, top: 38 });
  assert.equal(cornerOf({ left: 340, right: 360, top: 100, bottom: 120 }, tip, room).left, 260);
});
