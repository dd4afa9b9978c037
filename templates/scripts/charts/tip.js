/* Where a tip stands: above its mark, below where there is no room, never beyond the window. */

const GAP = 8;

/**
 * Give the place of a tip's left upper corner in the window.
 * @param {{left: number, right: number, top: number, bottom: number}} mark
 * @param {{width: number, height: number}} tip
 * @param {{left: number, right: number, top: number}} room
 */
export function cornerOf(mark, tip, room) {
  const centred = (mark.left + mark.right - tip.width) / 2;
  const left = Math.max(Math.min(centred, room.right - tip.width), room.left);
  const above = mark.top - tip.height - GAP;
  return { left, top: above < room.top ? mark.bottom + GAP : above };
}

/**
 * Put a tip to its mark; it stands beside the drawing, in an element to which it is placed.
 * @param {HTMLElement} tip
 * @param {SVGElement} mark
 * @param {SVGElement} drawing
 */
export function place(tip, mark, drawing) {
  const around = drawing.parentElement?.getBoundingClientRect();
  if (!around) return;
  const room = { left: GAP, right: document.documentElement.clientWidth - GAP, top: GAP };
  const corner = cornerOf(mark.getBoundingClientRect(), tip.getBoundingClientRect(), room);
  tip.style.left = `${corner.left - around.left}px`;
  tip.style.top = `${corner.top - around.top}px`;
}
