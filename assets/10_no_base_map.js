/* Plotly asks a distant host for a base map even when none is drawn: it finds an empty one here and asks nobody. */
(function () {
  const nothing = { type: "GeometryCollection", geometries: [] };
  const layers = ["coastlines", "countries", "lakes", "land", "ocean", "rivers", "subunits"];
  const empty = { type: "Topology", arcs: [], objects: Object.fromEntries(layers.map((layer) => [layer, nothing])) };
  const maps = ["world_110m", "world_50m", "europe_110m", "europe_50m"].map((name) => [name, empty]);
  window.PlotlyGeoAssets = { topojson: Object.fromEntries(maps) };
})();
