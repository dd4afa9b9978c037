/* The catalogue: filters, counts and orders the cases of `window.casebookCatalogue`, which stands
   beside its page. One pass over all cases finds those that fit, what each box would leave, and what
   each filter taken off would give back. What is chosen stands in the address after the "#", so that
   it can be shared, works in a page opened from a folder, and the way back is the browser's own. */
(function () {
  "use strict";
  const SAID_AFTER = 500; // milliseconds without a change before the number of cases is announced
  const ACCENTS = /[\u0300-\u036f]/g;
  const BEYOND_ASCII = /[^\0-\x7f]/;
  const LETTERS = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", "’": "'" };
  const DEFAULT_ORDER = "evidence";
  const WIDE = "(min-width: 60em)";

  document.addEventListener("DOMContentLoaded", start);

  function start() {
    const data = window.casebookCatalogue;
    const form = document.getElementById("filters");
    if (!data || !form) return;
    const words = form.dataset;
    const size = data.slug.length;
    const find = (selector) => document.querySelector(selector);
    const numbers = new Intl.NumberFormat(document.documentElement.lang);
    const place = {
      heading: find("#found"),
      said: find(".cb-found__said"),
      chosen: find(".cb-found__chosen"),
      nothing: find(".cb-found__nothing"),
      ways: find(".cb-found__nothing ul"),
      rows: find(".cb-rows"),
      order: find(".cb-found__order"),
      all: find(".cb-filters__all"),
    };
    const blank = form.querySelector("template").content.querySelector(".cb-row");
    const languages = [...document.querySelectorAll(".cb-language")].map((link) => [link, link.getAttribute("href")]);
    const facets = [...form.querySelectorAll("fieldset[data-facet]")].map(facetOf);
    const ranges = [...form.querySelectorAll("fieldset[data-range]")].map(rangeOf);
    const text = { input: form.elements.text, label: form.querySelector("label[for=filter-text]").textContent, words: [] };
    const order = place.order.querySelector("select");
    const filters = [...facets, ...ranges, text]; // as many as can be taken off one by one
    const without = new Int32Array(filters.length); // cases that only this filter keeps away
    const whole = place.heading.textContent;
    let page = 1;
    let timer = 0;
    let typedIn = null; // the field whose typing shares one step of the browser's history
    let haystacks = null;
    const rowsMade = new Map(); // the rows so far, by case: those that stay are left where they are
    let chosenNow = ""; // what the controls say, as it stands in the address

    /* ---- What there is to choose ------------------------------------------------------------- */

    function facetOf(fieldset) {
      const name = fieldset.dataset.facet;
      const boxes = [...fieldset.querySelectorAll("input")];
      const labels = boxes.map((box) => box.parentNode.querySelector(".cb-choice__label"));
      return {
        name,
        boxes,
        label: fieldset.querySelector("legend").textContent,
        labels,
        texts: labels.map((label) => label.textContent),
        shown: boxes.map((box) => box.parentNode.querySelector(".cb-choice__number")),
        of: data.facets[name].map((found) => (Array.isArray(found) ? found : [found])),
        counts: new Int32Array(boxes.length),
        countsShown: new Int32Array(boxes.length).fill(-1),
        ticked: boxes.map(() => false),
        fold: fieldset.parentNode,
        badge: fieldset.parentNode.querySelector(".cb-filters__number"),
        isOn: false,
      };
    }

    function rangeOf(fieldset) {
      const name = fieldset.dataset.range;
      return {
        name,
        inputs: [...fieldset.querySelectorAll("input")],
        wrong: fieldset.querySelector(".cb-range__wrong"),
        label: fieldset.parentNode.querySelector("summary").firstChild.textContent.trim(),
        of: data.ranges[name],
        ends: [null, null],
        fold: fieldset.parentNode,
        ...unitOf(fieldset.dataset.currency),
        badge: fieldset.parentNode.querySelector(".cb-filters__number"),
        isOn: false,
      };
    }

    /* How typed numbers are said: amounts of a currency, else per cent. */
    function unitOf(currency) {
      const style = currency ? { style: "currency", currency, maximumFractionDigits: 0 } : { style: "percent", maximumFractionDigits: 2 };
      return { format: new Intl.NumberFormat(document.documentElement.lang, style), parts: currency ? 1 : 100 };
    }

    /* ---- The controls, read and set ---------------------------------------------------------- */

    function plain(words) {
      if (!BEYOND_ASCII.test(words)) return words.toLowerCase();
      const small = words.toLowerCase().normalize("NFD").replace(ACCENTS, "");
      return small.replace(/[œæßøł’]/g, (letter) => LETTERS[letter]);
    }

    /* A number as people type it: spaces part thousands; a comma too in English, in French decimals. */
    function numberOf(typed) {
      const bare = typed.replace(/[\s%]/g, "").replace("−", "-");
      const point = document.documentElement.lang === "fr" ? bare.replace(",", ".") : bare.replace(/,/g, "");
      return point === "" ? null : Number(point);
    }

    function readControls() {
      for (const facet of facets) {
        facet.ticked = facet.boxes.map((box) => box.checked);
        facet.isOn = facet.ticked.includes(true);
      }
      for (const range of ranges) {
        const typed = range.inputs.map((input) => numberOf(input.value));
        range.inputs.forEach((input, end) => input.setAttribute("aria-invalid", String(Number.isNaN(typed[end]))));
        range.wrong.hidden = !typed.some(Number.isNaN);
        range.ends = typed.map((value) => (Number.isNaN(value) ? null : value));
        range.isOn = range.ends.some((value) => value !== null);
      }
      text.words = plain(text.input.value).split(/\s+/).filter(Boolean);
      text.isOn = text.words.length > 0;
      chosenNow = chosenInAddress();
    }

    /* ---- The address --------------------------------------------------------------------------- */

    function address(number) {
      const parts = [chosenNow, number > 1 ? "page=" + number : ""].filter(Boolean);
      return parts.length ? "#" + parts.join("&") : "";
    }

    function chosenInAddress() {
      const parts = [];
      const add = (name, value) => parts.push(name + "=" + encodeURIComponent(value).replace(/%2C/g, ","));
      for (const facet of facets) {
        const values = facet.boxes.filter((box) => box.checked).map((box) => box.value);
        if (values.length) add(facet.name, values.join(","));
      }
      for (const range of ranges) {
        if (range.isOn) add(range.name, range.ends.map((value) => (value === null ? "" : value)).join(".."));
      }
      if (text.isOn) add("text", text.input.value.trim());
      if (order.value !== DEFAULT_ORDER) add("order", order.value);
      return parts.join("&");
    }

    /* Set the controls from the address; one that speaks of something else leaves them as they are. */
    function readAddress() {
      const given = new URLSearchParams(location.hash.slice(1));
      const known = [...filters.map((filter) => filter.name || "text"), "order", "page"];
      if (location.hash.length > 1 && !known.some((name) => given.has(name))) return false;
      for (const facet of facets) {
        const values = (given.get(facet.name) || "").split(",");
        for (const box of facet.boxes) box.checked = values.includes(box.value);
      }
      for (const range of ranges) {
        const ends = (given.get(range.name) || "").split("..");
        range.inputs.forEach((input, end) => (input.value = shown(ends[end] || "")));
      }
      text.input.value = given.get("text") || "";
      order.value = given.get("order") || DEFAULT_ORDER;
      if (!order.value) order.value = DEFAULT_ORDER;
      page = Math.max(1, Number.parseInt(given.get("page"), 10) || 1);
      return true;
    }

    function shown(number) {
      return document.documentElement.lang === "fr" ? number.replace(".", ",") : number;
    }

    function writeAddress(isNewStep) {
      const to = address(page) || location.pathname + location.search;
      history[isNewStep ? "pushState" : "replaceState"](null, "", to);
    }

    /* ---- The one pass ---------------------------------------------------------------------------- */

    function haystack(number) {
      if (!haystacks) {
        const looked = ["country", "sector", "kind", "channel"].map((name) => facets.find((one) => one.name === name));
        const labels = looked.map((facet) => facet.texts.map(plain));
        haystacks = data.title.map((title, i) => {
          const own = looked.flatMap((facet, place) => facet.of[i].map((option) => labels[place][option]));
          return [plain(title), plain(data.organisation[i]), ...own].join(" ");
        });
      }
      return haystacks[number];
    }

    function holds(range, number) {
      const found = range.of[number];
      if (found === null) return false;
      const [low, high] = Array.isArray(found) ? found : [found, found];
      const [from, to] = range.ends;
      return (from === null || (low !== null && low >= from)) && (to === null || (high !== null && high <= to));
    }

    function fits(filter, number) {
      if (filter.ticked) return filter.of[number].some((option) => filter.ticked[option]);
      if (filter.ends) return holds(filter, number);
      return filter.words.every((word) => haystack(number).includes(word));
    }

    function found() {
      const rows = [];
      const ordered = data.orders[order.value];
      without.fill(0);
      for (const facet of facets) facet.counts.fill(0);
      const on = filters.map((filter, place) => place).filter((place) => filters[place].isOn);
      for (let step = 0; step < size; step++) {
        const number = ordered ? ordered[step] : step;
        let failed = -1;
        let failures = 0;
        for (const place of on) {
          if (fits(filters[place], number)) continue;
          failed = place;
          if (++failures > 1) break;
        }
        if (failures > 1) continue;
        if (!failures) {
          rows.push(number);
          for (const facet of facets) count(facet, number);
        } else {
          without[failed]++;
          if (filters[failed].counts) count(filters[failed], number);
        }
      }
      return rows;
    }

    function count(facet, number) {
      for (const option of facet.of[number]) facet.counts[option]++;
    }

    /* ---- What readers see -------------------------------------------------------------------------- */

    function fill(template, values) {
      return template.replace(/\{(\w+)\}/g, (_, name) => values[name]);
    }

    function labelsOf(name, number) {
      const facet = facets.find((one) => one.name === name);
      return facet.of[number].map((option) => facet.texts[option]);
    }

    function row(number) {
      if (!rowsMade.has(number)) rowsMade.set(number, newRow(number));
      return rowsMade.get(number);
    }

    /* Show these rows: what stays is not moved, and need not be laid out again. */
    function showRows(wanted) {
      const rows = wanted.map(row);
      const wantedRows = new Set(rows);
      const old = [...place.rows.children];
      const gone = old.filter((one) => !wantedRows.has(one));
      if (gone.length === old.length) return place.rows.replaceChildren(...rows);
      for (const one of gone) one.remove();
      rows.forEach((one, at) => {
        const there = place.rows.children[at];
        if (there !== one) place.rows.insertBefore(one, there || null);
      });
    }

    function newRow(number) {
      const made = blank.cloneNode(true);
      const part = (name) => made.querySelector(".cb-row__" + name);
      const title = part("title").firstElementChild;
      title.textContent = data.title[number];
      title.setAttribute("href", "../cases/" + data.slug[number] + ".html");
      const language = data.language[number];
      if (language) {
        title.lang = language;
        title.hreflang = language;
      }
      const one = (name) => labelsOf(name, number)[0];
      part("who").textContent = [data.organisation[number], one("country"), one("year")].join(", ");
      part("what").textContent = [one("sector"), one("kind"), labelsOf("channel", number).join(", ")].join(" · ");
      copy("evidence");
      copy("status");
      figure("cost", data.cost[number], data.reasons[number] & 1);
      figure("roi", data.roi[number], data.reasons[number] & 2);
      const mark = data.marks.texts[data.marks.of[number]];
      if (mark) part("roi").querySelector(".cb-badge").textContent = mark;
      else dropWithSpace(part("roi").querySelector(".cb-badge"));
      if (data.npv[number]) {
        figure("npv", data.npv[number], false);
        part("horizon").textContent = data.horizons.texts[data.horizons.of[number]];
      } else part("npv").remove();
      const compared = part("compared");
      if (data.compared[number]) compared.textContent = fill(compared.textContent, { figures: data.compared[number] });
      else if (data.incomparable[number]) compared.textContent = data.incomparable[number];
      else compared.remove();
      for (const own of made.querySelectorAll(".cb-row__own")) {
        const shown = data.metrics[own.dataset.metric][number];
        if (shown) own.querySelector("dd").textContent = shown;
        else own.remove();
      }
      return made;

      function copy(name) {
        const facet = facets.find((other) => other.name === name);
        part(name).replaceChildren(...facet.labels[facet.of[number][0]].cloneNode(true).childNodes);
      }

      function figure(name, shown, isReason) {
        const value = part(name).querySelector(".cb-value");
        value.textContent = shown;
        if (isReason) value.className = "cb-reason";
      }
    }

    function dropWithSpace(element) {
      if (element.previousSibling) element.previousSibling.remove();
      element.remove();
    }

    function render(isTurned) {
      readControls();
      const rows = found();
      const pages = Math.max(1, Math.ceil(rows.length / data.rows));
      page = Math.min(page, pages);
      showRows(rows.slice((page - 1) * data.rows, page * data.rows));
      place.rows.hidden = !rows.length;
      showCounts();
      showChosen();
      showWays(rows.length);
      showPages(pages);
      const said = rows.length === size ? whole : fill(words.found, { n: numbers.format(rows.length), all: numbers.format(size) });
      place.heading.textContent = said;
      clearTimeout(timer);
      timer = setTimeout(() => (place.said.textContent = said), SAID_AFTER);
      for (const [link, href] of languages) link.setAttribute("href", href + address(page));
      if (isTurned) toTheTop();
    }

    function toTheTop() {
      place.heading.focus({ preventScroll: true });
      place.heading.scrollIntoView();
    }

    function showCounts() {
      for (const facet of facets) {
        facet.counts.forEach((count, option) => {
          const choice = facet.boxes[option].parentNode;
          if (count !== facet.countsShown[option]) facet.shown[option].textContent = numbers.format(count);
          facet.countsShown[option] = count;
          choice.classList.toggle("cb-choice--none", !count && !facet.ticked[option]);
        });
        facet.badge.textContent = facet.isOn ? numbers.format(facet.ticked.filter(Boolean).length) : "";
      }
      for (const range of ranges) range.badge.textContent = range.isOn ? numbers.format(1) : "";
      const all = filters.filter((filter) => filter !== text && filter.isOn).length;
      place.all.querySelector(".cb-filters__number").textContent = all ? numbers.format(all) : "";
    }

    function between(range) {
      const [low, high] = range.ends.map((value) => (value === null ? null : range.format.format(value / range.parts)));
      return fill(low === null ? words.most : high === null ? words.least : words.between, { low, high });
    }

    /* What is chosen, one by one, each with what takes it off. */
    function chosen() {
      const each = [];
      const add = (filter, value, off) => each.push({ name: fill(words.chosen, { facet: filter.label, value }), off });
      for (const facet of facets) {
        facet.ticked.forEach((isTicked, option) => {
          const label = facet.labels[option].cloneNode(true);
          label.querySelectorAll(".cb-visually-hidden").forEach((hidden) => hidden.remove());
          if (isTicked) add(facet, label.textContent.trim(), () => (facet.boxes[option].checked = false));
        });
      }
      for (const range of ranges) if (range.isOn) add(range, between(range), () => clear(range));
      if (text.isOn) add(text, text.input.value.trim(), () => clear(text));
      return each;
    }

    function clear(filter) {
      for (const box of filter.boxes || []) box.checked = false;
      for (const input of filter.inputs || [filter.input]) if (input) input.value = "";
    }

    function button(shown, name, act) {
      const item = document.createElement("li");
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = shown;
      if (name !== shown) made.setAttribute("aria-label", name);
      made.addEventListener("click", () => {
        act();
        changed();
        toTheTop();
      });
      item.append(made);
      return item;
    }

    function showChosen() {
      const each = chosen();
      const buttons = each.map((one) => button(one.name, fill(words.drop, { filter: one.name }), one.off));
      if (each.length > 1) buttons.push(button(words.clear, words.clear, () => filters.forEach(clear)));
      place.chosen.replaceChildren(...buttons);
      place.chosen.hidden = !each.length;
    }

    function showWays(number) {
      place.nothing.hidden = number > 0;
      if (number) return;
      const ways = filters.flatMap((filter, place) => {
        if (!filter.isOn || !without[place]) return [];
        const shown = fill(words.without, { filter: filter.label, n: numbers.format(without[place]) });
        return [button(shown, shown, () => clear(filter))];
      });
      place.ways.replaceChildren(...ways, button(words.clear, words.clear, () => filters.forEach(clear)));
    }

    function showPages(number) {
      const old = find(".cb-pages");
      if (old) old.remove();
      if (number < 2) return;
      const nav = document.createElement("nav");
      nav.className = "cb-pages";
      nav.setAttribute("aria-label", words.pages);
      const list = document.createElement("ol");
      for (let each = 1; each <= number; each++) list.append(turn(each));
      nav.append(list);
      place.rows.after(nav);
    }

    function turn(number) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      const hidden = document.createElement("span");
      hidden.className = "cb-visually-hidden";
      hidden.textContent = words.page + " ";
      link.href = address(number) || "#page=1";
      if (number === page) link.setAttribute("aria-current", "page");
      link.append(hidden, numbers.format(number));
      link.addEventListener("click", () => (typedIn = link));
      item.append(link);
      return item;
    }

    /* ---- What readers do ------------------------------------------------------------------------------ */

    function changed(field) {
      const isSameTyping = field && field === typedIn;
      typedIn = field || null;
      page = 1;
      render();
      writeAddress(!isSameTyping);
    }

    function moved() {
      const isTurned = typedIn && typedIn.localName === "a";
      typedIn = null;
      if (readAddress()) render(isTurned);
    }

    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", (event) => {
      if (event.target.type === "checkbox") changed();
    });
    form.addEventListener("input", (event) => {
      if (event.target.type !== "checkbox") changed(event.target);
    });
    form.addEventListener("focusout", () => (typedIn = null));
    order.addEventListener("change", () => changed());
    window.addEventListener("popstate", moved);

    const wide = window.matchMedia(WIDE);
    const opened = [...form.querySelectorAll(".cb-facet[open]")];
    function unfold() {
      place.all.open = wide.matches;
      for (const facet of opened) facet.open = wide.matches;
      for (const filter of filters) if (filter.isOn && filter.fold) filter.fold.open = true;
    }
    wide.addEventListener("change", unfold);
    readAddress();
    render();
    unfold();
    form.parentNode.classList.add("cb-catalogue--on");
    form.hidden = false;
    place.order.hidden = false;
    (window.requestIdleCallback || setTimeout)(() => haystack(0)); // before a reader types
  }
})();
