/* Keys, as in WAI-ARIA's combobox with a list. */

/**
 * Tell whether a key leads to the search from anywhere: Ctrl or Cmd with K.
 * @param {Pick<KeyboardEvent, "key" | "altKey" | "shiftKey" | "ctrlKey" | "metaKey">} event
 */
export function isShortcut(event) {
  if (event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return false;
  return event.key.toLowerCase() === "k";
}

/**
 * Give the place to which an arrow leads in a list, which is a ring.
 * @param {number} active -1 for none
 * @param {number} by 1 or -1
 * @param {number} count at least 1
 */
export function stepped(active, by, count) {
  if (active < 0) return by > 0 ? 0 : count - 1;
  return (active + by + count) % count;
}
