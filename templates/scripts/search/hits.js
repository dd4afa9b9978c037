/* What of a result fits the words asked for. */
import { bare, typeset } from "./spelling.js";

/**
 * What Pagefind gives of a page.
 * @typedef {object} Result
 * @property {string} raw_url
 * @property {string} content
 * @property {string} excerpt with marks, and both angle brackets escaped
 * @property {number[]} [locations] of the words of the content that fit
 * @property {Record<string, string | undefined>} meta
 */

/** @typedef {{text: string, isHit: boolean}} Piece of a text */

const MARK = /<mark>(.*?)<\/mark>/;
const CORE = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;

/**
 * Give the words of the page that fit.
 * @param {Pick<Result, "content" | "locations">} result
 */
export function hitsOf({ content, locations = [] }) {
  const words = content.split(/\s+/);
  return new Set(locations.map((place) => bare(words[place] || "")));
}

/**
 * Tell whether the excerpt shows a hit that title and finding do not show.
 * @param {Pick<Result, "excerpt" | "meta">} result
 */
export function isNews({ excerpt, meta }) {
  const shown = new Set(`${meta.title} ${meta.finding}`.split(/\s+/).map(bare));
  const hits = Array.from(excerpt.matchAll(new RegExp(MARK, "g")), (hit) => bare(hit[1]));
  return hits.some((hit) => !shown.has(hit));
}

/**
 * Part a text into its words and what stands between them, the hits apart.
 * @param {string} text
 * @param {Set<string>} hits as `bare` gives them
 * @returns {Piece[]}
 */
export function marked(text, hits) {
  return text
    .split(/(\s+)/)
    .flatMap((word) => (bare(word) && hits.has(bare(word)) ? withMark(word) : [plain(word)]));
}

/**
 * Part an excerpt into pieces; nothing in it is read as HTML.
 * @param {string} excerpt
 * @returns {Piece[]}
 */
export function excerpted(excerpt) {
  return excerpt.split(MARK).flatMap((part, number) => {
    const text = typeset(part.replace(/&lt;/g, "<").replace(/&gt;/g, ">"));
    return number % 2 ? withMark(text) : [plain(text)];
  });
}

/**
 * Part a hit from the signs around it.
 * @param {string} word
 * @returns {Piece[]}
 */
function withMark(word) {
  const [, lead, core, tail] = CORE.exec(word) ?? ["", "", word, ""];
  return [plain(lead), { text: core, isHit: true }, plain(tail)];
}

/**
 * @param {string} text
 * @returns {Piece}
 */
function plain(text) {
  return { text, isHit: false };
}
