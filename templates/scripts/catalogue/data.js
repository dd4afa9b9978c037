/* What the catalogue is made of: the script of data beside the page, which pages/lists/catalogue_page.py
   writes. One list a property, in the order of the catalogue; a case is its place in these lists. */

/**
 * @typedef {object} Data
 * @property {number} rows as many as stand on a page
 * @property {string[]} slug
 * @property {string[]} title
 * @property {Rare} language of the title, where it is not the page's
 * @property {string[]} organisation
 * @property {string[]} cost
 * @property {string[]} roi
 * @property {string[]} npv empty where none is shown
 * @property {number[]} reasons 1 where the cost is a reason, 2 where the return is, 3 where both are
 * @property {Shared} marks beside the return
 * @property {Rare} compared figures for comparison
 * @property {Rare} incomparable why there are none
 * @property {Record<string, Rare>} metrics a site's own, by name
 * @property {Record<string, import("./results.js").Result>} results by measure
 * @property {Record<number, import("./results.js").Told>} leads what one result cost, of cases that lead by it
 * @property {Shared} horizons
 * @property {Record<string, (number | number[])[]>} facets the places of a case's values among the boxes
 * @property {Record<string, Span[]>} ranges
 * @property {Record<string, number[]>} orders the cases in other orders
 * @property {Record<string, Part[]>} parts of these orders, where one has several
 * @property {Record<string, Cells>} cells that the table has alone, by column
 */

/** @typedef {Record<number, string>} Rare texts by case, where there is one */

/** @typedef {{texts: string[], of: number[]}} Shared each text once, and the place of each case's */

/** @typedef {number | [number | null, number | null] | null} Span a value; between which it lies, null where there is no end; nothing */

/** @typedef {[string, number]} Part what a part of an order is called, empty for the first; how many cases it has */

/** @typedef {[string, number | boolean, string]} Cell what it says; whether that is why there is nothing; the mark of its evidence */

/** @typedef {{texts: Cell[], of: number[]}} Cells each cell once, and the place of each case's */

/** Give the data of this page, where it has any. */
export function dataOfPage() {
  return /** @type {Window & {casebookCatalogue?: Data}} */ (window).casebookCatalogue;
}
