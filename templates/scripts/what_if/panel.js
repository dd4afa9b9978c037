/* The part of the page that answers "what if": numbers on one side, the figures that follow on the other. */
import { filled } from "../common/words.js";
import { hashOf } from "./address.js";
import { found } from "./figures.js";
import { writers } from "./numbers.js";
import { helpers, single } from "./solvers.js";

/**
 * @typedef {{name: string, label: string, value: number, low: number, high: number, unit: string, percent: boolean, ranged: boolean}} Input
 * @typedef {{name: string, label: string, case: string, mark: string, shown: string, side: string, divided: string}} Told
 * @typedef {{label: string, off: string[]}} Step
 * @typedef {{title: string, yearly: boolean, either: string, told: Told[], reasons: Record<string, string>, bridge: Step[],
 *   compute: (x: Record<string, number>, off: Record<string, boolean>, h: typeof helpers) => import("./solvers.js").Quantities,
 *   figures: Record<string, import("./figures.js").FigureCode>}} Chain
 * @typedef {{edition: string, currency: string, symbol: string, times: string[], words: Record<string, string>, inputs: Input[], chains: Chain[]}} WhatIf
 */

const STEPS = 100;

/** @template {keyof HTMLElementTagNameMap} Kind
 * @param {Kind} kind @param {string} [name] @param {string} [text] */
function made(kind, name = "", text = "") {
  const element = document.createElement(kind);
  if (name) element.className = name;
  if (text) element.textContent = text;
  return element;
}

/**
 * Make the panel. changed: the numbers that are the reader's from the start.
 * @param {WhatIf} whatIf @param {Map<string, number>} changed @param {() => void} leave
 */
export function panelOf(whatIf, changed, leave) {
  const { words, inputs } = whatIf;
  const write = writers(document.documentElement.lang, whatIf);
  const panel = made("section", "cb-what-if cb-no-print");
  panel.setAttribute("aria-labelledby", "cb-what-if");
  const head = made("h2", "cb-what-if__head", words.title);
  head.id = "cb-what-if";
  head.tabIndex = -1;
  const state = made("p", "cb-what-if__state");
  state.setAttribute("role", "status");
  const numbers = made("div", "cb-what-if__numbers");
  const figures = made("div", "cb-what-if__figures");
  const reset = made("button", "cb-what-if__button", words.reset);
  const close = made("button", "cb-what-if__button", words.close);
  for (const button of [reset, close]) button.type = "button";
  const buttons = made("p", "cb-what-if__buttons");
  buttons.append(reset, close);
  panel.append(head, made("p", "", words.lead), state, numbers, figures, buttons);

  const rows = inputs.map((input) => numberRow(input, words, write, (value) => {
    if (value === input.value) changed.delete(input.name);
    else changed.set(input.name, value);
    follow();
  }));
  numbers.append(...rows.map(({ row }) => row));

  function follow() {
    const x = Object.fromEntries(inputs.map(({ name, value }) => [name, changed.get(name) ?? value]));
    figures.replaceChildren(...whatIf.chains.map((chain) => figureTable(chain, x, changed.size > 0, words, write)));
    state.textContent = changed.size ? filled(words.changed, { n: String(changed.size) }) : words.same;
    panel.classList.toggle("cb-what-if--changed", changed.size > 0);
    reset.disabled = !changed.size;
    history.replaceState(history.state, "", hashOf(changed));
  }

  function show() {
    inputs.forEach(({ name, value }, at) => rows[at].set(changed.get(name) ?? value));
    follow();
  }

  reset.addEventListener("click", () => {
    changed.clear();
    show();
    head.focus({ preventScroll: true });
  });
  close.addEventListener("click", leave);
  panel.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") leave();
  });
  show();
  return { panel, head };
}

/**
 * A number with its slider and its field; both say the same.
 * @param {Input} input @param {Record<string, string>} words @param {Record<string, import("./numbers.js").Writer>} write
 * @param {(value: number) => void} told
 */
function numberRow(input, words, write, told) {
  const scale = input.percent ? 100 : 1;
  const row = made("div", "cb-what-if__number");
  const label = made("label", "", input.label);
  const field = made("input");
  field.type = "number";
  field.step = "any";
  field.id = `cb-what-if-${input.name}`;
  label.htmlFor = field.id;
  const slider = made("input");
  slider.type = "range";
  slider.min = String(input.low * scale);
  slider.max = String(input.high * scale);
  slider.step = String(((input.high - input.low) * scale) / STEPS || "any");
  slider.setAttribute("aria-label", input.label);
  const as = input.percent ? write.percent : write.plain;
  const range = filled(words.from_to, { low: as(input.low), high: as(input.high) });
  const unit = made("span", "cb-what-if__unit", input.percent ? `% (${range})` : `${input.unit} (${range})`);
  unit.id = `${field.id}-unit`;
  field.setAttribute("aria-describedby", unit.id);
  const own = made("span", "cb-what-if__own", `${words.case}: ${as(input.value)}`);
  row.append(label, slider, field, unit, own);

  /** @param {number} value */
  function set(value) {
    field.value = String(Number((value * scale).toPrecision(12)));
    slider.value = String(value * scale);
    row.classList.toggle("cb-what-if__number--changed", value !== input.value);
  }

  /** @param {number} written */
  function take(written) {
    const isOwn = Number((input.value * scale).toPrecision(12)) === written;
    const value = isOwn ? input.value : written / scale;
    if (!Number.isFinite(value) || (input.percent && value <= -1)) return;
    row.classList.toggle("cb-what-if__number--changed", value !== input.value);
    told(value);
  }

  slider.addEventListener("input", () => {
    field.value = slider.value;
    take(slider.valueAsNumber);
  });
  field.addEventListener("input", () => {
    if (Number.isNaN(field.valueAsNumber)) return;
    slider.value = field.value;
    take(field.valueAsNumber);
  });
  return { row, set };
}

/**
 * The figures of a chain: what the case says, and what follows from the reader's numbers.
 * @param {Chain} chain @param {Record<string, number>} x @param {boolean} isChanged
 * @param {Record<string, string>} words @param {Record<string, import("./numbers.js").Writer>} write
 */
function figureTable(chain, x, isChanged, words, write) {
  const v = chain.compute(x, {}, helpers);
  const table = made("table", "cb-what-if__table");
  if (chain.title) table.append(made("caption", "", chain.title));
  const head = table.createTHead().insertRow();
  for (const text of [words.figure, words.case, words.yours]) {
    const cell = made("th", "", text);
    cell.scope = "col";
    head.append(cell);
  }
  const body = table.createTBody();
  for (const told of chain.told) {
    const code = chain.figures[told.name];
    if (!code) continue;
    const row = body.insertRow();
    const name = made("th", "", told.label);
    name.scope = "row";
    row.append(name, made("td", "", told.mark ? `${told.case} (${told.mark})` : told.case));
    row.append(made("td", "cb-what-if__yours", isChanged ? written(found(code, v), turned(told, chain, v), chain, words, write) : ""));
  }
  const bridge = chain.bridge.length > 1 ? [bridgeTable(chain, x, isChanged, words, write)] : [];
  const whole = made("div");
  whole.append(table, ...bridge);
  return whole;
}

/**
 * Below nought, what is divided by the costs is raised by more of them: either way then.
 * @param {Told} told @param {Chain} chain @param {import("./solvers.js").Quantities} v
 */
function turned(told, chain, v) {
  return told.side && told.divided && single(v, told.divided) < 0 ? { ...told, side: chain.either } : told;
}

/**
 * @param {import("./figures.js").Found} figure @param {Told} told @param {Chain} chain
 * @param {Record<string, string>} words @param {Record<string, import("./numbers.js").Writer>} write
 */
function written(figure, told, chain, words, write) {
  if (figure.value === null) return chain.reasons[figure.reason ?? ""] ?? "";
  const value = write[told.shown](figure.value, chain.yearly);
  return told.side ? filled(words.open_side, { value, side: told.side }) : value;
}

/**
 * The way from gross to what the case comes to, step by step.
 * @param {Chain} chain @param {Record<string, number>} x @param {boolean} isChanged
 * @param {Record<string, string>} words @param {Record<string, import("./numbers.js").Writer>} write
 */
function bridgeTable(chain, x, isChanged, words, write) {
  const table = made("table", "cb-what-if__table");
  table.append(made("caption", "", words.bridge));
  const body = table.createTBody();
  for (const { label, off } of chain.bridge) {
    const v = chain.compute(x, Object.fromEntries(off.map((name) => [name, true])), helpers);
    const { value } = found(chain.figures.npv, v);
    const row = body.insertRow();
    const name = made("th", "", label);
    name.scope = "row";
    row.append(name, made("td", isChanged ? "cb-what-if__yours" : "", value === null ? "" : write.money(value)));
  }
  return table;
}
