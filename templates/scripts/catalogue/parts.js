/* An order in parts: those of which it is known what it goes by come first, also the other way round. */

/** @typedef {{cases: number[], parts: import("./data.js").Part[]}} Ordered the cases, and how many are in each part */

/**
 * Turn an order round, each part in its place.
 * @param {Ordered} ordered
 * @param {boolean} isReversed
 * @returns {Ordered}
 */
export function turned({ cases, parts }, isReversed) {
  if (!isReversed) return { cases, parts };
  let start = 0;
  const all = parts.flatMap(([, size]) => cases.slice(start, (start += size)).reverse());
  return { cases: all, parts };
}

/**
 * Give the rows to show: before the first case of a part that has a name stands the part, as a number below nought.
 * @param {number[]} shown some of the cases, in the order
 * @param {Ordered} ordered
 */
export function withParts(shown, { cases, parts }) {
  if (parts.every(([name]) => !name)) return shown;
  /** @type {Map<number, number>} */
  const partOf = new Map();
  let start = 0;
  parts.forEach(([, size], part) => {
    for (const number of cases.slice(start, (start += size))) partOf.set(number, part);
  });
  let last = -1;
  return shown.flatMap((number) => {
    const part = partOf.get(number) ?? 0;
    const isNew = part !== last && parts[part][0] !== "";
    last = part;
    return isNew ? [-1 - part, number] : [number];
  });
}

/**
 * Give the name of a part that stands among the rows.
 * @param {number} row below nought
 * @param {Ordered} ordered
 */
export function nameOf(row, { parts }) {
  return parts[-1 - row][0];
}
