/* The words that a reader types: a case that holds all of them is let through, in its title and labels
   or in its full text where that can be reached. */
import { one, oneOf } from "../common/elements.js";
import { holdsAll, wordsOf } from "./spelling.js";

/** The search field of the form. */
export class TextFilter {
  isOn = false;
  size = 0;
  number = 1;
  fold = null;
  name = "text";
  /** @type {number[][]} it has no boxes */
  values = [];
  /** @type {string[]} */
  words = [];

  /**
   * @param {HTMLFormElement} form
   * @param {() => string[]} haystacks gives the plain text of each case
   * @param {import("./full_text.js").FullText} full
   */
  constructor(form, haystacks, full) {
    this.input = oneOf(HTMLInputElement, form, "input[name=text]");
    this.label = one(form, "label[for=filter-text]").textContent ?? "";
    this.haystacks = haystacks;
    this.full = full;
    this.help = one(form, "#filter-text-help");
  }

  read() {
    this.words = wordsOf(this.input.value);
    this.isOn = this.words.length > 0;
    this.full.ask(this.chosen());
    const said = this.help.dataset[this.full.reach] ?? "";
    if (said !== this.help.textContent) this.help.textContent = said;
  }

  /** @param {number} number */
  fits(number) {
    return holdsAll(this.haystacks()[number], this.words) || this.full.cases.has(number);
  }

  chosen() {
    return this.isOn ? this.input.value.trim() : "";
  }

  /** @param {string} text */
  choose(text) {
    this.input.value = text;
  }

  clear() {
    this.choose("");
  }

  /** Give what is chosen, as readers see it, with what takes it off. */
  chips() {
    return this.isOn ? [{ value: this.input.value.trim(), off: () => this.clear() }] : [];
  }
}
