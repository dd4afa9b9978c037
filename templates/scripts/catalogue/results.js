/* What one result cost: of one measure at a time, since amounts for different things do not compare. */

/**
 * @typedef {object} Result
 * @property {string} name what the cost of one is called
 * @property {import("./data.js").Rare} texts by case, of those that have it
 * @property {Record<number, import("./data.js").Span>} spans by case, for comparison
 * @property {number[]} order the cases that have it, the least first
 */

/** @typedef {[string, string, boolean]} Told what it is called, what is said of it, whether that is why there is none */

/**
 * Give all cases, those in an order first and the others as they stand.
 * @param {number[]} order
 * @param {number} size how many cases there are
 */
export function inOrder(order, size) {
  return Array.from(new Set([...order, ...Array(size).keys()]));
}

/**
 * Give what a row says of a result: of the one that is asked for, else of the one that leads the case.
 * @param {Pick<import("./data.js").Data, "leads">} data
 * @param {Result | null} result
 * @param {number} number of the case
 * @returns {Told | null}
 */
export function toldOf(data, result, number) {
  if (!result) return data.leads[number] ?? null;
  const text = result.texts[number];
  return text ? [result.name, text, false] : null;
}
