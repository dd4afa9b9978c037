/* What is wrong with the address, and the ways on: nearest names, cases like those shown, all by words. */
import { holdsAll, plain, wordsOf } from "../catalogue/spelling.js";
import { filled } from "../common/words.js";
import { searchOf } from "./asked.js";

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./asked.js").Asked} Asked */

const SHOWN = 8;

/**
 * Say what is wrong, each with a way on.
 * @param {Data} data
 * @param {Asked} asked
 */
export function faultsOf(data, { slugs, left, faults }) {
  const { words, cases, withdrawn } = data;
  const list = document.createElement("ul");
  list.className = "cb-compare__faults";
  /** @param {(Node | string)[]} parts */
  const say = (...parts) => {
    const item = document.createElement("li");
    item.append(...parts);
    list.append(item);
  };
  for (const { kind, slug, near } of faults) {
    if (kind === "twice") say(filled(words.twice, { case: cases[slug][0] }));
    else if (kind === "withdrawn") say(filled(words.withdrawn, { case: withdrawn[slug] }), " ", wayTo(`cases/${slug}.html`, words.why_withdrawn));
    else if (near.length) say(filled(words.unknown, { slug }), " ", words.nearest, " ", ...adding(data, slugs, near));
    else say(filled(words.unknown, { slug }));
  }
  if (left.length) say(filled(words.many, { cases: left.map((slug) => cases[slug][0]).join(", ") }));
  if (slugs.length === 0) say(words.zero);
  else if (slugs.length < data.fewest) say(words.fewest);
  return list;
}

/**
 * Give links that add one case each.
 * @param {Data} data
 * @param {string[]} slugs that stand
 * @param {string[]} others
 */
function adding({ cases }, slugs, others) {
  return others.flatMap((slug, place) => [...(place ? [", "] : []), wayTo(searchOf([...slugs, slug]), cases[slug][0])]);
}

/**
 * @param {string} href
 * @param {string} text
 */
function wayTo(href, text) {
  const link = document.createElement("a");
  link.href = href;
  link.textContent = text;
  return link;
}

/**
 * Give the field by whose words a case is added.
 * @param {Data} data
 * @param {string[]} slugs that stand
 * @param {string[]} like slugs of cases like one that stands
 */
export function chooserOf(data, slugs, like) {
  const { words, cases, most } = data;
  const section = document.createElement("section");
  section.className = "cb-compare__add cb-no-print";
  if (slugs.length >= most) {
    section.append(text("p", words.whole));
    return section;
  }
  const label = text("label", words.add);
  label.className = "cb-compare__label";
  const field = document.createElement("input");
  Object.assign(field, { type: "search", autocomplete: "off", id: "compare-add" });
  label.setAttribute("for", field.id);
  const help = text("p", words.add_help);
  Object.assign(help, { className: "cb-small", id: "compare-help" });
  field.setAttribute("aria-describedby", help.id);
  const found = document.createElement("div");
  found.setAttribute("role", "status");
  const texts = Object.entries(cases).map(([slug, about]) => ({ slug, about, told: plain(about.join(" ")) }));
  field.addEventListener("input", () => {
    const asked = wordsOf(field.value);
    const fit = texts.filter(({ slug, told }) => !slugs.includes(slug) && holdsAll(told, asked)).map(({ slug }) => slug);
    found.replaceChildren(...(asked.length ? [fit.length ? offered(data, slugs, fit.slice(0, SHOWN)) : text("p", words.none_found)] : []));
  });
  section.append(label, field, help, found);
  const others = like.filter((slug) => !slugs.includes(slug) && slug in cases).slice(0, SHOWN);
  if (others.length) section.append(text("p", words.like), offered(data, slugs, others));
  return section;
}

/**
 * @param {Data} data
 * @param {string[]} slugs
 * @param {string[]} others
 */
function offered({ cases }, slugs, others) {
  const list = document.createElement("ul");
  list.className = "cb-compare__offered";
  for (const slug of others) {
    const item = document.createElement("li");
    const who = text("span", cases[slug][1]);
    who.className = "cb-small";
    item.append(wayTo(searchOf([...slugs, slug]), cases[slug][0]), " ", who);
    list.append(item);
  }
  return list;
}

/**
 * @param {string} tag
 * @param {string} said
 */
function text(tag, said) {
  const made = document.createElement(tag);
  made.textContent = said;
  return made;
}
