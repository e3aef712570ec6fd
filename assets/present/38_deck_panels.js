/* Panels of the projected window: one at a time, over the slide; Esc closes. */
(function () {
  "use strict";
  const { present } = window;
  if (!present || present.page.dataset.page !== "deck") return;
  const { talk, page, say, node, room } = present;
  const { headings } = present.deckSlides;
  const { local } = window.regioscope.storage;
  const { withBase } = window.regioscope.addresses;
  const main = document.getElementById("content");
  const SHORTCUTS = "regioscope.shortcuts";
  /** Keys of one letter can be switched off: who speaks to the computer may say a letter and mean none. */
  const shortcuts = () => local.get(SHORTCUTS) !== "off";
  let panel = null;

  /** Open a panel, or close it when it is the one that is open. */
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
    main.focus({ preventScroll: true });
  }

  function overview() {
    const list = node("ol", "overview");
    present.sequence().forEach((number) => {
      const place = number - 1;
      const slide = talk.slides[place];
      const written = present.isChanged(place + 1) ? "" : slide.headline;
      const button = list.appendChild(node("li", "")).appendChild(node("button", "", headings.get(place + 1) || written || slide.chart));
      button.type = "button";
      if (place + 1 === present.deck.at()) button.setAttribute("aria-current", "true");
      button.addEventListener("click", () => { close(); present.deck.show(place + 1); });
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
    const { deck } = present;
    const list = node("ul", "keys");
    ["next", "back", "ends", "tab"].forEach((key) => list.append(node("li", "", say(`key.${key}`))));
    [["f", deck.full], ["b", deck.black], ["o", overview], ["n", deck.notes], ["c", () => deck.filters(true)], ["r", () => deck.choose(deck.at(), null)], ["t", table], ["q", phones]].forEach(([key, act]) => {
      const button = list.appendChild(node("li", "")).appendChild(node("button", "", say(`key.${key}`)));
      button.type = "button";
      button.addEventListener("click", () => { close(); act(); });
    });
    list.append(node("li", "", say("key.help")));
    const single = node("label", "single-keys");
    const box = Object.assign(single.appendChild(document.createElement("input")), { type: "checkbox", checked: shortcuts() });
    box.addEventListener("change", () => local.set(SHORTCUTS, box.checked ? "on" : "off"));
    single.append(` ${say("shortcuts")}`);
    const ways = node("p", "panel-ways");
    [["explore", present.view(deck.at())], ["notes", `/present/${talk.name}/notes`], ["handout", `/present/${talk.name}/print`], ["own.back", "/present"]].forEach(([key, href]) => ways.append(Object.assign(node("a", "", say(key)), { href: withBase(href) + (href.includes("#") ? "" : location.search) })));
    open("help", node("h2", "", say("keys")), list, single, ways);
  }

  /** The code that brings a phone to this very slide. */
  async function phones() {
    const mine = room.now().id || room.followed;
    const path = present.way(present.deck.at(), { talk: mine });
    const answer = await fetch(withBase(`/reach.json?path=${encodeURIComponent(path)}`)).catch(() => null);
    if (!answer || !answer.ok) return present.deck.fail();
    const reach = await answer.json();
    const heading = node("h2", "", say("phones"));
    if (!reach.others) return open("phones", heading, node("p", "warning", say(reach.network ? "nophones" : "nolan")));
    const picture = Object.assign(node("img", "qr"), { src: reach.picture, alt: say("qr", { address: reach.others }) });
    return open("phones", node("p", "address", reach.others), heading, picture);
  }

  /** The rows of the slide's chart, and its sentence. */
  async function table() {
    const at = present.deck.at();
    const slide = talk.slides[at - 1];
    const words = new URLSearchParams(present.state(at));
    words.set("lang", talk.lang);
    const [piece, answer] = await Promise.all([present.piece(at), fetch(withBase(`/data/${slide.chart}.table?${present.plain(words)}`))].map((request) => request.catch(() => null)));
    if (!piece || !answer || !answer.ok) return present.deck.fail();
    const rows = node("div", "told-rows");
    rows.innerHTML = await answer.text();
    return open("table", node("h2", "", piece.question), node("p", "", piece.summary), rows);
  }

  /** A key while a panel is open. */
  function press(event, name) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[name];
    const again = { overview: "o", help: "?", phones: "q", table: "t" }[panel.dataset.panel];
    if (name === again || name === "Escape") { event.preventDefault(); close(); } else if (step && panel.dataset.panel === "overview") { event.preventDefault(); walk(step); } else if (["PageDown", "PageUp"].includes(name)) { event.preventDefault(); close(); present.deck.move(name === "PageDown" ? 1 : -1); }
  }

  present.panels = { isOpen: () => Boolean(panel), press, overview, help, phones, table, shortcuts };
})();
