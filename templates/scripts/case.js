/* Links to the parts of a case, and its citation, copied at a press; it is said aloud that they are.
   What if the numbers were others. */
import { allOf, maybeOne, oneOf } from "./common/elements.js";
import { filled } from "./common/words.js";
import { copied } from "./share/clipboard.js";
import { offerWhatIf } from "./what_if/offer.js";

/** @param {HTMLElement} cite the citation, which holds the words */
function start(cite) {
  const page = oneOf(HTMLElement, document, ".cb-page");
  const address = oneOf(HTMLLinkElement, document, 'link[rel="canonical"]').href;
  const said = document.createElement("p");
  said.className = "cb-said cb-no-print";
  said.setAttribute("role", "status");
  page.append(said);
  const { cbCopy = "", cbCopyLink = "", cbCopyPage = "", cbCopied = "", cbFailed = "" } = cite.dataset;

  /** @param {string} text @param {HTMLElement} button */
  async function copy(text, button) {
    said.textContent = "";
    const isCopied = await copied(text);
    button.focus();
    said.textContent = isCopied ? cbCopied : filled(cbFailed, { text });
  }

  /** @param {string} text @param {string} name @param {Element} after */
  function offer(text, name, after) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "cb-copy cb-no-print";
    button.addEventListener("click", () => copy(text, button));
    button.title = name;
    button.setAttribute("aria-label", name);
    after.after(button);
    return button;
  }

  for (const heading of allOf(HTMLHeadingElement, page, "h2[id]")) {
    const name = filled(cbCopyLink, { section: heading.textContent.trim() });
    offer(`${address}#${heading.id}`, name, heading.closest("summary") ?? heading);
  }
  for (const [text, name] of [[address, cbCopyPage], [cite.textContent.trim(), cbCopy]]) {
    const button = offer(text, name, cite);
    button.removeAttribute("aria-label");
    button.removeAttribute("title");
    button.classList.add("cb-copy--named");
    button.textContent = name;
  }
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape") said.textContent = "";
  });
}

const cite = maybeOne(HTMLElement, document, ".cb-cite");
if (cite) start(cite);
const whatIf = maybeOne(HTMLElement, document, "[data-cb-what-if]");
if (whatIf) offerWhatIf(whatIf);
