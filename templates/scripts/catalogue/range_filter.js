/* A range: two numbers that a reader types. */
import { allOf, around, one } from "../common/elements.js";
import { filled } from "../common/words.js";
import { numberOf, typed, writingOfRange } from "./numbers.js";
import { doubtOf, liesIn, sentenceOf } from "./spans.js";

/** The two inputs of a `fieldset[data-range]`. */
export class RangeFilter {
  isOn = false;
  size = 0;
  number = 1;
  /** @type {number[][]} it has no boxes */
  values = [];
  /** @type {import("./spans.js").Ends} */
  ends = [null, null];
  letsIn = false; // also what may lie in it

  /**
   * @param {HTMLFieldSetElement} fieldset
   * @param {Record<number, import("./data.js").Span> | null} spans by case; null where there are none yet
   * @param {import("./page.js").Language} language
   */
  constructor(fieldset, spans, language) {
    this.name = fieldset.dataset.range ?? "";
    this.fold = around(HTMLDetailsElement, fieldset);
    this.label = (one(this.fold, "summary").firstChild?.textContent ?? "").trim();
    this.inputs = allOf(HTMLInputElement, fieldset, "input");
    this.wrong = one(fieldset, ".cb-range__wrong");
    this.spans = spans;
    this.language = language;
    this.written = writingOfRange(language.code, language.signs, fieldset.dataset.currency);
  }

  /**
   * Filter by other numbers; by none, nothing can be typed.
   * @param {Record<number, import("./data.js").Span> | null} spans
   */
  turnTo(spans) {
    this.spans = spans;
    for (const input of this.inputs) input.disabled = !spans;
  }

  read() {
    const [from, to] = this.inputs.map((input) => numberOf(input.value, this.language.signs));
    this.ends = [orOpen(from), orOpen(to)];
    this.isOn = this.spans !== null && this.ends.some((end) => end !== null);
    this.wrong.hidden = ![from, to].some(Number.isNaN);
    [from, to].forEach((end, place) => {
      this.inputs[place].setAttribute("aria-invalid", String(Number.isNaN(end)));
    });
  }

  /** @param {number} number */
  fits(number) {
    const span = this.spans?.[number] ?? null;
    return liesIn(span, this.ends) || (this.letsIn && doubtOf(span, this.ends) !== "");
  }

  /** @param {number} number */
  doubtOf(number) {
    return doubtOf(this.spans?.[number] ?? null, this.ends);
  }

  /** Give the two ends as they stand in an address. */
  chosen() {
    const [from, to] = this.isOn ? this.ends : [null, null];
    return /** @type {[string, string]} */ ([from === null ? "" : `${from}`, to === null ? "" : `${to}`]);
  }

  /** @param {[string, string]} ends */
  choose(ends) {
    this.inputs.forEach((input, place) => (input.value = typed(ends[place], this.language.signs)));
  }

  clear() {
    this.letsIn = false;
    this.choose(["", ""]);
  }

  /** Give what is chosen, as readers see it, with what takes it off. */
  chips() {
    if (!this.isOn) return [];
    const [low, high] = this.ends.map((end) => (end === null ? null : this.written(end)));
    const sentence = sentenceOf(low, high, this.language.words);
    return [{ value: filled(sentence, { low: low ?? "", high: high ?? "" }), off: () => this.clear() }];
  }
}

/**
 * Give what was typed, no end where that is no number.
 * @param {number | null} number
 */
function orOpen(number) {
  return Number.isNaN(number) ? null : number;
}
