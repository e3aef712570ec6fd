/* One slide drawn as large as its box allows, its smallest letter never below what the room can read. Knows no keys. */
(function () {
  "use strict";
  const { present } = window;
  if (!present) return;
  const { talk, say } = present;
  const { withBase } = window.regioscope.addresses;
  const CONFIG = { displayModeBar: false, showSendToCloud: false, responsive: false, doubleClick: false, scrollZoom: false };
  const LINES = 48;
  const MOST = 2.3;
  const ROW = 27;

  /** The smallest readable letter in pixels: a screen of 48 lines can be read from the back. */
  const readable = () => Math.max(window.innerHeight / LINES, 12);
  const node = (tag, name, text = "") => Object.assign(document.createElement(tag), { className: name, textContent: text });

  /** The smallest type size in a figure. */
  function smallest(value, key = "") {
    if (value === null || typeof value !== "object") return Infinity;
    if (Array.isArray(value)) return key === "annotations" || key === "data" ? Math.min(Infinity, ...value.map((item) => smallest(item))) : Infinity;
    const own = /font$/i.test(key) && typeof value.size === "number" ? value.size : Infinity;
    return Math.min(own, ...Object.entries(value).map(([name, item]) => smallest(item, name)));
  }

  const oneLine = (text) => (typeof text === "string" ? text.replace(/-<br\s*\/?>/g, "-").replace(/<br\s*\/?>/g, " ") : text);

  /** Names on one line: a screen is wide, a phone is not. */
  function unwrapped(figure) {
    const axis = figure.layout.yaxis || {};
    if (axis.type !== "category") return withNames(figure, axis);
    const data = figure.data.map((trace) => (Array.isArray(trace.y) ? { ...trace, y: trace.y.map(oneLine) } : trace));
    const turned = { ...axis, automargin: true, tickmode: "linear", dtick: 1, ...(axis.categoryarray ? { categoryarray: axis.categoryarray.map(oneLine) } : {}) };
    return { data, layout: { ...figure.layout, margin: { ...figure.layout.margin, l: 8 }, yaxis: turned } };
  }

  /** The names of rows that an axis has at places of its own; left alone where names of groups stand beside them. */
  function withNames(figure, axis) {
    const beside = (figure.layout.annotations || []).some(({ xshift }) => xshift < 0);
    if (!Array.isArray(axis.ticktext) || beside) return figure;
    const turned = { ...axis, automargin: true, ticktext: axis.ticktext.map(oneLine) };
    const even = evenly(figure, turned);
    if (even) return even;
    return { ...figure, layout: { ...figure.layout, margin: { ...figure.layout.margin, l: 8 }, yaxis: turned } };
  }

  /** The same with equal distances between rows, which differed where a name had two lines; null where a mark stands between rows. */
  function evenly(figure, axis) {
    const places = [...axis.tickvals].sort((a, b) => a - b);
    const row = (y) => (typeof y === "number" ? places.indexOf(y) : -1);
    const isRow = (y) => y === null || row(y) >= 0;
    const upright = (item) => item.yref !== "paper";
    const { annotations = [], shapes = [] } = figure.layout;
    const rows = figure.data.every((trace) => Array.isArray(trace.y) && trace.y.every(isRow));
    if (!rows || annotations.some((note) => upright(note) && !isRow(note.y)) || shapes.some(upright)) return null;
    const data = figure.data.map((trace) => ({ ...trace, y: trace.y.map((y) => (y === null ? y : row(y))) }));
    const notes = annotations.map((note) => (upright(note) ? { ...note, y: row(note.y) } : note));
    const turned = { ...axis, tickvals: places.map((_, at) => at), ticktext: places.map((y) => axis.ticktext[axis.tickvals.indexOf(y)]), range: [places.length - 0.5, -0.5] };
    return { ...figure, data, layout: { ...figure.layout, margin: { ...figure.layout.margin, l: 8 }, annotations: notes, yaxis: turned } };
  }

  /** How many rows of names a figure has; 0 for what is not made of rows. */
  function rows(figure) {
    if ((figure.layout.yaxis || {}).type !== "category") return 0;
    return new Set(figure.data.flatMap((trace) => (Array.isArray(trace.y) ? trace.y : [])).filter((name) => name !== null)).size;
  }

  /** How many rows, names on two lines counted as high as they are, an axis has that runs down and names places of its own. */
  function namesAtPlaces({ layout: { yaxis = {} } }) {
    const runsDown = Array.isArray(yaxis.range) && yaxis.range[0] > yaxis.range[1];
    return yaxis.type !== "category" && Array.isArray(yaxis.ticktext) && runsDown ? yaxis.range[0] - yaxis.range[1] : 0;
  }

  /** The pixels that so many rows need for letters of a readable size; 0 where the height has them. */
  function heightOfRows(figure, count, height, least) {
    const { t, b } = figure.layout.margin;
    const pitch = count && figure.layout.yaxis.ticktext.some((name) => /<br/.test(name)) ? 1.5 : 1.15;
    const needed = pitch * least * count + t + b;
    return count && needed > height ? needed : 0;
  }

  /** The same with letters and marks as small as the rows are low: paper does not scroll. */
  function lowered(figure, count, height) {
    const { t, b } = figure.layout.margin;
    const size = (0.85 * (height - t - b)) / count;
    const data = figure.data.map((trace) => ({ ...trace, textfont: { ...trace.textfont, size }, marker: { ...trace.marker, size } }));
    const annotations = (figure.layout.annotations || []).map((note) => (note.yref === "paper" ? note : { ...note, font: { ...note.font, size } }));
    return { data, layout: { ...figure.layout, annotations, yaxis: { ...figure.layout.yaxis, tickfont: { ...figure.layout.yaxis.tickfont, size } } } };
  }

  /** A figure for a box of so many pixels; higher than the box where its rows need it and `scrolls`. */
  function fitted(original, width, height, least, narrow, scrolls = false) {
    const figure = narrow ? original : unwrapped(original);
    const count = rows(figure);
    const natural = count && !narrow ? 64 + ROW * count : figure.layout.height || 360;
    const floor = least / Math.min(smallest(figure), 14);
    const by = narrow ? 1 : Math.max(floor, Math.min(height / natural, (MOST * least) / 14, width / 640));
    const tall = narrow ? figure.layout.height || 360 : count ? Math.min(height, natural * by * 1.5) : height;
    let large = window.regioscope.scaled(figure, by);
    const named = narrow ? 0 : namesAtPlaces(figure);
    const needed = heightOfRows(large, named, tall, least);
    if (needed && scrolls) return { data: large.data, layout: { ...large.layout, width, height: needed, autosize: false } };
    if (needed) large = lowered(large, named, tall);
    const pressed = tall / (natural * by);
    if (pressed < 1 && !count) large.data.forEach((trace) => { if (trace.marker && typeof trace.marker.size === "number") trace.marker.size *= Math.max(pressed, 0.8); });
    const layout = { ...large.layout, width, height: tall, autosize: false };
    return { data: large.data, layout: narrow ? layout : present.lineEnds(layout, by) };
  }

  /** Draw a piece into a box; `least` is the smallest letter in pixels, `narrow` a phone, `role` what the drawing is to whoever does not see it. Says whether all of it fits. */
  async function draw(box, piece, least, { narrow = false, role = "group" } = {}) {
    clear(box);
    const { clientWidth: width, clientHeight: height } = box;
    if (piece.figure) {
      const frame = box.appendChild(node("div", "frame"));
      frame.setAttribute("role", role);
      frame.setAttribute("aria-label", `${piece.question} ${piece.summary}`);
      const figure = fitted(piece.figure, width, height, least, narrow, role !== "img");
      await window.Plotly.newPlot(frame.appendChild(node("div", "")), figure.data, figure.layout, CONFIG);
      frame.style.minHeight = `${figure.layout.height}px`;
      if (role === "img") layered(frame);
      else window.regioscope.reachable();
      return narrow || figure.layout.height <= height + 1;
    }
    const words = box.appendChild(node("div", "told frame"));
    words.innerHTML = role === "img" ? lower(piece.html) : piece.html;
    words.querySelectorAll("details.headline-more").forEach((more) => { more.open = true; });
    return narrow || fill(box, words, least);
  }

  /** In a printed file every layer of a drawing would be a figure of its own: the first stands for all, with the words. */
  function layered(frame) {
    const [first, ...others] = [...frame.querySelectorAll("svg")].filter((element) => !element.parentElement.closest("svg"));
    first.setAttribute("role", "img");
    first.setAttribute("aria-label", frame.getAttribute("aria-label"));
    others.forEach((layer) => layer.setAttribute("aria-hidden", "true"));
    frame.removeAttribute("role");
    frame.removeAttribute("aria-label");
  }

  /** On paper a slide's own heading is of the second level, and what is under it one lower too. */
  const lower = (html) => html.replace(/(<\/?h)([1-5])\b/g, (_, tag, level) => `${tag}${Number(level) + 1}`);

  /** Make words as large as the box holds them: never below `least`, never larger than a headline. */
  function fill(box, words, least) {
    const types = [...words.querySelectorAll("*")].filter((element) => [...element.childNodes].some((child) => child.nodeType === 3 && child.data.trim()));
    const tiny = Math.min(16, ...types.map((element) => parseFloat(getComputedStyle(element).fontSize)));
    const floor = least / tiny;
    let [low, high] = [floor, Math.max(floor, (2.6 * least) / 16)];
    const holds = (zoom) => {
      words.style.zoom = zoom;
      return box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1;
    };
    if (!holds(low)) return false;
    for (let step = 0; step < 7; step += 1) {
      const middle = (low + high) / 2;
      if (holds(middle)) low = middle;
      else high = middle;
    }
    holds(low);
    return true;
  }

  /** An empty frame of a slide: words, room for the chart, question, source. */
  function article() {
    const box = node("article", "slide");
    const parts = {
      box,
      eyebrow: box.appendChild(node("p", "eyebrow", talk.title)),
      headline: box.appendChild(node("h1", "")),
      gloss: box.appendChild(node("p", "gloss")),
      stage: box.appendChild(node("div", "stage")),
      ask: box.appendChild(node("p", "ask")),
      from: box.appendChild(node("p", "from")),
    };
    parts.ask.hidden = true;
    return parts;
  }

  /** Put a piece into the frame of its slide, with the words that belong to its state. */
  async function dress(parts, n, piece, least = readable(), how = {}) {
    const words = await present.words(n, piece);
    parts.headline.textContent = words.headline;
    parts.gloss.textContent = words.text;
    parts.ask.textContent = words.question;
    parts.ask.hidden = !words.question;
    [parts.headline, parts.gloss, parts.ask].forEach((element) => { element.lang = words.lang || talk.lang; });
    parts.from.innerHTML = piece.source;
    if (piece.notes.length) parts.from.append(" ", Object.assign(node("a", "", say("noted", { n: piece.notes.length })), { href: withBase(present.view(n)), target: "_blank", rel: "noopener" }));
    const fits = await draw(parts.stage, piece, least, how);
    parts.box.dataset.fits = String(fits);
    const scrolls = { role: "group", tabindex: "0", "aria-label": `${piece.question} ${piece.summary}` };
    Object.entries(scrolls).forEach(([name, value]) => (fits ? parts.stage.removeAttribute(name) : parts.stage.setAttribute(name, value)));
    watch(parts, n, piece, least, how);
  }

  /** Draw again when the room for the chart has become another: a reader's own text spacing makes the words around it larger. */
  const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => {
    const { again, width, height } = watched.get(target) || {};
    if (again && target.clientHeight && (Math.abs(target.clientWidth - width) > 2 || Math.abs(target.clientHeight - height) > 2)) again();
  }));
  const watched = new WeakMap();

  function watch(parts, n, piece, least, how) {
    const { stage } = parts;
    sizes.unobserve(stage);
    if (how.narrow) return;
    watched.set(stage, { width: stage.clientWidth, height: stage.clientHeight, again: () => { watched.delete(stage); dress(parts, n, piece, least, how); } });
    sizes.observe(stage);
  }

  function clear(box) {
    box.querySelectorAll(".js-plotly-plot").forEach((plot) => window.Plotly.purge(plot));
    box.replaceChildren();
  }

  Object.assign(present, { draw, dress, article, clear, node, readable, fitted });
})();
