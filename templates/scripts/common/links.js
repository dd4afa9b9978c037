/* Links, those within this page, and the places to which they lead. */

/**
 * Give the link on which an event happened.
 * @param {Event} event
 */
export function anchorOf(event) {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  return link instanceof HTMLAnchorElement ? link : null;
}

/**
 * Give the link within this page on which an event happened.
 * @param {Event} event
 */
export function linkOf(event) {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  return link instanceof HTMLAnchorElement ? link : null;
}

/**
 * Give the element that the part of an address after "#" names.
 * @param {string} hash with its "#", or empty
 */
export function named(hash) {
  return document.getElementById(decodeURIComponent(hash.slice(1)));
}
