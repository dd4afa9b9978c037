/* Which rows stand, which are refused and why. Keys are compared, nothing is computed. */

/**
 * @typedef {object} Row
 * @property {string} id
 * @property {string[]} needs keys in which all cases with a value must agree, else the row would lie
 * @property {string[]} minds keys in which a difference is told beside it
 * @property {string} if_differs the row stands only where this key differs, "" for always
 */

/** @typedef {{keys: Record<string, string>, has: string[]}} Told */
/** @typedef {{refused: "" | "few" | string, minded: string[]}} Judged few: too few have a value; else the key */

const FEWEST = 2;

/**
 * Tell whether cases differ in a key.
 * @param {Told[]} cases
 * @param {string} key
 */
export function differ(cases, key) {
  return new Set(cases.map(({ keys }) => keys[key])).size > 1;
}

/**
 * Judge a row; null where it does not stand at all.
 * @param {Row} row
 * @param {Told[]} cases
 * @returns {Judged | null}
 */
export function judgedRow(row, cases) {
  const having = cases.filter(({ has }) => has.includes(row.id));
  if (row.if_differs && !differ(having, row.if_differs)) return null;
  if (having.length < FEWEST) return { refused: "few", minded: [] };
  const refused = row.needs.find((key) => differ(having, key)) ?? "";
  return { refused, minded: refused ? [] : row.minds.filter((key) => differ(having, key)) };
}

/**
 * Part the aspects of cases: in which they differ, and which all share. One that a case lacks is not shared.
 * @param {{id: string}[]} aspects
 * @param {{aspects: Record<string, string>}[]} cases
 */
export function parted(aspects, cases) {
  /** @type {{differing: string[], shared: string[]}} */
  const found = { differing: [], shared: [] };
  for (const { id } of aspects) {
    const said = cases.map((one) => one.aspects[id]);
    const kinds = new Set(said.filter(Boolean)).size;
    if (kinds > 1) found.differing.push(id);
    else if (kinds === 1 && said.every(Boolean)) found.shared.push(id);
  }
  return found;
}

/**
 * Give the rows of what one result cost: those of the measures that two cases have.
 * @param {{results: Record<string, string>}[]} cases
 * @returns {[id: string, name: string][]}
 */
export function sharedResults(cases) {
  const names = Object.assign({}, ...cases.map(({ results }) => results));
  return Object.keys(names)
    .filter((id) => cases.filter(({ results }) => id in results).length >= FEWEST)
    .map((id) => [id, names[id]]);
}
