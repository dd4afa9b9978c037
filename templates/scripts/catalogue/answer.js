/* What readers see of an answer beside its rows: counts, what is chosen, ways on, pages. */
import { maybeOne, one } from "../common/elements.js";
import { filled } from "../common/words.js";

/** @typedef {import("./page.js").Parts} Parts */
/** @typedef {import("./page.js").Words} Words */
/** @typedef {(number: number) => string} Written */
/** @typedef {(shown: string, name: string, act: () => void) => HTMLElement} Button makes an item of a list with a button: what it shows, what it is called, what it does */

/**
 * Show how many cases each box would leave, and how many choices are made.
 * @param {Parts} parts
 * @param {import("./controls.js").Controls} controls
 * @param {Int32Array[]} counts
 * @param {Written} written
 */
export function showCounts(parts, controls, counts, written) {
  controls.facets.forEach((facet, place) => facet.show(counts[place], written));
  for (const control of [...controls.facets, ...controls.ranges]) {
    badge(control.fold, control.isOn ? control.number : 0, written);
  }
  const on = controls.all.filter((control) => control !== controls.text && control.isOn);
  badge(parts.all, on.length, written);
}

/**
 * @param {HTMLElement} fold
 * @param {number} number
 * @param {Written} written
 */
function badge(fold, number, written) {
  one(fold, ".cb-filters__number").textContent = number ? written(number) : "";
}

/**
 * Show what is chosen, each with what takes it off.
 * @param {Parts} parts
 * @param {import("./controls.js").Controls} controls
 * @param {Words} words
 * @param {Button} button
 */
export function showChosen(parts, controls, words, button) {
  const chips = controls.all.flatMap((control) =>
    control.chips().map(({ value, off }) => ({
      name: filled(words.chosen, { facet: control.label, value }),
      off,
    })),
  );
  const buttons = chips.map(({ name, off }) => button(name, filled(words.drop, { filter: name }), off));
  if (chips.length > 1) buttons.push(button(words.clear, words.clear, () => controls.clear()));
  parts.chosen.replaceChildren(...buttons);
  parts.chosen.hidden = !chips.length;
}

/**
 * Show the ways on from no case: what each filter taken off would give back.
 * @param {Parts} parts
 * @param {import("./controls.js").Controls} controls
 * @param {import("./selection.js").Selection} found
 * @param {Words} words
 * @param {{button: Button, written: Written}} making
 */
export function showWays(parts, controls, found, words, { button, written }) {
  parts.nothing.hidden = found.rows.length > 0;
  if (found.rows.length) return;
  const ways = controls.all.flatMap((control, place) => {
    if (!control.isOn || !found.without[place]) return [];
    const n = written(found.without[place]);
    const shown = filled(words.without, { filter: control.label, n });
    return [button(shown, shown, () => control.clear())];
  });
  parts.ways.replaceChildren(...ways, button(words.clear, words.clear, () => controls.clear()));
}

/**
 * Show the links to the pages of the answer; none where there is one page.
 * @param {Parts} parts
 * @param {Words} words
 * @param {{page: number, pages: number}} shown
 * @param {(page: number) => HTMLElement} link gives the link to a page, without its text
 * @param {Written} written
 */
export function showPages(parts, words, { page, pages }, link, written) {
  maybeOne(HTMLElement, document, ".cb-pages")?.remove();
  if (pages < 2) return;
  const list = document.createElement("ol");
  for (let each = 1; each <= pages; each++) {
    const [item, to, hidden] = [document.createElement("li"), link(each), document.createElement("span")];
    hidden.className = "cb-visually-hidden";
    hidden.textContent = words.page + " ";
    if (each === page) to.setAttribute("aria-current", "page");
    to.append(hidden, written(each));
    item.append(to);
    list.append(item);
  }
  const nav = document.createElement("nav");
  nav.className = "cb-pages";
  nav.setAttribute("aria-label", words.pages);
  nav.append(list);
  parts.rows.after(nav);
}
