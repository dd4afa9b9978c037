/* The full text of the cases, where the search of the site can be reached: not in a page from a folder. */
import { loading } from "../search/pagefind.js";
import { spelled } from "../search/spelling.js";

const CASE = /(?:^|\/)cases\/([^/]+)\.html$/;

/** @typedef {"full" | "busy" | "failed" | "folder"} Reach it answers, is being asked, cannot be reached, or is not there */

/** What the full text says of some words: asked once for each, the last answer is kept. */
export class FullText {
  /** @type {Reach} */
  reach;
  /** @type {Set<number>} the cases that hold the words last asked for */
  cases = new Set();
  #asked = "";

  /**
   * @param {string} root the way to the root of the site
   * @param {string[]} slugs
   * @param {() => void} answered called when there is an answer to the words last asked for
   */
  constructor(root, slugs, answered) {
    this.reach = location.protocol === "file:" ? "folder" : "full";
    this.load = loading(root);
    this.root = root;
    this.slugs = new Map(slugs.map((slug, number) => [slug, number]));
    this.answered = answered;
  }

  /** @param {string} words */
  ask(words) {
    if (words === this.#asked) return;
    this.#asked = words;
    this.cases = new Set();
    if (!words || this.reach === "folder") return;
    this.reach = "busy";
    this.#search(words);
  }

  /** @param {string} words */
  async #search(words) {
    /** @type {Reach} */
    let reach = "full";
    let cases = new Set();
    try {
      const [pagefind, pages] = await Promise.all([this.load(), this.#pages()]);
      const { results } = await pagefind.search(spelled(words));
      cases = casesOf(results, pages, this.slugs);
    } catch (_failed) {
      reach = "failed";
    }
    if (words !== this.#asked) return;
    this.reach = reach;
    this.cases = cases;
    this.answered();
  }

  /** Give the address of each page by its id in the index. */
  async #pages() {
    const name = `${this.root}pagefind/pages-${document.documentElement.lang}.js`;
    const { default: pages } = await import(new URL(name, document.baseURI).href);
    return /** @type {Record<string, string>} */ (pages);
  }
}

/**
 * Give the cases among what was found, by the same rule as the search of the header: in the text.
 * @param {{id: string, words: number[]}[]} results
 * @param {Record<string, string>} pages addresses by id
 * @param {Map<string, number>} slugs
 */
export function casesOf(results, pages, slugs) {
  const found = results
    .filter(({ words }) => words.length)
    .map(({ id }) => slugs.get(CASE.exec(pages[id] ?? "")?.[1] ?? ""));
  return new Set(found.filter((number) => number !== undefined));
}
