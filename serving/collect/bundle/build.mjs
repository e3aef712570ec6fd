// Bundles plotly.js: `node build.mjs FILE`. What no figure here needs is exchanged for something smaller.
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const EXCHANGED = [
  [/^(country-iso-search|maplibre-gl)$/, "unused/index.js"],
  [/^\.\/components\/(annotations3d|grid|images|rangeselector|rangeslider|sliders|updatemenus)$/, "unused/component.js"],
  [/^d3-geo-projection$/, "projections.js"],
  [/^culori$/, "colours.js"],
];

const exchange = {
  name: "exchange",
  setup({ onResolve }) {
    for (const [filter, file] of EXCHANGED) onResolve({ filter }, () => ({ path: here(file) }));
  },
};

await build({
  entryPoints: [here("entry.js")],
  outfile: process.argv[2],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  define: { global: "window" },
  legalComments: "none",
  loader: { ".css": "empty" },
  logLevel: "error",
  plugins: [exchange],
});
