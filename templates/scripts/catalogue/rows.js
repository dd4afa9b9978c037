/* The list of rows that is seen. */

/**
 * Give what shows cases in a list: rows are made once, and what stays is not moved and need not be
 * laid out again.
 * @param {HTMLElement} list
 * @param {(number: number) => HTMLElement} make gives the row of a case
 * @returns {(cases: number[], kind: string) => void} kind: of the rows, which are made anew where it changes
 */
export function showingRows(list, make) {
  /** @type {Map<number, HTMLElement>} */
  let made = new Map();
  let shownAs = "";
  /** @param {number} number */
  const rowOf = (number) => {
    const row = made.get(number) ?? make(number);
    made.set(number, row);
    return row;
  };
  return (cases, kind) => {
    if (kind !== shownAs) made = new Map();
    shownAs = kind;
    const wanted = cases.map(rowOf);
    const kept = new Set(wanted);
    const old = Array.from(list.children);
    const gone = old.filter((row) => !kept.has(/** @type {HTMLElement} */ (row)));
    if (gone.length === old.length) return list.replaceChildren(...wanted);
    for (const row of gone) row.remove();
    wanted.forEach((row, place) => {
      const there = list.children[place];
      if (there !== row) list.insertBefore(row, there ?? null);
    });
  };
}
