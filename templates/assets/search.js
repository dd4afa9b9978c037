/* The search box of every page: loads Pagefind and its index of the page's language when the box is
   first used, and lists what fits. Keys as in WAI-ARIA's combobox with a list. A classic script, so
   that it also runs, and says why it cannot search, in a page opened from a folder. */
(function () {
  "use strict";
  const SHOWN = 10;
  const PAUSE = 150; // milliseconds without a key before a search
  const EXCERPT = 24; // words
  const SHOWN_ONLY = { finding: 0, figures: 0, basis: 0 }; // what results show finds nothing by itself
  const ADDRESSED = "#search=";

  const place = document.querySelector(".cb-search");
  if (!place) return;
  const words = place.dataset;
  const input = place.querySelector(".cb-search__input");
  const panel = place.querySelector(".cb-search__panel");
  const said = place.querySelector(".cb-search__said");
  const list = place.querySelector(".cb-search__results");
  const others = place.querySelectorAll(".cb-search__other");
  const status = place.querySelector(".cb-search__status");
  const inFolder = location.protocol === "file:";

  let loading = null; // the promise of Pagefind
  let turn = 0; // of the last search: an answer to an earlier one is dropped
  let timer = 0;
  let answered = ""; // the words that the list answers
  let active = -1;
  let before = null; // where the reader was when a key led here

  /* ---- Searching ---------------------------------------------------------------------------- */

  function load() {
    if (!loading) {
      // A script's own import would start from its own address, not the page's.
      loading = import(new URL(words.cbRoot + "pagefind/pagefind.js", document.baseURI).href).then(
        async (pagefind) => {
          await pagefind.options({ excerptLength: EXCERPT, ranking: { metaWeights: SHOWN_ONLY } });
          await pagefind.init();
          return pagefind;
        },
      );
      loading.catch(() => (loading = null));
    }
    return loading;
  }

  function asked() {
    return input.value.trim();
  }

  async function search() {
    clearTimeout(timer);
    const query = asked();
    const mine = ++turn;
    if (inFolder) return tell(words.cbFolder);
    if (!query) return close();
    offerOthers(query);
    if (!answered) tell(words.cbBusy);
    try {
      const pagefind = await load();
      const found = await pagefind.search(spelled(query));
      const fitting = found.results.filter((one) => one.words.length); // in the text, that is
      const results = await Promise.all(fitting.slice(0, SHOWN).map((one) => one.data()));
      if (mine === turn) answer(query, fitting.length, results);
    } catch (_failed) {
      if (mine === turn) tell(words.cbFailed);
    }
  }

  /* The index is spelled as people type (twins.py); what is shown is typeset again. */
  function spelled(text) {
    return text.replace(/’/g, "'").replace(/œ/gi, "oe").replace(/æ/gi, "ae");
  }

  function typeset(text) {
    return text.replace(/(\p{L})'(?=\p{L})/gu, "$1’");
  }

  /* ---- Showing ------------------------------------------------------------------------------ */

  function answer(query, count, results) {
    list.replaceChildren(...results.map(option));
    answered = query;
    choose(-1);
    tell(count ? counted(count) : filled(words.cbNone, query));
    list.scrollTop = 0;
  }

  function counted(count) {
    const text = count > SHOWN ? words.cbBest : count > 1 ? words.cbMany : words.cbOne;
    return filled(text, count.toLocaleString(document.documentElement.lang));
  }

  function filled(text, value) {
    return text.replace("#", () => value);
  }

  /* Say a sentence, to eyes and ears; the list shows what it answers, if that is still asked. */
  function tell(sentence) {
    list.setAttribute("aria-busy", String(sentence === words.cbBusy));
    const isAnswer = answered !== "" && answered === asked();
    if (!isAnswer) list.replaceChildren();
    said.textContent = sentence;
    status.textContent = sentence;
    open();
  }

  function open() {
    panel.hidden = false;
    list.hidden = !list.children.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
  }

  function close() {
    panel.hidden = true;
    status.textContent = "";
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  }

  function offerOthers(query) {
    for (const link of others) {
      link.textContent = filled(link.dataset.cbText, query);
      link.hash = ADDRESSED + encodeURIComponent(query);
      link.hidden = false;
    }
  }

  function option(result, index) {
    const shown = result.meta;
    const hits = hitsOf(result);
    const id = "cb-search-result-" + index;
    const link = element("a", "option", [
      element("span", "title", marked(shown.title, hits)),
      element("span", "finding", marked(shown.finding || "", hits)),
      element("span", "figures", [shown.figures || ""]),
      element("span", "basis", [shown.basis || ""]),
    ]);
    const named = Array.from(link.children).filter((part) => part.textContent);
    named.forEach((part, number) => (part.id = id + "-" + number));
    if (isNews(result)) named.push(element("span", "excerpt", excerpted(result.excerpt)));
    link.replaceChildren(...named);
    link.id = id;
    link.href = words.cbRoot + result.raw_url.replace(/^\//, "");
    link.tabIndex = -1; // the arrows lead here
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.setAttribute("aria-labelledby", named.map((part) => part.id).filter(Boolean).join(" "));
    return link;
  }

  function element(tag, name, children) {
    const made = document.createElement(tag);
    if (name) made.className = "cb-search__" + name;
    made.append(...children);
    return made;
  }

  /* Tell whether the excerpt shows a hit that title and finding do not show. */
  function isNews(result) {
    const shown = new Set(`${result.meta.title} ${result.meta.finding}`.split(/\s+/).map(bare));
    const hits = Array.from(result.excerpt.matchAll(/<mark>(.*?)<\/mark>/g), (hit) => bare(hit[1]));
    return hits.some((hit) => !shown.has(hit));
  }

  /* Give the words of the page that fit. */
  function hitsOf(result) {
    const all = result.content.split(/\s+/);
    return new Set((result.locations || []).map((place) => bare(all[place] || "")));
  }

  function bare(word) {
    return spelled(word.toLowerCase()).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  }

  function marked(text, hits) {
    return text
      .split(/(\s+)/)
      .flatMap((word) => (bare(word) && hits.has(bare(word)) ? withMark(word) : [word]));
  }

  function withMark(word) {
    const [, lead, core, tail] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(word);
    return [lead, element("mark", "", [core]), tail];
  }

  /* Pagefind gives text with marks, and both angle brackets escaped; nothing here is read as HTML. */
  function excerpted(excerpt) {
    return excerpt.split(/<mark>(.*?)<\/mark>/).flatMap((text, number) => {
      const plain = typeset(text.replace(/&lt;/g, "<").replace(/&gt;/g, ">"));
      return number % 2 ? withMark(plain) : [plain];
    });
  }

  /* ---- Keys --------------------------------------------------------------------------------- */

  function choose(index) {
    const options = Array.from(list.children);
    active = index;
    options.forEach((one, number) => one.setAttribute("aria-selected", String(number === index)));
    if (index < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", options[index].id);
    options[index].scrollIntoView({ block: "nearest" });
  }

  function step(by) {
    const count = list.children.length;
    if (!count) return;
    if (panel.hidden) tell(said.textContent);
    choose(active < 0 ? (by > 0 ? 0 : count - 1) : (active + by + count) % count);
  }

  function enter() {
    if (answered !== asked() || panel.hidden) return search();
    const one = list.children[Math.max(active, 0)];
    if (one) one.click();
  }

  /* Close, and go back to where the reader was if a key led here. */
  function leave() {
    close();
    if (!before) return input.focus();
    const { where, height } = before;
    before = null;
    if (where && where !== document.body) where.focus({ preventScroll: true });
    else document.activeElement.blur();
    scrollTo({ top: height, behavior: "instant" });
  }

  const KEYS = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: enter,
  };

  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!Object.hasOwn(KEYS, event.key)) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  place.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing || (panel.hidden && !before)) return;
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || !isShortcut(event)) return;
    event.preventDefault();
    if (document.activeElement !== input) {
      before = { where: document.activeElement, height: scrollY };
      input.focus();
    }
    input.select();
  });

  function isShortcut(event) {
    if (event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return false;
    return event.key.toLowerCase() === "k";
  }

  /* ---- Coming and going --------------------------------------------------------------------- */

  input.addEventListener("input", () => {
    clearTimeout(timer);
    list.setAttribute("aria-busy", "true");
    timer = setTimeout(search, PAUSE);
  });
  input.addEventListener("focus", (event) => {
    if (place.contains(event.relatedTarget)) return; // back from the panel
    if (inFolder || asked()) search();
    else load().catch(() => {}); // said when something is asked
  });
  place.addEventListener("focusout", (event) => {
    if (place.contains(event.relatedTarget)) return;
    before = null;
    clearTimeout(timer);
    turn += 1;
    close();
  });
  panel.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the box

  /* Words brought along from another language. */
  if (location.hash.startsWith(ADDRESSED)) {
    input.value = decodeURIComponent(location.hash.slice(ADDRESSED.length));
    history.replaceState(null, "", location.pathname + location.search);
    input.focus();
  }
})();
