/* The projected window: which slide it shows, keys, filters that stay alive, its foot. */
(function () {
  "use strict";
  const { present } = window;
  if (!present || present.page.dataset.page !== "deck") return;
  const { talk, page, say, node, room } = present;
  const { local } = window.regioscope.storage;
  const { withBase, addressOf, here } = window.regioscope.addresses;
  const last = talk.slides.length;
  const { ready, headings, prepare, furnish, drawNeighbours } = present.deckSlides;
  const { panels } = present;
  const main = document.getElementById("content");
  const FORWARD = new Set(["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"]);
  const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp", "Backspace"]);
  const FIELDS = "select, input, textarea, [contenteditable]";
  let at = 0;
  let follows = Boolean(room.followed) && local.get("regioscope.follows") === room.followed;

  const clamp = (n) => Math.min(last, Math.max(1, n));

  /** Show slide `n`: at once when it is drawn, else as soon as it is. */
  async function show(n, by = "key") {
    const began = performance.now();
    const target = clamp(n);
    at = target;
    const done = prepare(target);
    const entry = ready.get(target);
    if (entry.piece === undefined) page.dataset.loading = "true";
    let failed = false;
    try { await done; } catch (error) { failed = true; }
    if (at !== target) return;
    delete page.dataset.loading;
    for (const [number, { parts }] of ready) {
      parts.box.classList.toggle("off", number !== target);
      parts.box.inert = number !== target;
    }
    marks();
    named(target, by);
    if (failed) fail();
    requestAnimationFrame(() => setTimeout(() => {
      document.body.dataset.took = String(Math.round(performance.now() - began));
      document.body.dataset.shown = String(target);
      document.body.dataset.ready = "true";
      drawNeighbours(target);
    }));
  }

  function named(n, by) {
    const url = present.address(n, { talk: room.followed });
    if (url !== here()) history[by === "start" || by === "room" ? "replaceState" : "pushState"]({}, "", withBase(url));
    const { n: nth, of } = present.place(n);
    document.title = `${nth}/${of} ${headings.get(n) || talk.title} · Regioscope`;
    if (by !== "start") announce(slideName(n));
    room.move(n, present.changedQuery(n));
    foot.querySelector(".count").textContent = say("number", present.place(n));
    foot.querySelector(".changed").hidden = !present.isChanged(n);
    lost.textContent = "";
  }

  const slideName = (n) => say("slide", { ...present.place(n), headline: headings.get(n) || "" });

  function announce(words) {
    document.getElementById("voice").textContent = words;
  }

  function marks() {
    if (window.regioscope.reachable) window.regioscope.reachable();
  }

  /** A choice on the slide: kept until it is reset. */
  async function choose(n, query) {
    present.change(n, query);
    if (talk.kind === "view") for (const number of ready.keys()) if (number !== n) ready.get(number).wanted = "";
    await show(n, "choice");
    if (talk.kind === "view") present.gather().then(() => { foot.querySelector(".count").textContent = say("number", present.place(at)); });
  }

  /** Choose what a query says as the server writes it: it alone knows what may be chosen and what is usual. */
  async function chooseWords(words) {
    try {
      const answer = await fetch(withBase(`/slide/${talk.slides[at - 1].chart}.json?${present.plain(words)}`));
      if (!answer.ok) throw new Error(String(answer.status));
      await choose(at, (await answer.json()).query);
    } catch (error) { fail(); }
  }

  function chooseField(field, value) {
    const words = new URLSearchParams(present.state(at));
    if (value === "" || value === "none") words.delete(field);
    else words.set(field, value);
    return chooseWords(words);
  }

  /** Say to eyes and ears that the server does not answer; the filters say again what the slide shows. */
  function fail() {
    announce(say("failed"));
    lost.textContent = say("failed");
    const { parts, piece } = ready.get(at) || {};
    if (piece) furnish(at, parts, piece);
  }

  page.addEventListener("change", ({ target }) => {
    if (target.dataset.set) chooseField(target.dataset.set, target.value);
  });

  page.addEventListener("click", (event) => {
    const press = event.target.closest("[data-press]");
    if (press) {
      const [field, value] = press.dataset.press.split(/=(.*)/s);
      const now = (new URLSearchParams(present.state(at)).get(field) || "").split(",").filter(Boolean);
      const next = now.includes(value) ? now.filter((other) => other !== value) : [...now, value];
      chooseField(field, next.join(","));
      return;
    }
    const link = event.target.closest(".stage a[data-nav]");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const [path, query = ""] = addressOf(link.href).split("?");
    if (path.slice(1) === talk.slides[at - 1].chart.split(".")[0]) chooseWords(new URLSearchParams(query));
    else window.open(link.href, "_blank", "noopener");
  });

  /** A mark that stands for something chooses it, as on the view. */
  function lead(mark) {
    const [field, value] = mark.split(/=(.*)/s);
    chooseField(field, value);
  }

  function filters(open) {
    const { parts } = ready.get(at) || {};
    if (!parts) return;
    parts.drawer.hidden = !open;
    if (open) (parts.drawer.querySelector("select, button") || parts.drawer).focus();
    else main.focus();
  }

  function black() {
    const on = page.dataset.black !== "true";
    page.dataset.black = String(on);
    announce(on ? say("key.b") : slideName(at));
  }

  function full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen().catch(() => {});
  }

  function notes() {
    window.open(withBase(`/present/${talk.name}/notes${location.search}`), `regioscope-notes-${talk.name}`, "width=1100,height=800");
  }

  const first = () => present.sequence()[0];
  function move(by) {
    const next = present.beside(at, by);
    if (next !== at) show(next);
  }

  present.deck = { at: () => at, show, move, choose, filters, announce, fail, full, black, notes };

  const KEYS = {
    Home: () => show(first()), End: () => show(present.sequence().pop()), f: full, b: black, ".": black, o: panels.overview, n: notes, c: () => filters(ready.get(at).parts.drawer.hidden),
    r: () => choose(at, null), q: panels.phones, t: panels.table, "?": panels.help, h: panels.help,
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (name.length === 1 && name !== " " && !panels.shortcuts()) return;
    if (panels.isOpen()) return void panels.press(event, name);
    if (event.key === "Escape") { filters(false); return; }
    const field = event.target.closest(FIELDS);
    const pressing = event.target.closest("button, a, summary") && (name === " " || name === "Enter");
    if (field || pressing) return;
    if (page.dataset.black === "true" && !["b", ".", "f"].includes(name)) { black(); event.preventDefault(); return; }
    if (name === " " && event.shiftKey) { event.preventDefault(); move(-1); return; }
    if (FORWARD.has(name)) { event.preventDefault(); move(1); } else if (BACK.has(name)) { event.preventDefault(); move(-1); } else if (KEYS[name]) { event.preventDefault(); KEYS[name](); }
  });

  /* The foot of the window: number, filters, keys; and for phones: follow, whole view. */
  const lost = page.appendChild(node("p", "deck-lost"));
  const foot = page.appendChild(node("nav", "deck-foot"));
  function button(name, text, act) {
    const button = foot.appendChild(node("button", name, text));
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }
  button("step", "‹", () => move(-1)).setAttribute("aria-label", talk.words.prev);
  foot.append(node("span", "count"));
  button("step", "›", () => move(1)).setAttribute("aria-label", talk.words.next);
  button("changed", `${say("changed")} · ${say("reset")}`, () => choose(at, null)).hidden = true;
  button("wish", say("filters"), () => filters(ready.get(at).parts.drawer.hidden));
  button("wish", say("table"), panels.table);
  button("wish", say("code"), panels.phones).title = say("phones");
  button("wish", say("keys"), panels.help);
  if (room.followed) {
    const follow = button("follow", say("follow"), () => {
      follows = !follows;
      local.set("regioscope.follows", follows ? room.followed : "");
      dressFollow();
      const now = room.now();
      if (follows && now.slide) arrive(now);
    });
    const dressFollow = () => {
      follow.setAttribute("aria-pressed", String(follows));
      follow.textContent = !follows ? say("follow") : away ? say("over") : say("following");
    };
    let away = false;
    room.state((online) => { away = !online; dressFollow(); });
    dressFollow();
    button("wish", say("explore"), () => location.assign(withBase(present.view(at))));
  }

  /** Where another window or device has gone, this one goes too. */
  function arrive(now) {
    if (now.slide < 1 || now.slide > last) return;
    if (now.slide === at && (now.query || "") === present.changedQuery(at)) return;
    present.change(now.slide, now.query || null);
    show(now.slide, "room");
  }

  room.listen((now, by) => { if (by !== "opened" && now.slide && (!room.followed || follows)) arrive(now); });
  let resizing = 0;
  window.addEventListener("resize", () => { clearTimeout(resizing); resizing = setTimeout(() => show(at, "room"), 120); });
  window.addEventListener("popstate", () => { const requested = present.read(location.href); if (requested.query) present.change(requested.n, requested.query); show(requested.n, "start"); });
  window.regioscope.lead = lead;

  /* A window that was reloaded takes up where the talk is; one that was opened by an address goes there. */
  const requested = present.read(location.href);
  const now = room.now();
  const again = performance.getEntriesByType("navigation")[0].type === "reload" && !room.followed && now.slide;
  main.replaceChildren();
  page.classList.add("live");
  document.querySelectorAll(".ways").forEach((element) => element.remove());
  if (requested.query) present.change(requested.n, requested.query);
  if (again) present.change(now.slide, now.query || null);
  if (!last) {
    main.append(node("p", "empty", say("noslides")));
    document.body.dataset.ready = "true";
  } else {
    /* The first address of a view begins its talk, also where its first chart has nothing for the region. */
    const start = talk.kind === "view" && requested.n === 1 ? first() : requested.n;
    show(again ? now.slide : start, "start").then(() => { room.start(); return present.gather(); });
  }
})();
