"""Places: regions filled by class, and points on an outline. Boundaries come by address, never inside the
figure."""

from typing import Any

import pandas as pd

from components.figures.frame import Look, leads_to

EUROPE = {
    "lonaxis": {"range": [-12, 34]},
    "lataxis": {"range": [34.5, 70.5]},
    "projection": {"type": "azimuthal equal area", "rotation": {"lon": 10, "lat": 52}},
}


def ground(look: Look, frame: dict[str, Any], height: int) -> dict[str, Any]:
    """The layout of a map: nothing but our own shapes."""
    geo = {**frame, "visible": False, "bgcolor": "rgba(0,0,0,0)"}
    return look.layout(height=height, geo=geo, margin={"l": 0, "r": 0, "t": 0, "b": 0})


def outline(address: str, codes: list[str], look: Look) -> dict[str, Any]:
    """Grey shapes with no value: the land behind the data."""
    return {
        "type": "choropleth",
        "geojson": address,
        "featureidkey": "properties.code",
        "locations": codes,
        "z": [0] * len(codes),
        "colorscale": [[0, look.colours.missing], [1, look.colours.missing]],
        "showscale": False,
        "hoverinfo": "skip",
        "marker": {"line": {"color": look.colours.ground, "width": 1}},
    }


def regions(rows: pd.DataFrame, look: Look, *, address: str, highlight: str = "") -> dict[str, Any]:
    """Regions filled by class 0..4. `rows` has `key`, `label`, `value`, `step`."""
    steps = look.colours.steps
    width = 1 / len(steps)
    scale = [
        pair for i, colour in enumerate(steps) for pair in ([i * width, colour], [(i + 1) * width, colour])
    ]
    trace = {
        "type": "choropleth",
        "geojson": address,
        "featureidkey": "properties.code",
        "locations": rows["key"].tolist(),
        "z": rows["step"].tolist(),
        "zmin": -0.5,
        "zmax": len(steps) - 0.5,
        "colorscale": scale,
        "showscale": False,
        "marker": {
            "line": {
                "color": [
                    look.colours.ink if key == highlight else look.colours.ground for key in rows["key"]
                ],
                "width": [2.5 if key == highlight else 0.5 for key in rows["key"]],
            }
        },
        "customdata": [leads_to("region", key) for key in rows["key"]],
        "hovertext": [
            f"{label}: {look.value(value)}" for label, value in zip(rows["label"], rows["value"], strict=True)
        ],
        "hoverinfo": "text",
    }
    return {"data": [trace], "layout": ground(look, EUROPE, 560)}


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
    legend = {
        "orientation": "h",
        "x": 0,
        "xanchor": "left",
        "y": 1,
        "yanchor": "bottom",
        "font": {"size": 13, "color": look.colours.ink},
        "itemclick": False,
        "itemdoubleclick": False,
    }
    base = ground(look, WORLD, 440)
    return {
        "data": [outline(address, codes, look), *traces],
        "layout": {**base, "showlegend": True, "legend": legend, "margin": {"l": 0, "r": 0, "t": 34, "b": 0}},
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


def places(rows: pd.DataFrame, look: Look, *, leads: str) -> dict[str, Any]:
    """Points with names. `rows` has `key`, `label`, `lon`, `lat`."""
    return {
        "type": "scattergeo",
        "mode": "markers+text",
        "lon": rows["lon"].tolist(),
        "lat": rows["lat"].tolist(),
        "text": rows["label"].tolist(),
        "marker": {"size": 10, "color": look.colours.accent},
        "customdata": [leads_to(leads, key) for key in rows["key"]],
        "hoverinfo": "text",
    }
