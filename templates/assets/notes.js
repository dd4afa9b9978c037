/* Opens a numbered note in place: a copy of what stands in the list of notes or inputs, in a panel at
   the number that was pressed. One at a time; the address stays as it is. A link in the panel to another
   note shows that one instead, with a way back. Without this script, links lead to the list. */
(function () {
  "use strict";
  const GAP = 8; // pixels between the panel, its number and the edges of the window
  const LEAST = 280; // pixels of height that a note needs to be read, if the window has them
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  const panel = document.querySelector(".cb-panel");
  if (!panel) return;
  const page = panel.parentElement;
  const body = panel.querySelector(".cb-panel__body");
  const back = panel.querySelector(".cb-panel__back");

  let opener = null; // the link whose note is open
  let trail = []; // the notes that led here, the one that is shown last

  /* ---- What is a note ------------------------------------------------------------------------- */

  function noteOf(link) {
    const place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return place && place.hasAttribute("data-cb-note") ? place : null;
  }

  function isInput(note) {
    return note.localName === "tr";
  }

  /* Give the content of a note; an input is a row: its name, its value, what it rests on. */
  function copied(note) {
    const copy = note.cloneNode(true);
    for (const one of copy.querySelectorAll("[id]")) one.removeAttribute("id");
    if (!isInput(note)) return Array.from(copy.childNodes);
    for (const number of copy.cells[0].querySelectorAll(".cb-note")) number.remove();
    return Array.from(copy.cells, (cell, index) => {
      const part = document.createElement("div");
      part.className = ["cb-notes__title", "cb-input__value", "cb-input__basis"][index];
      part.append(...cell.childNodes);
      return part;
    });
  }

  /* ---- Opening and closing ---------------------------------------------------------------------- */

  function open(link, note) {
    close();
    opener = link;
    trail = [note];
    opener.setAttribute("aria-expanded", "true");
    blockOf(link).after(panel); // so that the tab key goes from the note on to what follows its number
    panel.hidden = false;
    show();
    panel.focus({ preventScroll: true });
  }

  function blockOf(link) {
    let block = link;
    while (block.parentElement !== page) block = block.parentElement;
    return block;
  }

  function close() {
    if (!opener) return;
    opener.setAttribute("aria-expanded", "false");
    opener = null;
    panel.hidden = true;
    body.replaceChildren();
  }

  function leave() {
    const from = opener;
    close();
    from.focus({ preventScroll: true });
  }

  function show() {
    const note = trail[trail.length - 1];
    body.replaceChildren(...copied(note));
    panel.setAttribute("aria-label", note.dataset.cbNote);
    panel.querySelector(".cb-panel__number").textContent = note.dataset.cbNumber;
    for (const kind of ["working", "inputs"]) {
      const way = panel.querySelector(".cb-panel__" + kind);
      way.hidden = isInput(note) !== (kind === "inputs");
      way.setAttribute("href", "#" + note.id);
    }
    back.hidden = trail.length < 2;
    settle();
    reveal();
  }

  function goOn(note) {
    trail.push(note);
    show();
    panel.focus({ preventScroll: true });
  }

  function goBack() {
    const left = "#" + trail.pop().id;
    show();
    const links = Array.from(body.querySelectorAll("a"));
    (links.find((one) => one.hash === left) || panel).focus({ preventScroll: true });
  }

  /* ---- Its place ---------------------------------------------------------------------------------- */

  /* Below the number, within the page; as high as the window allows with the number in it. */
  function settle() {
    if (!opener) return;
    const from = page.getBoundingClientRect();
    const at = opener.getBoundingClientRect();
    const room = Math.max(innerHeight - at.height - 3 * GAP, LEAST);
    panel.style.maxHeight = Math.min(room, innerHeight - 2 * GAP) + "px";
    const left = Math.min(at.left - 3 * GAP, from.right - panel.offsetWidth);
    panel.style.left = Math.max(left - from.left, 0) + "px";
    panel.style.top = at.bottom + GAP - from.top + "px";
  }

  /* Scroll as far as the whole panel needs. */
  function reveal() {
    panel.scrollTop = 0;
    const at = panel.getBoundingClientRect();
    const over = Math.max(at.bottom + GAP - innerHeight, 0) || Math.min(at.top - GAP, 0);
    if (over) scrollBy({ top: over, behavior: calm.matches ? "instant" : "smooth" });
  }

  /* ---- Mouse, touch, keys ----------------------------------------------------------------------------- */

  function isPlain(event) {
    return !(event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const note = link && page.contains(link) && !link.closest(".cb-panel__way") && noteOf(link);
    if (!note) {
      if (link || !panel.contains(event.target)) close();
      return;
    }
    if (!isPlain(event)) return;
    event.preventDefault();
    if (panel.contains(link)) goOn(note);
    else if (link === opener) leave();
    else open(link, note);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && opener && isPlain(event) && !event.isComposing) {
      event.preventDefault();
      leave();
    } else if (event.key === " " && isPlain(event) && event.target.matches("a[role=button]")) {
      event.preventDefault();
      event.target.click();
    }
  });
  back.addEventListener("click", goBack);
  panel.querySelector(".cb-panel__close").addEventListener("click", leave);
  panel.addEventListener("focusout", (event) => {
    const next = event.relatedTarget;
    if (next && next !== opener && !panel.contains(next)) close();
  });
  new ResizeObserver(settle).observe(page);
  addEventListener("resize", settle);

  for (const link of page.querySelectorAll('a[href^="#"]')) {
    if (panel.contains(link) || !noteOf(link)) continue;
    if (link.matches(".cb-note")) link.setAttribute("role", "button");
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-expanded", "false");
    link.setAttribute("aria-controls", panel.id);
  }
})();
