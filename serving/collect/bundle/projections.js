// d3-geo-projection has a hundred projections; our maps use one of them, and those of d3-geo.
exports.geoNaturalEarth = require("d3-geo").geoNaturalEarth1;
