/* What the page knows of all cases and rows: `window.casebookCompare`, which stands beside it. */

/** @typedef {"label" | "first" | "remove" | "remove_of" | "add" | "add_help" | "none_found" | "like" | "zero" | "fewest" | "whole" | "working" | "twice" | "many" | "unknown" | "nearest" | "withdrawn" | "why_withdrawn" | "not_loaded" | "few" | "named" | "care" | "own_terms" | "strip" | "in_money" | "money" | "bridge" | "evidence" | "not_money" | "soft" | "kind" | "alike" | "social" | "social_refused" | "result" | "result_refused" | "document"} Word */

/**
 * @typedef {object} Rows
 * @property {number} fewest
 * @property {string} version of the figures of all cases
 * @property {Record<Word, string>} words
 * @property {(import("./rows.js").Row & {name: string})[]} rows
 * @property {import("./rows.js").Row} bridges
 * @property {import("./rows.js").Row} results
 * @property {{id: string, name: string, remedy: string}[]} aspects
 * @property {Record<string, string>} refusals
 * @property {Record<string, string>} minds
 */

/** @typedef {import("./asked.js").Known & Rows} Data */

/** @returns {Data | undefined} */
export function dataOfComparison() {
  return /** @type {Window & {casebookCompare?: Data}} */ (window).casebookCompare;
}
