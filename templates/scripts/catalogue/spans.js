/* Ranges of numbers. */

/** @typedef {[number | null, number | null]} Ends between which to look; null where there is no end */

/**
 * Tell whether a value surely lies between two ends: one whose own end is open may lie beyond.
 * @param {import("./data.js").Span} span
 * @param {Ends} ends
 */
export function liesIn(span, [from, to]) {
  if (span === null) return false;
  const [low, high] = Array.isArray(span) ? span : [span, span];
  return (from === null || (low !== null && low >= from)) && (to === null || (high !== null && high <= to));
}

/** @typedef {"bound" | "nothing" | ""} Doubt why it is not sure whether a value lies between two ends; empty where it is */

/**
 * Tell why it is not sure whether a value lies between two ends: of it only a bound or a range is
 * known that reaches across an end, or nothing.
 * @param {import("./data.js").Span} span
 * @param {Ends} ends
 * @returns {Doubt}
 */
export function doubtOf(span, [from, to]) {
  if (span === null) return "nothing";
  if (!Array.isArray(span) || liesIn(span, [from, to])) return "";
  const [low, high] = span;
  if (low === null && high === null) return "nothing";
  const isBelow = from !== null && high !== null && high < from;
  const isAbove = to !== null && low !== null && low > to;
  return isBelow || isAbove ? "" : "bound";
}

/**
 * Choose the sentence for two ends, of which one may be open.
 * @param {string | null} low as it is written
 * @param {string | null} high
 * @param {{most?: string, least?: string, between?: string}} words of the page
 */
export function sentenceOf(low, high, words) {
  return (low === null ? words.most : high === null ? words.least : words.between) ?? "";
}
