/* What is a note, and what of it is shown. */
import { allOf } from "../common/elements.js";

const NOTE = /(^#|--)note-|^#input-/;
const SECTION = /(^#|--)working$|^#inputs$/;
const PARTS = ["cb-notes__title", "cb-input__value", "cb-input__basis"];

/**
 * Tell whether a link leads to a note on the page of the working.
 * @param {{href: string, hash: string}} link
 * @param {string} working the address of that page, with or without a place in it
 */
export function leadsToNote({ href, hash }, working) {
  return NOTE.test(hash) && href.split("#")[0] === working.split("#")[0];
}

/**
 * Tell whether a place is one of the page of the working.
 * @param {string} hash with its "#", or empty
 */
export function isOfWorking(hash) {
  return NOTE.test(hash) || SECTION.test(hash);
}

/**
 * Give the note that a link leads to.
 * @param {Document} notes all of them
 * @param {HTMLAnchorElement} link
 */
export function noteOf(notes, link) {
  return notes.getElementById(decodeURIComponent(link.hash.slice(1)));
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
  const copy = document.importNode(note, true);
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
