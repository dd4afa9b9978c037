/* A result as an option of the list. */
import { excerpted, hitsOf, isNews, marked } from "./hits.js";

/**
 * Give the link to a result.
 * @param {import("./hits.js").Result} result
 * @param {number} index in the list
 * @param {string} root the way to the root of the site
 */
export function optionOf(result, index, root) {
  const hits = hitsOf(result);
  const { title = "", finding = "", figures = "", basis = "" } = result.meta;
  const named = [
    element("span", "title", marked(title, hits).map(node)),
    element("span", "finding", marked(finding, hits).map(node)),
    element("span", "figures", [figures]),
    element("span", "basis", [basis]),
  ].filter((part) => part.textContent);
  const id = "cb-search-result-" + index;
  named.forEach((part, number) => (part.id = id + "-" + number));
  const link = document.createElement("a");
  link.className = "cb-search__option";
  link.append(...named);
  if (isNews(result)) link.append(element("span", "excerpt", excerpted(result.excerpt).map(node)));
  link.id = id;
  link.href = root + result.raw_url.replace(/^\//, "");
  link.tabIndex = -1; // the arrows lead here
  link.setAttribute("role", "option");
  link.setAttribute("aria-selected", "false");
  link.setAttribute("aria-labelledby", named.map((part) => part.id).join(" "));
  return link;
}

/**
 * @param {import("./hits.js").Piece} piece
 * @returns {string | HTMLElement}
 */
function node({ text, isHit }) {
  return isHit ? element("mark", "", [text]) : text;
}

/**
 * @param {string} tag
 * @param {string} name of the part of the search, "" for none
 * @param {(string | HTMLElement)[]} children
 */
function element(tag, name, children) {
  const made = document.createElement(tag);
  if (name) made.className = "cb-search__" + name;
  made.append(...children);
  return made;
}
