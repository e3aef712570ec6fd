/* The room check: what this screen, this clicker, these phones can do. Measures; keeps nothing. */
(function () {
  "use strict";
  const page = document.querySelector("[data-page='room-check']");
  if (!page) return;
  const { withBase } = window.regioscope.addresses;
  const words = JSON.parse(document.getElementById("talk").textContent).words;
  const say = (key, blanks = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => blanks[name]);
  const part = (name) => page.querySelector(`[data-check='${name}']`);
  const LINES = 48;
  const CAPITAL = 0.66;
  /* Letters of ten arc minutes: twice what normal sight can just make out. */
  const EASE = Math.tan((10 / 60) * (Math.PI / 180));
  const EXPECTED = ["PageDown", "PageUp", "ArrowRight", "ArrowLeft", "b", "f"];
  const pressed = new Set();
  const decimal = (number, places = 1) => number.toLocaleString(document.documentElement.lang, { maximumFractionDigits: places });

  function screenSize() {
    part("screen").textContent = say("room.screen.is", { width: window.innerWidth, height: window.innerHeight, ratio: decimal(window.devicePixelRatio, 2) });
  }

  function letters() {
    const wall = Number(part("wall").value) || 3;
    const row = Number(part("row").value) || 10;
    const letter = window.innerHeight / LINES;
    const capital = (letter * CAPITAL * wall) / window.innerWidth;
    const reach = capital / EASE;
    part("letters").textContent = say(reach >= row ? "room.letters.fine" : "room.letters.short", { size: decimal(capital * 100), reach: decimal(reach), wall: decimal(Math.ceil((10 * wall * row) / reach) / 10) });
    part("letters").dataset.good = String(reach >= row);
    page.querySelectorAll("[data-lines]").forEach((element) => { element.style.fontSize = `${window.innerHeight / Number(element.dataset.lines)}px`; });
  }

  function keys() {
    page.querySelectorAll("[data-key]").forEach((element) => { element.dataset.good = String(pressed.has(element.dataset.key)); });
    const missing = EXPECTED.filter((key) => !pressed.has(key)).length;
    part("keys").textContent = missing ? say("room.keys.more", { n: missing }) : say("room.keys.all");
  }

  function host() {
    const addresses = performance.getEntriesByType("resource").map((entry) => entry.name).filter((name) => name.startsWith("http"));
    const abroad = addresses.filter((name) => new URL(name).origin !== location.origin);
    part("host").textContent = abroad.length ? say("room.host.abroad", { n: abroad.length }) : say(navigator.onLine ? "room.host.online" : "room.host.offline", { n: addresses.length + 1, host: location.host });
    part("host").dataset.good = String(!abroad.length);
  }

  async function phones() {
    try {
      const answer = await fetch(withBase("/room-check/phones"), { cache: "no-store" });
      if (!answer.ok) throw new Error(String(answer.status));
      const { seen } = await answer.json();
      part("phones").textContent = say(seen ? "room.phones.seen" : "room.phones.none", { n: seen });
      part("phones").dataset.good = String(seen > 0);
    } catch (error) { part("phones").textContent = say("failed"); }
    host();
    setTimeout(phones, 2000);
  }

  async function code() {
    const reach = await fetch(withBase(`/reach.json?path=${encodeURIComponent("/room-check/phone")}`)).then((answer) => answer.json()).catch(() => null);
    if (!reach) return;
    const picture = part("code");
    picture.hidden = !reach.others;
    part("address").textContent = reach.others;
    if (!reach.others) part("warning").textContent = say(reach.network ? "nophones" : "nolan");
    else Object.assign(picture, { src: reach.picture, alt: say("qr", { address: reach.others }) });
  }

  function full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen().catch(() => { part("full").textContent = say("room.full.no"); });
  }

  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    pressed.add(key);
    if (["PageDown", "PageUp", "ArrowRight", "ArrowLeft"].includes(key) && part("clicker").contains(document.activeElement)) event.preventDefault();
    if (key === "f" && window.regioscope.storage.local.get("regioscope.shortcuts") !== "off") full();
    part("last").textContent = say("room.keys.last", { key: event.key === " " ? say("room.keys.space") : event.key });
    keys();
  });
  document.addEventListener("fullscreenchange", () => {
    part("full").textContent = say(document.fullscreenElement ? "room.full.on" : "room.full.off");
    part("full").dataset.good = String(Boolean(document.fullscreenElement));
  });
  part("fullscreen").addEventListener("click", full);
  ["wall", "row"].forEach((name) => part(name).addEventListener("input", letters));
  window.addEventListener("resize", () => { screenSize(); letters(); });
  screenSize();
  letters();
  keys();
  code();
  phones();
  document.body.dataset.ready = "true";
})();
