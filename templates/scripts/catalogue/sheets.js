/* The answer on pages of so many rows. */

/**
 * Give how many pages so many cases fill; one where there is none.
 * @param {number} cases
 * @param {number} rows of a page
 */
export function pagesOf(cases, rows) {
  return Math.max(1, Math.ceil(cases / rows));
}

/**
 * Give what stands on a page.
 * @template Case
 * @param {Case[]} cases
 * @param {number} page from 1 on
 * @param {number} rows of a page
 */
export function onPage(cases, page, rows) {
  return cases.slice((page - 1) * rows, page * rows);
}
