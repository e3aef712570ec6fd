/* Anchors of a view: an old link may name a section that stands in another part now. */
(function () {
  "use strict";

  /** An address with the anchor of a section or a chart leads to the part of the view that holds it. */
  function anchored() {
    const name = decodeURIComponent(location.hash.slice(1));
    if (!name || document.getElementById(name)) return;
    const part = [...document.querySelectorAll("[data-part-link]")].find((link) => link.dataset.holds.split(" ").includes(name));
    if (part) location.replace(part.href + location.hash);
  }
  anchored();
})();
