/* What is chosen, in the address and out of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { brokenIn, chosenIn, hashOf } from "../../templates/scripts/catalogue/address.js";

const NAMES = { facets: ["evidence", "sector"], ranges: ["cost", "roi"] };
const NOTHING = {
  facets: { evidence: [], sector: [] },
  ranges: { cost: ["", ""], roi: ["", ""] },
  unsure: [],
  text: "",
  order: "evidence",
  view: "cards",
  hidden: [],
  page: 1,
};

const SAME = [
  ["", {}],
  ["#sector=retail,media", { facets: { evidence: [], sector: ["retail", "media"] } }],
  ["#roi=50..", { ranges: { cost: ["", ""], roi: ["50", ""] } }],
  ["#cost=..10000&roi=-5..0", { ranges: { cost: ["", "10000"], roi: ["-5", "0"] } }],
  ["#text=%C3%89tats-Unis%20R%26D", { text: "États-Unis R&D" }],
  ["#order=title&page=3", { order: "title", page: 3 }],
  ["#order=-cost&view=table&hide=chance,net", { order: "-cost", view: "table", hidden: ["chance", "net"] }],
  ["#cost=1..&unsure=cost", { ranges: { cost: ["1", ""], roi: ["", ""] }, unsure: ["cost"] }],
  ["#text=a,b", { text: "a,b" }],
];

for (const [hash, change] of SAME) {
  test(`${hash || "nothing"} is written and read`, () => {
    const chosen = { ...NOTHING, ...change };
    assert.equal(hashOf(chosen), hash);
    assert.deepEqual(chosenIn(hash, NAMES), chosen);
  });
}

test("the filters stand in their order, then words, order, view, columns, page", () => {
  const chosen = {
    facets: { evidence: ["strong"], sector: ["retail"] },
    ranges: { cost: ["1", "2"], roi: ["", ""] },
    unsure: ["cost"],
    text: "states",
    order: "year",
    view: "table",
    hidden: ["net"],
    page: 2,
  };
  assert.equal(hashOf(chosen), "#evidence=strong&sector=retail&cost=1..2&unsure=cost&text=states&order=year&view=table&hide=net&page=2");
});

test("an address that speaks of something else says nothing of the choice", () => {
  assert.equal(chosenIn("#top", NAMES), null);
  assert.deepEqual(chosenIn("#colour=red", NAMES), NOTHING);
  assert.deepEqual(chosenIn("#colour=red&text=a", NAMES), { ...NOTHING, text: "a" });
});

test("a page is a whole number from 1 on", () => {
  for (const page of ["0", "-2", "two", ""]) assert.equal(chosenIn(`#page=${page}`, NAMES)?.page, 1);
  assert.equal(chosenIn("#page=2.9", NAMES)?.page, 2);
});

const CHOICES = {
  facets: { evidence: ["strong", "weak"], sector: ["retail"] },
  ranges: ["cost", "roi"],
  orders: ["evidence", "cost"],
  views: ["cards", "table"],
  columns: ["net", "chance"],
};

/** @type {[string, string[]][]} */
const BROKEN = [
  ["", []],
  ["#found", []],
  ["#evidence=strong,weak&cost=..10000&roi=-5.5..&text=any=thing&order=-cost&view=table&hide=net&unsure=cost&page=2", []],
  ["#colour=red", ["colour=red"]],
  ["#toString=1", ["toString=1"]],
  ["#evidence=strong,iron&sector=", ["evidence=iron"]],
  ["#cost=abc..", ["cost=abc.."]],
  ["#cost=5", ["cost=5"]],
  ["#order=roi&view=map&hide=title&unsure=year&page=0", ["order=roi", "view=map", "hide=title", "unsure=year", "page=0"]],
];

for (const [hash, broken] of BROKEN) {
  test(`${hash || "nothing"} asks for ${broken.join(", ") || "nothing"} that is not there`, () => {
    assert.deepEqual(brokenIn(hash, CHOICES), broken);
  });
}
