/* Which charts are drawn when: those in view at once, the others one after the other, those of a fresh page before Dash is there. */
(function () {
  "use strict";
  const CONFIG = { displayModeBar: false, showSendToCloud: false, doubleClick: false, scrollZoom: false };
  const FACES = ["14px 'Regioscope Sans'", "600 14px 'Regioscope Sans'"];
  const BUDGET = 12;
  const PATIENCE = 1000;
  /** A chart higher than this, in px, would be too small to read on one sheet. */
  const SHEET = 1200;
  /** The box of every chart by name, and the figures that some still wait for. */
  const boxes = new Map();
  const waiting = new Map();
  const chores = [];
  let drawing = 0;
  let held = false;
  let patience = 0;
  let turn = false;
  let onScreen = null;

  /** The next turn of the browser, at once; a timer would let milliseconds pass. */
  const turns = new MessageChannel();
  turns.port1.onmessage = some;

  const tell = (box, what) => box.dispatchEvent(new Event(`regioscope:${what}`, { bubbles: true }));
  const homeOf = (name, within = "") => document.querySelector(`${within} .plot[data-figure="${name}"]`);

  /** How much larger a drawing is to be on a wide screen: type must be readable from the back of a room. */
  function scale() {
    return Number(getComputedStyle(document.documentElement).getPropertyValue("--scale")) || 1;
  }

  function inView(element) {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > -100 && top < window.innerHeight + 100;
  }

  /** Whether a chart is in view or near it. Where things are is measured once for all that is drawn in one go, and not within what is far away. */
  function near(element) {
    if (!onScreen) {
      const sections = [...document.querySelectorAll("#content > section")].filter(inView);
      onScreen = new Set(sections.flatMap((section) => [...section.querySelectorAll("[data-chart]")]).filter(inView));
      setTimeout(() => { onScreen = null; });
    }
    return onScreen.has(element.closest("[data-chart]"));
  }

  /** Draw a figure that fills its box. */
  async function now(box, figure) {
    const { data, layout } = window.regioscope.scaled(figure, scale());
    drawing += 1;
    tell(box, "drawing");
    try {
      await window.Plotly.react(box, data, { ...layout, autosize: true, width: undefined, height: undefined }, CONFIG);
      sizes.observe(box);
      if (!box.dataset.clicks) box.on("plotly_click", clicked);
      box.dataset.clicks = "true";
      tell(box, "drawn");
    } finally {
      drawing -= 1;
    }
  }

  /** A click on a mark makes the change of the address that the mark carries. */
  function clicked({ points: [point] }) {
    const mark = point && point.customdata;
    if (typeof mark === "string" && mark.includes("=")) window.regioscope.lead(mark);
  }

  /** Draw at once what a reader sees, and what she does not see when there is time. */
  function draw(box, figure) {
    waiting.delete(box);
    if (near(box)) return void now(box, figure);
    waiting.set(box, figure);
    later();
  }

  function later() {
    if (turn || held || !pending()) return;
    turn = true;
    turns.port2.postMessage("");
  }

  const pending = () => chores.length + waiting.size;

  /** A few charts at a time, so that a reader's hand is never held. */
  function some() {
    turn = false;
    const until = performance.now() + BUDGET;
    while (!held && pending() && performance.now() < until) next();
    later();
  }

  /** Something to be done before the next chart. */
  function soon(chore) {
    chores.push(chore);
    later();
  }

  function catchUp() {
    while (chores.length) chores.shift()();
  }

  function next() {
    if (chores.length) return void chores.shift()();
    const [box, figure] = waiting.entries().next().value;
    waiting.delete(box);
    if (box.isConnected) now(box, figure);
  }

  /** While an answer is awaited, for a second at most, nothing else is drawn: what is in view comes first. */
  function hold(wanted) {
    clearTimeout(patience);
    held = wanted;
    if (held) patience = setTimeout(hold, PATIENCE, false);
    later();
  }

  /** A drawing follows the width and height of its box. */
  const sizes = new ResizeObserver((changes) => changes.forEach(({ target: box, contentRect: { width, height } }) => {
    const drawn = box._fullLayout;
    if (drawn && width && (Math.abs(drawn.width - width) > 1 || Math.abs(drawn.height - height) > 1)) window.Plotly.Plots.resize(box);
  }));

  function boxOf(name) {
    const home = homeOf(name);
    const there = boxes.get(name);
    if (!home || (there && there.parentNode === home)) return home && there;
    const box = document.createElement("div");
    box.className = "drawing";
    boxes.set(name, box);
    home.replaceChildren(box);
    return box;
  }

  /** Whether a box holds, or is to hold, this very figure. */
  function same(box, figure) {
    const one = waiting.get(box) || box;
    return Boolean(one.layout) && one.layout.meta === figure.layout.meta;
  }

  /** Show figures by the names of their charts, each in the box that bears its name. */
  function show(figures) {
    forget();
    for (const [name, figure] of Object.entries(figures)) {
      const box = boxOf(name);
      if (box && !same(box, figure)) draw(box, figure);
    }
  }

  /** Let go of the boxes that are no longer on the page. */
  function forget() {
    for (const [name, box] of boxes) {
      if (box.isConnected) continue;
      boxes.delete(name);
      waiting.delete(box);
      sizes.unobserve(box);
      window.Plotly.purge(box);
    }
  }

  /** Dash's page takes over the boxes of the page that the server painted. */
  function move() {
    for (const [name, box] of boxes) {
      const home = homeOf(name, "#react-entry-point");
      if (home) home.replaceChildren(box);
    }
  }

  /** Plotly's own script comes after this one. */
  function plotly() {
    const script = document.querySelector("script[src*='/plotly.']");
    return window.Plotly || new Promise((come) => { script.addEventListener("load", come); });
  }

  /** The layout that Dash will ask for too; it is told then that nothing has changed since. */
  async function layoutAhead() {
    const answer = await fetch(window.regioscope.addresses.withBase("/_dash-layout"), { credentials: "same-origin", headers: { Accept: "application/json" } });
    return answer.json();
  }

  /** The figures of all graphs of a layout by the names of their charts. */
  function figuresIn(node, found = {}) {
    const { type, props } = node || {};
    if (type === "Graph" && props.figure) found[props.id.name] = props.figure;
    const below = props ? props.children : node;
    if (below && typeof below === "object") [].concat(below).forEach((child) => child && typeof child === "object" && figuresIn(child, found));
    return found;
  }

  /** Draw the charts of the page that the server painted. */
  async function begin() {
    const faces = Promise.allSettled(FACES.map((face) => document.fonts.load(face)));
    const [layout] = await Promise.all([layoutAhead(), faces, plotly()]);
    if (document.getElementById("paint")) show(figuresIn(layout));
  }

  /** The page came and its figures did not: begin anew as soon as something answers. */
  function startAgain() {
    if (!window.Plotly || !document.getElementById("paint")) return;
    window.regioscope.connection?.asked("start", () => location.reload());
  }

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

  /** Paper shows every chart. */
  window.addEventListener("beforeprint", () => {
    while (pending()) next();
    layers().forEach(shrinkable);
  });
  window.addEventListener("afterprint", () => layers().forEach(fixed));

  const charts = { show, hold, move, near, soon, catchUp, pending, busy: () => drawing > 0, waiting: () => [...waiting.keys()] };
  window.regioscope = Object.assign(window.regioscope || {}, { charts });
  if (location.hash) document.body.dataset.settled = "true";
  if (document.getElementById("paint")) begin().catch(startAgain);
})();
