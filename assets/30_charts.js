/* Which charts are drawn when: each in a turn of the browser of its own, those in view first. */
(function () {
  "use strict";
  const PATIENCE = 1000;
  /** The box of every chart by name, and the figures that some still wait for. */
  const boxes = new Map();
  const waiting = new Map();
  let drawing = 0;
  let paused = false;
  let patience = 0;
  let turn = false;
  /** What is in view, and how large the place of each chart is: measured once for all that is drawn in one go. */
  let onScreen = null;
  const rooms = new Map();
  const { plotly } = window.regioscope;

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

  /** Whether a chart is in view or near it; what lies within a section far away is not measured. */
  function near(element) {
    if (!onScreen) measure();
    return onScreen.has(element.closest("[data-chart]"));
  }

  function measure() {
    const sections = [...document.querySelectorAll("#content > section")].filter(inView);
    onScreen = new Set(sections.flatMap((section) => [...section.querySelectorAll("[data-chart]")]).filter(inView));
    for (const card of onScreen) card.querySelectorAll(".plot").forEach(room);
    setTimeout(forgetPlaces);
  }

  function forgetPlaces() {
    onScreen = null;
    rooms.clear();
  }

  /** Width and height of the place of a chart. */
  function room(place) {
    if (!rooms.has(place)) rooms.set(place, place.getBoundingClientRect());
    return rooms.get(place);
  }

  /** Draw a figure that fills its box. */
  async function now(box, figure) {
    drawing += 1;
    tell(box, "drawing");
    try {
      if (!(await plotly.draw(box, window.regioscope.scaled(figure, scale()), room))) return;
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

  /** Have a figure drawn after all that wait already. */
  function queue(box, figure) {
    waiting.delete(box);
    waiting.set(box, figure);
  }

  function later() {
    if (turn || paused || !pending()) return;
    turn = true;
    turns.port2.postMessage("");
  }

  const pending = () => waiting.size;

  /** A chart a turn, so that the page stays responsive. */
  function some() {
    turn = false;
    if (!paused && pending()) next();
    later();
  }

  function next() {
    const [box, figure] = waiting.entries().next().value;
    waiting.delete(box);
    if (box.isConnected) now(box, figure);
  }

  /** While an answer is awaited, for a second at most, nothing is drawn: once its words are in their boxes, no chart is drawn in a
      height that they change. */
  function hold(wanted) {
    clearTimeout(patience);
    paused = wanted;
    if (paused) patience = setTimeout(hold, PATIENCE, false);
    else {
      forgetPlaces();
      inViewFirst();
    }
    later();
  }

  function inViewFirst() {
    for (const [box, figure] of [...waiting]) {
      if (!box.isConnected || !near(box)) queue(box, figure);
    }
  }

  /** A drawing follows the width and height of its box; one that is to be drawn anyway waits for that. */
  const sizes = new ResizeObserver((changes) => changes.forEach(({ target: box, contentRect: { width, height } }) => {
    const size = waiting.has(box) ? null : plotly.sizeOf(box);
    if (size && width && (Math.abs(size.width - width) > 1 || Math.abs(size.height - height) > 1)) plotly.resize(box, { width, height });
  }));

  function boxOf(name) {
    const home = homeOf(name);
    const existing = boxes.get(name);
    if (!home || (existing && existing.parentNode === home)) return home && existing;
    const box = document.createElement("div");
    box.className = "drawing";
    boxes.set(name, box);
    home.replaceChildren(box);
    return box;
  }

  /** Whether a box shows, or is to show, this very figure. */
  function same(box, figure) {
    const digest = waiting.has(box) ? waiting.get(box).layout.meta : plotly.digestOf(box);
    return digest !== undefined && digest === figure.layout.meta;
  }

  /** The boxes out of view whose figures wait to be drawn. */
  const unseen = () => [...waiting.keys()].filter((box) => !near(box));

  /** Show figures by the names of their charts, each in the box that bears its name. */
  function show(figures) {
    forget();
    for (const [name, figure] of Object.entries(figures)) {
      const box = boxOf(name);
      if (box && !same(box, figure)) queue(box, figure);
    }
    if (!paused) inViewFirst();
    later();
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

  /** Draw what waits, at once. */
  function finish() {
    while (pending()) next();
  }

  const charts = { show, hold, move, pending, finish, busy: () => drawing > 0, unseen };
  window.regioscope = Object.assign(window.regioscope || {}, { charts });
})();
