/* The table of a comparison: a column a case, its cells as the case's script gives them. */
import { filled } from "../common/words.js";
import { searchOf } from "./asked.js";
import { drawnBars, scaleOf } from "./bars.js";
import { judgedRow, parted, sharedResults } from "./rows.js";

/** @typedef {import("./brought.js").Column} Column */
/** @typedef {import("./data.js").Data} Data */

/**
 * Make the table.
 * @param {Data} data
 * @param {Column[]} columns
 */
export function tableOf(data, columns) {
  const { words } = data;
  const table = made("table", "cb-compared");
  const caption = made("caption", "cb-visually-hidden", words.label);
  const head = document.createElement("thead");
  head.append(headOf(data, columns));
  table.append(caption, head);
  /** @param {string} name @param {HTMLElement[]} rows */
  const group = (name, rows) => {
    const body = document.createElement("tbody");
    body.append(groupHead(name, columns), ...rows);
    table.append(body);
  };
  group(words.own_terms, [cellsRow(words.strip, "strip", columns), cellsRow(words.evidence, "evidence", columns)]);
  group(words.in_money, moneyRows(data, columns));
  group(words.not_money, [...resultRows(data, columns), cellsRow(words.soft, "soft", columns), ...socialRows(data, columns)]);
  group(words.kind, aspectRows(data, columns));
  return table;
}

/**
 * @param {Data} data
 * @param {Column[]} columns
 */
function headOf({ words }, columns) {
  const row = document.createElement("tr");
  const first = made("td", "");
  first.append(made("span", "cb-visually-hidden", words.first));
  row.append(first);
  for (const { slug, title, cells } of columns) {
    const cell = made("th", "cb-compared__head");
    cell.setAttribute("scope", "col");
    cell.append(...cellOf(cells, "head"));
    const out = document.createElement("a");
    out.className = "cb-compared__out cb-no-print";
    out.href = searchOf(columns.map((one) => one.slug).filter((other) => other !== slug)) || location.pathname;
    out.textContent = words.remove;
    out.setAttribute("aria-label", filled(words.remove_of, { case: title }));
    cell.append(out);
    row.append(cell);
  }
  return row;
}

/**
 * @param {string} name
 * @param {Column[]} columns
 */
function groupHead(name, columns) {
  const row = made("tr", "cb-compared__group");
  const cell = made("th", "", name);
  cell.setAttribute("scope", "rowgroup");
  cell.setAttribute("colspan", String(columns.length + 1));
  row.append(cell);
  return row;
}

/**
 * Give a row of the cells of one name; beside: what is to be told below its name.
 * @param {string} name
 * @param {string} id
 * @param {Column[]} columns
 * @param {string[]} beside
 */
function cellsRow(name, id, columns, beside = []) {
  return rowOf(name, columns, ({ cells }) => cellOf(cells, id), beside);
}

/**
 * @param {string} name
 * @param {Column[]} columns
 * @param {(column: Column) => (Node | string)[]} fill
 * @param {string[]} beside
 */
function rowOf(name, columns, fill, beside = []) {
  const row = document.createElement("tr");
  row.append(rowHead(name, beside));
  for (const column of columns) {
    const cell = document.createElement("td");
    cell.dataset.label = column.title;
    cell.append(...fill(column));
    row.append(cell);
  }
  return row;
}

/**
 * @param {string} name
 * @param {string[]} beside
 */
function rowHead(name, beside) {
  const head = made("th", "", name);
  head.setAttribute("scope", "row");
  for (const said of beside) head.append(made("span", "cb-compared__beside", said));
  return head;
}

/**
 * @typedef {object} Refusal
 * @property {string[]} names of the rows that are refused for it
 * @property {string} why
 * @property {string[]} reasons why cases have no value, where too few have one
 */

/**
 * Refuse a row: the reason, and where too few have a value, why each other has none.
 * @param {Data} data
 * @param {string} name
 * @param {string} key for which it is refused
 * @param {Column[]} columns
 * @param {string} id of the cells
 * @returns {Refusal}
 */
function refusalOf({ words, refusals }, name, key, columns, id) {
  if (key !== "few") return { names: [name], why: refusals[key], reasons: [] };
  const without = columns.filter(({ has }) => !has.includes(id));
  const told = without.map(({ title, cells }) => ({ name: title, value: textOf(cells, id) }));
  const reasons = told.filter(({ value }) => value).map((one) => filled(words.named, one));
  return { names: [name], why: words.few, reasons };
}

/**
 * Put together rows that are refused one after the other for the same.
 * @param {(HTMLElement | Refusal)[]} rows
 * @param {Column[]} columns
 */
function putTogether(rows, columns) {
  /** @type {(HTMLElement | Refusal)[]} */
  const kept = [];
  for (const row of rows) {
    const last = kept.at(-1);
    const isSame = last && isRefusal(last) && isRefusal(row) && told(last) === told(row);
    if (isSame) last.names.push(...row.names);
    else kept.push(row);
  }
  return kept.map((row) => (isRefusal(row) ? refusedRow(row, columns) : row));
}

/**
 * @param {HTMLElement | Refusal} row
 * @returns {row is Refusal}
 */
function isRefusal(row) {
  return "why" in row;
}

/** @param {Refusal} refusal */
function told({ why, reasons }) {
  return JSON.stringify([why, reasons]);
}

/**
 * @param {Refusal} refusal
 * @param {Column[]} columns
 */
function refusedRow({ names, why, reasons }, columns) {
  const row = made("tr", "cb-compared__refused");
  const cell = made("td", "");
  cell.setAttribute("colspan", String(columns.length));
  cell.append(made("p", "", why));
  if (reasons.length) cell.append(listOf(reasons));
  const [first, ...others] = names;
  const head = rowHead(first, []);
  for (const name of others) head.append(document.createElement("br"), name);
  row.append(head, cell);
  return row;
}

/** @param {string[]} sentences */
function listOf(sentences) {
  const list = made("ul", "");
  list.append(...sentences.map((said) => made("li", "", said)));
  return list;
}

/**
 * Give the rows of money: first how it was made comparable, and once what to keep in mind of all that stand.
 * @param {Data} data
 * @param {Column[]} columns
 */
function moneyRows(data, columns) {
  const { words } = data;
  /** @type {Set<string>} */
  const minded = new Set();
  const rows = [...data.rows, { ...data.bridges, name: words.bridge }].flatMap((row) => {
    const judged = judgedRow(row, columns);
    if (!judged) return [];
    for (const key of judged.minded) minded.add(key);
    return [judgedAs(data, row.id, row.name, judged.refused, columns)];
  });
  const care = minded.size ? [listRow(words.care, [...minded].map((key) => data.minds[key]), columns)] : [];
  return [cellsRow(words.money, "money", columns), ...care, ...putTogether(rows, columns)];
}

/**
 * Give a row as it was judged.
 * @param {Data} data
 * @param {string} id
 * @param {string} name
 * @param {string} refused why, "" where it stands
 * @param {Column[]} columns
 */
function judgedAs(data, id, name, refused, columns) {
  if (refused) return refusalOf(data, name, refused, columns, id);
  if (id !== data.bridges.id) return cellsRow(name, id, columns);
  const place = scaleOf(columns.flatMap(({ bars }) => bars));
  return rowOf(name, columns, ({ bars, cells }) => (bars.length ? [drawnBars(bars, place)] : cellOf(cells, id)));
}

/**
 * Give a row of sentences on all cases.
 * @param {string} name
 * @param {string[]} sentences
 * @param {Column[]} columns
 */
function listRow(name, sentences, columns) {
  const row = made("tr", "cb-compared__alike");
  const cell = made("td", "");
  cell.setAttribute("colspan", String(columns.length));
  cell.append(listOf(sentences));
  row.append(rowHead(name, []), cell);
  return row;
}

/**
 * @param {Data} data
 * @param {Column[]} columns
 */
function resultRows(data, columns) {
  const { words } = data;
  const having = columns.filter(({ results }) => Object.keys(results).length);
  const shared = sharedResults(columns);
  if (!shared.length && having.length > 1) {
    return [refusedRow({ names: [words.result], why: words.result_refused, reasons: [] }, columns)];
  }
  const rows = shared.flatMap(([id, name]) => resultRow(data, id, name, columns));
  return putTogether(rows, columns);
}

/**
 * @param {Data} data
 * @param {string} id
 * @param {string} name
 * @param {Column[]} columns
 * @returns {(HTMLElement | Refusal)[]}
 */
function resultRow(data, id, name, columns) {
  const judged = judgedRow({ ...data.results, id }, columns);
  if (!judged) return [];
  if (judged.refused) return [refusalOf(data, name, judged.refused, columns, id)];
  return [cellsRow(name, id, columns, judged.minded.map((key) => data.minds[key]))];
}

/**
 * @param {Data} data
 * @param {Column[]} columns
 */
function socialRows({ words }, columns) {
  const leading = columns.filter(({ social }) => social);
  if (!leading.length) return [];
  return [refusedRow({ names: [words.social], why: words.social_refused, reasons: [] }, columns)];
}

/**
 * @param {Data} data
 * @param {Column[]} columns
 */
function aspectRows({ aspects, words }, columns) {
  const { differing, shared } = parted(aspects, columns);
  const rows = aspects
    .filter(({ id }) => differing.includes(id))
    .map(({ id, name, remedy }) => rowOf(name, columns, (column) => [column.aspects[id] || "–"], [remedy]));
  if (!shared.length) return rows;
  const alike = aspects.filter(({ id }) => shared.includes(id)).map(({ id, name }) => filled(words.named, { name, value: columns[0].aspects[id] }));
  return [...rows, listRow(words.alike, alike, columns)];
}

/**
 * @param {Document} cells
 * @param {string} id
 * @returns {Node[]}
 */
function cellOf(cells, id) {
  const found = cells.querySelector(`[data-cell="${id}"]`);
  return found ? Array.from(found.childNodes, (node) => document.importNode(node, true)) : [];
}

/**
 * @param {Document} cells
 * @param {string} id
 */
function textOf(cells, id) {
  return cells.querySelector(`[data-cell="${id}"]`)?.textContent ?? "";
}

/**
 * @param {string} tag
 * @param {string} look
 * @param {string} text
 */
function made(tag, look, text = "") {
  const element = document.createElement(tag);
  if (look) element.className = look;
  element.textContent = text;
  return element;
}
