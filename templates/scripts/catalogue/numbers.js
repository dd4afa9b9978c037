/* Numbers as the language of the page writes them; its signs come from the page. */

/** @typedef {{decimal: string, group: string}} Signs the point, and what stands between thousands */

/**
 * Read a number as people type it, with or without per cent: null for nothing, NaN for what is none.
 * @param {string} typed
 * @param {Signs} signs
 */
export function numberOf(typed, signs) {
  const bare = typed.replace(/[\s%]/g, "").replace("−", "-").replaceAll(signs.group, "");
  return bare === "" ? null : Number(bare.replace(signs.decimal, "."));
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
