/* Rows of links that are one stop of the Tab key. */
(function () {
  "use strict";

  /** A row of links as one tab stop: arrow keys move within it. */
  function rove(row) {
    const links = [...row.querySelectorAll("a")];
    const stop = links.find((link) => link === document.activeElement) || links.find((link) => link.hasAttribute("aria-current")) || links[0];
    links.forEach((link) => { link.tabIndex = link === stop ? 0 : -1; });
    if (row.dataset.roving === "on") return;
    row.dataset.roving = "on";
    row.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const next = links[(links.indexOf(document.activeElement) + step + links.length) % links.length];
      links.forEach((link) => { link.tabIndex = link === next ? 0 : -1; });
      next.focus();
    });
  }

  window.regioscope = Object.assign(window.regioscope || {}, { rove });
})();
