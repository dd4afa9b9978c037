/* Opens a numbered note in place: a copy of what stands in the list of notes or inputs, in a panel at
   the number that was pressed. One at a time; the address stays as it is. A link in the panel to another
   note shows that one instead, with a way back. Without this script, links lead to the list. */
import { maybeOne } from "./common/elements.js";
import { startNotes } from "./notes/panel.js";

const panel = maybeOne(HTMLElement, document, ".cb-panel");
if (panel?.parentElement) startNotes(panel, panel.parentElement);
