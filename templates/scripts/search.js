/* The search box of every page: loads Pagefind and its index of the page's language when the box is
   first used, and lists what fits. Keys as in WAI-ARIA's combobox with a list. It also runs, and says
   why it cannot search, in a page opened from a folder. */
import { maybeOne } from "./common/elements.js";
import { startSearch } from "./search/box.js";

const box = maybeOne(HTMLElement, document, ".cb-search");
if (box) startSearch(box);
