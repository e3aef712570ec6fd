/* A figure made larger: its type, marks, lines, margins and height together. Views and slides share it. */
(function () {
  "use strict";
  const LENGTHS = new Set(["size", "height", "width", "l", "r", "t", "b", "standoff", "xshift", "yshift"]);

  function part(value, by, key) {
    if (value === null || typeof value !== "object") return typeof value === "number" && LENGTHS.has(key) ? value * by : value;
    if (Array.isArray(value) || ArrayBuffer.isView(value)) return key === "annotations" ? value.map((item) => part(item, by, "")) : value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, name === "customdata" ? item : part(item, by, name)]));
  }

  /** A figure `by` times as large. */
  function scaled(figure, by) {
    return by === 1 ? figure : { ...figure, data: figure.data.map((trace) => part(trace, by, "")), layout: part(figure.layout, by, "") };
  }

  window.regioscope = Object.assign(window.regioscope || {}, { scaled });
})();
