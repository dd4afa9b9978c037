/* Numbers as the language of the page writes them; its signs come from the page. */

/** @typedef {{decimal: string, group: string}} Signs the point, and what stands between thousands */

const CURRENCY = /(?:us|ca|au|a|c)?\$(?:us|ca|au)?|[£€¥]|usd|eur(?:os?)?|gbp|cad|aud|chf|dollars?|pounds?|livres?|francs?/g;
/** @type {Record<string, number>} how people shorten large numbers, in the languages of the catalogue */
const TIMES = {
  "": 1, k: 1e3, thousand: 1e3, mille: 1e3, m: 1e6, mn: 1e6, mio: 1e6, million: 1e6, millions: 1e6,
  b: 1e9, bn: 1e9, md: 1e9, mrd: 1e9, milliard: 1e9, milliards: 1e9, billion: 1e9, billions: 1e9,
};
const LONG_BILLION = 1e12; // where the comma is the point, a billion is a million millions

/**
 * Read a number as people type it, with or without currency, per cent, or a word for a large one:
 * null for nothing, NaN for what is none.
 * @param {string} typed
 * @param {Signs} signs
 */
export function numberOf(typed, signs) {
  const bare = typed.toLowerCase().replace(/[\s%]/g, "").replace("−", "-").replace(CURRENCY, "");
  if (bare === "") return typed.trim() === "" ? null : NaN;
  const [digits] = /^[^a-z]*/.exec(bare) ?? [""];
  const word = bare.slice(digits.length).replace(/\.$|d[e’']$/, "");
  const isLong = word.startsWith("billion") && signs.decimal === ",";
  const times = isLong ? LONG_BILLION : (TIMES[word] ?? NaN);
  return digits === "" ? NaN : joined(digits, signs) * times;
}

/**
 * Read digits by the signs of the page; a sign for thousands that does not part three digits is a point.
 * @param {string} digits
 * @param {Signs} signs
 */
function joined(digits, signs) {
  const [whole, ...rest] = digits.split(signs.decimal);
  const parts = whole.split(signs.group);
  const isGrouped = parts.slice(1).every((part) => part.length === 3);
  const all = isGrouped ? parts.join("") : parts.join(".");
  return Number([all, ...rest].join("."));
}

/**
 * Write a number of the address as people type it.
 * @param {string} number with a point
 * @param {Signs} signs
 */
export function typed(number, signs) {
  return number.replace(".", signs.decimal);
}

/**
 * Give how to write numbers for readers: by the rules of a language, with the signs of the page.
 * @param {string} language
 * @param {Signs} signs
 * @param {Intl.NumberFormatOptions} [style]
 * @returns {(number: number) => string}
 */
export function writing(language, signs, style) {
  const format = new Intl.NumberFormat(language, style);
  /** @type {Record<string, string>} */
  const own = { decimal: signs.decimal, group: signs.group };
  return (number) => format.formatToParts(number).map(({ type, value }) => own[type] ?? value).join("");
}

/**
 * Give how to write what a range is in: whole amounts of a currency, else per cent.
 * @param {string} language
 * @param {Signs} signs
 * @param {string} [currency] its code
 * @returns {(number: number) => string}
 */
export function writingOfRange(language, signs, currency) {
  if (currency) {
    return writing(language, signs, { style: "currency", currency, maximumFractionDigits: 0 });
  }
  const share = writing(language, signs, { style: "percent", maximumFractionDigits: 2 });
  return (number) => share(number / 100);
}
