"""The yardstick: the charts of the economic profile's first part on a Dash page as one would first write it. It has the
boundaries of its map, and the empty base map without which Plotly asks a distant host and draws no map at all."""

from pathlib import Path

import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc, html

from components.layout.chart_results import charts_of
from components.state.selection import Selection
from components.views import CHARTS, TABS
from data import load
from serving.static import serve_static

DATA = load()
FIRST = charts_of(TABS["economy"], Selection())
REGIONS = [
    {"label": name, "value": code} for code, name in DATA.regions.query("level == 'nuts2'")["name_en"].items()
]


def all_graphs(region: str) -> list[html.Div]:
    """Every graph of the view, through plotly's own figure class."""
    pictures = [CHARTS[name](DATA, Selection(region=region)) for name in FIRST]
    return [
        html.Div([html.P(p.summary), dcc.Graph(figure=go.Figure(p.figure))])
        for p in pictures
        if isinstance(p.figure, dict)
    ]


NO_BASE_MAP = (Path(__file__).parents[1] / "assets/10_no_base_map.js").read_text()
app = Dash(__name__, title="plain")
app.index_string = app.index_string.replace("{%css%}", f"<script>{NO_BASE_MAP}</script>{{%css%}}")
app.layout = html.Div([dcc.Dropdown(REGIONS, "ITC4", id="region"), html.Div(id="charts")])
server = app.server


@app.callback(Output("charts", "children"), Input("region", "value"))
def show(region: str) -> list[html.Div]:
    """Everything again for another region."""
    return all_graphs(region)


# Dash knows its own scripts only in a worker that has served the page: without this every second script is a 500.
server.test_client().get("/")
serve_static(server, {})
