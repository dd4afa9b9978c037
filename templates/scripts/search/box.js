/* The box: asking, showing what is found, keys, coming and going. */
import { allOf, one, oneOf } from "../common/elements.js";
import { isShortcut, stepped } from "./keys.js";
import { optionOf } from "./option.js";
import { loading } from "./pagefind.js";
import { counted, filledWith, SHOWN } from "./sentences.js";
import { spelled } from "./spelling.js";

const PAUSE = 150; // milliseconds without a key before a search
const ADDRESSED = "#search=";

/** @param {HTMLElement} place */
export function startSearch(place) {
  const { cbRoot = "", cbFolder = "", cbBusy = "", cbFailed = "", ...words } = place.dataset;
  const input = oneOf(HTMLInputElement, place, ".cb-search__input");
  const panel = one(place, ".cb-search__panel");
  const said = one(place, ".cb-search__said");
  const list = one(place, ".cb-search__results");
  const others = allOf(HTMLAnchorElement, place, ".cb-search__other");
  const status = one(place, ".cb-search__status");
  const inFolder = location.protocol === "file:";
  const load = loading(cbRoot);

  let turn = 0; // of the last search: an answer to an earlier one is dropped
  let timer = 0;
  let answered = ""; // the words that the list answers
  let active = -1;
  /** @type {{where: Element | null, height: number} | null} where the reader was when a key led here */
  let before = null;

  /* ---- Searching ---------------------------------------------------------------------------- */

  function asked() {
    return input.value.trim();
  }

  async function search() {
    clearTimeout(timer);
    const query = asked();
    const mine = ++turn;
    if (inFolder) return tell(cbFolder);
    if (!query) return close();
    offerOthers(query);
    if (!answered) tell(cbBusy);
    try {
      const found = await (await load()).search(spelled(query));
      const fitting = found.results.filter((result) => result.words.length); // in the text, that is
      const results = await Promise.all(fitting.slice(0, SHOWN).map((result) => result.data()));
      if (mine === turn) answer(query, fitting.length, results);
    } catch (_failed) {
      if (mine === turn) tell(cbFailed);
    }
  }

  /* ---- Showing ------------------------------------------------------------------------------ */

  /**
   * @param {string} query
   * @param {number} count
   * @param {import("./hits.js").Result[]} results
   */
  function answer(query, count, results) {
    list.replaceChildren(...results.map((result, index) => optionOf(result, index, cbRoot)));
    answered = query;
    choose(-1);
    tell(counted(count, query, words, document.documentElement.lang));
    list.scrollTop = 0;
  }

  /**
   * Say a sentence, to eyes and ears; the list shows what it answers, if that is still asked.
   * @param {string} sentence
   */
  function tell(sentence) {
    list.setAttribute("aria-busy", String(sentence === cbBusy));
    const isAnswer = answered !== "" && answered === asked();
    if (!isAnswer) list.replaceChildren();
    said.textContent = sentence;
    status.textContent = sentence;
    open();
  }

  function open() {
    panel.hidden = false;
    list.hidden = !list.children.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
  }

  function close() {
    panel.hidden = true;
    status.textContent = "";
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  /** @param {string} query */
  function offerOthers(query) {
    for (const link of others) {
      link.textContent = filledWith(link.dataset.cbText ?? "", query);
      link.hash = ADDRESSED + encodeURIComponent(query);
      link.hidden = false;
    }
  }

  /* ---- Keys --------------------------------------------------------------------------------- */

  /** @param {number} index of the option, -1 for none */
  function choose(index) {
    const options = Array.from(list.children);
    active = index;
    options.forEach((option, number) => option.setAttribute("aria-selected", String(number === index)));
    if (index < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", options[index].id);
    options[index].scrollIntoView({ block: "nearest" });
  }

  /** @param {number} by */
  function step(by) {
    const count = list.children.length;
    if (!count) return;
    if (panel.hidden) tell(said.textContent ?? "");
    choose(stepped(active, by, count));
  }

  function enter() {
    if (answered !== asked() || panel.hidden) return void search();
    const option = list.children[Math.max(active, 0)];
    if (option instanceof HTMLElement) option.click();
  }

  /* Close, and go back to where the reader was if a key led here. */
  function leave() {
    close();
    if (!before) return input.focus();
    const { where, height } = before;
    before = null;
    if (canFocus(where) && where !== document.body) where.focus({ preventScroll: true });
    else if (canFocus(document.activeElement)) document.activeElement.blur();
    scrollTo({ top: height, behavior: "instant" });
  }

  /** @type {Record<string, () => void>} */
  const KEYS = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: enter,
  };

  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!Object.hasOwn(KEYS, event.key)) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  place.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing || (panel.hidden && !before)) return;
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || !isShortcut(event)) return;
    event.preventDefault();
    if (document.activeElement !== input) {
      before = { where: document.activeElement, height: scrollY };
      input.focus();
    }
    input.select();
  });

  /* ---- Coming and going --------------------------------------------------------------------- */

  /** @param {FocusEvent} event */
  function isInside({ relatedTarget }) {
    return relatedTarget instanceof Node && place.contains(relatedTarget);
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    list.setAttribute("aria-busy", "true");
    timer = setTimeout(search, PAUSE);
  });
  input.addEventListener("focus", (event) => {
    if (isInside(event)) return; // back from the panel
    if (inFolder || asked()) search();
    else load().catch(() => {}); // said when something is asked
  });
  place.addEventListener("focusout", (event) => {
    if (isInside(event)) return;
    before = null;
    clearTimeout(timer);
    turn += 1;
    close();
  });
  panel.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the box

  /* Words brought along from another language. */
  if (location.hash.startsWith(ADDRESSED)) {
    input.value = decodeURIComponent(location.hash.slice(ADDRESSED.length));
    history.replaceState(null, "", location.pathname + location.search);
    input.focus();
  }
}

/**
 * @param {Element | null} element
 * @returns {element is HTMLElement | SVGElement}
 */
function canFocus(element) {
  return element instanceof HTMLElement || element instanceof SVGElement;
}
