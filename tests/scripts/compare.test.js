/* Two to four cases side by side: the address and what is wrong with it, which rows stand, one scale. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { chosenOf, shortOf, slugOf, toggled } from "../../templates/scripts/choosing/chosen.js";
import { askedIn, searchOf } from "../../templates/scripts/compare/asked.js";
import { scaleOf } from "../../templates/scripts/compare/bars.js";
import { nearest, slipsBetween } from "../../templates/scripts/compare/nearest.js";
import { judgedRow, parted, sharedResults } from "../../templates/scripts/compare/rows.js";

const KNOWN = {
  cases: Object.fromEntries(["ebay-ads", "ihobo", "txt2stop", "blogs", "cake", "toString-case"].map((slug) => [slug, [slug, "who"]])),
  former: { "old-ads": "ebay-ads" },
  withdrawn: { gone: "A case that went" },
  most: 4,
};

test("slugs stand in the order of the address, whatever a browser made of the plus", () => {
  for (const search of ["?cases=ihobo+ebay-ads", "?cases=ihobo%2Bebay-ads", "?cases=ihobo,ebay-ads", "?x=1&cases=ihobo%20ebay-ads"]) {
    assert.deepEqual(askedIn(search, KNOWN), { slugs: ["ihobo", "ebay-ads"], left: [], faults: [] });
  }
  assert.equal(searchOf(["ihobo", "ebay-ads"]), "?cases=ihobo+ebay-ads");
  assert.equal(searchOf([]), "");
});

test("an address without cases, or broken, asks for none", () => {
  for (const search of ["", "?", "?cases=", "?cases=+++", "?other=ihobo"]) {
    assert.deepEqual(askedIn(search, KNOWN), { slugs: [], left: [], faults: [] });
  }
  const [fault] = askedIn("?cases=%E0%A4%A", KNOWN).faults;
  assert.equal(fault.kind, "unknown");
});

test("an earlier name leads to the case of today, which then stands once", () => {
  const { slugs, faults } = askedIn("?cases=old-ads+ihobo+ebay-ads", KNOWN);
  assert.deepEqual(slugs, ["ebay-ads", "ihobo"]);
  assert.deepEqual(faults, [{ kind: "twice", slug: "ebay-ads", near: [] }]);
});

test("what is unknown, withdrawn, twice, or one too many is said", () => {
  const { slugs, left, faults } = askedIn("?cases=ihobbo+gone+cake+cake+ihobo+blogs+txt2stop+ebay-ads", KNOWN);
  assert.deepEqual(slugs, ["cake", "ihobo", "blogs", "txt2stop"]);
  assert.deepEqual(left, ["ebay-ads"]);
  assert.deepEqual(faults.map(({ kind }) => kind), ["unknown", "withdrawn", "twice"]);
  assert.deepEqual(faults[0].near, ["ihobo"]);
});

test("names that every object has are no cases", () => {
  assert.deepEqual(askedIn("?cases=toString+constructor", KNOWN).slugs, []);
});

test("the nearest names come first, and none where nothing is near", () => {
  assert.equal(slipsBetween("kitten", "sitting"), 3);
  assert.deepEqual(nearest("ibm-blog", ["ibm-blogs", "ebay", "ibm-blogger"]), ["ibm-blogs", "ibm-blogger"]);
  assert.deepEqual(nearest("ebay", ["the-ebay-case", "xbay"]), ["the-ebay-case", "xbay"]);
  assert.deepEqual(nearest("qqqqqqqqqq", ["ebay", "ihobo"]), []);
  assert.deepEqual(nearest("e".repeat(5000), ["ebay"]), []);
});

const ROW = { id: "npv", needs: ["accounts", "horizon"], minds: ["rate"], if_differs: "" };
const told = (keys, has = ["npv"]) => ({ keys: { accounts: "payer", horizon: "1", rate: "10", ...keys }, has });

test("a row is refused for the first thing in which cases with a value differ", () => {
  assert.deepEqual(judgedRow(ROW, [told({}), told({})]), { refused: "", minded: [] });
  assert.deepEqual(judgedRow(ROW, [told({}), told({ rate: "3" })]), { refused: "", minded: ["rate"] });
  assert.equal(judgedRow(ROW, [told({}), told({ accounts: "society", horizon: "3" })])?.refused, "accounts");
  assert.equal(judgedRow(ROW, [told({}), told({ horizon: "3" })])?.refused, "horizon");
  assert.equal(judgedRow(ROW, [told({}), told({}, [])])?.refused, "few");
});

test("a case without a value makes no row lie", () => {
  const cases = [told({}), told({}), told({ accounts: "society", rate: "3" }, [])];
  assert.deepEqual(judgedRow(ROW, cases), { refused: "", minded: [] });
});

test("the equivalent annual value stands where horizons of sums differ, and only there", () => {
  const annual = { id: "npv", needs: [], minds: [], if_differs: "horizon" };
  assert.equal(judgedRow(annual, [told({}), told({})]), null);
  assert.equal(judgedRow(annual, [told({}), told({}), told({ horizon: "3" }, [])]), null);
  assert.deepEqual(judgedRow(annual, [told({}), told({ horizon: "3" })]), { refused: "", minded: [] });
});

test("what one case lacks is not shared by all", () => {
  const aspects = ["result", "gain", "rate", "none"].map((id) => ({ id }));
  const cases = [{ aspects: { result: "a", gain: "x", rate: "r", none: "" } }, { aspects: { result: "b", gain: "", rate: "r", none: "" } }];
  assert.deepEqual(parted(aspects, cases), { differing: ["result"], shared: ["rate"] });
});

test("what one result cost is laid side by side within one measure", () => {
  const [one, other, third] = [{ hire: "Cost per hire", lead: "Cost per lead" }, { hire: "Cost per hire" }, { quit: "Cost per quit" }];
  assert.deepEqual(sharedResults([{ results: one }, { results: other }, { results: third }]), [["hire", "Cost per hire"]]);
  assert.deepEqual(sharedResults([{ results: other }, { results: third }]), []);
});

test("all bars have one scale, with nought on it", () => {
  /** @type {import("../../templates/scripts/compare/brought.js").Bar[]} */
  const bars = [["start", "", "", 0, 300], ["end", "", "", 0, -100]];
  const place = scaleOf(bars);
  assert.equal(place(300) - place(0), 3 * (place(0) - place(-100)));
  assert.ok(place(-100) >= 0 && place(300) <= 1000);
  assert.ok(Number.isFinite(scaleOf([["end", "", "", 0, 0]])(0)));
});

test("cases are chosen and taken back, four at most", () => {
  const [one, other] = [{ slug: "a", title: "A" }, { slug: "b", title: "B" }];
  assert.deepEqual(toggled([one], other, 2), [one, other]);
  assert.deepEqual(toggled([one, other], one, 2), [other]);
  assert.equal(toggled([one, other], { slug: "c", title: "C" }, 2), null);
});

test("what was kept holds if it is a list of cases", () => {
  assert.deepEqual(chosenOf(null, 4), []);
  for (const broken of ["", "{", "7", "{}", '["a"]', '[{"slug":"<b>","title":"x"}]', "[null]"]) {
    assert.deepEqual(chosenOf(broken, 4), [], broken);
  }
  assert.deepEqual(chosenOf('[{"slug":"a-1","title":"A"},{"slug":"b","title":"B"}]', 1), [{ slug: "a-1", title: "A" }]);
});

test("a link to a case names it", () => {
  assert.equal(slugOf("/site/cases/ebay-ads.html"), "ebay-ads");
  assert.equal(slugOf("/site/cases/"), "");
  assert.equal(shortOf("txt2stop : des SMS"), "txt2stop");
});
