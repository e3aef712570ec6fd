/* The line to the server: says when nothing answers, keeps asking, and lets what waits go on as soon as something answers. */
(function () {
  "use strict";
  /** Milliseconds: until the first look, between looks, for a look, until an unanswered question is put again, for good news. */
  const FIRST = 250;
  const PULSE = 800;
  const LIMIT = 1500;
  const AGAIN = 4000;
  const NEWS = 5000;
  /** A proxy's own answers where nothing answers behind it. */
  const GATEWAY = new Set([502, 503, 504]);
  /** What waits for an answer: its name -> how to ask again, what to do when the line is lost, since when. */
  const waiting = new Map();
  let lost = false;
  let timer = 0;
  let news = 0;
  let message = "";

  const { withBase } = window.regioscope.addresses;
  const within = (time) => (AbortSignal.timeout ? AbortSignal.timeout(time) : undefined);

  /** Write a message of the status line, in the page's language, in every copy of the page. */
  function say(name) {
    clearTimeout(news);
    message = name;
    for (const line of document.querySelectorAll(".connection")) {
      const words = name ? line.dataset[name] : "";
      if (line.textContent !== words) line.textContent = words;
    }
    if (name === "back") news = setTimeout(say, NEWS, "");
  }

  async function answers() {
    try {
      return (await fetch(withBase("/healthz"), { cache: "no-store", signal: within(LIMIT) })).ok;
    } catch (error) {
      return false;
    }
  }

  function lose() {
    say("lost");
    if (lost) return;
    lost = true;
    for (const { whenLost } of waiting.values()) whenLost();
  }

  function look(after) {
    clearTimeout(timer);
    timer = setTimeout(watch, after);
  }

  async function watch() {
    if (!waiting.size && !lost) return;
    const fine = await answers();
    const now = performance.now();
    if (!fine) lose();
    else if (lost) back();
    else {
      for (const one of waiting.values()) {
        if (now - one.since < one.patience) continue;
        one.since = now;
        one.patience *= 2;
        say("lost");
        one.again();
      }
    }
    look(PULSE);
  }

  function back() {
    lost = false;
    say("back");
    for (const one of [...waiting.values()]) {
      one.since = performance.now();
      one.again();
    }
  }

  /** Something was asked: `again` asks it anew, `whenLost` is called at once where nothing answers. */
  function asked(name, again, whenLost = () => {}) {
    const before = waiting.get(name);
    waiting.set(name, { again, whenLost, since: performance.now(), patience: before ? before.patience : AGAIN });
    if (lost) whenLost();
    else look(FIRST);
  }

  function answered(name) {
    waiting.delete(name);
    if (lost) back();
    else if (!waiting.size && message === "lost") say("back");
  }

  /** The text at an address, however long it takes; null where the server refuses, or nobody `wants` it any more. */
  async function text(address, wants) {
    while (wants()) {
      try {
        const answer = await fetch(address, { signal: within(10 * LIMIT) });
        if (answer.ok) return await answer.text();
        if (!GATEWAY.has(answer.status)) {
          say("refused");
          return null;
        }
      } catch (error) { /* Nothing answers: it is asked again below. */ }
      await new Promise((again) => {
        asked(address, again);
        lose();
        look(PULSE);
      });
      waiting.delete(address);
    }
    return null;
  }

  window.addEventListener("offline", async () => { if (!(await answers())) { lose(); look(PULSE); } });
  window.addEventListener("online", () => { if (lost) look(0); });

  window.regioscope = Object.assign(window.regioscope || {}, { connection: { asked, answered, text, lost: () => lost } });
})();
