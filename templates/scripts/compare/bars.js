/* Bridges on one scale: bars as long as their sums, all by one factor. The sums stand as text. */

/** @typedef {import("./brought.js").Bar} Bar */

const SVG = "http://www.w3.org/2000/svg";
const LOOKS = { start: "solid", step: "hollow", end: "solid" };
const [WIDE, HIGH, EDGE, THIN] = [1000, 40, 4, 3];

/**
 * Give the place of a sum on a line of `WIDE`, the same for all bars given.
 * @param {Bar[]} all
 * @returns {(sum: number) => number}
 */
export function scaleOf(all) {
  const ends = all.flatMap(([, , , from, to]) => [from, to]);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const factor = (WIDE - 2 * EDGE) / (high - low || 1);
  return (sum) => EDGE + (sum - low) * factor;
}

/**
 * Draw the bars of a case.
 * @param {Bar[]} bars
 * @param {(sum: number) => number} place
 */
export function drawnBars(bars, place) {
  const list = document.createElement("ol");
  list.className = "cb-bars";
  list.setAttribute("role", "list");
  for (const [kind, name, text, from, to] of bars) {
    const item = document.createElement("li");
    const [label, sum] = [document.createElement("span"), document.createElement("strong")];
    label.textContent = name;
    sum.textContent = text;
    const look = kind === "step" && to < from ? "falling" : LOOKS[kind];
    item.append(label, " ", sum, drawn(place(from), place(to), place(0), look));
    list.append(item);
  }
  return list;
}

/**
 * @param {number} from
 * @param {number} to
 * @param {number} zero
 * @param {string} look
 */
function drawn(from, to, zero, look) {
  const svg = document.createElementNS(SVG, "svg");
  const wide = Math.max(Math.abs(to - from), THIN);
  const sizes = { x: (from + to - wide) / 2, y: EDGE, width: wide, height: HIGH - 2 * EDGE };
  svg.setAttribute("viewBox", `0 0 ${WIDE} ${HIGH}`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  svg.append(shape("rect", sizes, look), shape("line", { x1: zero, x2: zero, y1: 0, y2: HIGH }, "zero"));
  return svg;
}

/**
 * @param {string} tag
 * @param {Record<string, number>} sizes
 * @param {string} look
 */
function shape(tag, sizes, look) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, size] of Object.entries(sizes)) made.setAttribute(name, size.toFixed(1));
  made.setAttribute("class", `cb-chart__${look}`);
  return made;
}
