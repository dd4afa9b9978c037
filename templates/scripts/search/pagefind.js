/* Pagefind and its index of the page's language, loaded when they are first needed. */

const EXCERPT = 24; // words
/* What results show finds nothing by itself; a page is found by its name first, as people type it, then by
   what it is about (tests/browser/queries.yml shows what for). */
const WEIGHTS = { title: 0, finding: 0, figures: 0, basis: 0, name: 5, about: 1 };

/**
 * @typedef {object} Pagefind
 * @property {(options: object) => Promise<void>} options
 * @property {() => Promise<void>} init
 * @property {(query: string) => Promise<{results: Found[]}>} search
 */

/** @typedef {{id: string, words: number[], data: () => Promise<import("./hits.js").Result>}} Found */

/**
 * Give what loads Pagefind, once; again where it failed.
 * @param {string} root the way to the root of the site
 * @returns {() => Promise<Pagefind>}
 */
export function loading(root) {
  /** @type {Promise<Pagefind> | null} */
  let loaded = null;
  return () => {
    if (!loaded) {
      loaded = load(root);
      loaded.catch(() => (loaded = null));
    }
    return loaded;
  };
}

/** @param {string} root */
async function load(root) {
  // A script's own import would start from its own address, not the page's.
  const address = new URL(root + "pagefind/pagefind.js", document.baseURI).href;
  const pagefind = /** @type {Pagefind} */ (await import(address));
  await pagefind.options({ excerptLength: EXCERPT, ranking: { metaWeights: WEIGHTS } });
  await pagefind.init();
  return pagefind;
}
