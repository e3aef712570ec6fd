"""Places: regions filled by class, and points on an outline. Boundaries come by address, never inside the
figure."""

from typing import Any

import pandas as pd

from components.figures.frame import Look, legend
from components.figures.margins import SMALL

EUROPE = {
    "lonaxis": {"range": [-12, 34]},
    "lataxis": {"range": [34.5, 70.5]},
    "projection": {"type": "azimuthal equal area", "rotation": {"lon": 10, "lat": 52}},
}


def ground(look: Look, frame: dict[str, Any], height: int) -> dict[str, Any]:
    """The layout of a map: nothing but our own shapes."""
    geo = {**frame, "visible": False, "bgcolor": "rgba(0,0,0,0)"}
    return look.layout(height=height, geo=geo, margin={"l": 0, "r": 0, "t": 0, "b": 0})


def shapes(address: str, codes: list[str], colour: str) -> dict[str, Any]:
    """Shapes of one colour, by the code of each feature in the file at `address`."""
    return {
        "type": "choropleth",
        "geojson": address,
        "featureidkey": "properties.code",
        "locations": codes,
        "z": [0] * len(codes),
        "colorscale": [[0, colour], [1, colour]],
        "showscale": False,
        "hoverinfo": "skip",
    }


def outline(address: str, codes: list[str], look: Look) -> dict[str, Any]:
    """Grey shapes with no value: the land behind the data."""
    line = {"color": look.colours.ground, "width": 1}
    return {**shapes(address, codes, look.colours.missing), "marker": {"line": line}}


def corner_text(text: str, colour: str, *, above: bool = False) -> dict[str, Any]:
    """A text in the upper left corner of a map, where the sea is empty, or above the map."""
    return {
        "text": text,
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom" if above else "top",
        "align": "left",
        "showarrow": False,
        "font": {"size": SMALL, "color": colour},
    }


WORLD = {
    "projection": {"type": "natural earth", "rotation": {"lon": 10}},
    "lonaxis": {"range": [-125, 160]},
    "lataxis": {"range": [-45, 72]},
}
KINDS = {"partner": "circle", "market": "diamond", "both": "square"}


def countries(
    rows: pd.DataFrame, look: Look, *, address: str, codes: list[str], names: dict[str, str]
) -> dict[str, Any]:
    """Countries as marks on the world: their kind by shape, solid where `solid`, else outlined. `rows` has
    `key`, `label`, `lon`, `lat`, `kind`, `solid`, `words`."""
    traces = [
        marks_of(rows[rows["kind"] == kind], kind, names[kind], look)
        for kind in KINDS
        if (rows["kind"] == kind).any()
    ]
    base = ground(look, WORLD, 440)
    return {
        "data": [outline(address, codes, look), *traces],
        "layout": {
            **base,
            "showlegend": True,
            "legend": legend(look),
            "margin": {"l": 0, "r": 0, "t": 34, "b": 0},
        },
    }


def marks_of(rows: pd.DataFrame, kind: str, name: str, look: Look) -> dict[str, Any]:
    """The marks of one kind."""
    colour = look.colours.country if kind == "market" else look.colours.accent
    return {
        "type": "scattergeo",
        "mode": "markers",
        "name": name,
        "lon": rows["lon"].tolist(),
        "lat": rows["lat"].tolist(),
        "marker": {
            "symbol": KINDS[kind],
            "size": 13,
            "color": [colour if solid else look.colours.ground for solid in rows["solid"]],
            "opacity": 1,
            "line": {"color": colour, "width": 2},
        },
        "hovertext": [f"{label}: {words}" for label, words in zip(rows["label"], rows["words"], strict=True)],
        "hoverinfo": "text",
    }
