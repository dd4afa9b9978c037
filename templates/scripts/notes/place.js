/* Where the panel of a note stands, in pixels. */

const GAP = 8; // between the panel, its number and the edges of the window
const LEAST = 280; // of height that a note needs to be read, if the window has them

/**
 * Give how high the panel may be: as the window allows with the number in it.
 * @param {number} number its height
 * @param {number} window its height, without what stays at its top
 */
export function mostHeight(number, window) {
  return Math.min(Math.max(window - number - 3 * GAP, LEAST), window - 2 * GAP);
}

/**
 * Place the panel below its number, within the page: from the left and the top of the page.
 * @param {{left: number, right: number, top: number}} page
 * @param {{left: number, bottom: number}} number
 * @param {number} width of the panel
 */
export function placeOf(page, number, width) {
  const left = Math.min(number.left - 3 * GAP, page.right - width);
  return { left: Math.max(left - page.left, 0), top: number.bottom + GAP - page.top };
}

/**
 * Give how far to scroll so that the whole panel is seen, its top before its foot; 0 where it is.
 * @param {{top: number, bottom: number}} panel
 * @param {number} window its height
 * @param {number} roof the height of what stays at the window's top
 */
export function hiddenPart(panel, window, roof) {
  return Math.max(panel.bottom + GAP - window, 0) || Math.min(panel.top - GAP - roof, 0);
}
