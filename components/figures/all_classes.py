"""The legend of a map whose classes are the same for all years: a title, and the classes that no region is in too."""

from typing import Any

from components.figures.classes import NONE, colours
from components.figures.frame import Look

HEADING = 20


def with_all_classes(figure: dict[str, Any], look: Look, names: dict[int, str], title: str) -> dict[str, Any]:
    """A map or tiles of `figures.classes` with every class of `names` in the legend, under a title."""
    shown = {trace.get("name") for trace in figure["data"]}
    empty = {"type": "scattergeo", "lon": [None], "lat": [None]}
    if "geo" not in figure["layout"]:
        empty = {"type": "scatter", "x": [None], "y": [None]}
    absent = [
        {
            **empty,
            "mode": "markers",
            "name": name,
            "showlegend": True,
            "hoverinfo": "skip",
            "marker": {"symbol": "square", "size": 12, "color": colours(look)[step]},
        }
        for step, name in names.items()
        if name not in shown and step != NONE
    ]
    layout = figure["layout"]
    margin = {**layout["margin"], "b": layout["margin"]["b"] + HEADING}
    heading = {"text": title, "side": "top left", "font": {"size": 13}}
    legend = {**layout["legend"], "title": heading}
    return {"data": [*figure["data"], *absent], "layout": {**layout, "margin": margin, "legend": legend}}
