/* What is a note, and what of it is shown. */
import { allOf } from "../common/elements.js";
import { named } from "../common/links.js";

const PARTS = ["cb-notes__title", "cb-input__value", "cb-input__basis"];

/**
 * Give the note that a link leads to.
 * @param {HTMLAnchorElement} link
 */
export function noteOf(link) {
  const place = named(link.hash);
  return place?.hasAttribute("data-cb-note") ? place : null;
}

/**
 * Tell whether a note is an input: a row of their table.
 * @param {HTMLElement} note
 * @returns {note is HTMLTableRowElement}
 */
export function isInput(note) {
  return note.localName === "tr";
}

/**
 * Give a copy of what a note holds; an input gives its name, its value, what it rests on.
 * @param {HTMLElement} note
 * @returns {ChildNode[]}
 */
export function copied(note) {
  const copy = /** @type {HTMLElement} */ (note.cloneNode(true));
  for (const part of copy.querySelectorAll("[id]")) part.removeAttribute("id");
  if (!isInput(copy)) return Array.from(copy.childNodes);
  for (const number of allOf(Element, copy.cells[0], ".cb-note")) number.remove();
  return Array.from(copy.cells, (cell, index) => {
    const part = document.createElement("div");
    part.className = PARTS[index];
    part.append(...cell.childNodes);
    return part;
  });
}
