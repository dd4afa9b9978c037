/* Marks of charts speak: what a mark stands for, its value and how far that holds, in a tip at the mark,
   on hover, on a tap, and by the arrow keys within a chart that takes one stop of the tab key. The texts
   stand in the drawing; without this script the table or list beside a chart says the same. */
import { markIn, speaking } from "./charts/marks.js";
import { place } from "./charts/tip.js";
import { allOf } from "./common/elements.js";
import { isPlain } from "./common/keys.js";

const STEPS = new Map([["ArrowRight", 1], ["ArrowDown", 1], ["ArrowLeft", -1], ["ArrowUp", -1]]);

/** @param {SVGSVGElement} drawing @param {SVGElement[]} marks */
function start(drawing, marks) {
  const areWays = marks[0].localName === "a";
  const tip = document.createElement("p");
  tip.className = "cb-tip";
  tip.setAttribute("role", "status");
  drawing.after(tip);
  let shown = -1;
  let isTouch = false;

  /** @param {number} index */
  function show(index) {
    if (index === shown) return;
    hide();
    shown = index;
    const mark = marks[index];
    mark.toggleAttribute("data-shown", true);
    tip.textContent = speaking(mark);
    place(tip, mark, drawing);
  }

  function hide() {
    marks[shown]?.removeAttribute("data-shown");
    shown = -1;
    tip.textContent = "";
  }

  /** @param {number} index */
  function focus(index) {
    if (!areWays) return show(index);
    marks.forEach((mark, other) => mark.setAttribute("tabindex", other === index ? "0" : "-1"));
    marks[index].focus();
  }

  /** @param {{clientX: number, clientY: number, target: EventTarget | null}} event */
  function point(event) {
    const index = markIn(marks, event);
    if (index < 0) hide();
    else show(index);
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (!isPlain(event)) return;
    if (event.key === "Escape") return hide();
    const last = marks.length - 1;
    const from = shown < 0 && !areWays ? -1 : Math.max(shown, 0);
    const to = { Home: 0, End: last }[event.key] ?? from + (STEPS.get(event.key) ?? NaN);
    if (Number.isNaN(to)) return;
    event.preventDefault();
    focus(Math.min(Math.max(to, 0), last));
  }

  drawing.addEventListener("pointermove", (event) => event.pointerType === "mouse" && point(event));
  drawing.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && hide());
  drawing.addEventListener("pointerdown", (event) => (isTouch = event.pointerType !== "mouse"));
  drawing.addEventListener("click", (event) => {
    const index = markIn(marks, event);
    if (areWays && isTouch && index !== shown) event.preventDefault(); // the second tap follows
    if (isTouch) point(event);
  });
  drawing.addEventListener("keydown", press);
  drawing.addEventListener("focusin", ({ target }) => {
    const index = marks.findIndex((mark) => mark === target);
    if (isTouch) return;
    show(Math.max(index, 0));
  });
  drawing.addEventListener("focusout", hide);
  document.addEventListener("pointerdown", ({ target }) => {
    if (shown >= 0 && target instanceof Node && !drawing.contains(target)) hide();
  });
  if (areWays) marks.forEach((mark, index) => mark.setAttribute("tabindex", index ? "-1" : "0"));
  else drawing.setAttribute("tabindex", "0");
}

/**
 * A drawing's own title would come up over its marks: it is said as a label.
 * @param {SVGSVGElement} drawing
 */
function untitle(drawing) {
  const ids = drawing.getAttribute("aria-labelledby")?.split(" ") ?? [];
  const said = ids.map((id) => document.getElementById(id)?.textContent ?? "");
  drawing.setAttribute("aria-label", said.join(". "));
  drawing.removeAttribute("aria-labelledby");
  drawing.querySelector("title")?.remove();
}

for (const drawing of allOf(SVGSVGElement, document, ".cb-chart__drawing")) {
  const marks = allOf(SVGElement, drawing, "[data-tip], a[aria-label]");
  if (marks.length) {
    untitle(drawing);
    start(drawing, marks);
  }
}
