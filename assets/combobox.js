/* Choosing by typing: a region or an indicator by its code, by any of its names, by its country. A combobox by the ARIA authoring practices:
   nothing is chosen until the reader chooses it; Enter takes what is typed only where one thing alone is called that. Behind each that holds
   one choice stands its list, `Input({"control": ...})` as ever; those that add to several have none. */
(function () {
  "use strict";
  const { withBase } = window.regioscope.addresses;
  const [PAUSE, MOST] = [100, 10];
  const FIELD = "[data-find] input";
  const frameOf = (input) => input.closest("[data-find]");
  const listOf = (input) => frameOf(input).querySelector("[role=listbox]");
  const options = (input) => [...listOf(input).querySelectorAll("[role=option]")];
  const active = (input) => listOf(input).querySelector("[aria-selected=true]");
  const control = (name) => document.getElementById(`{"control":"${name}"}`);
  const selectOf = (input) => control(frameOf(input).dataset.find);
  let [timer, request] = [0, null];

  function say(input, key) {
    const status = frameOf(input).querySelector(".find-said");
    status.textContent = key ? status.dataset[key] : "";
  }

  /** The name of what is chosen stands in the box; a box that adds is empty. */
  function restore(input) {
    const select = selectOf(input);
    input.value = select && select.selectedIndex >= 0 ? select.options[select.selectedIndex].text : "";
  }

  function close(input) {
    clearTimeout(timer);
    if (request) request.abort();
    listOf(input).hidden = true;
    listOf(input).replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    say(input, "");
  }

  function element(tag, className, text) {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  }

  function option({ code, title, detail }, place, input) {
    if (!code) return element("div", "option-group", title);
    const line = element("div", "", "");
    line.id = `option-${frameOf(input).dataset.find}-${place}`;
    line.setAttribute("role", "option");
    line.setAttribute("aria-selected", "false");
    line.dataset.code = code;
    line.append(element("span", "hit-title", title), element("span", "hit-detail", detail));
    return line;
  }

  function show(input, found) {
    const list = listOf(input);
    list.replaceChildren(...found.map((entry, place) => option(entry, place, input)));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    input.removeAttribute("aria-activedescendant");
    place(input);
  }

  /** Under the box, within the window. */
  function place(input) {
    const [box, popup] = [input.getBoundingClientRect(), frameOf(input).querySelector(".popup")];
    const width = Math.min(26 * 16, window.innerWidth - 16);
    popup.style.width = `${width}px`;
    popup.style.left = `${Math.max(8, Math.min(box.left, window.innerWidth - width - 8))}px`;
    popup.style.top = `${box.bottom + 4}px`;
    listOf(input).style.maxHeight = `${Math.max(140, Math.min(420, window.innerHeight - box.bottom - 40))}px`;
  }

  /** All choices, in the order of the list, headings among them. */
  function every(input) {
    const select = control(frameOf(input).dataset.listed);
    return [...select.options].map(({ value, text, disabled }) => ({ code: disabled ? "" : value, title: text, detail: "" }));
  }

  function open(input) {
    say(input, "");
    show(input, every(input));
    const select = selectOf(input);
    const chosen = select && options(input).find((line) => line.dataset.code === select.value);
    if (chosen) choose(input, chosen);
  }

  /** Make one option the active one. */
  function choose(input, line) {
    options(input).forEach((entry) => entry.setAttribute("aria-selected", String(entry === line)));
    if (!line) return void input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", line.id);
    line.scrollIntoView({ block: "nearest" });
  }

  function step(input, by) {
    const lines = options(input);
    if (!lines.length) return open(input);
    const now = lines.indexOf(active(input));
    choose(input, lines[now < 0 ? (by > 0 ? 0 : lines.length - 1) : now + by]);
  }

  /** What is called so; without a connection, those choices whose name holds it. */
  async function find(input, text, signal) {
    const query = new URLSearchParams({ q: text, kind: frameOf(input).dataset.listed, lang: document.documentElement.lang });
    try {
      const response = await fetch(withBase(`/find.json?${query}`), { signal });
      if (response.ok) return await response.json();
    } catch (error) {
      if (error.name === "AbortError") return null;
    }
    const typed = text.trim().toLowerCase();
    const hits = every(input).filter(({ code, title }) => code && title.toLowerCase().includes(typed));
    return { hits, exact: hits.length === 1 ? hits[0].code : "", known: hits.length > 0 };
  }

  function answered(input, answer, otherwise = "") {
    say(input, answer.known ? otherwise : "nobody");
    show(input, answer.hits);
  }

  async function ask(input) {
    if (request) request.abort();
    request = new AbortController();
    const text = input.value;
    const answer = await find(input, text, request.signal);
    if (answer && text === input.value && document.activeElement === input) answered(input, answer);
  }

  /** Enter without an active option: the one thing that is called so, if there is one alone. Until that is known the page waits. */
  async function takeTyped(input) {
    const [select, text, { dataset }] = [selectOf(input), input.value, document.body];
    if (!text.trim() || (select && text === select.options[select.selectedIndex]?.text)) return close(input);
    clearTimeout(timer);
    const was = dataset.ready;
    dataset.ready = "false";
    const answer = await find(input, text);
    if (!answer.exact && text === input.value) answered(input, answer, "several");
    dataset.ready = was;
    if (answer.exact) take(input, answer.exact);
  }

  const shownIn = (attribute) => [...document.querySelectorAll(`[data-${attribute}]`)].map((element) => element.dataset[attribute]);

  /** What the address is to say: the choice itself, or the choices there are with it among them; nothing where the list is full. */
  function changes(name, code) {
    if (name === "columns") return { columns: [...new Set([...shownIn("column"), code])].slice(-MOST).join(",") };
    if (name !== "others") return { [name]: code };
    const peers = shownIn("peer");
    const own = new URLSearchParams(location.search).get("lens") === "own";
    if (own && peers.length >= MOST && !peers.includes(code)) return null;
    return { lens: "own", others: [...new Set([...(own ? peers : peers.slice(0, MOST - 1)), code])].join(",") };
  }

  function take(input, code) {
    const wanted = changes(frameOf(input).dataset.find, code);
    if (!wanted) return say(input, "full");
    const select = selectOf(input);
    close(input);
    if (select) input.value = [...select.options].find(({ value }) => value === code).text;
    else input.value = "";
    input.select();
    window.regioscope.change(wanted);
  }

  function key(event, input) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(input, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (active(input)) take(input, active(input).dataset.code);
      else takeTyped(input);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close(input);
      restore(input);
      input.select();
    }
  }

  const on = (kind, selector, does) =>
    document.addEventListener(kind, (event) => {
      const found = event.target.closest && event.target.closest(selector);
      if (found) does(event, found);
    });
  on("keydown", FIELD, key);
  on("input", FIELD, (event, input) => {
    clearTimeout(timer);
    choose(input, null);
    if (input.value.trim()) timer = setTimeout(() => ask(input), PAUSE);
    else if (selectOf(input)) open(input);
    else close(input);
  });
  on("focusin", FIELD, (event, input) => input.select());
  on("focusout", FIELD, (event, input) => {
    close(input);
    restore(input);
    input.scrollLeft = 0; // Firefox leaves the box at the end of what was selected in it
  });
  on("click", FIELD, (event, input) => listOf(input).hidden && selectOf(input) && open(input));
  on("mousedown", "[data-find] .popup", (event) => event.preventDefault()); // the box keeps the focus
  on("click", "[data-find] [role=option]", (event, line) => take(frameOf(line).querySelector("input"), line.dataset.code));
  on("click", "label[for]", (event, label) => {
    const input = document.querySelector(`[data-find="${label.htmlFor.slice(12, -2)}"] input`);
    if (!input || document.getElementById(label.htmlFor) === null) return;
    event.preventDefault();
    input.focus();
  });
  window.addEventListener("scroll", () => document.activeElement.matches(FIELD) && place(document.activeElement), { passive: true });

  /** Each box says what its list holds; the list itself is no second stop. Called whenever a view is drawn. */
  function showChosen() {
    for (const input of document.querySelectorAll(FIELD)) {
      const select = selectOf(input);
      if (select) [select.tabIndex, select.ariaHidden] = [-1, "true"];
      if (document.activeElement !== input || input.getAttribute("aria-expanded") === "false") restore(input);
    }
  }

  window.regioscope = Object.assign(window.regioscope || {}, { showChosen });
})();
