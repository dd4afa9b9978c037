/* The one pass over all cases. */

const NONE = -1;
const SEVERAL = -2;

/**
 * @typedef {object} Filter
 * @property {boolean} isOn whether it keeps any case away
 * @property {(number: number) => boolean} fits tells whether it lets a case through
 * @property {number[][]} values the boxes that each case counts in; empty where it has no boxes
 * @property {number} size how many boxes it has
 */

/**
 * @typedef {object} Selection
 * @property {number[]} rows the cases that fit, in the order asked for
 * @property {Int32Array[]} counts by filter: how many cases each of its boxes would leave, were it alone ticked in its filter
 * @property {Int32Array} without by filter: how many more cases there were without it
 */

/**
 * Find the cases that fit all filters, and what each filter and box would change.
 * @param {Filter[]} filters
 * @param {Iterable<number>} cases in the order asked for
 * @returns {Selection}
 */
export function selection(filters, cases) {
  /** @type {Selection} */
  const found = {
    rows: [],
    counts: filters.map((filter) => new Int32Array(filter.size)),
    without: new Int32Array(filters.length),
  };
  const on = Array.from(filters.keys()).filter((place) => filters[place].isOn);
  const counted = Array.from(filters.keys()).filter((place) => filters[place].size);
  for (const number of cases) {
    const failed = failures(filters, on, number);
    if (failed === SEVERAL) continue;
    if (failed === NONE) {
      found.rows.push(number);
      for (const place of counted) count(found.counts[place], filters[place].values[number]);
    } else {
      found.without[failed]++;
      if (filters[failed].size) count(found.counts[failed], filters[failed].values[number]);
    }
  }
  return found;
}

/**
 * Give the place of the only filter that keeps a case away; or that none does, or several do.
 * @param {Filter[]} filters
 * @param {number[]} on the places of those that may
 * @param {number} number
 */
function failures(filters, on, number) {
  let failed = NONE;
  for (const place of on) {
    if (filters[place].fits(number)) continue;
    if (failed !== NONE) return SEVERAL;
    failed = place;
  }
  return failed;
}

/**
 * @param {Int32Array} counts
 * @param {number[]} values
 */
function count(counts, values) {
  for (const value of values) counts[value]++;
}
