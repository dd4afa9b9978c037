/* The marks of a drawing: what each says, and which one is pointed at. */

/** How far from a mark, in pixels, a pointer still means it. */
const REACH = 22;

/**
 * Give what a mark says: its own words, or the texts that stand behind it in the drawing, up to the next mark.
 * @param {SVGElement} mark
 */
export function speaking(mark) {
  return mark.dataset.tip || mark.getAttribute("aria-label") || beside(mark).join(" ");
}

/** @param {SVGElement} mark */
function beside(mark) {
  const texts = [];
  for (let next = mark.nextElementSibling; next && !next.hasAttribute("data-tip"); next = next.nextElementSibling) {
    if (next.localName === "text") texts.push(next.textContent ?? "");
    else if (texts.length) break;
  }
  return texts;
}

/**
 * Give which of the marks is pointed at: the one that is hit, else the nearest in reach; -1 for none.
 * @param {SVGElement[]} marks
 * @param {{clientX: number, clientY: number, target: EventTarget | null}} point
 */
export function markIn(marks, { clientX, clientY, target }) {
  const hit = marks.findIndex((mark) => target instanceof Node && mark.contains(target));
  if (hit >= 0) return hit;
  const away = marks.map((mark) => distance(mark.getBoundingClientRect(), clientX, clientY));
  const least = Math.min(...away);
  return least <= REACH ? away.indexOf(least) : -1;
}

/**
 * Give how far a place lies from a rectangle, 0 within it.
 * @param {{left: number, right: number, top: number, bottom: number}} box
 * @param {number} x
 * @param {number} y
 */
export function distance({ left, right, top, bottom }, x, y) {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}
