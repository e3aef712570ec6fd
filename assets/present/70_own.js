/* A reader's own talk: words, order, file. It lives in this browser; the server only reads a file that is to be loaded. */
(function () {
  "use strict";
  const { present } = window;
  if (!present || present.page.dataset.page !== "talk") return;
  const { talk, page, say, node, OWN } = present;
  const FIELDS = [["headline", 90], ["text", 260], ["question", 150], ["notes", 2000]];
  const BEFORE = "regioscope.talk.before";
  const { local, lasts } = window.regioscope.storage;
  const { withBase } = window.regioscope.addresses;
  let { title, lang, slides } = stored();
  /** Slides that this page has had: what else is kept has been pinned in another tab since. */
  const seen = new Set(slides.map(({ id }) => id));

  /** The talk as this browser keeps it now; slides of older versions get an id. */
  function stored() {
    const stored = local.object(OWN);
    const slidesWithIds = present.own().slides.map((slide, place) => ({ ...slide, id: slide.id || `old-${place}`, lang: slide.lang || stored.lang || talk.lang }));
    return { title: stored.title || "", lang: stored.lang || talk.lang, slides: slidesWithIds };
  }

  const desk = node("main", "statement own");
  desk.id = "content";
  const state = node("p", "own-state");
  state.setAttribute("role", "status");
  const wrong = node("ul", "own-wrong");
  const list = node("ol", "own-slides");

  const written = () => JSON.stringify({ title, lang, slides });

  /** Keep the talk, and whatever another tab has pinned since. */
  function keep() {
    const pinned = stored().slides.filter(({ id }) => !seen.has(id));
    slides.push(...pinned);
    slides.forEach(({ id }) => seen.add(id));
    local.set(OWN, written());
    if (pinned.length) adopt();
  }

  /** Remember what is here before something takes its place. */
  function remember() {
    local.set(BEFORE, written());
  }

  function undo() {
    const before = local.object(BEFORE);
    remember();
    ({ title = "", lang = talk.lang, slides = [] } = before);
    local.set(OWN, written());
    fresh();
    state.textContent = say("own.undone", { n: slides.length });
  }

  /** Another tab has changed the talk: show it, and leave the cursor where it is. */
  function adopt() {
    const field = document.activeElement && document.activeElement.dataset.field;
    const card = field && document.activeElement.closest("[data-slide]");
    const id = card && card.dataset.slide;
    ({ title, lang, slides } = stored());
    fresh();
    const again = id && list.querySelector(`[data-slide="${CSS.escape(id)}"] [data-field="${field}"]`);
    if (again) again.focus();
    state.textContent = say("own.arrived", { n: slides.length });
  }

  function fresh() {
    slides.forEach(({ id }) => seen.add(id));
    const box = head.querySelector("input");
    if (box.value !== title) box.value = title;
    show();
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
    const button = row.appendChild(node("button", name, say(key)));
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }

  function card(slide, place) {
    const box = node("li", "own-slide");
    box.dataset.slide = slide.id;
    const set = box.appendChild(node("fieldset", ""));
    set.append(node("legend", "", say("number", { n: place + 1, of: slides.length })));
    const link = set.appendChild(Object.assign(node("a", "", `${slide.view} · ${slide.chart}`), { href: withBase(`${slide.view}#${slide.chart}`) }));
    link.target = "_blank";
    FIELDS.forEach(([named, letters]) => set.append(field(named, slide[named] || "", letters, (text) => { slide[named] = text; })));
    const minutes = field("minutes", slide.minutes, 5, (text) => { slide.minutes = Math.min(60, Math.max(0.5, Number(text) || 2)); });
    Object.assign(minutes.querySelector("input"), { type: "number", min: 0.5, max: 60, step: 0.5 });
    set.append(minutes);
    const row = set.appendChild(node("p", "own-ways"));
    const move = (to) => { slides.splice(to, 0, slides.splice(place, 1)[0]); keep(); show(to); };
    button(row, "own.up", () => move(place - 1)).disabled = place === 0;
    button(row, "own.down", () => move(place + 1)).disabled = place === slides.length - 1;
    button(row, "own.remove", () => { remember(); slides.splice(place, 1); keep(); show(place - 1); state.textContent = say("own.removed", { n: place + 1 }); });
    return box;
  }

  function show(focus = -1) {
    list.replaceChildren(...slides.map(card));
    if (!slides.length) list.append(node("li", "empty", say("noslides")));
    ways.querySelectorAll("a, [data-needs=slides]").forEach((link) => { link.hidden = !slides.length; });
    ways.querySelector("[data-needs=before]").hidden = !local.get(BEFORE);
    const field = focus >= 0 && list.children[focus] && list.children[focus].querySelector("input");
    if (field) field.focus();
    document.body.dataset.slides = String(slides.length);
  }

  /** A string as TOML writes it: no letter that is half of one, no control character in the open. */
  const quoted = (value) => JSON.stringify(String(value).replace(/[\ud800-\udfff]/gu, "")).replaceAll("\x7f", "\\u007f");

  /** The talk as its file: the same form as the stories that come with the dashboard, each slide in its own language. */
  function file() {
    const line = (named, value, language) => (value ? `${named}.${language} = ${quoted(value)}\n` : "");
    const top = line("title", title || say("own.untitled"), lang);
    return top + slides.map((slide) => `\n[[slides]]\nview = ${quoted(slide.view)}\nchart = ${quoted(slide.chart)}\nminutes = ${slide.minutes}\n${FIELDS.map(([named]) => line(named, slide[named], slide.lang)).join("")}`).join("");
  }

  function take() {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(new Blob([file()], { type: "application/toml" })), download: "talk.toml" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    state.textContent = say("taken");
  }

  async function load(file) {
    wrong.replaceChildren();
    try {
      const answer = await fetch(withBase(`/talk/check?lang=${talk.lang}`), { method: "POST", headers: { "Content-Type": "application/toml" }, body: file });
      if (answer.status === 413) { state.textContent = say("own.large"); return; }
      if (!answer.ok && answer.status !== 400) throw new Error(String(answer.status));
      const checked = await answer.json();
      if (checked.mistakes.length) {
        state.textContent = say("own.wrong", { n: checked.mistakes.length });
        wrong.append(...checked.mistakes.map((mistake) => node("li", "", say("own.line", { line: mistake.line, why: mistake.why }))));
        document.body.dataset.wrong = String(checked.mistakes.length);
        return;
      }
      remember();
      ({ title, lang, slides } = checked);
      slides.forEach((slide, place) => { slide.id = `${Date.now().toString(36)}-${place}`; });
      local.set(OWN, written());
      fresh();
      state.textContent = say("own.loaded", { n: slides.length });
    } catch (error) { state.textContent = say("failed"); }
  }

  const head = field("title", title, 90, (text) => { title = text; lang = talk.lang; });
  const ways = node("p", "own-ways top");
  const extra = new URLSearchParams(location.search).toString();
  [["own.play", "1"], ["own.desk", "notes"], ["own.print", "print"]].forEach(([key, path]) => ways.append(Object.assign(node("a", "", say(key)), { href: withBase(`/present/own/${path}${extra ? `?${extra}` : ""}`) })));
  button(ways, "own.take", take).dataset.needs = "slides";
  button(ways, "own.undo", undo).dataset.needs = "before";
  const choice = node("label", "own-file", `${say("own.load")} `);
  const chooser = choice.appendChild(Object.assign(document.createElement("input"), { type: "file", accept: ".toml,text/plain" }));
  chooser.addEventListener("change", () => { if (chooser.files[0]) load(chooser.files[0]); chooser.value = ""; });
  desk.append(Object.assign(node("a", "", say("own.back")), { href: withBase(`/present${extra ? `?${extra}` : ""}`) }), node("h1", "", say("own.heading")), node("p", "", say("own.lead")), ...(lasts() ? [] : [node("p", "own-visit", say("visit"))]), head, ways, choice, state, wrong, list);
  page.classList.add("live-own", "desk-page");
  page.replaceChildren(desk);
  window.addEventListener("storage", ({ key }) => { if (key === OWN) adopt(); });
  show();
  document.body.dataset.ready = "true";
})();
