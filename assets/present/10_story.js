/* The story in the browser: its slides, what was changed on each, and what the server knows of them. Draws nothing. */
(function () {
  "use strict";
  const OWN = "regioscope.talk";
  const KEPT = ["lang", "theme", "talk"];
  const page = document.getElementById("deck");
  const script = document.getElementById("talk");
  /** What the address asked for in vain is said until the reader's next move, so that no slide stays covered. */
  const notice = document.getElementById("notice");
  if (notice) for (const kind of ["keydown", "pointerdown"]) addEventListener(kind, () => notice.remove(), { once: true });
  if (!page || !script) return;
  const { local, session } = window.regioscope.storage;
  const { withBase, withoutBase } = window.regioscope.addresses;
  const talk = JSON.parse(script.textContent);
  if (talk.kind === "own") Object.assign(talk, own());
  const pieces = new Map();
  const outlines = new Map();
  const memory = `regioscope.changed.${talk.name}`;
  const changed = new Map(Object.entries(session.object(memory)).filter(([, text]) => typeof text === "string"));

  /** What a reader keeps of her own talk: a title and slides in her language. */
  function own() {
    const stored = local.object(OWN);
    return { title: stored.title || talk.title, slides: (Array.isArray(stored.slides) ? stored.slides : []).filter((slide) => /^\/(?!\/)/.test(slide && slide.view)) };
  }

  /** A sentence of the interface with its {blanks} filled in. */
  function say(key, blanks = {}) {
    return talk.words[key].replace(/\{(\w+)\}/g, (_, name) => blanks[name]);
  }

  function query(address) {
    return address.includes("?") ? address.slice(address.indexOf("?") + 1) : "";
  }

  /** Only what makes the view: without language, theme and talk. */
  function bare(text) {
    const words = new URLSearchParams(text);
    KEPT.forEach((name) => words.delete(name));
    return plain(words);
  }

  function plain(words) {
    return words.toString().replaceAll("%2C", ",").replaceAll("+", "%20");
  }

  /** The story's own state of slide `n` (from 1 on). */
  const asTold = (n) => query(talk.slides[n - 1].view);
  const key = (n) => (talk.kind === "view" ? "all" : String(n));
  /** The present state of slide `n`: as told, or as someone has changed it. */
  const state = (n) => changed.get(key(n)) ?? asTold(n);
  const isChanged = (n) => changed.has(key(n));

  /** What the others are told of slide `n`: nothing of a state as told; a changed state that is all default names its region. */
  const changedQuery = (n) => (isChanged(n) ? state(n) || `region=${talk.home}` : "");

  /** Keep a change of slide `n`; the story's own state, or null, is none. */
  function change(n, text) {
    if (text === null || text === asTold(n)) changed.delete(key(n));
    else changed.set(key(n), text);
    session.set(memory, JSON.stringify(Object.fromEntries(changed)));
  }

  /** The address of slide `n`; what is changed is written out, so that the address alone brings it back. */
  function address(n, extra = {}) {
    const words = new URLSearchParams(isChanged(n) || talk.kind !== "view" ? changedQuery(n) : state(n));
    if (talk.lang !== "en") words.set("lang", talk.lang);
    if (talk.theme !== "light") words.set("theme", talk.theme);
    Object.entries(extra).forEach(([name, value]) => value && words.set(name, value));
    const text = plain(words);
    return `/present/${talk.name}/${n}${text ? `?${text}` : ""}`;
  }

  /** The live view behind slide `n`, in its present state. */
  function view(n) {
    const { view: storyView, chart } = talk.slides[n - 1];
    const words = new URLSearchParams(state(n));
    if (talk.lang !== "en") words.set("lang", talk.lang);
    const text = plain(words);
    return `${storyView.split("?")[0]}${text ? `?${text}` : ""}#${chart}`;
  }

  /** What a code and a link lead to: the slide; of a reader's own talk, which other browsers do not know, the view. */
  const way = (n, extra) => (talk.kind === "own" ? view(n) : address(n, extra));

  /** What the server draws of slide `n` now; asked once per state. */
  function piece(n) {
    const slide = talk.slides[n - 1];
    const words = new URLSearchParams(state(n));
    words.set("lang", talk.lang);
    words.set("theme", talk.theme);
    const from = `/slide/${slide.chart}.json?${plain(words)}`;
    if (!pieces.has(from)) pieces.set(from, ask(from).catch((error) => { pieces.delete(from); throw error; }));
    const answer = pieces.get(from);
    const wanted = state(n);
    if (talk.kind === "view") answer.then(({ covered }) => { if (state(n) === wanted) slide.covered = covered; }, () => {});
    return answer;
  }

  /** The numbers of the slides that follow each other: a view's charts without anything for the region are passed over. */
  function sequence() {
    const all = talk.slides.map((_, place) => place + 1);
    const covered = all.filter((n) => talk.slides[n - 1].covered !== false);
    return covered.length ? covered : all;
  }

  /** The slide after `n`, or with -1 the one before; itself where there is none. */
  function beside(n, by) {
    const numbers = sequence();
    return (by > 0 ? numbers.find((other) => other > n) : numbers.filter((other) => other < n).pop()) ?? n;
  }

  /** Where slide `n` stands among those that follow each other. */
  function place(n) {
    const numbers = sequence();
    return { n: Math.max(1, numbers.filter((other) => other <= n).length), of: numbers.length };
  }

  async function json(from) {
    const answer = await fetch(withBase(from));
    if (!answer.ok) throw new Error(`${answer.status} ${from}`);
    return answer.json();
  }

  /** The words around slide `n`: its story's as long as the piece shows the story's own state, else the chart's question and sentence. */
  async function words(n, piece) {
    if (piece.query !== asTold(n) && piece.asked !== asTold(n)) return { headline: piece.question, text: piece.summary, question: "", written: false };
    const slide = talk.slides[n - 1];
    if (slide.withheld) Object.assign(slide, await json(`/present/${talk.name}/${n}.json?lang=${talk.lang}`), { withheld: false });
    return { headline: slide.headline || piece.question, text: slide.text || (slide.headline ? "" : piece.summary), question: slide.question || "", written: true, lang: slide.lang || "" };
  }

  async function ask(from) {
    const answer = { ...(await json(from)), asked: bare(from.split("?")[1]) };
    for (const part of answer.figure ? answer.figure.data : []) {
      if (typeof part.geojson === "string") part.geojson = await outline(part.geojson);
    }
    return answer;
  }

  /** Boundaries are fetched once and kept: a map is drawn again without the server. */
  function outline(from) {
    if (!outlines.has(from)) outlines.set(from, fetch(from).then((answer) => answer.json()).catch((error) => { outlines.delete(from); throw error; }));
    return outlines.get(from);
  }

  /** Ask for every slide ahead of time, one after the other: then the talk goes on without a server. */
  async function gather() {
    for (let n = 1; n <= talk.slides.length; n += 1) {
      try { await piece(n); } catch (error) { return; }
    }
  }

  /** The number and the state that an address of this story asks for. */
  function read(url) {
    const at = new URL(url, location.href);
    const n = Number(withoutBase(at.pathname).split("/")[3]) || 1;
    return { n, query: bare(at.search.slice(1)) };
  }

  window.present = { talk, page, say, state, asTold, isChanged, changedQuery, change, address, view, way, piece, words, gather, sequence, beside, place, read, bare, plain, own, OWN };
})();
