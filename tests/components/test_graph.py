"""The chart component has the properties of Dash's own, so that either can stand in the place of the other."""

from typing import Any

import pytest
from dash import dcc
from dash.development.base_component import Component

from components.layout import card, content, page
from components.render.graph import Graph
from components.state.selection import TABS, Selection
from data import Data


def graphs(tree: object) -> dict[str, Any]:
    """The graphs of a page by the names of their charts."""
    found = {}
    nodes = [tree]
    while nodes:
        node = nodes.pop()
        if isinstance(node, (list, tuple)):
            nodes += node
        elif isinstance(node, (Graph, dcc.Graph)):
            found[node.id["name"]] = node
        elif isinstance(node, Component):
            nodes.append(getattr(node, "children", None))
    return found


@pytest.mark.parametrize("tab", TABS)
def test_dashs_own_graph_takes_its_place(data: Data, tab: str, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = Selection(tab=tab, part="all")
    ours = graphs(page.page(data, chosen))
    monkeypatch.setattr(card, "Graph", dcc.Graph)
    theirs = graphs(page.page(data, chosen))
    assert ours.keys() == theirs.keys() == set(content.page_content(data, chosen).charts)
    for name, graph in theirs.items():
        assert isinstance(graph, dcc.Graph)
        assert (graph.id, graph.figure) == (ours[name].id, ours[name].figure)
        assert graph.to_plotly_json()["props"].keys() == ours[name].to_plotly_json()["props"].keys()
