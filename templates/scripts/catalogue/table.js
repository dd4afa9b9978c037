/* The cases as a table: its head orders them, its columns can be hidden. */
import { allOf, maybeOne, one, oneOf } from "../common/elements.js";
import { DEFAULT_VIEW } from "./address.js";
import { fillTitle } from "./row.js";

const TABLE = "table";
/** @type {Record<string, string>} */
const OPPOSITE = { ascending: "descending", descending: "ascending" };

/** Which view is shown, and with which columns. */
export class Table {
  view = DEFAULT_VIEW;

  /**
   * @param {import("./controls.js").Controls} controls
   * @param {() => void} changed
   */
  constructor(controls, changed) {
    this.controls = controls;
    this.frame = one(document, ".cb-cases");
    this.body = one(this.frame, "tbody");
    this.heads = allOf(HTMLElement, this.frame, "th[data-column]");
    this.choice = one(document, ".cb-found__columns");
    this.boxes = allOf(HTMLInputElement, this.choice, "input");
    const views = one(document, ".cb-found__views");
    this.buttons = allOf(HTMLButtonElement, views, "button");
    for (const button of this.buttons) {
      button.addEventListener("click", () => {
        this.view = button.dataset.view ?? DEFAULT_VIEW;
        changed();
      });
    }
    for (const head of this.heads) {
      maybeOne(HTMLButtonElement, head, "button")?.addEventListener("click", () => {
        controls.orderBy(head.dataset.column ?? "");
        changed();
      });
    }
    this.choice.addEventListener("change", changed);
    views.hidden = false;
  }

  get isOn() {
    return this.view === TABLE;
  }

  /** Give all that can be chosen. */
  get choices() {
    const views = this.buttons.map(({ dataset }) => dataset.view ?? "");
    return { views, columns: this.boxes.map(({ name }) => name) };
  }

  chosen() {
    const hidden = this.boxes.filter((box) => !box.checked).map((box) => box.name);
    return { view: this.view, hidden };
  }

  /** @param {{view: string, hidden: string[]}} chosen */
  choose({ view, hidden }) {
    this.view = view === TABLE ? TABLE : DEFAULT_VIEW;
    for (const box of this.boxes) box.checked = !hidden.includes(box.name);
  }

  /**
   * Show what is chosen, but for the rows.
   * @param {boolean} isEmpty whether there are none
   */
  show(isEmpty) {
    const { orders, isReversed, result } = this.controls;
    for (const button of this.buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.view === this.view));
    }
    this.frame.hidden = this.choice.hidden = !this.isOn || isEmpty;
    const hidden = this.chosen().hidden;
    for (const box of this.boxes) this.frame.classList.toggle("cb-cases--no-" + box.name, hidden.includes(box.name));
    for (const head of this.heads) {
      const { column, natural = "" } = head.dataset;
      if (column === "result") oneOf(HTMLButtonElement, head, "button").disabled = !result;
      if (column !== orders.value) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", isReversed ? OPPOSITE[natural] : natural);
    }
  }

  /**
   * Give the row of a case.
   * @param {import("./data.js").Data} data
   * @param {number} number of the case
   */
  rowOf(data, number) {
    const [row, head, link] = ["tr", "th", "a"].map((tag) => document.createElement(tag));
    head.setAttribute("scope", "row");
    fillTitle(link, data, number);
    head.append(link);
    const cells = this.heads.slice(1).map(({ dataset: { column = "" } }) => {
      const cell = document.createElement("td");
      cell.dataset.column = column;
      cell.append(...saidOf(data, this.controls, column, number).map(oneOfCell));
      return cell;
    });
    row.append(head, ...cells);
    return row;
  }

  /**
   * Give the row that names a part of an order.
   * @param {string} name
   */
  partOf(name) {
    const [row, head] = ["tr", "th"].map((tag) => document.createElement(tag));
    row.className = "cb-cases__part";
    head.setAttribute("scope", "rowgroup");
    head.setAttribute("colspan", String(this.heads.length));
    head.textContent = name;
    row.append(head);
    return row;
  }
}

/**
 * Give what a cell of the table says.
 * @param {import("./data.js").Data} data
 * @param {Pick<import("./controls.js").Controls, "facet" | "result">} controls
 * @param {string} column
 * @param {number} number of the case
 * @returns {import("./data.js").Cell[]}
 */
export function saidOf(data, { facet, result }, column, number) {
  /** @param {{texts: string[], of: number[]}} shared */
  const shared = ({ texts, of }) => texts[of[number]];
  switch (column) {
    case "cost":
      return [[data.cost[number], data.reasons[number] & 1, ""]];
    case "roi":
      return [[data.roi[number], data.reasons[number] & 2, shared(data.marks)]];
    case "horizon":
      return [[shared(data.horizons), false, ""]];
    case "direction": {
      const { values, texts } = facet[column];
      return [[texts[values[number][0]], false, ""]];
    }
    case "result": {
      const results = result ? [result] : Object.values(data.results);
      const known = results.filter(({ texts }) => texts[number]);
      if (known.length) return known.map(({ texts }) => [texts[number], false, ""]);
    }
  }
  const { texts, of } = data.cells[column];
  return [texts[of[number]]];
}

/** @param {import("./data.js").Cell} cell */
function oneOfCell([text, isReason, mark]) {
  const made = element("cb-cases__one");
  made.append(element(isReason ? "cb-reason" : "cb-value", text));
  if (mark) made.append(" ", element("cb-badge cb-badge--unproven", mark));
  return made;
}

/**
 * @param {string} kind
 * @param {string} [text]
 */
function element(kind, text = "") {
  const made = document.createElement("span");
  made.className = kind;
  made.textContent = text;
  return made;
}
