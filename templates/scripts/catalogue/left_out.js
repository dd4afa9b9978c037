/* What ranges leave out though it may fit: known only as a bound or a range, or not at all. */
import { filled } from "../common/words.js";

/**
 * @typedef {object} Doubtful a filter that is not sure of all cases
 * @property {boolean} isOn
 * @property {(number: number) => boolean} fits
 * @property {(number: number) => import("./spans.js").Doubt} doubtOf
 */

/**
 * Count the cases that all other filters let through and of which one is not sure.
 * @param {Pick<Doubtful, "isOn" | "fits">[]} filters
 * @param {Doubtful} one of them
 * @param {Iterable<number>} cases
 * @returns {{bound: number, nothing: number}}
 */
export function doubtful(filters, one, cases) {
  const found = { bound: 0, nothing: 0 };
  const others = filters.filter((filter) => filter.isOn && filter !== one);
  for (const number of cases) {
    const doubt = one.doubtOf(number);
    if (doubt && others.every((filter) => filter.fits(number))) found[doubt]++;
  }
  return found;
}

/**
 * Show what each range leaves out though it may fit, or lets in, with what changes that.
 * @param {import("./page.js").Parts} parts
 * @param {import("./controls.js").Controls} controls
 * @param {import("./page.js").Words} words
 * @param {number[]} cases
 * @param {{button: import("./answer.js").Button, written: import("./answer.js").Written}} making
 */
export function showLeftOut(parts, controls, words, cases, { button, written }) {
  const items = controls.ranges.flatMap((range) => {
    if (!range.isOn) return [];
    const { bound, nothing } = doubtful(controls.all, range, cases);
    const what = [
      bound && filled(words.bound, { n: written(bound) }),
      nothing && filled(words.unknown, { n: written(nothing) }),
    ].filter(Boolean);
    if (!what.length) return [];
    const act = range.letsIn ? words.leave : words.let;
    const item = button(act, `${act}: ${range.label}`, () => (range.letsIn = !range.letsIn));
    const said = range.letsIn ? words.lets : words.left;
    item.prepend(filled(said, { filter: range.label, what: what.join(words.joint) }), " ");
    return [item];
  });
  parts.left.replaceChildren(...items);
  parts.left.hidden = !items.length;
}
