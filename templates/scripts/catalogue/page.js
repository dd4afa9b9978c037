/* The parts of the catalogue's page that its script fills, and the words that it finds there. */
import { allOf, one, oneOf } from "../common/elements.js";

/**
 * @typedef {object} Language
 * @property {string} code of the page
 * @property {import("./numbers.js").Signs} signs
 * @property {Words} words
 */

/** @typedef {Record<"found" | "chosen" | "between" | "least" | "most" | "drop" | "without" | "show" | "clear" | "page" | "pages" | "bound" | "unknown" | "joint" | "left" | "lets" | "let" | "leave" | "broken" | "copied" | "uncopied", string>} Words the form's `data-*` */

/**
 * @param {HTMLFormElement} form
 * @returns {Language}
 */
export function languageOf(form) {
  const { decimal = "", group = "" } = form.dataset;
  const words = /** @type {Words} */ (form.dataset);
  return { code: document.documentElement.lang, signs: { decimal, group }, words };
}

/** Give the parts that are filled. */
export function partsOf() {
  const heading = one(document, "#found");
  const nothing = one(document, ".cb-found__nothing");
  const order = one(document, ".cb-found__order");
  return {
    heading,
    whole: heading.textContent ?? "", // what it says of all cases
    said: one(document, ".cb-found__said"),
    chosen: one(document, ".cb-found__chosen"),
    root: one(document, ".cb-search").dataset.cbRoot ?? "",
    broken: one(document, ".cb-found__broken"),
    copy: one(document, ".cb-found__copy"),
    copied: one(document, ".cb-found__copied"),
    left: one(document, ".cb-found__left"),
    nothing,
    ways: one(nothing, "ul"),
    rows: one(document, ".cb-rows"),
    order,
    orders: oneOf(HTMLSelectElement, order, "select"),
    all: oneOf(HTMLDetailsElement, document, ".cb-filters__all"),
    show: one(document, ".cb-filters__show button"),
    languages: allOf(HTMLElement, document, ".cb-language").map((link) => ({
      link,
      address: link.getAttribute("href") ?? "",
    })),
  };
}

/** @typedef {ReturnType<typeof partsOf>} Parts */
