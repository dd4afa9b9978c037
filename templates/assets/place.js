/* The place that the address names: it is shown, also where it stands in something folded (browsers and
   the theme do most of that; this does it at any depth, and again when the same link is pressed twice),
   and the link to the other language leads to the same place there, since ids are the same. */
(function () {
  "use strict";
  const languages = document.querySelectorAll(".cb-language");
  const here = document.querySelector(".cb-here");
  let isNamed = false;

  function placeOf(hash) {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  }

  function unfold(place) {
    const folded = [];
    for (let one = place; one; one = one.parentElement) {
      if (one.localName === "details" && !one.open) folded.push(one);
    }
    for (const one of folded) one.open = true;
    if (folded.length) place.scrollIntoView();
  }

  function follow() {
    const place = placeOf(location.hash);
    const wasNamed = isNamed;
    isNamed = place !== null;
    if (place) unfold(place);
    if (isNamed || wasNamed) for (const link of languages) link.hash = isNamed ? location.hash : "";
  }

  /* The folded contents close upon a choice, upon Escape, and when the reader goes on elsewhere. */
  function foldContents(event) {
    const isChoice = event.target.closest("a") !== null;
    if (here && here.open && (isChoice || !here.contains(event.target))) here.open = false;
  }

  addEventListener("hashchange", follow);
  document.addEventListener("click", foldContents, true);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !here || !here.open) return;
    here.open = false;
    here.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && !event.defaultPrevented) unfold(placeOf(link.hash));
  });
  follow();
})();
