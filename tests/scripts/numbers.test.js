/* Numbers as people type them and as they read them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { numberOf, typed, writing, writingOfRange } from "../../templates/scripts/catalogue/numbers.js";

const POINT = { decimal: ".", group: "," };
const COMMA = { decimal: ",", group: "\u202f" };
const GERMAN = { decimal: ",", group: "." };
const MADE_UP = { decimal: "|", group: "_" };

const TYPED = [
  ["", POINT, null],
  ["  ", COMMA, null],
  ["50", POINT, 50],
  ["50 %", COMMA, 50],
  ["-5%", POINT, -5],
  ["−5", COMMA, -5],
  ["1,234,567.5", POINT, 1234567.5],
  ["1 234,5", COMMA, 1234.5],
  ["1\u202f234\u00a0567", COMMA, 1234567],
  ["1.5", COMMA, 1.5],
  ["1.234,5", GERMAN, 1234.5],
  ["1_234|5", MADE_UP, 1234.5],
  ["0", POINT, 0],
  ["1M", POINT, 1e6],
  ["£1m", POINT, 1e6],
  ["1 million", POINT, 1e6],
  ["1,5 M€", COMMA, 1.5e6],
  ["1,5 M€", POINT, 1.5e6], // no sign for thousands: it does not part three digits
  ["1.5 M$US", COMMA, 1.5e6],
  ["US$2.5bn", POINT, 2.5e9],
  ["A$9m", POINT, 9e6],
  ["3 Md€", COMMA, 3e9],
  ["2 milliards d’euros", COMMA, 2e9],
  ["500k", POINT, 500000],
  ["500 mille", COMMA, 500000],
  ["1 billion", POINT, 1e9],
  ["1 billion", COMMA, 1e12],
  ["CHF 12'000", { decimal: ".", group: "'" }, 12000],
  ["1.5 Mio.", POINT, 1.5e6],
  ["-2m", POINT, -2e6],
  ["€", POINT, NaN],
  ["million", POINT, NaN],
  ["1x", POINT, NaN],
  ["much", POINT, NaN],
  ["1,2,3", COMMA, NaN],
  ["1.2.3", POINT, NaN],
];

for (const [text, signs, number] of TYPED) {
  test(`“${text}” with “${signs.decimal}” is ${number}`, () => {
    assert.equal(numberOf(text, signs), number);
  });
}

test("a number of the address is shown with the sign of the page", () => {
  assert.equal(typed("12.5", COMMA), "12,5");
  assert.equal(typed("12.5", POINT), "12.5");
  assert.equal(typed("", COMMA), "");
});

test("numbers are written with the signs of the page, not with those that a browser knows", () => {
  assert.equal(writing("en", POINT)(1234567), "1,234,567");
  assert.equal(writing("fr", COMMA)(1234), "1\u202f234");
  assert.equal(writing("en", MADE_UP)(1234.5), "1_234|5");
});

test("a range is in whole amounts or in per cent", () => {
  assert.equal(writingOfRange("en", POINT, "EUR")(10000.4), "€10,000");
  assert.equal(writingOfRange("fr", COMMA, "EUR")(10000), "10\u202f000\u00a0€");
  assert.equal(writingOfRange("en", POINT)(12.34), "12.34%");
  assert.equal(writingOfRange("en", POINT, "")(90), "90%");
  assert.match(writingOfRange("fr", COMMA)(-5), /^-5\s%$/);
});
