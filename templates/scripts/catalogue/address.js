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
 * Read what is chosen; null where the address names a place on the page.
 * @param {string} hash with its "#", or empty
 * @param {Names} names
 * @returns {Chosen | null}
 */
export function chosenIn(hash, names) {
  const given = new URLSearchParams(hash.slice(1));
  if (hash.length > 1 && !hash.includes("=")) return null;
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

/**
 * @typedef {object} Choices all that can be chosen
 * @property {Record<string, string[]>} facets the values of the boxes of each facet
 * @property {string[]} ranges
 * @property {string[]} orders
 * @property {string[]} views
 * @property {string[]} columns
 */

const NUMBER = /^-?\d*\.?\d*$/;

/**
 * Give the parts of an address that mean nothing here: an unknown name or value, what is no number.
 * @param {string} hash with its "#", or empty
 * @param {Choices} choices
 * @returns {string[]} each as name=value
 */
export function brokenIn(hash, { facets, ranges, orders, views, columns }) {
  if (!hash.includes("=")) return [];
  /** @type {Record<string, (value: string) => boolean>} */
  const fits = {
    text: () => true,
    order: (value) => orders.includes(value.replace(/^-/, "")),
    view: (value) => views.includes(value),
    hide: (value) => columns.includes(value),
    unsure: (value) => ranges.includes(value),
    page: (value) => /^[1-9]\d*$/.test(value),
  };
  for (const name of ranges) fits[name] = (value) => isRange(value);
  for (const [name, values] of Object.entries(facets)) fits[name] = (value) => values.includes(value);
  return Array.from(new URLSearchParams(hash.slice(1))).flatMap(([name, value]) => {
    const each = name in facets || name === "hide" || name === "unsure" ? valuesOf(value) : [value];
    const isKnown = Object.hasOwn(fits, name);
    return each.filter((one) => !isKnown || !fits[name](one)).map((one) => `${name}=${one}`);
  });
}

/** @param {string} value */
function isRange(value) {
  const ends = value.split("..");
  return ends.length === 2 && ends.every((end) => NUMBER.test(end) && end !== "-" && end !== ".");
}
