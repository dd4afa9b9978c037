/* A facet: boxes of which any that is ticked lets a case through. */
import { allOf, around, one, oneOf } from "../common/elements.js";

/**
 * Give the values of each case as a list.
 * @param {(number | number[])[]} found
 */
export function listed(found) {
  return found.map((values) => (Array.isArray(values) ? values : [values]));
}

/** The boxes of a `fieldset[data-facet]`. */
export class FacetFilter {
  isOn = false;

  /**
   * @param {HTMLFieldSetElement} fieldset
   * @param {(number | number[])[]} found the places of each case's values among the boxes
   */
  constructor(fieldset, found) {
    const choices = allOf(HTMLElement, fieldset, ".cb-choice");
    this.name = fieldset.dataset.facet ?? "";
    this.label = one(fieldset, "legend").textContent ?? "";
    this.boxes = choices.map((choice) => oneOf(HTMLInputElement, choice, "input"));
    this.size = this.boxes.length;
    this.values = listed(found);
    this.labels = choices.map((choice) => one(choice, ".cb-choice__label"));
    this.texts = this.labels.map((label) => label.textContent ?? "");
    this.ticked = choices.map(() => false);
    this.fold = around(HTMLDetailsElement, fieldset);
    this.choices = choices;
    this.numbers = choices.map((choice) => one(choice, ".cb-choice__number"));
    this.shown = choices.map(() => -1);
  }

  read() {
    this.ticked = this.boxes.map((box) => box.checked);
    this.isOn = this.ticked.includes(true);
  }

  /** @param {number} number */
  fits(number) {
    return this.values[number].some((value) => this.ticked[value]);
  }

  /** Give the values of the boxes that are ticked. */
  chosen() {
    return this.boxes.filter((box) => box.checked).map((box) => box.value);
  }

  /** Give the value of the only box that is ticked; null for none or several. */
  only() {
    const chosen = this.chosen();
    return chosen.length === 1 ? chosen[0] : null;
  }

  /** @param {string[]} values */
  choose(values) {
    for (const box of this.boxes) box.checked = values.includes(box.value);
  }

  clear() {
    this.choose([]);
  }

  /** Give what is chosen one by one, as readers see it, each with what takes it off. */
  chips() {
    const ticked = Array.from(this.boxes.keys()).filter((place) => this.ticked[place]);
    return ticked.map((place) => ({
      value: seenText(this.labels[place]),
      off: () => {
        this.boxes[place].checked = false;
      },
    }));
  }

  /** How many choices are made. */
  get number() {
    return this.ticked.filter(Boolean).length;
  }

  /**
   * Show how many cases each box would leave.
   * @param {Int32Array} counts
   * @param {(number: number) => string} written
   */
  show(counts, written) {
    counts.forEach((count, place) => {
      if (count !== this.shown[place]) this.numbers[place].textContent = written(count);
      this.shown[place] = count;
      this.choices[place].classList.toggle("cb-choice--none", !count && !this.ticked[place]);
    });
  }
}

/**
 * Give the text of an element without what only screen readers say.
 * @param {HTMLElement} element
 */
function seenText(element) {
  const copy = /** @type {HTMLElement} */ (element.cloneNode(true));
  for (const hidden of allOf(Element, copy, ".cb-visually-hidden")) hidden.remove();
  return (copy.textContent ?? "").trim();
}
