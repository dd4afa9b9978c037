import assert from "node:assert/strict";
import { test } from "node:test";
import { hashOf, numbersIn } from "../../templates/scripts/what_if/address.js";
import { writers } from "../../templates/scripts/what_if/numbers.js";
import { irr, payback, power, sinceFirst } from "../../templates/scripts/what_if/solvers.js";

const WORDS = { currency: "USD", symbol: "US$", words: { months: "{n} months" }, times: ["at once", "within the first year"] };

test("the numbers of a reader stand in the address and read back", () => {
  const changed = new Map([["wage", 12.5], ["line.deadweight", 0]]);
  assert.deepEqual(numbersIn(hashOf(changed)), changed);
  assert.equal(hashOf(new Map()), "#what-if");
  assert.equal(numbersIn("#inputs"), null);
  assert.deepEqual(numbersIn("#what-if=wage:x;:3;rate:"), new Map());
});

test("yearly money tells nothing apart within the first year", () => {
  const { months } = writers("en", WORDS);
  assert.equal(months(5.2, true), "within the first year");
  assert.equal(months(5.2, false), "6 months");
  assert.equal(months(0, false), "at once");
});

test("money has the symbol of the site, and large amounts are short", () => {
  const { money } = writers("en", WORDS);
  assert.equal(money(-33_141_764), "−US$33.1M");
  assert.equal(money(6600), "US$6,600");
});

test("whole and half powers are products and roots", () => {
  assert.equal(power(1.1, 3), 1.1 * 1.1 * 1.1);
  assert.equal(power(4, 0.5), 2);
  assert.equal(power(2, -2), 0.25);
});

test("payback waits for the last cost", () => {
  assert.deepEqual(payback([-10, 20, -15, 10], [0, 1, 2, 3], 1).recovered, true);
  assert.equal(payback([-10, 5], [0, 1], 1).recovered, false);
});

test("a rate is found on both sides of nought, and none where the sign changes twice", () => {
  const at = (/** @type {number[]} */ net_flow) =>
    irr({ net_flow, turnover: net_flow.map(Math.abs), discount_periods: net_flow.map((_, year) => year) });
  assert.ok(Math.abs(at([-100, 121]).value - 0.21) < 1e-12);
  assert.ok(Math.abs(at([-100, 50]).value + 0.5) < 1e-12);
  assert.equal(at([-1, 3, -2]).changes, 2);
});

test("a benefit drops off from its first amount, known or not", () => {
  assert.deepEqual(sinceFirst([[0, 5, 5]], [0, 1, 2], [-1]), [[0, 0, 1]]);
  assert.deepEqual(sinceFirst([[0, 5, 5]], [0, 1, 2], [0]), [[0, 1, 2]]);
});
