/* All that a reader can choose by. */
import { allOf, maybeOne } from "../common/elements.js";
import { DEFAULT_ORDER } from "./address.js";
import { FacetFilter } from "./facet_filter.js";
import { haystacksOf } from "./haystacks.js";
import { turned } from "./parts.js";
import { RangeFilter } from "./range_filter.js";
import { inOrder } from "./results.js";
import { TextFilter } from "./text_filter.js";

/** @typedef {FacetFilter | RangeFilter | TextFilter} Control */

const MEASURE = "measure"; // the facet of what is counted
const BY_RESULT = "result"; // the range and the order by what one of it cost
const REVERSED = "-"; // before the name of an order in the address
const SEARCHED = ["country", "sector", "kind", "channel"];

/** The form's controls, and the order beside it. */
export class Controls {
  /**
   * @param {HTMLFormElement} form
   * @param {HTMLSelectElement} orders
   * @param {import("./data.js").Data} data
   * @param {import("./page.js").Language} language
   * @param {import("./full_text.js").FullText} full
   */
  constructor(form, orders, data, language, full) {
    /** @type {string[] | null} */
    let haystacks = null;
    this.facets = allOf(HTMLFieldSetElement, form, "fieldset[data-facet]").map(
      (fieldset) => new FacetFilter(fieldset, data.facets[fieldset.dataset.facet ?? ""]),
    );
    this.ranges = allOf(HTMLFieldSetElement, form, "fieldset[data-range]").map(
      (fieldset) => new RangeFilter(fieldset, data.ranges[fieldset.dataset.range ?? ""] ?? null, language),
    );
    this.facet = Object.fromEntries(this.facets.map((facet) => [facet.name, facet]));
    this.haystacks = () => (haystacks ??= haystacksOf(data, SEARCHED.map((name) => this.facet[name])));
    this.text = new TextFilter(form, this.haystacks, full);
    this.orders = orders;
    this.data = data;
    this.isReversed = false; // whether the order goes the other way round
    this.byResult = this.ranges.filter(({ name }) => name === BY_RESULT);
    this.orderByResult = maybeOne(HTMLOptionElement, orders, `[value=${BY_RESULT}]`);
    /** @type {import("./results.js").Result | null} of the only measure that is chosen */
    this.result = null;
    /** @type {Control[]} as many as can be taken off one by one */
    this.all = [...this.facets, ...this.ranges, this.text];
    this.names = {
      facets: this.facets.map(({ name }) => name),
      ranges: this.ranges.map(({ name }) => name),
    };
  }

  /** Give all that can be chosen, but for what is shown of it. */
  get choices() {
    return {
      facets: Object.fromEntries(this.facets.map(({ name, boxes }) => [name, boxes.map(({ value }) => value)])),
      ranges: this.names.ranges,
      orders: Array.from(this.orders.options, ({ value }) => value),
    };
  }

  read() {
    for (const facet of this.facets) facet.read();
    this.result = this.data.results[this.facet[MEASURE]?.only() ?? ""] ?? null;
    for (const range of this.byResult) range.turnTo(this.result?.spans ?? null);
    for (const control of [...this.ranges, this.text]) control.read();
    if (this.orderByResult) this.orderByResult.disabled = !this.result;
    if (this.orders.value === BY_RESULT && !this.result) this.orderBy(DEFAULT_ORDER);
  }

  /**
   * Order by something; by what it goes by already, the other way round.
   * @param {string} order
   */
  orderBy(order) {
    this.isReversed = order === this.orders.value && !this.isReversed;
    this.orders.value = order;
  }

  /** Give the cases in the order that is asked for, and the parts of it. */
  inOrder() {
    return turned(this.#ordered(), this.isReversed);
  }

  /** @returns {import("./parts.js").Ordered} */
  #ordered() {
    const { orders, parts, slug } = this.data;
    if (this.result && this.orders.value === BY_RESULT) {
      const known = this.result.order.length;
      return { cases: inOrder(this.result.order, slug.length), parts: [["", known], ["", slug.length - known]] };
    }
    const cases = orders[this.orders.value] ?? Array.from(slug.keys());
    return { cases, parts: parts[this.orders.value] ?? [["", slug.length]] };
  }

  /** Give what is chosen, but for the page. */
  chosen() {
    return {
      facets: Object.fromEntries(this.facets.map((facet) => [facet.name, facet.chosen()])),
      ranges: Object.fromEntries(this.ranges.map((range) => [range.name, range.chosen()])),
      unsure: this.ranges.filter(({ isOn, letsIn }) => isOn && letsIn).map(({ name }) => name),
      text: this.text.chosen(),
      order: (this.isReversed ? REVERSED : "") + this.orders.value,
    };
  }

  /** @param {import("./address.js").Chosen} chosen */
  choose(chosen) {
    for (const facet of this.facets) facet.choose(chosen.facets[facet.name]);
    for (const range of this.ranges) {
      range.choose(chosen.ranges[range.name]);
      range.letsIn = chosen.unsure.includes(range.name);
    }
    this.text.choose(chosen.text);
    this.isReversed = chosen.order.startsWith(REVERSED);
    this.orders.value = chosen.order.slice(this.isReversed ? REVERSED.length : 0);
    if (!this.orders.value) this.orderBy(DEFAULT_ORDER);
  }

  clear() {
    for (const control of this.all) control.clear();
  }
}
