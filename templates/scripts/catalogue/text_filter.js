/* The words that a reader types: a case that holds all of them is let through. */
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
   */
  constructor(form, haystacks) {
    this.input = oneOf(HTMLInputElement, form, "input[name=text]");
    this.label = one(form, "label[for=filter-text]").textContent ?? "";
    this.haystacks = haystacks;
  }

  read() {
    this.words = wordsOf(this.input.value);
    this.isOn = this.words.length > 0;
  }

  /** @param {number} number */
  fits(number) {
    return holdsAll(this.haystacks()[number], this.words);
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
