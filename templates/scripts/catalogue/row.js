/* A case as a row, as templates/pages/case_row.html writes it: a blank one is filled, by its class names. */
import { allOf, one } from "../common/elements.js";
import { filled } from "../common/words.js";
import { toldOf } from "./results.js";

/** @typedef {Record<string, import("./facet_filter.js").FacetFilter>} Facets by name */

/**
 * Give the row of a case.
 * @param {HTMLElement} blank
 * @param {import("./data.js").Data} data
 * @param {Facets} facets
 * @param {import("./results.js").Result | null} result whose cost is asked for
 * @param {number} number of the case
 */
export function rowOf(blank, data, facets, result, number) {
  const row = /** @type {HTMLElement} */ (blank.cloneNode(true));
  /** @param {string} name */
  const part = (name) => one(row, ".cb-row__" + name);
  /** @param {string} name */
  const labels = (name) => facets[name].values[number].map((value) => facets[name].texts[value]);
  fillTitle(one(part("title"), "a"), data, number);
  part("who").textContent = [data.organisation[number], labels("country")[0], labels("year")[0]].join(", ");
  part("what").textContent = [labels("sector")[0], labels("kind")[0], labels("channel").join(", ")].join(" · ");
  for (const name of ["evidence", "status"]) {
    const label = facets[name].labels[facets[name].values[number][0]];
    part(name).replaceChildren(...label.cloneNode(true).childNodes);
  }
  fillFigures(row, data, number);
  fillResult(part("result"), toldOf(data, result, number));
  fillCompared(part("compared"), data.compared[number], data.incomparable[number]);
  for (const own of allOf(HTMLElement, row, ".cb-row__own")) {
    fillMetric(own, data.metrics[own.dataset.metric ?? ""][number]);
  }
  return row;
}

/**
 * Give the item that names a part of an order.
 * @param {string} name
 */
export function partOf(name) {
  const item = document.createElement("li");
  item.className = "cb-rows__part";
  item.textContent = name;
  return item;
}

/**
 * @param {HTMLElement} title
 * @param {import("./data.js").Data} data
 * @param {number} number
 */
export function fillTitle(title, data, number) {
  title.textContent = data.title[number];
  title.setAttribute("href", "../cases/" + data.slug[number] + ".html");
  const language = data.language[number];
  if (!language) return;
  title.lang = language;
  title.setAttribute("hreflang", language);
}

/**
 * @param {HTMLElement} row
 * @param {import("./data.js").Data} data
 * @param {number} number
 */
function fillFigures(row, data, number) {
  const [cost, roi, npv] = ["cost", "roi", "npv"].map((name) => one(row, ".cb-row__" + name));
  fillFigure(cost, data.cost[number], Boolean(data.reasons[number] & 1));
  fillFigure(roi, data.roi[number], Boolean(data.reasons[number] & 2));
  const badge = one(roi, ".cb-badge");
  const mark = data.marks.texts[data.marks.of[number]];
  if (mark) badge.textContent = mark;
  else removeWithSpace(badge);
  if (!data.npv[number]) return npv.remove();
  fillFigure(npv, data.npv[number], false);
  one(npv, ".cb-row__horizon").textContent = data.horizons.texts[data.horizons.of[number]];
}

/**
 * @param {HTMLElement} figure
 * @param {import("./results.js").Told | null} told
 */
function fillResult(figure, told) {
  if (!told) return figure.remove();
  one(figure, "dt").textContent = told[0];
  fillFigure(figure, told[1], told[2]);
}

/**
 * @param {HTMLElement} figure
 * @param {string} text
 * @param {boolean} isReason why there is no figure
 */
function fillFigure(figure, text, isReason) {
  const value = one(figure, ".cb-value");
  value.textContent = text;
  if (isReason) value.className = "cb-reason";
}

/** @param {HTMLElement} element */
function removeWithSpace(element) {
  element.previousSibling?.remove();
  element.remove();
}

/**
 * @param {HTMLElement} compared
 * @param {string | undefined} figures
 * @param {string | undefined} reason why there are none
 */
function fillCompared(compared, figures, reason) {
  if (figures) compared.textContent = filled(compared.textContent ?? "", { figures });
  else if (reason) compared.textContent = reason;
  else compared.remove();
}

/**
 * @param {HTMLElement} metric
 * @param {string | undefined} text
 */
function fillMetric(metric, text) {
  if (text) one(metric, "dd").textContent = text;
  else metric.remove();
}
