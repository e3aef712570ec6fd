/* The browser's side of the address: what is chosen becomes the URL, the URL becomes what is shown. */
(function () {
  "use strict";
  const empty = (value) => value === null || value === undefined || value === "" || value === "none" || (Array.isArray(value) && !value.length);
  const written = (value) => (Array.isArray(value) ? value.join(",") : String(value));
  const { withBase, addressOf, here } = window.regioscope.addresses;
  const content = () => document.getElementById("content");
  const part = (name) => `{"part":"${name}"}`;
  const { charts, connection, plotly } = window.regioscope;
  const began = here();
  let focused = null;
  let defaultsNow = {};
  /** The address whose figures are on the screen, and the one that was chosen since the line to the server was lost. */
  let shown = began;
  let wanted = null;

  /** The present address with some fields of the query changed, written in the order the server writes it. */
  function changed(changes, defaults) {
    const [path, search] = (wanted || here()).split("?");
    const query = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) {
      if (empty(value) || written(value) === written(defaults[name])) query.delete(name);
      else query.set(name, written(value));
    }
    const words = [...query.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
    const text = words.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`).join("&");
    return path + (text ? `?${text}` : "");
  }

  function go(url, by, write = "pushState") {
    if (wanted) return wait(url);
    if (url === here()) return false;
    hold();
    if (write === "pushState") history.replaceState({ ...history.state, y: window.scrollY }, "");
    history[write](write === "pushState" ? {} : history.state, "", withBase(url));
    busy();
    moved();
    return request(url, by);
  }

  /** While nothing answers the address stays that of what is shown; the choice waits. */
  function wait(url) {
    wanted = url;
    return false;
  }

  function stepBack() {
    wait(wanted || here());
    history.replaceState(history.state, "", withBase(shown));
    charts.hold(false);
    moved();
  }

  /** Ask for what was chosen, from the beginning: nobody knows which answers were lost. */
  function again() {
    if (wanted) history.replaceState(history.state, "", withBase(wanted));
    wanted = null;
    moved();
    tell(here(), "late");
  }

  function busy() {
    charts.hold(true);
    window.regioscope.put("notice", "");
    document.body.dataset.ready = document.body.dataset.shown = "false";
  }

  /** Where the keyboard is, so that a new drawing does not take it away; a page that stays has it at the same link again. */
  function hold(stays = false) {
    const element = document.activeElement;
    if (!element || element === document.body) return;
    const home = element.closest("[id]");
    const links = home ? [...home.querySelectorAll("a, button")] : [];
    focused = { element, id: element.id, home: home && home.id, place: links.indexOf(element), nav: stays ? "" : element.dataset.nav };
  }

  /** Back to the same element, to what has taken its place, or to the beginning of what is new. */
  function give() {
    if (!focused) return;
    const { element, id, home, place, nav } = focused;
    focused = null;
    if (element.isConnected || document.activeElement !== document.body) return;
    const box = home && document.getElementById(home);
    const links = box ? [...box.querySelectorAll("a, button")] : [];
    const next = (id && document.getElementById(id)) || (nav !== "tab" && links[Math.min(place, links.length - 1)]) || content();
    if (next) next.focus({ preventScroll: true });
  }

  /** Whoever draws over the page by the address alone is told at once. */
  function moved() {
    document.dispatchEvent(new Event("regioscope:moved"));
  }

  /** What the server is asked: an address, what led there, and whose tables are open. */
  function request(url, by) {
    connection.requested("page", again, stepBack);
    return { url, by, open: [...document.querySelectorAll("[data-table][aria-expanded=true]")].map((button) => button.dataset.table) };
  }

  function tell(url, by) {
    busy();
    window.dash_clientside.set_props("address", { data: request(url, by) });
  }

  /** Make some changes of the address, as a control would; `replaces` the last one where a row of them is one step back. */
  function change(changes, { replaces = false } = {}) {
    const gone = go(changed(changes, defaultsNow), "mark", replaces ? "replaceState" : "pushState");
    if (gone) window.dash_clientside.set_props("address", { data: gone });
  }

  /** A mark's way: "region=ITH5" makes that one change. */
  function lead(mark) {
    const at = mark.indexOf("=");
    change({ [mark.slice(0, at)]: mark.slice(at + 1) });
  }

  /** The address of what is shown, as the server writes it: an address may name a default, or leave out what follows from another choice. */
  function canonical(screen) {
    if ((screen.asked || began) === here() && screen.url !== here()) history.replaceState(history.state, "", withBase(screen.url) + location.hash);
  }

  const isReady = () => document.body.dataset.ready === "true";

  /** Controls -> the address. A control that is put on the page is no choice of the reader. Until the page is ready Dash
      keeps choices back, and forgets them where a new page comes: then `choose` has taken them. */
  function remember(values, defaults, screen) {
    defaultsNow = defaults;
    if (!isReady()) return window.dash_clientside.no_update;
    canonical(screen);
    const changes = {};
    for (const { prop_id: id, value } of window.dash_clientside.callback_context.triggered) {
      changes[JSON.parse(id.slice(0, id.lastIndexOf("."))).control] = value;
    }
    return go(changed(changes, defaults), "control") || window.dash_clientside.no_update;
  }

  /** What a control holds, by its elements in the document; undefined for what is none. */
  function valueIn(box, target) {
    if (target === box) return target.value;
    const checked = [...box.querySelectorAll("input:checked")].map(({ value }) => value);
    return target.type === "radio" ? checked[0] : checked;
  }

  /** A choice made before the page is ready. */
  function choose({ target }) {
    const box = target.closest && target.closest("[id^='{\"control\":']");
    if (box && !isReady()) change({ [JSON.parse(box.id).control]: valueIn(box, target) });
  }
  document.addEventListener("change", choose, { capture: true });

  /** The page has new content: name it, and say when every chart is drawn. An answer to an older question asks anew. */
  function arrive(screen, words, defaults) {
    defaultsNow = defaults;
    if (wanted && wanted === screen.asked) {
      history.replaceState(history.state, "", withBase(wanted));
      wanted = null;
    }
    canonical(screen);
    if (screen.asked && screen.url !== here()) {
      tell(here(), "late");
      return window.dash_clientside.no_update;
    }
    shown = here();
    if (screen.asked) connection.answered("page");
    for (const [name, html] of Object.entries(words)) window.regioscope.put(part(name), html);
    const [, lang, theme] = screen.view;
    // The same language again would have the browser compute every style of the page anew.
    if (document.documentElement.lang !== lang) document.documentElement.lang = lang;
    document.documentElement.dataset.bsTheme = theme;
    document.title = screen.title;
    charts.hold(false);
    settle(screen);
    say(screen.voice);
    return window.dash_clientside.no_update;
  }

  /** One message per action: the same words twice are two messages only when the text differs. */
  function say(words) {
    const voice = document.getElementById("voice");
    if (words) voice.textContent = voice.textContent === words ? `${words}\u00a0` : words;
  }

  /** Whether the charts hold the figures they should, those in `aside` not looked at. */
  function settled(screen, aside = new Set()) {
    return Object.entries(screen.digests).every(([key, digest]) => {
      if (!key.startsWith("figure ") || aside.has(key.slice(7))) return true;
      const box = document.querySelector(`[data-chart="${key.slice(7)}"] .js-plotly-plot`);
      return box && box.layout && box.layout.meta === digest && plotly.sizeOf(box);
    });
  }

  /** Say when what the reader sees is drawn ("shown"), and when everything is ("ready"). */
  function settle(screen) {
    const unseen = new Set(charts.unseen().map((box) => box.closest("[data-chart]")?.dataset.chart));
    if (!charts.busy() && settled(screen, unseen)) document.body.dataset.shown = "true";
    if (!charts.busy() && !charts.pending() && settled(screen)) {
      window.regioscope.reachable();
      window.regioscope.showChosen();
      window.regioscope.everywhere();
      document.querySelectorAll("[data-roving]").forEach(window.regioscope.rove);
      give();
      scrollBack();
      document.body.dataset.ready = "true";
      (window.requestIdleCallback || setTimeout)(() => { document.body.dataset.settled = "true"; });
    } else requestAnimationFrame(() => settle(screen));
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-nav]");
    if (link && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      const gone = go(addressOf(link.href), "link");
      if (gone) tell(gone.url, gone.by);
      if (link.dataset.nav === "tab") window.scrollTo(0, 0);
    }
  });

  /** Where the page stood when it was left, until the reader moves it. */
  let left = null;
  for (const kind of ["wheel", "touchstart", "keydown", "pointerdown"]) document.addEventListener(kind, () => { left = null; }, { capture: true, passive: true });
  function scrollBack() {
    if (left !== null) window.scrollTo(0, left);
    left = null;
  }

  window.addEventListener("popstate", ({ state }) => {
    left = state && typeof state.y === "number" ? state.y : null;
    tell(here(), "history");
    moved();
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, { regioscope: { remember, arrive } });
  window.regioscope = Object.assign(window.regioscope || {}, { change, lead, hold });
})();
