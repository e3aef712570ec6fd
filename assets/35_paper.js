/* Charts on paper: every one is drawn, and shrinks with its sheet. */
(function () {
  "use strict";
  /** A chart higher than this, in px, would be too small to read on one sheet. */
  const SHEET = 1200;

  /** The layers of every chart. */
  const layers = () => document.querySelectorAll(".js-plotly-plot .main-svg");

  /** Let a drawing shrink with its box; one longer than a sheet keeps its width, and its box is as high as it. */
  function shrinkable(svg) {
    const [width, height] = [svg.width.baseVal.value, svg.height.baseVal.value];
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    svg.classList.toggle("long", height > SHEET);
    if (height > SHEET) svg.parentElement.style.aspectRatio = `${width} / ${height}`;
  }

  /** As it was drawn. */
  function fixed(svg) {
    svg.removeAttribute("viewBox");
    svg.classList.remove("long");
    svg.parentElement.style.aspectRatio = "";
  }

  window.addEventListener("beforeprint", () => {
    window.regioscope.charts.finish();
    layers().forEach(shrinkable);
  });
  window.addEventListener("afterprint", () => layers().forEach(fixed));
})();
