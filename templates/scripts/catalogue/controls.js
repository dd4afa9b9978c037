/* All that a reader can choose by. */
import { allOf } from "../common/elements.js";
import { DEFAULT_ORDER } from "./address.js";
import { FacetFilter } from "./facet_filter.js";
import { haystacksOf } from "./haystacks.js";
import { RangeFilter } from "./range_filter.js";
import { TextFilter } from "./text_filter.js";

/** @typedef {FacetFilter | RangeFilter | TextFilter} Control */

const SEARCHED = ["country", "sector", "kind", "channel"];

/** The form's controls, and the order beside it. */
export class Controls {
  /**
   * @param {HTMLFormElement} form
   * @param {HTMLSelectElement} orders
   * @param {import("./data.js").Data} data
   * @param {import("./page.js").Language} language
   */
  constructor(form, orders, data, language) {
    /** @type {string[] | null} */
    let haystacks = null;
    this.facets = allOf(HTMLFieldSetElement, form, "fieldset[data-facet]").map(
      (fieldset) => new FacetFilter(fieldset, data.facets[fieldset.dataset.facet ?? ""]),
    );
    this.ranges = allOf(HTMLFieldSetElement, form, "fieldset[data-range]").map(
      (fieldset) => new RangeFilter(fieldset, data.ranges[fieldset.dataset.range ?? ""], language),
    );
    this.facet = Object.fromEntries(this.facets.map((facet) => [facet.name, facet]));
    this.haystacks = () => (haystacks ??= haystacksOf(data, SEARCHED.map((name) => this.facet[name])));
    this.text = new TextFilter(form, this.haystacks);
    this.orders = orders;
    /** @type {Control[]} as many as can be taken off one by one */
    this.all = [...this.facets, ...this.ranges, this.text];
    this.names = {
      facets: this.facets.map(({ name }) => name),
      ranges: this.ranges.map(({ name }) => name),
    };
  }

  read() {
    for (const control of this.all) control.read();
  }

  /** Give what is chosen, but for the page. */
  chosen() {
    return {
      facets: Object.fromEntries(this.facets.map((facet) => [facet.name, facet.chosen()])),
      ranges: Object.fromEntries(this.ranges.map((range) => [range.name, range.chosen()])),
      text: this.text.chosen(),
      order: this.orders.value,
    };
  }

  /** @param {import("./address.js").Chosen} chosen */
  choose(chosen) {
    for (const facet of this.facets) facet.choose(chosen.facets[facet.name]);
    for (const range of this.ranges) range.choose(chosen.ranges[range.name]);
    this.text.choose(chosen.text);
    this.orders.value = chosen.order;
    if (!this.orders.value) this.orders.value = DEFAULT_ORDER;
  }

  clear() {
    for (const control of this.all) control.clear();
  }
}
