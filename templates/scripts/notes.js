/* Opens a numbered note in place: a copy of what stands on the page of the working, in a panel at the
   number that was pressed. One at a time; the address stays as it is. A link in the panel to another note
   shows that one instead, with a way back. Without this script, links lead to that page. An address that
   names a note on the page of the case, as they stood there once, leads on to it. */
import { maybeOne, oneOf } from "./common/elements.js";
import { named } from "./common/links.js";
import { isOfWorking } from "./notes/note.js";
import { startNotes } from "./notes/panel.js";

/** @param {HTMLElement} panel */
function leadOn(panel) {
  if (!isOfWorking(location.hash) || named(location.hash)) return;
  const working = oneOf(HTMLAnchorElement, panel, ".cb-panel__working").href.split("#")[0];
  location.replace(working + location.hash);
}

const panel = maybeOne(HTMLElement, document, ".cb-panel");
if (panel?.parentElement) {
  startNotes(panel, panel.parentElement);
  leadOn(panel);
  addEventListener("hashchange", () => leadOn(panel));
}
