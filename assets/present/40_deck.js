/* The projected window: keys, slides drawn ahead, filters that stay alive, panels. */
(function () {
  "use strict";
  const { present } = window;
  if (!present || present.page.dataset.page !== "deck") return;
  const { talk, page, say, node, room } = present;
  const { local } = window.regioscope.storage;
  const { withBase, addressOf, here } = window.regioscope.addresses;
  const last = talk.slides.length;
  const ready = new Map();
  const shelf = document.getElementById("content");
  const FORWARD = new Set(["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"]);
  const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp", "Backspace"]);
  const FIELDS = "select, input, textarea, [contenteditable]";
  const AHEAD = 1;
  const headings = new Map();
  const SHORTCUTS = "regioscope.shortcuts";
  /** Keys of one letter can be switched off: who speaks to the computer may say a letter and mean none. */
  const shortcuts = () => local.get(SHORTCUTS) !== "off";
  let at = 0;
  let panel = null;
  let follows = Boolean(room.followed) && local.get("regioscope.follows") === room.followed;

  const wide = () => window.innerWidth >= 700 && window.innerHeight >= 480;
  const clamp = (n) => Math.min(last, Math.max(1, n));

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
    const there = ready.get(n);
    if (there && there.wanted === wanted) return there.done;
    const entry = { wanted, parts: there ? there.parts : blank() };
    if (!there) shelf.append(entry.parts.box);
    entry.done = present.piece(n).then((piece) => dress(n, entry, piece));
    entry.done.catch(() => { if (ready.get(n) === entry) entry.wanted = ""; });
    ready.set(n, entry);
    return entry.done;
  }

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
    reset.addEventListener("click", () => choose(n, null));
    close.addEventListener("click", () => filters(false));
    const same = holding && [...parts.drawer.querySelectorAll("[data-set], [data-press]")].find((one) => one.dataset.set === holding.set && one.dataset.press === holding.press);
    if (same) same.focus();
  }

  /** Show slide `n`: at once when it is drawn, else as soon as it is. */
  async function show(n, by = "key") {
    const began = performance.now();
    const asked = clamp(n);
    at = asked;
    const done = prepare(asked);
    const entry = ready.get(asked);
    if (entry.piece === undefined) page.dataset.loading = "true";
    try { await done; } catch (error) { announce(say("failed")); }
    if (at !== asked) return;
    delete page.dataset.loading;
    for (const [one, { parts }] of ready) {
      parts.box.classList.toggle("off", one !== asked);
      parts.box.inert = one !== asked;
    }
    marks();
    named(asked, by);
    requestAnimationFrame(() => setTimeout(() => {
      document.body.dataset.took = String(Math.round(performance.now() - began));
      document.body.dataset.shown = String(asked);
      document.body.dataset.ready = "true";
      ahead(asked);
    }));
  }

  /** Draw the neighbours, and let go of what is far. */
  async function ahead(n) {
    for (const near of [n + AHEAD, n - AHEAD]) {
      if (near < 1 || near > last || at !== n) continue;
      try { await prepare(near); } catch (error) { return; }
    }
    for (const [one, { parts }] of ready) {
      if (Math.abs(one - at) <= AHEAD + 1) continue;
      present.clear(parts.stage);
      parts.box.remove();
      ready.delete(one);
    }
    document.body.dataset.ahead = String(n);
  }

  function named(n, by) {
    const url = present.address(n, { talk: room.followed });
    if (url !== here()) history[by === "start" || by === "room" ? "replaceState" : "pushState"]({}, "", withBase(url));
    document.title = `${n}/${last} ${headings.get(n) || talk.title} · Regioscope`;
    if (by !== "start") announce(say("slide", { n, of: last, headline: headings.get(n) || "" }));
    room.move(n, present.changedQuery(n));
    foot.querySelector(".count").textContent = say("number", { n, of: last });
    foot.querySelector(".changed").hidden = !present.isChanged(n);
  }

  function announce(words) {
    document.getElementById("voice").textContent = words;
  }

  function marks() {
    if (window.regioscope.reachable) window.regioscope.reachable();
  }

  /** A choice on the slide: kept until it is reset. */
  async function choose(n, query) {
    present.change(n, query);
    if (talk.kind === "view") for (const one of ready.keys()) if (one !== n) ready.get(one).wanted = "";
    await show(n, "choice");
  }

  function changedBy(field, value) {
    const words = new URLSearchParams(present.state(at));
    if (value === "" || value === "none") words.delete(field);
    else words.set(field, value);
    return canonical(words);
  }

  /** As the server writes it: it alone knows what may be chosen and what is usual. */
  async function canonical(words) {
    const answer = await fetch(withBase(`/slide/${talk.slides[at - 1].chart}.json?${present.plain(words)}`));
    return answer.ok ? (await answer.json()).query : present.state(at);
  }

  page.addEventListener("change", async ({ target }) => {
    if (target.dataset.set) choose(at, await changedBy(target.dataset.set, target.value));
  });

  page.addEventListener("click", async (event) => {
    const press = event.target.closest("[data-press]");
    if (press) {
      const [field, value] = press.dataset.press.split(/=(.*)/s);
      const now = (new URLSearchParams(present.state(at)).get(field) || "").split(",").filter(Boolean);
      const next = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
      choose(at, await changedBy(field, next.join(",")));
      return;
    }
    const link = event.target.closest(".stage a[data-nav]");
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const [path, query = ""] = addressOf(link.href).split("?");
    if (path.slice(1) === talk.slides[at - 1].chart.split(".")[0]) choose(at, await canonical(new URLSearchParams(query)));
    else window.open(link.href, "_blank", "noopener");
  });

  /** A mark that stands for something chooses it, as on the view. */
  async function lead(mark) {
    const [field, value] = mark.split(/=(.*)/s);
    choose(at, await changedBy(field, value));
  }

  function filters(open) {
    const { parts } = ready.get(at) || {};
    if (!parts) return;
    parts.drawer.hidden = !open;
    if (open) (parts.drawer.querySelector("select, button") || parts.drawer).focus();
    else shelf.focus();
  }

  /* Panels: one at a time, over the slide; Esc closes. */
  function open(name, ...content) {
    if (panel && panel.dataset.panel === name) return close();
    close();
    panel = page.appendChild(node("dialog", "panel"));
    panel.dataset.panel = name;
    panel.append(...content);
    const mine = panel;
    panel.addEventListener("close", () => { if (panel === mine) close(); });
    panel.showModal();
    return undefined;
  }

  function close() {
    if (!panel) return;
    const gone = panel;
    panel = null;
    if (gone.open) gone.close();
    gone.remove();
    shelf.focus({ preventScroll: true });
  }

  function overview() {
    const list = node("ol", "overview");
    talk.slides.forEach((slide, place) => {
      const written = present.isChanged(place + 1) ? "" : slide.headline;
      const button = list.appendChild(node("li", "")).appendChild(node("button", "", headings.get(place + 1) || written || slide.chart));
      button.type = "button";
      if (place + 1 === at) button.setAttribute("aria-current", "true");
      button.addEventListener("click", () => { close(); show(place + 1); });
      if (!written) present.piece(place + 1).then((piece) => present.words(place + 1, piece)).then((words) => { button.textContent = words.headline; }).catch(() => {});
    });
    open("overview", node("h2", "", say("overview")), list);
    if (panel) (panel.querySelector("[aria-current]") || panel.querySelector("button")).focus();
  }

  function walk(step) {
    const all = [...panel.querySelectorAll("button")];
    const next = all[all.indexOf(document.activeElement) + step];
    if (next) next.focus();
  }

  function help() {
    const list = node("ul", "keys");
    ["next", "back", "ends", "tab"].forEach((key) => list.append(node("li", "", say(`key.${key}`))));
    [["f", full], ["b", black], ["o", overview], ["n", notes], ["c", () => filters(true)], ["r", () => choose(at, null)], ["t", table], ["q", phones]].forEach(([key, act]) => {
      const one = list.appendChild(node("li", "")).appendChild(node("button", "", say(`key.${key}`)));
      one.type = "button";
      one.addEventListener("click", () => { close(); act(); });
    });
    list.append(node("li", "", say("key.help")));
    const single = node("label", "single-keys");
    const box = Object.assign(single.appendChild(document.createElement("input")), { type: "checkbox", checked: shortcuts() });
    box.addEventListener("change", () => local.set(SHORTCUTS, box.checked ? "on" : "off"));
    single.append(` ${say("shortcuts")}`);
    const ways = node("p", "panel-ways");
    [["explore", present.view(at)], ["notes", `/present/${talk.name}/notes`], ["handout", `/present/${talk.name}/print`], ["own.back", "/present"]].forEach(([key, href]) => ways.append(Object.assign(node("a", "", say(key)), { href: withBase(href) + (href.includes("#") ? "" : location.search) })));
    open("help", node("h2", "", say("keys")), list, single, ways);
  }

  /** The code that brings a phone to this very slide. */
  async function phones() {
    const mine = room.now().id || room.followed;
    const path = present.way(at, { talk: mine });
    const answer = await fetch(withBase(`/reach.json?path=${encodeURIComponent(path)}`));
    if (!answer.ok) return announce(say("failed"));
    const reach = await answer.json();
    const heading = node("h2", "", say("phones"));
    if (!reach.others) return open("phones", heading, node("p", "warning", say(reach.network ? "nophones" : "nolan")));
    const picture = Object.assign(node("img", "qr"), { src: reach.picture, alt: say("qr", { address: reach.others }) });
    return open("phones", node("p", "address", reach.others), heading, picture);
  }

  /** The rows of the slide's chart, and its sentence. */
  async function table() {
    const slide = talk.slides[at - 1];
    const words = new URLSearchParams(present.state(at));
    words.set("lang", talk.lang);
    const [piece, answer] = await Promise.all([present.piece(at), fetch(withBase(`/data/${slide.chart}.table?${present.plain(words)}`))].map((one) => one.catch(() => null)));
    if (!piece || !answer || !answer.ok) return announce(say("failed"));
    const rows = node("div", "told-rows");
    rows.innerHTML = await answer.text();
    return open("table", node("h2", "", piece.question), node("p", "", piece.summary), rows);
  }

  function black() {
    const on = page.dataset.black !== "true";
    page.dataset.black = String(on);
    announce(on ? say("key.b") : say("slide", { n: at, of: last, headline: headings.get(at) || "" }));
  }

  function full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen().catch(() => {});
  }

  function notes() {
    window.open(withBase(`/present/${talk.name}/notes${location.search}`), `regioscope-notes-${talk.name}`, "width=1100,height=800");
  }

  const KEYS = {
    Home: () => show(1), End: () => show(last), f: full, b: black, ".": black, o: overview, n: notes, c: () => filters(ready.get(at).parts.drawer.hidden),
    r: () => choose(at, null), q: phones, t: table, "?": help, h: help,
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (name.length === 1 && name !== " " && !shortcuts()) return;
    if (panel) return void inPanel(event, name);
    if (event.key === "Escape") { filters(false); return; }
    const held = event.target.closest(FIELDS);
    const pressing = event.target.closest("button, a, summary") && (name === " " || name === "Enter");
    if (held || pressing) return;
    if (page.dataset.black === "true" && !["b", ".", "f"].includes(name)) { black(); event.preventDefault(); return; }
    if (name === " " && event.shiftKey) { event.preventDefault(); show(at - 1); return; }
    if (FORWARD.has(name)) { event.preventDefault(); if (at < last) show(at + 1); } else if (BACK.has(name)) { event.preventDefault(); if (at > 1) show(at - 1); } else if (KEYS[name]) { event.preventDefault(); KEYS[name](); }
  });

  function inPanel(event, name) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[name];
    const again = { overview: "o", help: "?", phones: "q", table: "t" }[panel.dataset.panel];
    if (name === again || name === "Escape") { event.preventDefault(); close(); } else if (step && panel.dataset.panel === "overview") { event.preventDefault(); walk(step); } else if (["PageDown", "PageUp"].includes(name)) { event.preventDefault(); close(); show(at + (name === "PageDown" ? 1 : -1)); }
  }

  /* The foot of the window: number, filters, keys; and for phones: follow, whole view. */
  const foot = page.appendChild(node("nav", "deck-foot"));
  function button(name, text, act) {
    const one = foot.appendChild(node("button", name, text));
    one.type = "button";
    one.addEventListener("click", act);
    return one;
  }
  button("step", "‹", () => show(at - 1)).setAttribute("aria-label", talk.words.prev);
  foot.append(node("span", "count"));
  button("step", "›", () => show(at + 1)).setAttribute("aria-label", talk.words.next);
  button("changed", `${say("changed")} · ${say("reset")}`, () => choose(at, null)).hidden = true;
  button("wish", say("filters"), () => filters(ready.get(at).parts.drawer.hidden));
  button("wish", say("table"), table);
  button("wish", say("keys"), help);
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
  window.addEventListener("popstate", () => { const asked = present.read(location.href); if (asked.query) present.change(asked.n, asked.query); show(asked.n, "start"); });
  window.regioscope.lead = lead;

  /* A window that was reloaded takes up where the talk is; one that was opened by an address goes there. */
  const asked = present.read(location.href);
  const now = room.now();
  const again = performance.getEntriesByType("navigation")[0].type === "reload" && !room.followed && now.slide;
  shelf.replaceChildren();
  page.classList.add("live");
  document.querySelectorAll(".ways").forEach((one) => one.remove());
  if (asked.query) present.change(asked.n, asked.query);
  if (again) present.change(now.slide, now.query || null);
  if (!last) {
    shelf.append(node("p", "empty", say("noslides")));
    document.body.dataset.ready = "true";
  } else {
    show(again ? now.slide : asked.n, "start").then(() => { room.start(); return present.gather(); });
  }
})();
