/* "What if?" is offered where the page names a script of numbers; it is loaded when first opened. */
import { numbersIn } from "./address.js";
import { panelOf } from "./panel.js";

/** @param {HTMLElement} place what names the script and its words */
export function offerWhatIf(place) {
  const { cbWhatIf = "", cbOffer = "", cbFailed = "" } = place.dataset;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "cb-what-if__button cb-no-print";
  button.textContent = cbOffer;
  place.append(button);
  /** @type {Promise<import("./panel.js").WhatIf> | null} */
  let loading = null;

  function loaded() {
    loading ??= new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = cbWhatIf;
      script.addEventListener("load", () => {
        const { casebookWhatIf } = /** @type {Window & {casebookWhatIf?: import("./panel.js").WhatIf}} */ (window);
        if (casebookWhatIf) done(casebookWhatIf);
        else failed();
      });
      script.addEventListener("error", failed);
      document.head.append(script);
    });
    return loading;
  }

  /** @param {Map<string, number>} changed */
  async function open(changed) {
    try {
      const whatIf = await loaded();
      const known = new Set(whatIf.inputs.map(({ name }) => name));
      for (const name of changed.keys()) if (!known.has(name)) changed.delete(name);
      const { panel, head } = panelOf(whatIf, changed, () => {
        panel.remove();
        button.hidden = false;
        history.replaceState(history.state, "", location.pathname + location.search);
        button.focus();
      });
      place.after(panel);
      button.hidden = true;
      head.focus();
    } catch {
      loading = null;
      button.textContent = cbFailed;
    }
  }

  button.addEventListener("click", () => open(new Map()));
  const given = numbersIn(location.hash);
  if (given) open(given);
}
