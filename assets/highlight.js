/* One region ringed in every drawing and row at once: the marked one, which the address holds, and that under the pointer or
   the keyboard. No drawing is made anew. */
(function () {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  const { locationOf, placeOf, traceOf } = window.regioscope.plotly;
  const marked = () => new URLSearchParams(location.search).get("mark");
  /** The region that a mark stands for, whatever a click on it does. */
  const regionOf = (mark) => (typeof mark === "string" && /^(?:mark|region)=(.+)$/.exec(mark)?.[1]) || null;
  /** Under which name a drawing holds the region: its own, or that of the larger area that covers it. */
  const wanted = (trace, code) => (trace.meta && trace.meta[code]) || code;
  const holds = (trace, code, at) => Array.isArray(trace.customdata) && regionOf(trace.customdata[at]) === wanted(trace, code);

  function circle(point) {
    const ring = document.createElementNS(SVG, "circle");
    ring.setAttribute("r", Math.max(9, point.getBoundingClientRect().width / 2 + 4));
    ring.setAttribute("transform", point.getAttribute("transform") || "");
    return ring;
  }

  function outline(shape) {
    const ring = document.createElementNS(SVG, "path");
    ring.setAttribute("d", shape.getAttribute("d"));
    return ring;
  }


  /** Ring the region in one drawing. Rings stand beside Plotly's own marks, never among them: it would take them for its own. */
  function ring(box, code = marked(), kind = "mark") {
    box.querySelectorAll(`.${kind}-ring`).forEach((old) => old.remove());
    box.querySelectorAll(`.${kind}-line`).forEach((old) => old.classList.remove(`${kind}-line`));
    if (!code) return;
    const put = (mark, parent) => {
      mark.setAttribute("class", `${kind}-ring`);
      parent.append(mark);
    };
    for (const line of box.querySelectorAll(".scatterlayer > .trace")) {
      const trace = traceOf(line);
      line.classList.toggle(`${kind}-line`, Boolean(trace && trace.legendgroup && trace.legendgroup === code));
    }
    for (const point of box.querySelectorAll(".scatterlayer .points > .point")) {
      const trace = traceOf(point);
      if (trace && !trace.legendgroup && holds(trace, code, placeOf(point))) put(circle(point), point.closest(".scatterlayer"));
    }
    for (const bar of box.querySelectorAll(".barlayer .points > .point")) {
      const trace = traceOf(bar);
      if (trace && holds(trace, code, placeOf(bar))) put(outline(bar.querySelector("path")), bar.closest(".barlayer"));
    }
    const shapes = [...box.querySelectorAll(".choroplethlayer .choroplethlocation")].filter((shape) => locationOf(shape) === code);
    if (shapes.length) put(outline(shapes[0]), shapes[0].closest(".choroplethlayer").parentNode);
  }

  /** Ring it everywhere, in rows too. */
  function everywhere() {
    const code = marked();
    document.querySelectorAll(".js-plotly-plot").forEach((box) => ring(box));
    document.querySelectorAll("[data-region]").forEach((row) => {
      const here = row.dataset.region === code;
      row.classList.toggle("marked", here);
      if (here) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    });
  }

  let hovered = null;

  /** Ring the region under the pointer or the keyboard in all drawings and rows; null where there is none. */
  function hover(code) {
    if (code === hovered) return;
    hovered = code;
    document.querySelectorAll(".js-plotly-plot").forEach((box) => ring(box, code, "hover"));
    document.querySelectorAll("[data-region]").forEach((row) => row.classList.toggle("hovered", row.dataset.region === code));
  }

  const rowOf = (target) => target.closest && target.closest("[data-region]");
  for (const kind of ["mouseover", "focusin"]) document.addEventListener(kind, ({ target }) => rowOf(target) && hover(rowOf(target).dataset.region));
  for (const kind of ["mouseout", "focusout"]) document.addEventListener(kind, ({ target }) => rowOf(target) && hover(null));

  /** The drawing as a figure of its own, the ring in it, for an image. */
  function pictured(box) {
    const code = marked();
    const data = box.data.map((trace) => {
      const at = code && Array.isArray(trace.customdata) ? trace.customdata.findIndex((mark) => regionOf(mark) === wanted(trace, code)) : -1;
      if (at < 0) return trace;
      const count = trace.customdata.length;
      const line = (trace.marker && trace.marker.line) || {};
      const each = (value, chosen) => Array.from({ length: count }, (_, place) => (place === at ? chosen : Array.isArray(value) ? value[place] : value));
      const colour = getComputedStyle(document.documentElement).getPropertyValue("--mark").trim();
      return { ...trace, marker: { ...trace.marker, line: { ...line, color: each(line.color, colour), width: each(line.width || 0, 4) } } };
    });
    return { data, layout: { ...box.layout, width: box.clientWidth, height: box.clientHeight }, config: {} };
  }

  /** A drawing is made anew without its ring, and gets it back whenever it is drawn. */
  function follow(box) {
    if (box.dataset.ringed === "true") return;
    box.dataset.ringed = "true";
    box.on("plotly_afterplot", () => ring(box));
    box.on("plotly_hover", ({ points: [point] }) => hover(regionOf(point.customdata) || point.data.legendgroup || null));
    box.on("plotly_unhover", () => hover(null));
  }

  document.addEventListener("regioscope:drawing", ({ target: box }) => box.querySelectorAll(".mark-ring, .hover-ring").forEach((old) => old.remove()));
  document.addEventListener("regioscope:drawn", ({ target: box }) => {
    follow(box);
    ring(box);
  });
  document.addEventListener("regioscope:moved", everywhere);
  window.regioscope = Object.assign(window.regioscope || {}, { pictured, everywhere, hover, regionOf });
})();
