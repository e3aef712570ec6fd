/* The names at the ends of lines on a slide: each on one line, since a screen is wide, and apart from the next in the height that the slide leaves. */
(function () {
  "use strict";
  const { present } = window;
  if (!present) return;
  const ASIDE = 12;
  const MOVED = 8;
  const LINE = 1.3;
  const oneLine = (text) => text.replace(/<br\s*\/?>/g, " ");
  const pen = document.createElement("canvas").getContext("2d");

  /** Pixels across of some texts in one size of the typeface. */
  function across(texts, size) {
    pen.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
    return Math.max(...texts.map((text) => pen.measureText(text.replace(/<[^>]*>/g, "")).width));
  }

  /** How far each place in order from below moves so that none is nearer to the next than `apart` and none is higher than `top`. */
  function spread(places, apart, top) {
    const moved = [];
    places.forEach((place, at) => moved.push(at ? Math.max(place, moved[at - 1] + apart) : place));
    let ceiling = top;
    for (let at = moved.length - 1; at >= 0; at -= 1) {
      moved[at] = Math.min(moved[at], ceiling);
      ceiling = moved[at] - apart;
    }
    return moved.map((place, at) => place - places[at]);
  }

  /** Where a name stands that moved so far: behind the end of its line, or tied to it by a hair line. */
  function placed(end, shift, by) {
    const { ax, ay, xshift, yshift, arrowhead, arrowwidth, arrowcolor, standoff, ...rest } = end;
    if (Math.abs(shift) < MOVED * by) return { ...rest, xshift: ASIDE * by, yshift: shift, showarrow: false };
    return { ...rest, showarrow: true, ax: ASIDE * by, ay: -shift, arrowhead: 0, arrowwidth: 1, arrowcolor: arrowcolor || end.font.color, standoff: 4, borderpad: 0 };
  }

  /** A layout, `by` times as large as its figure and so high, with its names at ends of lines in their places. */
  function lineEnds(layout, by) {
    const ends = (layout.annotations || []).filter(({ name }) => name === "end").sort((a, b) => a.y - b.y);
    if (!ends.length) return layout;
    const [low, high] = layout.yaxis.range;
    const size = ends[0].font.size;
    const texts = ends.map(({ text }) => oneLine(text));
    const tall = layout.height - layout.margin.t - layout.margin.b;
    const places = ends.map(({ y }) => ((y - low) / (high - low)) * tall);
    const shifts = spread(places, LINE * size, tall + Math.max(0, layout.margin.t - (LINE * size) / 2));
    const named = ends.map((end, at) => placed({ ...end, text: texts[at] }, shifts[at], by));
    const margin = { ...layout.margin, r: ASIDE * by + across(texts, size) + size };
    return { ...layout, margin, annotations: [...layout.annotations.filter(({ name }) => name !== "end"), ...named] };
  }

  present.lineEnds = lineEnds;
})();
