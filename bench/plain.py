"""The yardstick: the charts of the economic profile's first part on a Dash page as one would first write it."""

import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc, html

from components.layout.chart_results import charts_of
from components.state.selection import Selection
from components.views import CHARTS, TABS
from data import load

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


app = Dash(__name__, title="plain")
app.layout = html.Div([dcc.Dropdown(REGIONS, "ITC4", id="region"), html.Div(id="charts")])
server = app.server


@app.callback(Output("charts", "children"), Input("region", "value"))
def show(region: str) -> list[html.Div]:
    """Everything again for another region."""
    return all_graphs(region)


# Dash knows its own scripts only in a worker that has served the page: without this every second script is a 500.
server.test_client().get("/")
