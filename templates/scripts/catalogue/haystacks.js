/* In what the words of a reader are looked for. */
import { plain } from "./spelling.js";

/** @typedef {{texts: string[], values: number[][]}} Labelled the labels of boxes, and those of each case */

/**
 * Give the plain text of each case: its title, its organisation, and the labels of the boxes it counts in.
 * @param {Pick<import("./data.js").Data, "title" | "organisation">} data
 * @param {Labelled[]} facets in which words are looked for
 */
export function haystacksOf(data, facets) {
  const labels = facets.map(({ texts }) => texts.map(plain));
  return data.title.map((title, number) => {
    const own = facets.flatMap(({ values }, place) => values[number].map((box) => labels[place][box]));
    return [plain(title), plain(data.organisation[number]), ...own].join(" ");
  });
}
