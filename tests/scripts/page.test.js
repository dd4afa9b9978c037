/* What every page has: colours, sentences, keys, the place of a note. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isPlain } from "../../templates/scripts/common/keys.js";
import { filled } from "../../templates/scripts/common/words.js";
import { nameOf, next, stateOf } from "../../templates/scripts/head/scheme.js";
import { hiddenPart, mostHeight, placeOf } from "../../templates/scripts/notes/place.js";
import { sectionAt } from "../../templates/scripts/place/section.js";

test("the button goes round the colours, and says which it shows", () => {
  assert.deepEqual(["auto", "light", "dark"].map(next), ["light", "dark", "auto"]);
  const words = { cbSchemeName: "Colours", cbSchemeAuto: "as the system", cbSchemeDark: "dark" };
  assert.equal(nameOf("auto", words), "Colours: as the system");
  assert.equal(nameOf("dark", words), "Colours: dark");
});

test("what was kept holds if it is one of them", () => {
  assert.equal(stateOf("dark"), "dark");
  assert.equal(stateOf(null), "auto");
  assert.equal(stateOf("purple"), "auto");
});

test("places of a sentence are filled as they are", () => {
  assert.equal(filled("{n} of {all} ({n})", { n: "$&", all: "1,234" }), "$& of 1,234 ($&)");
});

test("a click with a key held down, or answered already, is left to the browser", () => {
  const event = { defaultPrevented: false, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  assert.ok(isPlain(event));
  for (const name of Object.keys(event)) assert.ok(!isPlain({ ...event, [name]: true }));
});

test("a note is as high as the window allows with its number, and readable", () => {
  assert.equal(mostHeight(20, 800), 756); // 800 - 20 - 3 * 8
  assert.equal(mostHeight(20, 320), 280); // a note needs so much
  assert.equal(mostHeight(20, 200), 184); // and has no more than 200 - 2 * 8
});

test("a note stands below its number, within the page", () => {
  const page = { left: 100, right: 900, top: -500 };
  assert.deepEqual(placeOf(page, { left: 324, bottom: 60 }, 400), { left: 200, top: 568 });
  assert.deepEqual(placeOf(page, { left: 880, bottom: 60 }, 400).left, 400); // its right is the page's
  assert.deepEqual(placeOf(page, { left: 104, bottom: 60 }, 400).left, 0);
});

test("the page scrolls as far as the note is hidden, and its top comes first", () => {
  assert.equal(hiddenPart({ top: 100, bottom: 500 }, 800, 60), 0);
  assert.equal(hiddenPart({ top: 500, bottom: 900 }, 800, 60), 108);
  assert.equal(hiddenPart({ top: -20, bottom: 500 }, 800, 0), -28);
  assert.equal(hiddenPart({ top: 50, bottom: 500 }, 800, 60), -18); // from under what stays at the top
});

test("the section that is read is the last begun, unless the place that the address names is in sight", () => {
  const at = (id, top, isShown = true) => ({ id, top, bottom: top + 30, isShown });
  const headings = [at("a", -900), at("b", -100), at("folded", 0, false), at("c", 700)];
  assert.equal(sectionAt(headings, 800, null), "b");
  assert.equal(sectionAt(headings, 800, at("x", 300)), null);
  assert.equal(sectionAt(headings, 800, at("x", -300)), "b");
  assert.equal(sectionAt(headings, 800, at("x", 0, false)), "b");
  assert.equal(sectionAt([at("a", 500)], 800, null), "");
});
