/* A chart as a PNG that explains itself: question, sentence, figure, sources, date and address, in the typeface of the page. */
(function () {
  "use strict";
  const SCALE = 2, PAD = 24, GAP = 14, LINE = 1.35;
  const SIZES = { title: 20, text: 15, small: 13 };
  let faces = null;

  /** A file of this host as a data address: an image made from SVG loads nothing by itself. */
  async function inlined(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const letters = Array.from(new Uint8Array(await answer.arrayBuffer()), (byte) => String.fromCharCode(byte));
    return `data:font/woff2;base64,${btoa(letters.join(""))}`;
  }

  /** The upright typeface as rules that carry its files. */
  async function typeface() {
    const rules = [...document.styleSheets].flatMap((sheet) =>
      [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule && rule.style.getPropertyValue("font-style") !== "italic").map((rule) => [rule.cssText, sheet.href || document.baseURI]));
    const written = await Promise.all(rules.map(async ([text, base]) => {
      const [match, address] = /url\(["']?([^"')]+)["']?\)/.exec(text);
      return text.replace(match, `url(${await inlined(new URL(address, base))})`);
    }));
    return written.join("");
  }

  /** The figure as an image in the page's typeface; in any other where that cannot be had. */
  async function drawing(box) {
    faces = faces || typeface().catch(() => { faces = null; return ""; });
    const { clientWidth: width, clientHeight: height } = box;
    const svg = await window.Plotly.toImage(window.regioscope.pictured(box), { format: "svg", width, height });
    const style = `<style>${(await faces).replace(/[<&]/g, "")}</style>`;
    const text = decodeURIComponent(svg.slice(svg.indexOf(",") + 1)).replace(/<svg[^>]*>/, (tag) => tag + style);
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    await image.decode();
    return image;
  }

  /** Words in lines no wider than `room`; what is longer than a line, as an address may be, is broken anywhere. */
  function lines(pen, words, room) {
    const lines = [];
    let line = "";
    for (const word of words.split(/\s+/).filter(Boolean)) {
      const longer = line ? `${line} ${word}` : word;
      if (pen.measureText(longer).width <= room) { line = longer; continue; }
      if (line) lines.push(line);
      line = "";
      for (const letter of word) {
        if (line && pen.measureText(line + letter).width > room) { lines.push(line); line = ""; }
        line += letter;
      }
    }
    return line ? [...lines, line] : lines;
  }

  const textOf = (card, part) => (card.querySelector(part)?.textContent || "").trim().replace(/\s+/g, " ");

  /** Who made the picture, on which day, from which address. */
  function foot(button) {
    const day = new Date().toLocaleDateString(button.dataset.locale, { dateStyle: "long" });
    return button.dataset.foot.replace("{date}", day).replace("{address}", window.location.href.split("#")[0]);
  }

  /** What stands above and below the figure. */
  function words(card, button) {
    return {
      above: [["title", textOf(card, "figcaption h3")], ["text", textOf(card, "[data-part='summary']")]],
      below: [["small", textOf(card, "[data-part='source']")], ["small", foot(button)]],
    };
  }

  /** Texts of several sizes broken into lines, with their height together. */
  function block(pen, family, texts, room) {
    const rows = texts.filter(([, text]) => text).flatMap(([size, text]) => {
      pen.font = `${size === "title" ? 600 : 400} ${SIZES[size]}px ${family}`;
      return lines(pen, text, room).map((line) => ({ font: pen.font, text: line, high: SIZES[size] * LINE }));
    });
    return { rows, high: rows.reduce((sum, row) => sum + row.high, 0) };
  }

  function write(pen, rows, from) {
    let top = from;
    for (const row of rows) {
      pen.font = row.font;
      pen.fillText(row.text, PAD, top + row.high * 0.78);
      top += row.high;
    }
  }

  /** The whole picture on a canvas. */
  async function canvas(card, box, button) {
    const image = await drawing(box);
    const look = getComputedStyle(card);
    const sheet = document.createElement("canvas");
    const pen = sheet.getContext("2d");
    const { above, below } = words(card, button);
    const head = block(pen, look.fontFamily, above, box.clientWidth), tail = block(pen, look.fontFamily, below, box.clientWidth);
    const top = PAD + head.high + GAP;
    const high = top + box.clientHeight + GAP + tail.high + PAD;
    sheet.width = SCALE * (box.clientWidth + 2 * PAD);
    sheet.height = SCALE * high;
    pen.scale(SCALE, SCALE);
    pen.fillStyle = look.backgroundColor;
    pen.fillRect(0, 0, sheet.width, sheet.height);
    pen.drawImage(image, PAD, top, box.clientWidth, box.clientHeight);
    pen.fillStyle = look.color;
    write(pen, head.rows, PAD);
    write(pen, tail.rows, top + box.clientHeight + GAP);
    return sheet;
  }

  /** Save the chart of a card as NAME.png. */
  async function savePicture(button) {
    const name = button.dataset.image;
    const card = button.closest("[data-chart]");
    const box = card.querySelector(".js-plotly-plot");
    if (!box) return;
    await document.fonts.ready;
    const sheet = await canvas(card, box, button);
    const blob = await new Promise((resolve) => { sheet.toBlob(resolve, "image/png"); });
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: `${name}.png` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  window.regioscope = Object.assign(window.regioscope || {}, { savePicture });
})();
