/* Pinning: a chart in its present state becomes a slide of the reader's own talk, kept in this browser. Knows no slide. */
(function () {
  "use strict";
  const STORE = "regioscope.talk";
  const HEADLINE = 90;
  const TEXT = 260;
  const MOST = 60;

  /** Cut at a word, so that it fits. */
  function short(words, letters) {
    return words.length <= letters ? words : `${words.slice(0, letters - 1).replace(/\s+\S*$/, "")}…`;
  }

  /** The view's address as the server writes it on the chart's own card, without language and theme: the talk has its own. */
  function view(card) {
    const [path, query = ""] = window.regioscope.addresses.addressOf(card.querySelector("[data-part=present]").href).split("?");
    const words = query.split("&").filter((word) => word && !/^(lang|theme)=/.test(word));
    return `/${path.split("/")[2]}${words.length ? `?${words.join("&")}` : ""}`;
  }

  function pinned(card) {
    const words = (part) => (card.querySelector(part) || { innerText: "" }).innerText.trim();
    const summary = words("[data-part=summary]");
    const fits = summary.length <= TEXT && (summary.match(/[.?](?=\s|$)/g) || []).length <= 2;
    const id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
    return { id, lang: document.documentElement.lang, view: view(card), chart: card.dataset.chart, minutes: 2, headline: short(words("figcaption h3"), HEADLINE), text: fits ? summary : "", notes: "", question: "" };
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-pin]");
    if (!button) return;
    const { local } = window.regioscope.storage;
    const talk = { title: "", ...local.object(STORE) };
    talk.slides = Array.isArray(talk.slides) ? talk.slides : [];
    const full = talk.slides.length >= MOST;
    if (!full) talk.slides.push(pinned(button.closest("[data-chart]")));
    const lasts = full || local.set(STORE, JSON.stringify(talk));
    const words = full ? button.dataset.full : `${button.dataset.said} (${talk.slides.length})`;
    button.textContent = lasts ? words : `${words} · ${button.dataset.visit}`;
    document.getElementById("voice").textContent = button.textContent;
  });
})();
