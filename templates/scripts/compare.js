/* Lays two to four cases side by side, which the address names: `compare.html?cases=a+b`. It chooses among
   finished texts, and computes nothing but how long bars are. Each choice is an address, so that the way
   back is the browser's own. */
import { allOf, maybeOne } from "./common/elements.js";
import { filled } from "./common/words.js";
import { askedIn } from "./compare/asked.js";
import { broughtBy } from "./compare/brought.js";
import { chooserOf, faultsOf } from "./compare/chooser.js";
import { dataOfComparison } from "./compare/data.js";
import { tableOf } from "./compare/table.js";

/**
 * @param {import("./compare/data.js").Data} data
 * @param {HTMLElement} place
 */
async function startComparison(data, place) {
  const { words } = data;
  const asked = askedIn(location.search, data);
  for (const link of allOf(HTMLAnchorElement, document, ".cb-language")) link.search = location.search;
  maybeOne(HTMLElement, document, ".cb-footer__address")?.append(location.search);
  place.textContent = words.working;
  const brought = await Promise.all(asked.slugs.map((slug) => broughtBy(slug, data.version)));
  const columns = brought.filter((one) => one !== null);
  const faults = faultsOf(data, asked);
  for (const [at, slug] of asked.slugs.entries()) {
    if (!brought[at]) faults.append(said(filled(words.not_loaded, { case: data.cases[slug][0] })));
  }
  /** @type {HTMLElement[]} */
  const parts = faults.children.length ? [faults] : [];
  if (columns.length >= data.fewest) {
    parts.push(framed(words.label, tableOf(data, columns)));
    const cases = columns.map(({ title }) => title).join(", ");
    document.title = document.title.replace(headingOf(document), () => filled(words.document, { cases }));
  }
  const like = [...new Set(columns.flatMap((one) => one.like))];
  place.replaceChildren(...parts, chooserOf(data, asked.slugs, like));
}

/** @param {Document} page */
function headingOf(page) {
  return page.querySelector("h1")?.textContent ?? "";
}

/**
 * @param {string} label
 * @param {HTMLElement} table
 */
function framed(label, table) {
  const frame = document.createElement("div");
  frame.className = "cb-compared__frame";
  frame.append(table);
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", label);
  frame.tabIndex = 0;
  return frame;
}

/** @param {string} text */
function said(text) {
  const item = document.createElement("li");
  item.textContent = text;
  return item;
}

document.addEventListener("DOMContentLoaded", () => {
  const data = dataOfComparison();
  const place = maybeOne(HTMLElement, document, ".cb-compare");
  if (data && place) startComparison(data, place);
});
