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
    const ranked = links.filter((link) => link !== from).map((link) => [far(link), link]).sort((one, other) => one[0] - other[0]);
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
