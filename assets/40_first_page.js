/* A fresh page: its charts are drawn as soon as Plotly is there, then Dash is started and takes the page over. */
(function () {
  "use strict";
  const { addresses: { withBase }, charts, plotly } = window.regioscope;
  const FACES = ["14px 'Regioscope Sans'", "600 14px 'Regioscope Sans'"];
  /** How long Dash waits, in ms, for charts that are not in view. */
  const PATIENCE = 300;
  /** Dash's script, which stands in the document without its address. */
  const dash = document.getElementById("_dash-renderer");
  let started = false;

  /** Plotly's own script comes after this one. */
  function plotlyCame() {
    const script = document.querySelector("script[src*='/plotly.']");
    return window.Plotly || new Promise((came, failed) => { script.addEventListener("load", came); script.addEventListener("error", failed); });
  }

  /** The layout that Dash will ask for too; it is told then that nothing has changed since. */
  async function layoutAhead() {
    const answer = await fetch(withBase("/_dash-layout"), { credentials: "same-origin" });
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

  /** The figures; the boundaries that they need are on their way. */
  async function figuresAhead() {
    const figures = figuresIn(await layoutAhead());
    Object.values(figures).forEach(plotly.boundaries);
    return figures;
  }

  /** Have Dash's script fetched while charts are drawn. */
  function fetchDash() {
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "script", href: dash.dataset.src }));
  }

  function startDash() {
    if (!started) dash.src = dash.dataset.src;
    started = true;
  }

  /** Until every chart of the page is drawn, or for a while. */
  async function drawAll() {
    const until = performance.now() + PATIENCE;
    while ((charts.busy() || charts.pending()) && performance.now() < until) await new Promise((next) => { setTimeout(next); });
  }

  /** Draw the charts of the page that the server painted. */
  async function begin() {
    const faces = Promise.allSettled(FACES.map((face) => document.fonts.load(face)));
    const [figures] = await Promise.all([figuresAhead(), faces, plotlyCame().then(fetchDash)]);
    charts.show(figures);
    await drawAll();
  }

  /** The page came and its figures did not: begin anew as soon as something answers. */
  function startAgain() {
    if (window.Plotly) dash.addEventListener("load", () => window.regioscope.connection.requested("start", () => location.reload()));
  }

  if (location.hash) document.body.dataset.settled = "true";
  begin().catch(startAgain).finally(startDash);
})();
