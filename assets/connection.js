/* The line to the server: says when nothing answers, keeps asking, and lets what waits go on as soon as something answers. */
(function () {
  "use strict";
  /** Milliseconds: until the first look, between looks, for a look, until an unanswered question is put again, for good news. A look does not wait for the one before it: whatever became of that one, the return is found within a pulse and the time of an answer. */
  const FIRST = 250;
  const PULSE = 500;
  const LIMIT = 1500;
  const AGAIN = 4000;
  const NEWS = 5000;
  /** A proxy's own answers where nothing answers behind it. */
  const GATEWAY = new Set([502, 503, 504]);
  /** What waits for an answer: its name -> how to ask again, what to do when the line is lost, since when. */
  const waiting = new Map();
  let lost = false;
  let timer = 0;
  /** How many looks have begun, and the last of them that was answered. */
  let looks = 0;
  let seen = 0;
  let news = 0;
  let message = "";

  const { withBase } = window.regioscope.addresses;

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

  /** Whether the server answers within the limit. A look that fails says nothing once a later one was answered. */
  async function answers() {
    const mine = (looks += 1);
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), LIMIT);
    const fine = await fetch(withBase("/healthz"), { cache: "no-store", signal: stop.signal }).then((answer) => answer.ok, () => false);
    clearTimeout(late);
    if (fine) seen = Math.max(seen, mine);
    return mine <= seen;
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
    look(PULSE);
    if (!(await answers())) lose();
    else if (lost) back();
    else waiting.forEach(hurry);
  }

  /** Ask again what the server has left unanswered for too long. */
  function hurry(request) {
    const now = performance.now();
    if (now - request.since < request.patience) return;
    request.since = now;
    request.patience *= 2;
    say("lost");
    request.again();
  }

  function back() {
    lost = false;
    say("back");
    for (const request of [...waiting.values()]) {
      request.since = performance.now();
      request.again();
    }
  }

  /** Something was asked: `again` asks it anew, `whenLost` is called at once where nothing answers. */
  function requested(name, again, whenLost = () => {}) {
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
      const stop = new AbortController();
      const again = new Promise((resume) => { requested(address, () => { stop.abort(); resume(); }); });
      const answer = await fetch(address, { signal: stop.signal }).catch(() => null);
      const words = answer && answer.ok ? await answer.text().catch(() => null) : null;
      if (words !== null || (answer && !answer.ok && !GATEWAY.has(answer.status))) {
        answered(address);
        if (words === null) say("refused");
        return words;
      }
      if (!stop.signal.aborted) lose();
      await again;
    }
    waiting.delete(address);
    return null;
  }

  /** An answer that broke off is asked for again at the next look, and each further time after a longer while. */
  function broken() {
    const page = waiting.get("page");
    if (page) page.since = performance.now() - page.patience + (page.patience - AGAIN) / 4;
    look(0);
  }

  /** The answers of callbacks reach Dash; whether they came at all is known here. */
  const ask = window.fetch;
  window.fetch = function (address, ...rest) {
    const answer = ask.call(window, address, ...rest);
    if (address === withBase("/_dash-update-component")) answer.then(({ status }) => { if (GATEWAY.has(status)) broken(); }, broken);
    return answer;
  };

  window.addEventListener("offline", async () => { if (!(await answers())) { lose(); look(PULSE); } });
  window.addEventListener("online", () => { if (lost) look(0); });
  document.addEventListener("visibilitychange", () => { if (lost) look(0); });

  window.regioscope = Object.assign(window.regioscope || {}, { connection: { requested, answered, text, lost: () => lost } });
})();
