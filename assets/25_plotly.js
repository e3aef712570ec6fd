/* Draws figures with Plotly, and holds the private names of Plotly that we use (tests/browser/test_plotly.py looks for each):
   - `PlotlyGeoAssets[address]`, where Plotly keeps the boundaries it has fetched. Filled beforehand, a map is drawn in one go,
     and its boundaries come at the same time as Plotly's own script instead of after it.
   - `_fullLayout` with the `_subplot` of a map: Plotly draws a map anew a microtask after the rest, which is too late for a
     browser that prints as soon as it has said so.
   - `__data__`, what D3 ties to an element: the only way from a mark on the screen to its trace and place. */
(function () {
  "use strict";
  const CONFIG = { displayModeBar: false, showSendToCloud: false, doubleClick: false, scrollZoom: false };
  const coming = new Map();
  /** The figure that each box shows or is about to show. */
  const latest = new WeakMap();

  /** The addresses of the boundaries that a figure needs and that have not come yet. */
  function missing({ data }) {
    const known = window.PlotlyGeoAssets;
    return [...new Set(data.map(({ geojson }) => geojson))].filter((address) => typeof address === "string" && typeof known[address] !== "object");
  }

  async function bring(address) {
    try {
      const answer = await fetch(address);
      if (answer.ok) window.PlotlyGeoAssets[address] = await answer.json();
    } finally {
      coming.delete(address);
    }
  }

  /** Fetch the boundaries of a figure, each file once. */
  function boundaries(figure) {
    return Promise.allSettled(missing(figure).map((address) => {
      if (!coming.has(address)) coming.set(address, bring(address));
      return coming.get(address);
    }));
  }

  /** Draw a figure in its box; `room` gives the width and height of an element. Where boundaries do not come, Plotly asks for
      them itself and fills the chart when they do. False where another figure has taken the place meanwhile. */
  async function draw(box, figure, room) {
    latest.set(box, figure);
    if (missing(figure).length) await boundaries(figure);
    if (latest.get(box) !== figure || !box.isConnected) return false;
    const { width, height } = room(box.parentNode);
    const layout = { ...figure.layout, autosize: false, width, height };
    await window.Plotly.react(box, figure.data, layout, CONFIG);
    return true;
  }

  /** Draw a chart anew in another width or height, a map too before this returns. */
  function resize(box, size) {
    const done = window.Plotly.relayout(box, size);
    const map = box._fullLayout.geo?._subplot;
    map?.update(map._geoCalcData, box._fullLayout);
    return done;
  }

  /** Width and height of the drawing in a box; null where there is none yet. */
  function sizeOf(box) {
    const svg = box.querySelector(".main-svg");
    return svg && { width: svg.width.baseVal.value, height: svg.height.baseVal.value };
  }

  /** The digest of the figure that a box shows, or is about to show. */
  const digestOf = (box) => latest.get(box)?.layout.meta;

  /** The trace of a mark, or of a group of marks. */
  function traceOf(element) {
    const tied = element.closest(".trace")?.__data__;
    return tied?.[0]?.trace || tied?.trace || null;
  }

  /** The place of a mark in its trace. */
  const placeOf = (mark) => mark.__data__?.i;

  /** The code of the region that a shape of a map stands for. */
  const locationOf = (shape) => shape.__data__?.loc;

  const plotly = { boundaries, digestOf, draw, locationOf, placeOf, resize, sizeOf, traceOf };
  window.regioscope = Object.assign(window.regioscope || {}, { plotly });
})();
