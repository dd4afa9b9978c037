/* The place that the address names: it is shown, also where it stands in something folded (browsers and
   the theme do most of that; this does it at any depth, and again when the same link is pressed twice),
   and the link to the other language leads to the same place there, since ids are the same: to what the
   address names, while it is in sight, else to the section that is. */
import { allOf, maybeOne, one } from "./common/elements.js";
import { sectionAt } from "./place/section.js";
import { anchorOf, linkOf, named } from "./common/links.js";

const languages = allOf(HTMLAnchorElement, document, ".cb-language");
const here = maybeOne(HTMLDetailsElement, document, ".cb-here");
const SECTIONS = "main :is(h2, h3, h4, .cb-line)[id]";
let isNamed = false;

/** @param {Element} place */
function unfold(place) {
  const folded = [];
  for (let above = /** @type {Element | null} */ (place); above; above = above.parentElement) {
    if (above instanceof HTMLDetailsElement && !above.open) folded.push(above);
  }
  for (const closed of folded) closed.open = true;
  if (folded.length) place.scrollIntoView();
}

function follow() {
  const place = named(location.hash);
  const wasNamed = isNamed;
  isNamed = place !== null;
  if (place) unfold(place);
  if (isNamed || wasNamed) for (const link of languages) link.hash = isNamed ? location.hash : "";
}

/** @param {Event} event */
function keepPlace(event) {
  const link = anchorOf(event);
  if (!link || !languages.includes(link) || (link.hash && !named(link.hash))) return;
  const headings = allOf(HTMLElement, document, SECTIONS).map((one) => ({ id: one.id, ...edges(one) }));
  const place = named(location.hash);
  link.hash = sectionAt(headings, innerHeight, place && edges(place)) ?? location.hash;
}

/** @param {Element} element */
function edges(element) {
  const { top, bottom, height } = element.getBoundingClientRect();
  return { top, bottom, isShown: height > 0 };
}

/**
 * The folded contents close upon a choice, upon Escape, and when the reader goes on elsewhere.
 * @param {Event} event
 */
function foldContents({ target }) {
  if (!here?.open || !(target instanceof Element)) return;
  const isChoice = target.closest("a") !== null;
  if (isChoice || !here.contains(target)) here.open = false;
}

addEventListener("hashchange", follow);
for (const kind of ["click", "auxclick", "contextmenu"]) document.addEventListener(kind, keepPlace, true);
document.addEventListener("click", foldContents, true);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !here?.open) return;
  here.open = false;
  one(here, "summary").focus();
});
document.addEventListener("click", (event) => {
  const link = linkOf(event);
  const place = link && !event.defaultPrevented && named(link.hash);
  if (place) unfold(place);
});
follow();
