/* What a case brings to the comparison: from a script beside its page. A page in a folder may fetch
   nothing, but load a script. */

/** @typedef {[kind: "start" | "step" | "end", name: string, text: string, from: number, to: number]} Bar */

/**
 * @typedef {object} Brought
 * @property {string} title
 * @property {Record<string, string>} keys by which rows tell cases apart
 * @property {Record<string, string>} aspects what kind of answer it gives, in words
 * @property {string[]} has the rows in which it has a value
 * @property {Record<string, string>} results row -> its name
 * @property {boolean} social whether social value leads it
 * @property {Bar[]} bars
 * @property {string[]} like slugs
 * @property {string} html its cells
 */

/** @typedef {Brought & {slug: string, cells: Document}} Column */

/**
 * Give the column of a case, null where its script cannot be had.
 * @param {string} slug of a known case
 * @param {string} version of the figures of all
 * @returns {Promise<Column | null>}
 */
export function broughtBy(slug, version) {
  return new Promise((answer) => {
    const script = document.createElement("script");
    script.src = `cases/${slug}.js?v=${version}`;
    script.addEventListener("load", () => answer(columnOf(slug)));
    script.addEventListener("error", () => answer(null));
    document.head.append(script);
  });
}

/** @param {string} slug */
function columnOf(slug) {
  const all = /** @type {Window & {casebookCompared?: Record<string, Brought>}} */ (window).casebookCompared ?? {};
  const own = all[slug];
  return own ? { ...own, slug, cells: new DOMParser().parseFromString(own.html, "text/html") } : null;
}
