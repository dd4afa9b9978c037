/* Which keys and clicks are meant for the page. */

/**
 * Tell whether an event has no key held down with it, and nobody has answered it.
 * @param {{defaultPrevented: boolean, ctrlKey: boolean, metaKey: boolean, shiftKey: boolean, altKey: boolean}} event
 */
export function isPlain(event) {
  return !(event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}
