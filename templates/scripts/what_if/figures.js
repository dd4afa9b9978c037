/* A figure at the reader's numbers: its value, or the reason why there is none. */
import { NOISE, grid, helpers, irr, payback, row, single, sum } from "./solvers.js";

/**
 * @typedef {import("./solvers.js").Quantities} Quantities
 * @typedef {[kind: string, reason: string, lines: [string, number][], first: number, last: number, argument: string, condition: string | null]} Check
 * @typedef {{unit: string, checks: Check[], signs?: {more: boolean, less: boolean, reason: string, unknown: number[]},
 *   nought?: string, flow?: string, lost?: string, first?: string, several?: string}} Rules
 * @typedef {{rules: Rules, value: (v: Quantities, h: typeof helpers) => number}} FigureCode
 * @typedef {{value: number | null, reason: string | null}} Found
 */

/** @param {FigureCode} figure @param {Quantities} v @returns {Found} */
export function found(figure, v) {
  const { rules } = figure;
  const reason = reasonOf(rules, v);
  if (reason) return { value: null, reason };
  const value = figure.value(v, helpers);
  if (!Number.isFinite(value)) return { value: null, reason: "out_of_range" };
  const moved = rules.unit === "money" ? total(row(v, "turnover")) : 1;
  const isNought = Math.abs(value) <= moved * NOISE;
  if (isNought && rules.nought) return { value: null, reason: rules.nought };
  return { value: isNought ? 0 : value, reason: null };
}

/** @param {Rules} rules @param {Quantities} v @returns {string | null} */
function reasonOf(rules, v) {
  const check = rules.checks.find((one) => strikes(one, v));
  if (check) return blamed(check[1], rules, v);
  if (rules.flow && rules.lost && !payback(row(v, rules.flow), row(v, "years_from_start"), 1).recovered) return rules.lost;
  if (rules.first && rules.several) {
    const { changes, last } = irr(v);
    if (!changes) return blamed("no_sign_change", rules, v);
    if (changes > 1) return rules.several;
    if (last < 0) return rules.first;
  }
  return null;
}

/** Where flows may change their sign by what is not known, that is to blame.
 * @param {string} reason @param {Rules} rules @param {Quantities} v */
function blamed(reason, rules, v) {
  const { signs } = rules;
  if (reason !== "no_sign_change" || !signs) return reason;
  const flows = row(v, "net_flow");
  const sides = ["cost_amount", "benefit_amount", "balance"].map((name) => grid(v, name));
  const stands = flows.filter((_, at) =>
    signs.unknown.includes(at) || sides.some((side) => side.some((line) => line[at] !== 0)));
  const isCured = (signs.more && flows.some((flow) => flow <= 0)) || (signs.less && flows.some((flow) => flow > 0));
  return stands.length >= 2 && isCured ? signs.reason : reason;
}

/** @param {Check} check @param {Quantities} v */
function strikes([kind, , lines, first, last, argument, condition], v) {
  const stands = () => lines.some(([side, line]) => grid(v, side)[line].slice(first, last + 1).some((one) => one !== 0));
  if (kind === "always") return true;
  if (kind === "all_zero") return !stands();
  if (kind === "some_money") return stands();
  if (kind === "beyond") return !Number.isFinite(total(row(v, "turnover")) + single(v, "npv"));
  return !holds(argument, last, v, condition);
}

/** @param {string} name @param {number} last @param {Quantities} v @param {string | null} condition */
function holds(name, last, v, condition) {
  if (condition === "at_start_alone") return row(v, name).slice(1).every((one) => one === 0);
  if (condition === "at_end_alone") return row(v, name).slice(0, -1).every((one) => one === 0);
  const value = argumentOf(name, last, v);
  if (condition === "positive") return value > 0;
  return condition === "at_least_one" ? value >= 1 : value >= 0;
}

/** @param {string} name @param {number} last @param {Quantities} v */
function argumentOf(name, last, v) {
  if (!name.endsWith("_until")) return single(v, name);
  const flows = row(v, name.replace(/^pv_/, "discounted_").replace(/_until$/, ""));
  return total(flows.slice(0, last + 1));
}

/** @param {number[]} flows */
function total(flows) {
  return sum(flows.length, (at) => flows[at]);
}
