"""A chart on the page: `dcc.Graph`'s property names, drawn by assets/graph.js."""

from typing import Any

from dash.development.base_component import Component

from components.render.dash_internals import live_component


@live_component("id", "figure")
class Graph(Component):
    """A chart; nothing where `figure` is None.

    `id` is `{"type": "graph", "name": "economy.trend"}` and `figure` a Plotly figure, as for `dcc.Graph`, for which it
    can be exchanged (tests/components/test_graph.py does). It is our own because the server paints its box, its chart
    is drawn before Dash has booted, and Dash's own would bring 84 kB more and 100 ms at each change."""

    id: dict[str, str]
    figure: dict[str, Any] | None


def graph_id(name: str) -> dict[str, str]:
    """The id of a chart's graph."""
    return {"type": "graph", "name": name}


def plot_attributes(name: str, figure: dict[str, Any]) -> dict[str, Any]:
    """Class, height and name of the box that a figure is drawn in; assets/graph.js gives it the same. One whose rows
    have no fixed height may grow as high as its neighbours; a map is no higher than it is wide."""
    layout = figure["layout"]
    is_map, has_rows = "geo" in layout, layout.get("yaxis", {}).get("type") == "category"
    grows = "xaxis" in layout and not is_map and not has_rows
    return {
        "className": "plot map" if is_map else "plot grows" if grows else "plot",
        "style": {"--height": f"{layout['height']}px"},
        "data-figure": name,
    }
