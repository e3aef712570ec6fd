/* The presenter's window: notes, this slide and the next, the clock, and whether other devices follow. */
(function () {
  "use strict";
  const { present } = window;
  if (!present || present.page.dataset.page !== "notes") return;
  const { talk, page, say, node, room } = present;
  const { local, lasts } = window.regioscope.storage;
  const { withBase } = window.regioscope.addresses;
  const last = talk.slides.length;
  const minutesAfter = (n) => present.sequence().filter((other) => other > n).reduce((sum, other) => sum + talk.slides[other - 1].minutes, 0);
  const clock = `regioscope.clock.${talk.name}`;
  const FORWARD = new Set(["ArrowRight", "ArrowDown", "PageDown", " "]);
  const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp"]);
  let at = 0;
  let drawing = 0;

  const desk = node("main", "desk");
  desk.id = "content";
  const top = desk.appendChild(node("div", "desk-top"));
  top.append(node("h1", "desk-title", talk.title));
  const times = top.appendChild(node("dl", ""));
  const figures = Object.fromEntries(["clock", "elapsed", "left", "planned"].map((name) => {
    const box = times.appendChild(node("div", name));
    box.append(node("dt", "", say(name)));
    return [name, box.appendChild(node("dd", ""))];
  }));
  const ways = top.appendChild(node("div", "desk-moves"));
  const link = top.appendChild(node("p", "link-state"));
  link.setAttribute("role", "status");
  const now = desk.appendChild(node("section", "desk-now"));
  const nowName = now.appendChild(node("h2", ""));
  const nowBox = now.appendChild(node("div", "mini"));
  const words = desk.appendChild(node("section", "desk-words"));
  const elsewhere = words.appendChild(node("p", "notes-elsewhere", say("elsewhere")));
  const notes = words.appendChild(node("p", "notes-text"));
  const ask = words.appendChild(node("p", "ask-text"));
  const careful = words.appendChild(node("ul", "careful"));
  const moves = words.appendChild(node("p", "desk-moves"));
  const following = desk.appendChild(node("section", "desk-next"));
  following.append(node("h2", "", say("next")));
  const nextBox = following.appendChild(node("div", "mini"));
  const nextName = following.appendChild(node("p", ""));
  const second = words.appendChild(node("div", "second"));

  function button(row, key, act) {
    const button = row.appendChild(node("button", "", say(key)));
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }
  button(moves, "prev", () => go(present.beside(at, -1)));
  button(moves, "next", () => go(present.beside(at, 1)));
  button(ways, "project", () => window.open(withBase(present.address(at)), `regioscope-deck-${talk.name}`));
  button(ways, "restart", () => { local.set(clock, String(Date.now())); tick(); });
  button(ways, "second", device);

  /** A small picture of slide `n` in a box. Gives back the words that stand on it. */
  async function mini(box, n) {
    const mine = (drawing += 1);
    box.dataset.for = String(n);
    try {
      const piece = await present.piece(n);
      if (box.dataset.for !== String(n)) return {};
      box.querySelectorAll(".stage").forEach(present.clear);
      const parts = present.article();
      box.replaceChildren(parts.box);
      parts.box.inert = true;
      parts.box.style.transform = `scale(${Math.min(box.clientWidth / 1280, box.clientHeight / 720)})`;
      await present.dress(parts, n, piece, 15);
      return await present.words(n, piece);
    } catch (error) { if (mine === drawing) box.replaceChildren(node("p", "empty", say("failed"))); }
    return { written: !present.isChanged(n) };
  }

  /** Whether the speaker's words belong to what is shown; of another state they stay readable, and that is said. */
  function belongs(written) {
    words.classList.toggle("dimmed", !written);
    elsewhere.hidden = written;
  }

  async function go(n, by = "key") {
    if (n < 1 || n > last) return;
    at = n;
    if (n > 1 && !local.get(clock)) local.set(clock, String(Date.now()));
    const slide = talk.slides[n - 1];
    notes.textContent = slide.notes || say("nonotes");
    ask.textContent = slide.question;
    ask.hidden = !slide.question;
    belongs(!present.isChanged(n));
    nowName.textContent = `${say("now")} · ${say("number", present.place(n))}`;
    const next = present.beside(n, 1);
    nextName.textContent = next === n ? say("last") : present.isChanged(next) ? "" : talk.slides[next - 1].headline;
    history.replaceState(null, "", location.pathname + location.search);
    if (by === "key") room.move(n, present.changedQuery(n));
    tick();
    document.body.dataset.shown = String(n);
    careful.replaceChildren();
    present.piece(n).then((piece) => { if (at === n) careful.replaceChildren(...piece.notes.map((point) => node("li", "", point))); }).catch(() => {});
    const nowSlide = await mini(nowBox, n);
    if (at !== n) return;
    belongs(nowSlide.written);
    nextBox.hidden = next === n;
    if (next !== n) nextName.textContent = (await mini(nextBox, next)).headline || "";
    document.getElementById("voice").textContent = say("slide", { ...present.place(n), headline: nowSlide.headline || "" });
    document.body.dataset.ready = "true";
  }

  const two = (number) => String(number).padStart(2, "0");

  function tick() {
    const time = new Date();
    const began = Number(local.get(clock));
    const seconds = began ? Math.max(0, Math.floor((time - began) / 1000)) : 0;
    const left = Math.ceil(minutesAfter(0) - seconds / 60);
    figures.clock.textContent = `${two(time.getHours())}:${two(time.getMinutes())}`;
    figures.elapsed.textContent = `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
    figures.left.textContent = String(left);
    figures.left.parentElement.classList.toggle("late", left < minutesAfter(at));
    figures.planned.textContent = at ? `${talk.slides[at - 1].minutes} min` : "";
  }

  /** The code for a second device: it carries the key, so it is shown on request and to one person. */
  async function device() {
    if (second.childElementCount) return void second.replaceChildren();
    const { key } = room.now();
    const path = `/present/${talk.name}/notes${location.search}`;
    const answer = key && await fetch(withBase("/reach.json"), { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ path, key }) }).catch(() => null);
    if (!answer || !answer.ok) return void second.replaceChildren(node("p", "", say("failed")));
    const reach = await answer.json();
    if (!reach.others) return void second.replaceChildren(node("p", "", say(reach.network ? "nophones" : "nolan")));
    const picture = Object.assign(node("img", "qr"), { src: `data:image/svg+xml,${encodeURIComponent(reach.code)}`, alt: say("second"), width: 320, height: 320 });
    return void second.replaceChildren(node("p", "", say("second.text")), picture, node("p", "address", reach.others));
  }

  /** A link with a key has brought this device here: only a press of a button makes it one that moves the talk. */
  function invitation() {
    const box = node("section", "invitation");
    const heading = box.appendChild(node("h2", "", say("invited")));
    heading.tabIndex = -1;
    const text = box.appendChild(node("p", ""));
    const row = box.appendChild(node("p", "desk-moves"));
    function begin() { box.remove(); room.start(); }
    function ask() {
      const own = room.hasKey();
      text.textContent = say(own ? "invited.own" : "invited.text");
      row.replaceChildren();
      if (own) button(row, "invited.leave", () => { room.leave(); ask(); });
      else button(row, "invited.join", () => { room.join(); begin(); });
      button(row, "invited.no", begin);
      heading.focus();
    }
    desk.prepend(box);
    ask();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select, input, textarea")) return;
    if (event.target.closest("button, a") && [" ", "Enter"].includes(event.key)) return;
    const step = FORWARD.has(event.key) ? 1 : BACK.has(event.key) ? -1 : 0;
    if (step) { event.preventDefault(); go(present.beside(at, step)); } else if (event.key === "Home") go(present.sequence()[0]);
    else if (event.key === "End") go(present.sequence().pop());
  });

  room.listen((message, by) => {
    if (by === "opened" || !message.slide || message.slide > last) return;
    present.change(message.slide, message.query || null);
    go(message.slide, "room");
  });
  room.state((online, since) => {
    link.dataset.online = String(online);
    const words = online ? say("connected") : say("apart", { time: `${two(since.getHours())}:${two(since.getMinutes())}:${two(since.getSeconds())}` });
    if (link.textContent !== words) link.textContent = words;
  });

  if (!lasts()) top.append(node("p", "link-state", say("visit")));
  page.classList.add("live-notes");
  page.replaceChildren(desk);
  let resizing = 0;
  window.addEventListener("resize", () => { clearTimeout(resizing); resizing = setTimeout(() => go(at, "room"), 150); });
  setInterval(tick, 1000);
  const begun = room.now();
  if (begun.slide && begun.query) present.change(begun.slide, begun.query);
  if (last) go(begun.slide >= 1 && begun.slide <= last ? begun.slide : present.sequence()[0], "room").then(() => {
    if (room.offer) invitation();
    else room.start();
    return present.gather();
  });
})();
