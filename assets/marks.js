/* Charts by keyboard: one tab stop each, arrow keys walk the marks, Enter does what a click does, a polite voice reads. */
(function () {
  "use strict";
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const plain = (words) => String(words).replace(/<br\s*\/?>/g, " ").replace(/<[^>]+>/g, "");

  /** Every mark with words: in the order of its `ids` where it has them, by value where it is a dot, else as it is drawn (bars by value, lines by year). */
  function marks(box) {
    return box.data.flatMap(marksOf).sort((first, second) => first.order - second.order);
  }

  function marksOf(trace, curve) {
    const words = trace.hovertext || trace.text;
    if (trace.hoverinfo === "skip" || !Array.isArray(words)) return [];
    const custom = trace.customdata || [];
    return words.map((text, point) => ({ text: plain(text || ""), curve, point, custom: custom[point], order: order(trace, point) })).filter((mark) => mark.text);
  }

  function order(trace, point) {
    if (trace.ids) return Number(trace.ids[point]);
    const dot = trace.type === "scatter" && !trace.mode.includes("lines");
    return dot && typeof trace.x[point] === "number" ? -trace.x[point] : 0;
  }

  function say(words) {
    document.getElementById("voice").textContent = words;
  }

  function show(box, mark) {
    try {
      window.Plotly.Fx.hover(box, [{ curveNumber: mark.curve, pointNumber: mark.point }]);
    } catch (refusal) {
      /* Maps have no hover by number: the voice alone says the mark. */
    }
  }

  function walk(event) {
    const frame = event.currentTarget;
    const box = frame.querySelector(".js-plotly-plot");
    if (!box || event.target !== frame) return;
    const all = marks(box);
    const at = Number(frame.dataset.mark ?? -1);
    let next = at;
    if (event.key in STEPS) next = Math.min(all.length - 1, Math.max(0, at + STEPS[event.key]));
    else if (event.key === "Home") next = 0;
    else if (event.key === "End") next = all.length - 1;
    else if (event.key === "Enter" && all[at] && typeof all[at].custom === "string") return void window.regioscope.lead(all[at].custom);
    else return;
    event.preventDefault();
    if (!all[next]) return;
    frame.dataset.mark = next;
    show(box, all[next]);
    if (window.regioscope.hover) window.regioscope.hover(window.regioscope.regionOf(all[next].custom));
    say(`${all[next].text} (${next + 1}/${all.length})`);
  }

  function leave(event) {
    delete event.currentTarget.dataset.mark;
    if (window.regioscope.hover) window.regioscope.hover(null);
    const box = event.currentTarget.querySelector(".js-plotly-plot");
    if (box && window.Plotly && window.Plotly.Fx) window.Plotly.Fx.unhover(box);
  }

  /** Make every drawn chart one tab stop. Called whenever a view is drawn. */
  function reachable() {
    document.querySelectorAll(".frame").forEach((frame) => {
      const isDrawn = Boolean(frame.querySelector(".js-plotly-plot"));
      if (isDrawn === (frame.dataset.walked === "true")) return;
      frame.dataset.walked = String(isDrawn);
      if (isDrawn) frame.setAttribute("tabindex", "0");
      else frame.removeAttribute("tabindex");
      frame.addEventListener("keydown", walk);
      frame.addEventListener("blur", leave);
    });
  }

  window.regioscope = Object.assign(window.regioscope || {}, { reachable, marks });
})();
