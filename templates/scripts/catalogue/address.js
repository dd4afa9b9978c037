/* What is chosen, as it stands in the address after "#": shared, kept, and led back to. */

/**
 * @typedef {object} Chosen
 * @property {Record<string, string[]>} facets the values of the boxes that are ticked, by facet
 * @property {Record<string, [string, string]>} ranges two ends as plain numbers, empty where open
 * @property {string[]} unsure the ranges that let in what may lie in them
 * @property {string} text
 * @property {string} order with a "-" before it where it goes the other way round
 * @property {string} view
 * @property {string[]} hidden the columns of the table that are not shown
 * @property {number} page from 1 on
 */

/** @typedef {{facets: string[], ranges: string[]}} Names of all that can be chosen */

export const DEFAULT_ORDER = "evidence";
export const DEFAULT_VIEW = "cards";

/**
 * Write what is chosen: only what is not as at first, in the order of the filters.
 * @param {Chosen} chosen
 * @returns {string} with its "#", or empty
 */
export function hashOf({ facets, ranges, unsure, text, order, view, hidden, page }) {
  const parts = [
    ...Object.entries(facets).map(([name, values]) => [name, values.join(",")]),
    ...Object.entries(ranges).map(([name, ends]) => [name, ends[0] || ends[1] ? ends.join("..") : ""]),
    ["unsure", unsure.join(",")],
    ["text", text],
    ["order", order === DEFAULT_ORDER ? "" : order],
    ["view", view === DEFAULT_VIEW ? "" : view],
    ["hide", hidden.join(",")],
    ["page", page > 1 ? String(page) : ""],
  ];
  const said = parts.filter(([, value]) => value).map(([name, value]) => `${name}=${encoded(value)}`);
  return said.length ? "#" + said.join("&") : "";
}

/** @param {string} value */
function encoded(value) {
  return encodeURIComponent(value).replace(/%2C/g, ",");
}

/**
 * Read what is chosen; null where the address speaks of something else, as of a place on the page.
 * @param {string} hash with its "#", or empty
 * @param {Names} names
 * @returns {Chosen | null}
 */
export function chosenIn(hash, names) {
  const given = new URLSearchParams(hash.slice(1));
  const known = [...names.facets, ...names.ranges, "unsure", "text", "order", "view", "hide", "page"];
  if (hash.length > 1 && !known.some((name) => given.has(name))) return null;
  return {
    facets: Object.fromEntries(names.facets.map((name) => [name, valuesOf(given.get(name))])),
    ranges: Object.fromEntries(names.ranges.map((name) => [name, endsOf(given.get(name))])),
    unsure: valuesOf(given.get("unsure")),
    text: given.get("text") || "",
    order: given.get("order") || DEFAULT_ORDER,
    view: given.get("view") || DEFAULT_VIEW,
    hidden: valuesOf(given.get("hide")),
    page: Math.max(1, Number.parseInt(given.get("page") ?? "", 10) || 1),
  };
}

/** @param {string | null} value */
function valuesOf(value) {
  return value ? value.split(",") : [];
}

/**
 * @param {string | null} value
 * @returns {[string, string]}
 */
function endsOf(value) {
  const [from = "", to = ""] = (value ?? "").split("..");
  return [from, to];
}
