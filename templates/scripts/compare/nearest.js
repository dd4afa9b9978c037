/* The names most like a mistyped one. */

const MOST = 3;
const LONGEST = 80; // what is longer is no slip of the keys
const SLIPS = 0.4; // of its letters

/**
 * Give the names that can be had by the fewest slips, the nearest first; those that hold it, too.
 * @param {string} typed
 * @param {string[]} names
 */
export function nearest(typed, names) {
  if (typed.length > LONGEST) return [];
  const most = Math.max(2, typed.length * SLIPS);
  return names
    .map((name) => ({ name, slips: holds(name, typed) ? 1 : slipsBetween(typed, name) }))
    .filter(({ slips }) => slips <= most)
    .sort((one, other) => one.slips - other.slips)
    .slice(0, MOST)
    .map(({ name }) => name);
}

/**
 * Tell whether a name has a typed word whole.
 * @param {string} name
 * @param {string} typed
 */
function holds(name, typed) {
  return typed.length > 2 && `-${name}-`.includes(`-${typed}-`);
}

/**
 * Count the letters to add, leave out or change from one word to another.
 * @param {string} one
 * @param {string} other
 */
export function slipsBetween(one, other) {
  let before = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let place = 1; place <= other.length; place++) {
      const changed = before[place - 1] + (one[row - 1] === other[place - 1] ? 0 : 1);
      now.push(Math.min(changed, before[place] + 1, now[place - 1] + 1));
    }
    before = now;
  }
  return before[other.length];
}
