/* Which cases an address asks for, and what is wrong with it. */
import { nearest } from "./nearest.js";

/**
 * @typedef {object} Known the cases of the site
 * @property {Record<string, [title: string, who: string]>} cases
 * @property {Record<string, string>} former an earlier slug -> the slug of today
 * @property {Record<string, string>} withdrawn slug -> title
 * @property {number} most
 */

/** @typedef {{kind: "unknown" | "withdrawn" | "twice", slug: string, near: string[]}} Fault */
/** @typedef {{slugs: string[], left: string[], faults: Fault[]}} Asked left: those beyond the most */

const NAME = "cases";

/**
 * Read an address: slugs joined by +, which a browser may have written otherwise.
 * @param {string} search the part of the address from "?" on, or empty
 * @param {Known} known
 * @returns {Asked}
 */
export function askedIn(search, known) {
  const given = (new URLSearchParams(search).get(NAME) ?? "").split(/[\s+,]+/).filter(Boolean);
  /** @type {string[]} */
  const slugs = [];
  /** @type {Fault[]} */
  const faults = [];
  for (const one of given) {
    const slug = Object.hasOwn(known.former, one) ? known.former[one] : one;
    if (slugs.includes(slug)) faults.push({ kind: "twice", slug, near: [] });
    else if (Object.hasOwn(known.cases, slug)) slugs.push(slug);
    else if (Object.hasOwn(known.withdrawn, slug)) faults.push({ kind: "withdrawn", slug, near: [] });
    else faults.push({ kind: "unknown", slug, near: nearest(slug, Object.keys(known.cases)) });
  }
  return { slugs: slugs.slice(0, known.most), left: slugs.slice(known.most), faults };
}

/**
 * Write the part of an address that asks for cases.
 * @param {string[]} slugs
 */
export function searchOf(slugs) {
  return slugs.length ? `?${NAME}=${slugs.join("+")}` : "";
}
