"""The app as gunicorn serves it, without a network."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from components.layout import app_layout, content
from components.render.graph import graph_id
from components.state.selection import Selection, to_url
from data import Data

Body = dict[str, Any]


@pytest.fixture(scope="session")
def client() -> FlaskClient:
    """A client of the whole app."""
    from app import server

    return server.test_client()


def slots(kind: str, names: list[str], prop: str) -> list[dict[str, Any]]:
    """The slots of a wildcard, as the renderer writes them."""
    return [{"id": {kind: name}, "property": prop} for name in names]


@pytest.fixture(scope="session")
def bodies(client: FlaskClient, data: Data) -> list[Body]:
    """A true request to each callback that the server answers."""
    chosen = Selection()
    now = content.page_content(data, chosen)
    drawn = app_layout.screen_state(data, chosen, now)
    (show,) = (item["output"] for item in callbacks(client) if item["clientside_function"] is None)
    drawn_slot = {"id": "drawn", "property": "data", "value": drawn}
    address = {
        "id": "address",
        "property": "data",
        "value": {"url": to_url(chosen.but(region="ITH5")), "by": "control", "open": ["economy.trend"]},
    }
    return [
        {
            "output": show,
            "outputs": [
                {"id": "page", "property": "children"},
                [{"id": graph_id(name), "property": "figure"} for name in now.charts],
                slots("part", list(now.boxes), "children"),
                slots("control", ["region"], "value"),
                {"id": "words", "property": "data"},
                {"id": "drawn", "property": "data"},
            ],
            "inputs": [address],
            "changedPropIds": ["address.data"],
            "state": [drawn_slot],
        },
    ]


def callbacks(client: FlaskClient) -> list[dict[str, Any]]:
    """The callbacks the app declares to the browser."""
    return list(json.loads(client.get("/_dash-dependencies").data))
