"""What the classes of a map mean: in the legend of one whose classes are the same for all years, with the classes that
no region is in too, or above the map."""

from typing import Any

from components.figures.classes import NONE, colours, legend_rank
from components.figures.frame import Look
from components.figures.maps import corner_text
from components.figures.margins import EDGE, NARROW, SMALL
from components.figures.widths import fold_text

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
            "legendrank": legend_rank(step),
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


def titled_classes(figure: dict[str, Any], title: str, look: Look) -> dict[str, Any]:
    """A map of `figures.classes` under what its classes mean, on as few lines as a phone has room for."""
    text = fold_text(title, NARROW - 2 * EDGE, SMALL)
    layout = figure["layout"]
    heading = corner_text(text, look.colours.ink, above=True)
    margin = {**layout["margin"], "t": layout["margin"]["t"] + HEADING * (text.count("<br>") + 1)}
    notes = [*layout.get("annotations", []), heading]
    return {**figure, "layout": {**layout, "margin": margin, "annotations": notes}}
