/* Which cases are chosen to compare: kept while the window is open, from list to list. */

/** @typedef {{slug: string, title: string}} Chosen */

const SLUG = /^[a-z0-9][a-z0-9-]*$/;

/**
 * Read what was kept; what is no such list is none.
 * @param {string | null} kept
 * @param {number} most
 * @returns {Chosen[]}
 */
export function chosenOf(kept, most) {
  try {
    const found = JSON.parse(kept ?? "[]");
    return Array.isArray(found) ? found.filter(isChosen).slice(0, most) : [];
  } catch (_broken) {
    return [];
  }
}

/** @param {unknown} one */
function isChosen(one) {
  const { slug, title } = /** @type {Partial<Chosen>} */ (one ?? {});
  return typeof slug === "string" && SLUG.test(slug) && typeof title === "string";
}

/**
 * Choose a case, or take it back; null where there is no room for another.
 * @param {Chosen[]} chosen
 * @param {Chosen} one
 * @param {number} most
 * @returns {Chosen[] | null}
 */
export function toggled(chosen, one, most) {
  const others = chosen.filter(({ slug }) => slug !== one.slug);
  if (others.length < chosen.length) return others;
  return chosen.length < most ? [...chosen, one] : null;
}

/**
 * Give the beginning of a title, up to a colon, as lists of names do.
 * @param {string} title
 */
export function shortOf(title) {
  return title.split(":")[0].trim();
}

/**
 * Give the slug of the case to which a link leads, "" for none.
 * @param {string} href
 */
export function slugOf(href) {
  return /([^/]+)\.html$/.exec(href)?.[1] ?? "";
}
