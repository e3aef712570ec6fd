/* Charts on paper: each is drawn as wide as a sheet, so that its letters keep their size; a long one is cut between its rows. */
(function () {
  "use strict";
  const { plotly } = window.regioscope;
  /** The width between the margins of A4, and the height of what no longer fits under a heading, in px. */
  const [WIDTH, SHEET] = [718, 900];
  /** A map has more water than paper has room; a piece of a long drawing has so many rows. */
  const [MAP, ROWS] = [0.72, 8];

  const drawings = () => [...document.querySelectorAll(".plot .js-plotly-plot")];
  const layersOf = (box) => [...box.querySelectorAll(".main-svg")];
  const rowsOf = (box) => [...box.querySelectorAll(".ytick text")];
  const heightOf = (box) => parseFloat(getComputedStyle(box.parentNode).getPropertyValue("--height")) || plotly.sizeOf(box).height;

  function onPaper(box) {
    const height = heightOf(box) * (box.layout.geo ? MAP : 1);
    plotly.resize(box, { width: WIDTH, height });
    layersOf(box).forEach((svg) => part(svg, 0, height));
    if (height > SHEET) box.after(pieces(box, height));
  }

  /** Show the part of a drawing between two heights, as large as its place allows. */
  function part(svg, top, height) {
    svg.setAttribute("viewBox", `0 ${top} ${WIDTH} ${height}`);
    svg.setAttribute("height", height);
    svg.style.setProperty("--height", `${height}px`);
    return svg;
  }

  /** A long drawing in pieces that paper can part: none is cut through a row. */
  function pieces(box, height) {
    const cuts = [0, ...between(box, height), height];
    const whole = Object.assign(document.createElement("div"), { className: "pieces" });
    cuts.slice(1).forEach((end, at) => {
      const piece = whole.appendChild(Object.assign(document.createElement("div"), { className: "piece" }));
      piece.append(...layersOf(box).map((svg) => part(svg.cloneNode(true), cuts[at], end - cuts[at])));
    });
    return whole;
  }

  /** The heights between every so many rows. */
  function between(box, height) {
    const whole = layersOf(box)[0].getBoundingClientRect();
    const rows = rowsOf(box).map((row) => row.getBoundingClientRect()).sort((one, other) => one.top - other.top);
    const gaps = rows.slice(1).map((row, at) => ((rows[at].bottom + row.top) / 2 - whole.top) * (height / whole.height));
    return gaps.filter((_, at) => at % ROWS === ROWS - 1);
  }

  /** As it is on the screen. */
  function onScreen(box) {
    box.parentNode.querySelectorAll(".pieces").forEach((whole) => whole.remove());
    layersOf(box).forEach((svg) => svg.removeAttribute("viewBox"));
    const { width, height } = box.getBoundingClientRect();
    if (width && height) plotly.resize(box, { width, height });
  }

  window.addEventListener("beforeprint", () => {
    window.regioscope.charts.finish();
    drawings().forEach(onPaper);
  });
  window.addEventListener("afterprint", () => drawings().forEach(onScreen));
})();
