/* A reader's own talk: words, order, file. It lives in this browser; the server only reads a file that is to be loaded. */
(function () {
  "use strict";
  const { present } = window;
  if (!present || present.page.dataset.page !== "talk") return;
  const { talk, page, say, node, OWN } = present;
  const FIELDS = [["headline", 90], ["text", 260], ["question", 150], ["notes", 2000]];
  let slides = talk.slides.map((slide) => ({ ...slide }));
  let title = JSON.parse(localStorage.getItem(OWN) || "{}").title || "";

  const desk = node("main", "statement own");
  desk.id = "content";
  const state = node("p", "own-state");
  state.setAttribute("role", "status");
  const wrong = node("ul", "own-wrong");
  const list = node("ol", "own-slides");

  function keep() {
    localStorage.setItem(OWN, JSON.stringify({ title, slides }));
  }

  function field(named, value, letters, change) {
    const label = node("label", "own-field");
    label.append(node("span", "", `${say(`own.${named}`)} `));
    const box = label.appendChild(document.createElement(letters > 100 ? "textarea" : "input"));
    box.value = value;
    box.maxLength = letters;
    box.dataset.field = named;
    box.addEventListener("input", () => { change(box.value); keep(); });
    return label;
  }

  function button(row, key, act, name = "") {
    const one = row.appendChild(node("button", name, say(key)));
    one.type = "button";
    one.addEventListener("click", act);
    return one;
  }

  function card(slide, place) {
    const box = node("li", "own-slide");
    const set = box.appendChild(node("fieldset", ""));
    set.append(node("legend", "", say("number", { n: place + 1, of: slides.length })));
    const link = set.appendChild(Object.assign(node("a", "", `${slide.view} · ${slide.chart}`), { href: `${slide.view}#${slide.chart}` }));
    link.target = "_blank";
    FIELDS.forEach(([named, letters]) => set.append(field(named, slide[named] || "", letters, (text) => { slide[named] = text; })));
    const minutes = field("minutes", slide.minutes, 5, (text) => { slide.minutes = Math.min(60, Math.max(0.5, Number(text) || 2)); });
    Object.assign(minutes.querySelector("input"), { type: "number", min: 0.5, max: 60, step: 0.5 });
    set.append(minutes);
    const row = set.appendChild(node("p", "own-ways"));
    const move = (to) => { slides.splice(to, 0, slides.splice(place, 1)[0]); keep(); show(to); };
    button(row, "own.up", () => move(place - 1)).disabled = place === 0;
    button(row, "own.down", () => move(place + 1)).disabled = place === slides.length - 1;
    button(row, "own.remove", () => { slides.splice(place, 1); keep(); show(place - 1); state.textContent = say("own.removed", { n: place + 1 }); });
    return box;
  }

  function show(focus = -1) {
    list.replaceChildren(...slides.map(card));
    if (!slides.length) list.append(node("li", "empty", say("noslides")));
    ways.querySelectorAll("a, [data-needs]").forEach((one) => { one.hidden = !slides.length; });
    const held = focus >= 0 && list.children[focus] && list.children[focus].querySelector("input");
    if (held) held.focus();
    document.body.dataset.slides = String(slides.length);
  }

  /** The talk as its file: the same form as the stories that come with the dashboard. */
  function written() {
    const line = (named, value) => (value ? `${named}.${talk.lang} = ${JSON.stringify(value)}\n` : "");
    const head = line("title", title || say("own.untitled"));
    return head + slides.map((slide) => `\n[[slides]]\nview = ${JSON.stringify(slide.view)}\nchart = ${JSON.stringify(slide.chart)}\nminutes = ${slide.minutes}\n${FIELDS.map(([named]) => line(named, slide[named])).join("")}`).join("");
  }

  function take() {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(new Blob([written()], { type: "application/toml" })), download: "talk.toml" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    state.textContent = say("taken");
  }

  async function load(file) {
    wrong.replaceChildren();
    try {
      const answer = await fetch(`/talk/check?lang=${talk.lang}`, { method: "POST", headers: { "Content-Type": "application/toml" }, body: file });
      if (answer.status === 413) { state.textContent = say("own.large"); return; }
      if (!answer.ok && answer.status !== 400) throw new Error(String(answer.status));
      const got = await answer.json();
      if (got.mistakes.length) {
        state.textContent = say("own.wrong", { n: got.mistakes.length });
        wrong.append(...got.mistakes.map((one) => node("li", "", say("own.line", { line: one.line, why: one.why }))));
        document.body.dataset.wrong = String(got.mistakes.length);
        return;
      }
      ({ title, slides } = got);
      head.querySelector("input").value = title;
      keep();
      show();
      state.textContent = say("own.loaded", { n: slides.length });
    } catch (error) { state.textContent = say("failed"); }
  }

  const head = field("title", title, 90, (text) => { title = text; });
  const ways = node("p", "own-ways top");
  const extra = new URLSearchParams(location.search).toString();
  [["own.play", "1"], ["own.desk", "notes"], ["own.print", "print"]].forEach(([key, path]) => ways.append(Object.assign(node("a", "", say(key)), { href: `/present/own/${path}${extra ? `?${extra}` : ""}` })));
  button(ways, "own.take", take).dataset.needs = "slides";
  const file = node("label", "own-file", `${say("own.load")} `);
  const chooser = file.appendChild(Object.assign(document.createElement("input"), { type: "file", accept: ".toml,text/plain" }));
  chooser.addEventListener("change", () => { if (chooser.files[0]) load(chooser.files[0]); chooser.value = ""; });
  desk.append(Object.assign(node("a", "", say("own.back")), { href: `/present${extra ? `?${extra}` : ""}` }), node("h1", "", say("own.heading")), node("p", "", say("own.lead")), head, ways, file, state, wrong, list);
  page.classList.add("live-own", "desk-page");
  page.replaceChildren(desk);
  show();
  document.body.dataset.ready = "true";
})();
