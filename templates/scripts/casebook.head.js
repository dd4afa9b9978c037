/* Light or dark, before the first paint: as the system, or as the reader chose with the button.
   And what is folded opens for who is led into it, where the browser does not do so by itself. */
import { maybeOne } from "./common/elements.js";
import { named } from "./common/links.js";
import { STATES, nameOf, next, stateOf } from "./head/scheme.js";

const KEY = "casebook.scheme";
const root = document.documentElement;

function chosen() {
  try {
    return stateOf(localStorage.getItem(KEY));
  } catch (_refused) {
    return STATES[0];
  }
}

/** @param {string} state */
function keep(state) {
  try {
    localStorage.setItem(KEY, state);
  } catch (_refused) {
    /* The choice then holds for this page. */
  }
}

/** @param {string} state @param {HTMLButtonElement} [button] */
function show(state, button) {
  root.setAttribute("data-cb-scheme", state);
  if (!button) return;
  const name = nameOf(state, button.dataset);
  button.setAttribute("aria-label", name);
  button.title = name;
}

function unfoldNamed() {
  const target = named(location.hash);
  const folded = target?.closest("details:not([open])");
  if (!target || !(folded instanceof HTMLDetailsElement)) return;
  folded.open = true;
  target.scrollIntoView();
}

function startScheme() {
  const button = maybeOne(HTMLButtonElement, document, ".cb-scheme");
  if (!button) return;
  show(chosen(), button);
  button.hidden = false;
  button.addEventListener("click", () => {
    const state = next(stateOf(root.getAttribute("data-cb-scheme")));
    keep(state);
    show(state, button);
  });
}

window.addEventListener("hashchange", unfoldNamed);
document.addEventListener("DOMContentLoaded", unfoldNamed);
show(chosen());
document.addEventListener("DOMContentLoaded", startScheme);
