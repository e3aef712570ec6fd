// Stands in for the components of plotly.js that no figure here has: menus, sliders, images, grids of axes.
module.exports = { moduleType: "component", name: "unused" };
