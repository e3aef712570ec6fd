/* Pinning: a chart in its present state becomes a slide of the reader's own talk, kept in this browser. Knows no slide. */
(function () {
  "use strict";
  const STORE = "regioscope.talk";
  const HEADLINE = 90;
  const TEXT = 260;

  function kept() {
    try { return JSON.parse(localStorage.getItem(STORE)) || {}; } catch (error) { return {}; }
  }

  /** Cut at a word, so that it fits. */
  function short(words, letters) {
    return words.length <= letters ? words : `${words.slice(0, letters - 1).replace(/\s+\S*$/, "")}…`;
  }

  /** The view's address without language and theme: the talk has its own. */
  function view() {
    const words = location.search.slice(1).split("&").filter((word) => word && !/^(lang|theme)=/.test(word));
    return location.pathname + (words.length ? `?${words.join("&")}` : "");
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-pin]");
    if (!button) return;
    const card = button.closest("[data-chart]");
    const words = (part) => (card.querySelector(part) || { innerText: "" }).innerText.trim();
    const summary = words("[data-part=summary]");
    const fits = summary.length <= TEXT && (summary.match(/[.?](?=\s|$)/g) || []).length <= 2;
    const talk = { title: "", slides: [], ...kept() };
    talk.slides.push({ view: view(), chart: card.dataset.chart, minutes: 2, headline: short(words("figcaption"), HEADLINE), text: fits ? summary : "", notes: "", question: "" });
    localStorage.setItem(STORE, JSON.stringify(talk));
    button.textContent = `${button.dataset.said} (${talk.slides.length})`;
    document.getElementById("voice").textContent = button.textContent;
  });
})();
