/* The slides of the projected window: each drawn out of sight before it is shown, with its filters. */
(function () {
  "use strict";
  const { present } = window;
  if (!present || present.page.dataset.page !== "deck") return;
  const { talk, say, node } = present;
  const ready = new Map();
  const headings = new Map();
  const main = document.getElementById("content");

  const wide = () => window.innerWidth >= 700 && window.innerHeight >= 480;

  /** A slide that is not shown yet, with room for its filters. */
  function blank() {
    const parts = present.article();
    parts.box.classList.add("off");
    parts.box.inert = true;
    parts.drawer = parts.box.appendChild(node("div", "drawer"));
    parts.drawer.hidden = true;
    return parts;
  }

  /** Draw a slide out of sight; once per state and screen. */
  function prepare(n) {
    const wanted = `${present.state(n)} ${window.innerWidth}x${window.innerHeight}`;
    const existing = ready.get(n);
    if (existing && existing.wanted === wanted) return existing.done;
    const entry = { wanted, parts: existing ? existing.parts : blank() };
    if (!existing) main.append(entry.parts.box);
    entry.done = present.piece(n).then((piece) => dress(n, entry, piece));
    entry.done.catch(() => { if (ready.get(n) === entry) entry.wanted = ""; });
    ready.set(n, entry);
    return entry.done;
  }

  /** Fill a slide with its words, its filters and its drawing. */
  async function dress(n, entry, piece) {
    entry.piece = piece;
    if (piece.query === present.asTold(n)) present.change(n, null);
    headings.set(n, (await present.words(n, piece)).headline);
    furnish(n, entry.parts, piece);
    await present.dress(entry.parts, n, piece, wide() ? present.readable() : 12, { narrow: !wide() });
  }

  /** The filters of a slide, with what is chosen now; whoever holds one keeps it. */
  function furnish(n, parts, piece) {
    const holding = parts.drawer.contains(document.activeElement) ? document.activeElement.dataset : null;
    parts.drawer.innerHTML = piece.controls;
    const row = parts.drawer.appendChild(node("p", "drawer-ways"));
    const reset = row.appendChild(node("button", "", say("reset")));
    const close = row.appendChild(node("button", "", say("close")));
    reset.type = close.type = "button";
    reset.addEventListener("click", () => present.deck.choose(n, null));
    close.addEventListener("click", () => present.deck.filters(false));
    const same = holding && [...parts.drawer.querySelectorAll("[data-set], [data-press]")].find((field) => field.dataset.set === holding.set && field.dataset.press === holding.press);
    if (same) same.focus();
  }

  /** Draw the neighbours, and let go of what is far. */
  async function drawNeighbours(n) {
    for (const by of [1, -1]) {
      if (present.deck.at() !== n) continue;
      try { await prepare(present.beside(n, by)); } catch (error) { return; }
    }
    const now = present.deck.at();
    const [after, before] = [present.beside(now, 1), present.beside(now, -1)];
    const near = new Set([now, after, before, present.beside(after, 1), present.beside(before, -1)]);
    for (const [number, { parts }] of ready) {
      if (near.has(number)) continue;
      present.clear(parts.stage);
      parts.box.remove();
      ready.delete(number);
    }
    document.body.dataset.ahead = String(n);
  }

  present.deckSlides = { ready, headings, prepare, furnish, drawNeighbours };
})();
