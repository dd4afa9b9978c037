/* Light or dark, before the first paint: as the system, or as the reader chose with the button.
   And what is folded opens for who is led into it, where the browser does not do so by itself.
   A classic script without fetch, so that it also runs in a page opened from a folder. */
(function () {
  "use strict";
  var KEY = "casebook.scheme";
  var STATES = ["auto", "light", "dark"];
  var root = document.documentElement;

  function chosen() {
    try {
      var state = localStorage.getItem(KEY);
      return STATES.indexOf(state) < 0 ? "auto" : state;
    } catch (_refused) {
      return "auto";
    }
  }

  function keep(state) {
    try {
      localStorage.setItem(KEY, state);
    } catch (_refused) {
      /* The choice then holds for this page. */
    }
  }

  function show(state, button) {
    root.setAttribute("data-cb-scheme", state);
    if (!button) return;
    var name = button.getAttribute("data-cb-scheme-name") + ": " + button.getAttribute("data-cb-scheme-" + state);
    button.setAttribute("aria-label", name);
    button.title = name;
  }

  function unfold() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var folded = target && target.closest("details:not([open])");
    if (!folded) return;
    folded.open = true;
    target.scrollIntoView();
  }

  window.addEventListener("hashchange", unfold);
  document.addEventListener("DOMContentLoaded", unfold);

  show(chosen());
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector(".cb-scheme");
    if (!button) return;
    show(chosen(), button);
    button.hidden = false;
    button.addEventListener("click", function () {
      var now = root.getAttribute("data-cb-scheme");
      var next = STATES[(STATES.indexOf(now) + 1) % STATES.length];
      keep(next);
      show(next, button);
    });
  });
})();
