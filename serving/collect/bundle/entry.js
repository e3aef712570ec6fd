// plotly.js with the traces that our figures use (components/figures), and no other.
const Plotly = require("plotly.js/lib/core");

Plotly.register([
  require("plotly.js/lib/bar"),
  require("plotly.js/lib/choropleth"),
  require("plotly.js/lib/scattergeo"),
  require("plotly.js/lib/locales/it"),
]);

// Dash draws with window.Plotly when it is there before Dash is.
window.Plotly = Plotly;
