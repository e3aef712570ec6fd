"""The layouts of the views, as Dash asks for them."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

from components.state.selection import ALL, OVERVIEW, TABS, Selection, to_url
from tests import sample


def ids(node: Any) -> Iterator[str]:
    """The id of every component in a layout, as text."""
    if isinstance(node, list):
        for child in node:
            yield from ids(child)
    if isinstance(node, dict) and "props" in node:
        if "id" in node["props"]:
            yield json.dumps(node["props"]["id"], sort_keys=True)
        for value in node["props"].values():
            yield from ids(value)


@pytest.mark.parametrize("part", [OVERVIEW, ALL])
@pytest.mark.parametrize(("tab", "region"), sample.in_turn(TABS, ["ITC4", "ES21", "PT1A"]))
def test_no_layout_has_an_id_twice(client: FlaskClient, tab: str, region: str, part: str) -> None:
    address = to_url(Selection(tab=tab, region=region, part=part))
    layout = client.get("/_dash-layout", headers={"Referer": f"http://localhost{address}"}).get_json()
    counts = Counter(ids(layout))
    assert len(counts) > 10
    assert [name for name, count in counts.items() if count > 1] == []
