"""Rows to take away: one plain address per chart and format, so that a link to the data is a link."""

from dash import Dash
from flask import Response, abort, request

from components import page, tables
from components.selection import from_url
from components.tabs import CHARTS
from data import Data


def register(app: Dash, data: Data) -> None:
    """Add `/data/<tab>.<chart>.csv`; the query is the Selection's."""

    @app.server.get("/data/<name>.csv")
    def csv(name: str) -> Response:
        """Exactly the rows that the chart draws for this Selection."""
        if name not in CHARTS:
            abort(404)
        chosen = from_url(name.partition(".")[0], request.query_string.decode("utf-8", "replace"), data)
        body = tables.csv(page.picture_of(name, data, chosen))
        named = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
        return Response(body, mimetype="text/csv", headers=named)
