/* The panel: opening and closing, its place, mouse and keys. */
import { allOf, one, oneOf } from "../common/elements.js";
import { isPlain } from "../common/keys.js";
import { anchorOf } from "../common/links.js";
import { allNotes } from "./all.js";
import { copied, isInput, leadsToNote, noteOf } from "./note.js";
import { hiddenPart, mostHeight, placeOf } from "./place.js";

/**
 * @param {HTMLElement} panel
 * @param {HTMLElement} page
 */
export function startNotes(panel, page) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const body = one(panel, ".cb-panel__body");
  const back = one(panel, ".cb-panel__back");
  const ways = { working: oneOf(HTMLAnchorElement, panel, ".cb-panel__working"), inputs: oneOf(HTMLAnchorElement, panel, ".cb-panel__inputs") };
  const working = ways.working.href.split("#")[0];
  /** @type {HTMLAnchorElement | null} the link whose note is open */
  let opener = null;
  /** @type {HTMLElement[]} the notes that led here, the one that is shown last */
  let trail = [];

  /** @param {HTMLAnchorElement} link @param {HTMLElement} note */
  function open(link, note) {
    close();
    opener = link;
    trail = [note];
    opener.setAttribute("aria-expanded", "true");
    blockOf(link, page).after(panel); // so that the tab key goes from the note on to what follows its number
    panel.hidden = false;
    show();
    panel.focus({ preventScroll: true });
  }

  function close() {
    if (!opener) return;
    opener.setAttribute("aria-expanded", "false");
    opener = null;
    panel.hidden = true;
    body.replaceChildren();
  }

  function leave() {
    const from = opener;
    close();
    from?.focus({ preventScroll: true });
  }

  function show() {
    const note = trail[trail.length - 1];
    body.replaceChildren(...copied(note));
    panel.setAttribute("aria-label", note.dataset.cbNote ?? "");
    one(panel, ".cb-panel__number").textContent = note.dataset.cbNumber ?? "";
    ways.inputs.hidden = !isInput(note);
    ways.working.hidden = isInput(note);
    for (const way of [ways.inputs, ways.working]) way.hash = note.id;
    back.hidden = trail.length < 2;
    settle();
    reveal();
  }

  /** @param {HTMLElement} note */
  function goOn(note) {
    trail.push(note);
    show();
    panel.focus({ preventScroll: true });
  }

  function goBack() {
    const left = "#" + trail.pop()?.id;
    show();
    const links = allOf(HTMLAnchorElement, body, "a");
    (links.find((link) => link.hash === left) || panel).focus({ preventScroll: true });
  }

  function settle() {
    if (!opener) return;
    const [from, at] = [page.getBoundingClientRect(), opener.getBoundingClientRect()];
    panel.style.maxHeight = mostHeight(at.height, innerHeight - roof(panel)) + "px";
    const place = placeOf(from, at, panel.offsetWidth);
    panel.style.left = place.left + "px";
    panel.style.top = place.top + "px";
  }

  function reveal() {
    panel.scrollTop = 0;
    const over = hiddenPart(panel.getBoundingClientRect(), innerHeight, roof(panel));
    if (over) scrollBy({ top: over, behavior: calm.matches ? "instant" : "smooth" });
  }

  /** @param {MouseEvent} event */
  function follow(event) {
    const link = anchorOf(event);
    if (!link || !page.contains(link) || link.closest(".cb-panel__way") || !leadsToNote(link, working)) {
      if (link || !isWithin(panel, event.target)) close();
      return;
    }
    if (!isPlain(event)) return;
    event.preventDefault();
    if (link === opener) leave();
    else allNotes(panel.dataset.cbWorking ?? "").then((notes) => answer(link, noteOf(notes, link)), () => location.assign(link.href));
  }

  /** @param {HTMLAnchorElement} link @param {HTMLElement | null} note */
  function answer(link, note) {
    if (!note) location.assign(link.href);
    else if (panel.contains(link)) goOn(note);
    else open(link, note);
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    const { key, target } = event;
    if (key === "Escape" && opener && isPlain(event) && !event.isComposing) {
      event.preventDefault();
      leave();
    } else if (key === " " && isPlain(event) && isRoleButton(target)) {
      event.preventDefault();
      target.click();
    }
  }

  document.addEventListener("click", follow);
  document.addEventListener("keydown", press);
  back.addEventListener("click", goBack);
  one(panel, ".cb-panel__close").addEventListener("click", leave);
  panel.addEventListener("focusout", ({ relatedTarget: next }) => {
    if (next && next !== opener && !isWithin(panel, next)) close();
  });
  new ResizeObserver(settle).observe(page);
  addEventListener("resize", settle);
  markLinks(panel, page, working);
}

/**
 * Give the block right within the page in which a link stands.
 * @param {HTMLElement} link
 * @param {HTMLElement} page
 */
function blockOf(link, page) {
  let block = link;
  while (block.parentElement && block.parentElement !== page) block = block.parentElement;
  return block;
}

/**
 * Give the height of what stays at the top of the window, for which the styles leave room.
 * @param {HTMLElement} panel
 */
function roof(panel) {
  return Number.parseFloat(getComputedStyle(panel).scrollMarginTop) || 0;
}

/**
 * @param {HTMLElement} place
 * @param {EventTarget | null} target
 */
function isWithin(place, target) {
  return target instanceof Node && place.contains(target);
}

/**
 * @param {EventTarget | null} target
 * @returns {target is HTMLElement}
 */
function isRoleButton(target) {
  return target instanceof HTMLElement && target.matches("a[role=button]");
}

/**
 * Say of each link to a note that it opens the panel.
 * @param {HTMLElement} panel
 * @param {HTMLElement} page
 * @param {string} working the address of the page of all notes
 */
function markLinks(panel, page, working) {
  for (const link of allOf(HTMLAnchorElement, page, "a[href]")) {
    if (panel.contains(link) || !leadsToNote(link, working)) continue;
    if (link.matches(".cb-note")) link.setAttribute("role", "button");
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-expanded", "false");
    link.setAttribute("aria-controls", panel.id);
  }
}
