/* Lets a reader choose up to four cases in lists of rows and in tables, and leads on to them side by side.
   Rows may be made anew at any time, as the catalogue's script does: each gets its button as it comes. */
import { allOf, maybeOne, one, oneOf } from "./common/elements.js";
import { filled } from "./common/words.js";
import { chosenOf, shortOf, slugOf, toggled } from "./choosing/chosen.js";

const KEPT_AS = "casebook-compare";

/**
 * @param {HTMLElement} bar
 * @param {HTMLElement[]} lists of rows, bodies of tables
 */
function startChoosing(bar, lists) {
  const { ways = "", choose = "", chooseOf = "", full = "" } = bar.dataset;
  const texts = ways.split("|"); // for one case, for two ...
  const said = one(bar, "[role=status]");
  const way = oneOf(HTMLAnchorElement, bar, "a");
  const to = way.getAttribute("href") ?? "";
  let chosen = chosenOf(kept(), texts.length);

  function show() {
    bar.hidden = !chosen.length;
    one(bar, ".cb-choosing__cases").textContent = chosen.map(({ title }) => title).join(", ");
    const isEnough = chosen.length > 1;
    const text = texts[chosen.length - 1] ?? "";
    way.hidden = !isEnough;
    way.textContent = text;
    way.setAttribute("href", `${to}?cases=${chosen.map(({ slug }) => slug).join("+")}`);
    said.textContent = isEnough ? "" : text;
    for (const row of lists.flatMap((list) => allOf(HTMLElement, list, ".cb-row, tr"))) showButton(row);
  }

  /** @param {HTMLElement} row */
  function showButton(row) {
    const link = maybeOne(HTMLAnchorElement, row, ".cb-row__title a, th a");
    if (!link) return; // it names a part of an order
    const own = { slug: slugOf(link.pathname), title: shortOf(link.textContent ?? "") };
    let button = maybeOne(HTMLButtonElement, row, ".cb-row__choose");
    if (!button) {
      button = document.createElement("button");
      Object.assign(button, { type: "button", className: "cb-row__choose", textContent: choose });
      button.setAttribute("aria-label", filled(chooseOf, { case: own.title }));
      button.addEventListener("click", () => choosing(own));
      one(row, ".cb-row__standing, th").append(button);
    }
    button.setAttribute("aria-pressed", String(chosen.some(({ slug }) => slug === own.slug)));
  }

  /** @param {import("./choosing/chosen.js").Chosen} own */
  function choosing(own) {
    const now = toggled(chosen, own, texts.length);
    if (now) changed(now);
    else said.textContent = full;
  }

  /** @param {import("./choosing/chosen.js").Chosen[]} now */
  function changed(now) {
    chosen = now;
    keep(JSON.stringify(now));
    show();
  }

  one(bar, "button").addEventListener("click", () => changed([]));
  addEventListener("pageshow", () => {
    chosen = chosenOf(kept(), texts.length); // as another list left it
    show();
  });
  for (const list of lists) new MutationObserver(() => show()).observe(list, { childList: true });
  show();
}

/** @returns {string | null} */
function kept() {
  try {
    return sessionStorage.getItem(KEPT_AS);
  } catch (_refused) {
    return null; // a browser may keep nothing for pages from a folder
  }
}

/** @param {string} text */
function keep(text) {
  try {
    sessionStorage.setItem(KEPT_AS, text);
  } catch (_refused) {
    // then it holds on this page alone
  }
}

const bar = maybeOne(HTMLElement, document, ".cb-choosing");
if (bar) startChoosing(bar, allOf(HTMLElement, document, ".cb-rows, .cb-cases tbody"));
