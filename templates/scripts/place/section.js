/* The section that a reader is at. */

/** @typedef {{top: number, bottom: number, isShown: boolean}} Edges of an element in the window, in pixels */

const READ = 0.4; // of the window's height: what begins above this line is being read

/**
 * Give the id of the section that is being read: "" above the first one, null where what the address
 * names is in sight, so that nothing need change.
 * @param {(Edges & {id: string})[]} headings in their order
 * @param {number} window its height
 * @param {Edges | null} place what the address names
 */
export function sectionAt(headings, window, place) {
  if (place?.isShown && place.top < window && place.bottom > 0) return null;
  const begun = headings.filter(({ isShown, top }) => isShown && top < window * READ);
  return begun.length ? begun[begun.length - 1].id : "";
}
