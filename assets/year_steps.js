/* The buttons beside the year: one year back or on, and all of them one after the other. */
(function () {
  "use strict";
  const [LATEST, PAUSE, PATIENCE] = ["latest", 900, 15000];
  const select = () => document.getElementById('{"control":"year"}');
  const years = (name) => select().closest("[data-years]").dataset[name].split(" ").filter(Boolean);
  const lastOf = (list) => list[list.length - 1];
  let playing = null;

  const shownYear = () => (select().value === LATEST ? lastOf(years("years")) : select().value);
  const written = (year) => (year === lastOf(years("years")) ? LATEST : year);

  /** The year so many steps away among those that the indicator has; nothing beyond the first and the last. */
  function stepped(by) {
    const all = [...select().options].map(({ value }) => value).filter((value) => value !== LATEST).sort();
    return all[all.indexOf(shownYear()) + by];
  }

  /** The year that is played next; after the last, the first. */
  function following() {
    const all = years("years");
    return shownYear() >= lastOf(all) ? all[0] : all.find((year) => year > shownYear());
  }

  function say(key, year = "") {
    const line = document.querySelector(".play-said");
    if (line) line.textContent = key ? line.dataset[key].replace("{year}", year) : "";
  }

  function press(isOn) {
    const button = document.querySelector("button.play");
    if (!button) return;
    button.classList.toggle("playing", isOn);
    button.title = isOn ? button.dataset.pause : button.dataset.play;
    button.setAttribute("aria-label", button.title);
  }

  function stop(key = "", year = "") {
    playing = null;
    press(false);
    say(key, year);
  }

  const wait = (time) => new Promise((done) => { setTimeout(done, time); });

  /** Until the year is on the screen; false where the play has ended meanwhile. */
  async function waitForCharts(play) {
    for (let waited = 0; waited < PATIENCE; waited += 50) {
      await wait(50);
      if (playing !== play || !select()) return false;
      if (document.body.dataset.ready === "true") return true;
    }
    return false;
  }

  /** Why the play stops in a year, if it does: its series breaks there, or nothing comes after. */
  function reason(year) {
    if (year === years("years")[0]) return "";
    if (years("breaks").includes(year)) return "break";
    if (years("many").includes(year)) return "breakMany";
    return year === lastOf(years("years")) ? "end" : "";
  }

  function show(year, replaces) {
    window.regioscope.change({ year: written(year), classes: "all" }, { replaces });
  }

  async function run() {
    const play = (playing = {});
    press(true);
    for (let steps = 0; playing === play; steps += 1) {
      const year = following();
      show(year, steps > 0);
      if (!(await waitForCharts(play))) return playing === play ? stop() : undefined;
      const why = reason(year);
      if (why) return stop(why, year);
      await wait(PAUSE);
    }
  }

  function toggle() {
    if (playing) return stop();
    say("");
    if (years("years").length < 2) return say("one");
    if (!window.matchMedia("(prefers-reduced-motion: reduce)").matches) return run();
    const year = following();
    show(year, false);
    const why = reason(year);
    say(why || "still", year);
  }

  document.addEventListener("click", ({ target }) => {
    if (!target.closest || !select()) return;
    if (target.closest("button.play")) return void toggle();
    const button = target.closest("[data-year-step]");
    const year = button && stepped(Number(button.dataset.yearStep));
    if (year) window.regioscope.change({ year: written(year) });
  });

  /** Whatever the reader does ends the play; a press on its own button does so by itself. */
  function interrupt(event) {
    const own = event.target.closest && event.target.closest("button.play");
    if (!playing) {
      if (!own) say("");
      return;
    }
    if (own && (event.type === "pointerdown" || event.key === " " || event.key === "Enter")) return;
    if (event.key === " " || event.key === "Escape") event.preventDefault();
    stop();
  }
  for (const kind of ["pointerdown", "wheel", "keydown"]) document.addEventListener(kind, interrupt, { capture: true, passive: false });
  for (const [source, kind] of [[window, "popstate"], [document, "visibilitychange"]]) source.addEventListener(kind, () => playing && stop());
})();
