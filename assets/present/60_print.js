/* The hand-out: every slide as a page to print, and all of them as a PowerPoint file. Works in the reader's own browser; others notice nothing. */
(function () {
  "use strict";
  const { present } = window;
  if (!present || present.page.dataset.page !== "print") return;
  const { talk, page, say, node } = present;
  const { withBase } = window.regioscope.addresses;
  const numbers = present.sequence();
  const last = numbers.length;
  const LETTER = 12;
  const PICTURE = { width: 2400, height: 836, least: 30 };
  const PLAIN = "Arial, 'Liberation Sans', Helvetica, sans-serif";
  /** The address that readers can open, or "": then links and codes are left out. */
  let base = "";
  let stop = null;

  const bar = node("div", "print-bar");
  const words = node("p", "print-state");
  words.setAttribute("role", "status");
  const progress = node("progress", "");
  progress.max = last;
  progress.setAttribute("aria-label", say("pptx"));
  function button(key, act) {
    const button = bar.appendChild(node("button", "", say(key)));
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }
  button("print", () => window.print());
  const take = button("pptx", powerpoint);
  const cancel = button("cancel", () => stop && stop.abort());
  cancel.hidden = progress.hidden = true;
  const nowhere = node("p", "print-nowhere", say("nowhere"));
  nowhere.hidden = true;
  bar.append(progress, words, nowhere);
  const sheets = node("main", "sheets");
  sheets.id = "content";
  sheets.setAttribute("aria-label", talk.title);

  /** One page: the slide, and how to come back to it. */
  async function sheet(n) {
    const paper = sheets.appendChild(node("section", "sheet"));
    const parts = present.article();
    parts.headline.replaceWith((parts.headline = node("h2", "headline")));
    const way = node("div", "way-back");
    const path = present.way(n);
    if (base) way.append(Object.assign(node("img", "qr"), { src: withBase(`/qr.svg?path=${encodeURIComponent(path)}`), alt: say("qr", { address: base + path }) }));
    const side = way.appendChild(node("div", ""));
    side.append(parts.from, base ? Object.assign(node("a", "address", base + path), { href: base + path }) : node("span", ""), node("span", "folio", say("number", present.place(n))));
    parts.box.append(way);
    paper.append(parts.box);
    await present.dress(parts, n, await present.piece(n), LETTER, { role: "img" });
    await Promise.all([...way.querySelectorAll("img")].map((image) => image.decode().catch(() => {})));
  }

  async function all() {
    const first = "/present/";
    const reach = await fetch(withBase(`/reach.json?path=${encodeURIComponent(first)}`)).then((answer) => answer.json()).catch(() => null);
    base = reach && reach.others ? reach.others.slice(0, -first.length) : "";
    nowhere.hidden = Boolean(base);
    for (const n of numbers) {
      words.textContent = say("drawing", present.place(n));
      try { await sheet(n); } catch (error) { words.textContent = say("failed"); return; }
    }
    words.textContent = last ? say("ready", { of: last }) : say("noslides");
    document.body.dataset.ready = "true";
  }

  /** The picture of a chart at a projector's resolution; what is made of words goes into the file as words. */
  async function picture(piece) {
    if (!piece.figure) return null;
    const { width, height, least } = PICTURE;
    const figure = present.fitted(piece.figure, width, height, least, false);
    figure.layout = { ...figure.layout, paper_bgcolor: "#fff", font: { ...figure.layout.font, family: PLAIN } };
    const dataUrl = await window.Plotly.toImage(figure, { format: "png", width, height: figure.layout.height, scale: 1 });
    const bytes = Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(",") + 1)), (letter) => letter.charCodeAt(0));
    return new Blob([bytes], { type: "image/png" });
  }

  async function powerpoint() {
    stop = new AbortController();
    take.disabled = true;
    cancel.hidden = progress.hidden = false;
    try {
      await save(await handout(stop.signal));
      words.textContent = say("taken");
    } catch (error) {
      words.textContent = say(stop.signal.aborted ? "cancelled" : "failed");
    }
    take.disabled = false;
    cancel.hidden = progress.hidden = true;
    document.body.dataset.pptx = words.textContent;
  }

  async function handout(signal) {
    const form = new FormData();
    const slides = [];
    for (const n of numbers) {
      if (signal.aborted) throw new DOMException("", "AbortError");
      progress.value = slides.length;
      words.textContent = say("drawing", present.place(n));
      const piece = await present.piece(n);
      const image = await picture(piece);
      if (image) form.append(`picture-${slides.length + 1}`, image, `${slides.length + 1}.png`);
      const { chart, notes } = talk.slides[n - 1];
      const { headline, text, question, written } = await present.words(n, piece);
      slides.push({ chart, query: present.state(n), headline, text, question, notes: notes && !written ? `${say("elsewhere")}\n${notes}` : notes || "", link: base && base + present.way(n) });
    }
    progress.removeAttribute("value");
    words.textContent = say("making");
    form.append("talk", JSON.stringify({ title: talk.title, lang: talk.lang, slides }));
    const answer = await fetch(withBase("/handout.pptx"), { method: "POST", body: form, signal });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.blob();
  }

  function save(blob) {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: `${talk.name}.pptx` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  page.classList.add("live-print");
  const head = node("header", "print-head");
  head.append(node("h1", "print-title", talk.title), bar);
  page.replaceChildren(head, sheets);
  all();
})();
