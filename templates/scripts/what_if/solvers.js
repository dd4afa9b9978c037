/* What formulas that are printed from the case are made of, and the algorithms of what no closed
   formula gives: those of the site, which a test holds against each other. */

export const NOISE = 1e-13;
const RELATIVE_NOISE = 1e-9;
const HALVINGS = 1100;

/**
 * @typedef {Record<string, number | number[] | number[][]>} Quantities
 * @typedef {{years_before_recovery: number, still_to_recover: number, flow_of_recovery_year: number, recovered: boolean}} Recovery
 */

/** Give a quantity that does not vary; nought for one that there is not.
 * @param {Quantities} v @param {string} name */
export function single(v, name) {
  const found = v[name];
  return typeof found === "number" ? found : 0;
}

/** Give a quantity by moment. @param {Quantities} v @param {string} name */
export function row(v, name) {
  const found = v[name];
  return /** @type {number[]} */ (Array.isArray(found) ? found : []);
}

/** Give a quantity by line and moment. @param {Quantities} v @param {string} name */
export function grid(v, name) {
  const found = v[name];
  return /** @type {number[][]} */ (Array.isArray(found) ? found : []);
}

/** @template T @param {number} count @param {(at: number) => T} each @returns {T[]} */
export function rows(count, each) {
  return Array.from({ length: count }, (_, at) => each(at));
}

/** @param {number} count @param {(at: number) => number} each */
export function sum(count, each) {
  let total = 0;
  for (let at = 0; at < count; at += 1) total += each(at);
  return total;
}

/** Whole and half powers are products and roots, which are the same on every machine.
 * @param {number} base @param {number} exponent @returns {number} */
export function power(base, exponent) {
  if (exponent < 0) return 1 / power(base, -exponent);
  const rest = exponent % 1;
  if (rest !== 0 && rest !== 0.5) return base ** exponent;
  let result = rest ? Math.sqrt(base) : 1;
  for (let step = 0; step < Math.trunc(exponent); step += 1) result *= base;
  return result;
}

/** The years since the first amount that is not nought, or not known.
 * @param {number[][]} amounts @param {number[]} years @param {number[]} unknown the moment of each line, -1 for none */
export function sinceFirst(amounts, years, unknown) {
  return amounts.map((line, number) => {
    const known = line.findIndex((amount) => amount !== 0);
    const gap = unknown[number];
    const found = [known, gap].filter((at) => at >= 0);
    const first = found.length ? years[Math.min(...found)] : 0;
    return years.map((year) => Math.max(year - first, 0));
  });
}

/** When flows are recovered and stay so, even flow within a period.
 * @param {number[]} flows @param {number[]} years @param {number} period @returns {Recovery} */
export function payback(flows, years, period) {
  let total = 0;
  let moved = 0;
  const running = flows.map((flow) => (total += flow));
  const short = flows.map((flow, at) => running[at] < -RELATIVE_NOISE * (moved += Math.abs(flow)));
  const after = short.lastIndexOf(true) + 1;
  const recovered = after < flows.length;
  const waits = after > 0 && recovered;
  return {
    recovered,
    years_before_recovery: waits ? years[after] - period : 0,
    still_to_recover: waits ? Math.min(-running[after - 1], flows[after]) : 0,
    flow_of_recovery_year: waits ? flows[after] : 1,
  };
}

/** The internal rate of return where the flows change their sign once; how often they do.
 * @param {Quantities} v */
export function irr(v) {
  const turnover = row(v, "turnover");
  const flows = row(v, "net_flow").map((flow, at) => (Math.abs(flow) <= turnover[at] * NOISE ? 0 : flow));
  const moving = flows.filter((flow) => flow !== 0);
  let changes = 0;
  for (let at = 1; at < moving.length; at += 1) if (moving[at] * moving[at - 1] < 0) changes += 1;
  const last = Math.sign(moving[moving.length - 1] ?? 0);
  return { changes, last, value: changes === 1 ? 1 / rootOf(flows, row(v, "discount_periods"), last) - 1 : NaN };
}

/** The yearly discount factor at which the flows come to nought; above one by its inverse.
 * @param {number[]} flows @param {number[]} periods @param {number} last the sign of the last flow */
function rootOf(flows, periods, last) {
  const inside = sum(flows.length, (at) => flows[at]) * last >= 0;
  const most = periods[periods.length - 1];
  const exponents = inside ? periods : periods.map((each) => most - each);
  const sign = inside ? -last : last;
  let low = 0;
  let high = 1;
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    const value = sum(flows.length, (at) => flows[at] * power(middle, exponents[at]));
    if (Math.sign(value) === sign) low = middle;
    else high = middle;
  }
  return inside ? high : 1 / high;
}

export const helpers = {
  rows,
  sum,
  power,
  sinceFirst,
  payback,
  irr,
  /** @template T, U @param {T} value @param {(value: T) => U} use */
  with: (value, use) => use(value),
};
