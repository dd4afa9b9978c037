/* The catalogue: filters, counts and orders the cases of `window.casebookCatalogue`, which stands
   beside its page. One pass over all cases finds those that fit, what each box would leave, and what
   each filter taken off would give back. What is chosen stands in the address after the "#", so that
   it can be shared, works in a page opened from a folder, and the way back is the browser's own. */
import { allOf, maybeOne, one, oneOf } from "./common/elements.js";
import { filled } from "./common/words.js";
import { brokenIn, chosenIn, hashOf } from "./catalogue/address.js";
import { showChosen, showCounts, showPages, showWays } from "./catalogue/answer.js";
import { Controls } from "./catalogue/controls.js";
import { dataOfPage } from "./catalogue/data.js";
import { showLeftOut } from "./catalogue/left_out.js";
import { writing } from "./catalogue/numbers.js";
import { FullText } from "./catalogue/full_text.js";
import { languageOf, partsOf } from "./catalogue/page.js";
import { nameOf, withParts } from "./catalogue/parts.js";
import { onPage, pagesOf } from "./catalogue/sheets.js";
import { partOf, rowOf } from "./catalogue/row.js";
import { showingRows } from "./catalogue/rows.js";
import { selection } from "./catalogue/selection.js";
import { Table } from "./catalogue/table.js";
import { copied } from "./share/clipboard.js";

const SAID_AFTER = 500; // milliseconds without a change before the number of cases is announced
const WIDE = "(min-width: 60em)";

/**
 * @param {import("./catalogue/data.js").Data} data
 * @param {HTMLFormElement} form
 */
function startCatalogue(data, form) {
  const language = languageOf(form);
  const { words } = language;
  const written = writing(language.code, language.signs);
  const parts = partsOf();
  const full = new FullText(parts.root, data.slug, () => render());
  const controls = new Controls(form, parts.orders, data, language, full);
  const blank = one(oneOf(HTMLTemplateElement, form, "template").content, ".cb-row");
  const table = new Table(controls, () => changed(null));
  let ordered = controls.inOrder();
  const showCards = showingRows(parts.rows, (number) =>
    number < 0 ? partOf(nameOf(number, ordered)) : rowOf(blank, data, controls.facet, controls.result, number),
  );
  const showTable = showingRows(table.body, (number) =>
    number < 0 ? table.partOf(nameOf(number, ordered)) : table.rowOf(data, number),
  );
  let page = 1;
  let timer = 0;
  /** @type {EventTarget | null} the field whose typing shares one step of the browser's history */
  let typedIn = null;
  let chosen = { ...controls.chosen(), ...table.chosen() }; // as it was last shown

  function render() {
    controls.read();
    chosen = { ...controls.chosen(), ...table.chosen() };
    ordered = controls.inOrder();
    const found = selection(controls.all, ordered.cases);
    const pages = pagesOf(found.rows.length, data.rows);
    page = Math.min(page, pages);
    table.show(!found.rows.length);
    const rows = withParts(onPage(found.rows, page, data.rows), ordered);
    const kind = `${controls.result?.name ?? ""} ${controls.orders.value}`;
    (table.isOn ? showTable : showCards)(rows, kind);
    parts.rows.hidden = table.isOn || !found.rows.length;
    showCounts(parts, controls, found.counts, written);
    showChosen(parts, controls, words, button);
    showLeftOut(parts, controls, words, ordered.cases, { button, written });
    showWays(parts, controls, found, words, { button, written });
    showPages(parts, words, { page, pages }, link, written);
    say(found.rows.length);
    for (const { link, address } of parts.languages) link.setAttribute("href", address + addressOf(page));
  }

  /** @param {number} number of cases found */
  function say(number) {
    const all = data.slug.length;
    const n = written(number);
    const said = number === all ? parts.whole : filled(words.found, { n, all: written(all) });
    parts.heading.textContent = said;
    parts.show.textContent = filled(words.show, { n });
    clearTimeout(timer);
    timer = setTimeout(() => (parts.said.textContent = said), SAID_AFTER);
  }

  /** @param {number} number of the page */
  function addressOf(number) {
    return hashOf({ ...chosen, page: number });
  }

  /** @param {number} number of the page */
  function link(number) {
    const made = document.createElement("a");
    made.href = addressOf(number) || "#page=1";
    made.addEventListener("click", () => (typedIn = made));
    return made;
  }

  /** @type {import("./catalogue/answer.js").Button} */
  function button(shown, name, act) {
    const item = document.createElement("li");
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = shown;
    if (name !== shown) made.setAttribute("aria-label", name);
    made.addEventListener("click", () => {
      act();
      changed(null);
      toTheTop();
    });
    item.append(made);
    return item;
  }

  function toTheTop() {
    parts.heading.focus({ preventScroll: true });
    parts.heading.scrollIntoView();
  }

  /** @param {EventTarget | null} field in which a reader types, else null */
  function changed(field) {
    const isSameTyping = field !== null && field === typedIn;
    typedIn = field;
    page = 1;
    sayBroken([]);
    parts.copied.textContent = "";
    render();
    const to = addressOf(page) || location.pathname + location.search;
    history[isSameTyping ? "replaceState" : "pushState"](null, "", to);
  }

  /** @param {string[]} what means nothing here; the rest is shown, which the address then is */
  function sayBroken(what) {
    parts.broken.textContent = what.length ? filled(words.broken, { what: what.join(", ") }) : "";
    parts.broken.hidden = !what.length;
  }

  async function copyAddress() {
    const text = location.href;
    parts.copied.textContent = "";
    const isCopied = await copied(text);
    one(parts.copy, "button").focus();
    parts.copied.textContent = isCopied ? words.copied : filled(words.uncopied, { text });
  }

  /** Set the controls from the address; one that speaks of something else leaves them as they are. */
  function readAddress() {
    const given = chosenIn(location.hash, controls.names);
    if (!given) return false;
    const broken = brokenIn(location.hash, { ...controls.choices, ...table.choices });
    sayBroken(broken);
    controls.choose(given);
    table.choose(given);
    page = given.page;
    return true;
  }

  function moved() {
    const isTurned = typedIn instanceof HTMLAnchorElement;
    typedIn = null;
    if (!readAddress()) return;
    render();
    if (isTurned) toTheTop();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => {
    if (isBox(target)) changed(null);
  });
  form.addEventListener("input", ({ target }) => {
    if (!isBox(target)) changed(target);
  });
  form.addEventListener("focusout", () => (typedIn = null));
  parts.orders.addEventListener("change", () => {
    controls.isReversed = false;
    changed(null);
  });
  one(parts.copy, "button").addEventListener("click", copyAddress);
  parts.show.addEventListener("click", toTheTop); // on narrow screens the cases stand below the filters
  window.addEventListener("popstate", moved);
  readAddress();
  render();
  foldWithWidth(parts.all, allOf(HTMLDetailsElement, form, ".cb-facet[open]"), controls);
  form.parentElement?.classList.add("cb-catalogue--on");
  form.hidden = false;
  parts.order.hidden = parts.copy.hidden = false;
  (window.requestIdleCallback || setTimeout)(() => controls.haystacks()); // before a reader types
}

/** @param {EventTarget | null} target */
function isBox(target) {
  return target instanceof HTMLInputElement && target.type === "checkbox";
}

/**
 * Open the filters where there is room; what holds a choice is open in any case.
 * @param {HTMLDetailsElement} all
 * @param {HTMLDetailsElement[]} opened those that stand open at first
 * @param {Controls} controls
 */
function foldWithWidth(all, opened, controls) {
  const wide = window.matchMedia(WIDE);
  function unfold() {
    all.open = wide.matches;
    for (const facet of opened) facet.open = wide.matches;
    for (const { isOn, fold } of controls.all) if (isOn && fold) fold.open = true;
  }
  wide.addEventListener("change", unfold);
  unfold();
}

document.addEventListener("DOMContentLoaded", () => {
  const data = dataOfPage();
  const form = maybeOne(HTMLFormElement, document, "#filters");
  if (data && form) startCatalogue(data, form);
});
