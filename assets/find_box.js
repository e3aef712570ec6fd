/* The find box: "/" and Ctrl+K lead to it, and what is found for the text is listed under it while it is typed.
   A combobox by the ARIA authoring practices: nothing is chosen until an arrow key chooses it; Enter without a choice sends the form. */
(function () {
  "use strict";
  const { withBase } = window.regioscope.addresses;
  const STATE = ["region", "indicator", "lang", "theme"];
  const PAUSE = 120;
  const box = () => document.getElementById("find-text");
  const list = () => document.getElementById("find-list");
  const options = () => [...list().querySelectorAll("[role=option]")];
  const chosen = () => list().querySelector("[aria-selected=true]");
  let [timer, question] = [0, null];

  /** What the address says now, beside the text: the page may have changed since the box was written. */
  function queryString() {
    const here = new URLSearchParams(location.search);
    const state = STATE.filter((name) => here.has(name)).map((name) => [name, here.get(name)]);
    return new URLSearchParams([["q", box().value], ...state]);
  }

  function say(key, count) {
    const status = document.getElementById("find-status");
    status.textContent = key ? status.dataset[key].replace("{count}", count) : "";
  }

  function close() {
    clearTimeout(timer);
    if (question) question.abort();
    list().hidden = true;
    list().replaceChildren();
    box().setAttribute("aria-expanded", "false");
    box().removeAttribute("aria-activedescendant");
    say("");
  }

  function line(tag, name, text) {
    const part = document.createElement(tag);
    part.className = name;
    part.textContent = text;
    return part;
  }

  function option(hit, place) {
    const link = document.createElement("a");
    link.id = `find-option-${place}`;
    link.href = withBase(hit.href);
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.dataset.hit = hit.href.split(/[?#]/)[0];
    link.append(line("span", "hit-title", hit.title), line("span", "hit-kind", hit.kind), line("span", "hit-detail", hit.detail));
    return link;
  }

  function show({ count, hits }) {
    const all = { title: document.getElementById("find-status").dataset.all, kind: String(count), detail: "", href: `/find?${queryString()}` };
    list().replaceChildren(...(count > hits.length ? [...hits, all] : hits).map(option));
    list().hidden = !count;
    box().setAttribute("aria-expanded", String(count > 0));
    box().removeAttribute("aria-activedescendant");
    say(count > 1 ? "many" : count ? "one" : "none", count);
  }

  async function ask() {
    if (question) question.abort();
    question = new AbortController();
    const text = box().value;
    try {
      const answer = await fetch(withBase(`/find.json?${queryString()}`), { signal: question.signal });
      if (answer.ok && text === box().value && document.activeElement === box()) show(await answer.json());
    } catch (error) {
      if (error.name !== "AbortError") close(); // no connection: Enter still sends the form
    }
  }

  function choose(step) {
    const every = options();
    if (!every.length) return;
    const now = every.indexOf(chosen());
    const next = now < 0 ? (step > 0 ? 0 : every.length - 1) : now + step;
    every.forEach((element, at) => element.setAttribute("aria-selected", String(at === next)));
    const link = every[next];
    if (!link) return void box().removeAttribute("aria-activedescendant");
    box().setAttribute("aria-activedescendant", link.id);
    link.scrollIntoView({ block: "nearest" });
  }

  function key(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && chosen()) {
      event.preventDefault();
      chosen().click();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (list().hidden) box().value = "";
      close();
    }
  }

  const writes = ({ target }) => target.isContentEditable || target.matches("input, textarea, select");

  document.addEventListener("keydown", (event) => {
    if (!box()) return;
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !writes(event);
    const k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (slash || k) {
      event.preventDefault();
      box().focus();
      box().select();
    } else if (event.target === box()) key(event);
  });

  document.addEventListener("focusin", ({ target }) => {
    if (target !== box() || target.hasAttribute("role")) return;
    const roles = { role: "combobox", "aria-expanded": "false", "aria-controls": "find-list", "aria-autocomplete": "list" };
    for (const [name, value] of Object.entries(roles)) target.setAttribute(name, value);
  });

  document.addEventListener("input", ({ target }) => {
    if (target !== box()) return;
    clearTimeout(timer);
    if (target.value.trim()) timer = setTimeout(ask, PAUSE);
    else close();
  });

  document.addEventListener("focusout", (event) => {
    if (event.target === box() && !(event.relatedTarget && list().contains(event.relatedTarget))) close();
  });
  document.addEventListener("mousedown", (event) => {
    if (event.target.closest && event.target.closest("#find-list")) event.preventDefault(); // the box keeps the focus
  });

  document.addEventListener("submit", (event) => {
    if (!event.target.contains(box())) return;
    event.preventDefault();
    location.assign(withBase(`/find?${queryString()}`));
  });
})();

/* Keys of a map whose regions are links: arrows go to the nearest region in that direction. */
(function () {
  "use strict";
  const AHEAD = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  const centre = (link) => {
    const box = link.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
  };

  /** The link nearest in a direction: distance along it counts once, distance across it twice. */
  function nearest(links, from, [dx, dy]) {
    const [x, y] = centre(from);
    const far = (link) => {
      const [u, v] = centre(link);
      const along = (u - x) * dx + (v - y) * dy;
      return along > 1 ? along + 2 * Math.abs((u - x) * dy) + 2 * Math.abs((v - y) * dx) : Infinity;
    };
    const ranked = links.filter((link) => link !== from).map((link) => [far(link), link]).sort((first, second) => first[0] - second[0]);
    return ranked.length && ranked[0][0] < Infinity ? ranked[0][1] : null;
  }

  document.addEventListener("keydown", (event) => {
    const link = event.target.closest && event.target.closest("[data-map=regions] a");
    if (!link || !AHEAD[event.key]) return;
    event.preventDefault();
    const next = nearest([...link.closest("[data-map]").querySelectorAll("a")], link, AHEAD[event.key]);
    if (!next) return;
    link.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  });
})();
