"""Regions in classes: filled on a map, and as equal tiles where small ones can be seen. Boundaries come by
address."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from components.figures.box_names import NamedBox, box_list, box_numbers
from components.figures.frame import Look, leads_to, legend
from components.figures.maps import EUROPE, ground, shapes
from components.theme import readable_on

NONE = -1
FIRST_RANK = 1
CLEAR = "rgba(0,0,0,0)"
ROOM = 0.9
MAP, TILES, LEGEND = 460, 480, 40
COUNTRY = 12
Frame = tuple[float, float, float, float]
Segment = tuple[tuple[float, float], tuple[float, float]]


@dataclass(frozen=True)
class Land:
    """Where the outlines come from: the regions, those overseas that are drawn in boxes, and the boxes. Without
    an address those overseas are not drawn. The regions in `plain` are empty outlines that show where the others lie. A
    click on any other outline chooses it for the field `leads`, none where that is blank. Each of the `boxes` has a
    number in its corner, and the names stand beside the map by their numbers."""

    address: str
    oversea: str = ""
    frames: str = ""
    leads: str = "mark"
    plain: tuple[str, ...] = field(default=(), kw_only=True)
    boxes: tuple[NamedBox, ...] = field(default=(), kw_only=True)


def colours(look: Look) -> dict[int, str]:
    """The colour of each class, `NONE` among them."""
    return {NONE: look.colours.missing, **dict(enumerate(look.colours.steps))}


def class_map(
    rows: pd.DataFrame,
    look: Look,
    *,
    land: Land,
    names: dict[int, str],
    home: str = "",
    compared: tuple[str, ...] = (),
    frame: Frame | None = None,
) -> dict[str, Any]:
    """A map of regions filled by class. `rows` has `key`, `step` (0.. or NONE), `words`, `oversea` and `order`
    (its place among the marks);
    `names` says each class in the legend; `frame` is west, east, south, north."""
    seen = rows[~rows["oversea"]] if not land.oversea else rows
    traces = [
        {
            **class_trace(part, look, land, names[step], colours(look)[step], is_first=at == 0),
            "legendrank": legend_rank(step),
        }
        for step, of_class in seen.groupby("step", sort=True)
        for at, (_, part) in enumerate(of_class.groupby("oversea", sort=True))
    ]
    behind = [empty_outlines(list(land.plain), look, land.address)] if land.plain else []
    boxes = (
        [box(rows.loc[rows["oversea"], "key"].tolist(), look, land.frames)]
        if land.frames and rows["oversea"].any()
        else []
    )
    chosen = seen[seen["key"].isin([home, *compared])]
    geo = geo_layout(frame) if frame else EUROPE
    base = ground(look, geo, MAP)
    margin = {"l": 0, "r": 0, "t": 0, "b": LEGEND}
    numbers, listed = (
        ([box_numbers(land.boxes, look)], [box_list(land.boxes, look)]) if land.boxes else ([], [])
    )
    layout = {"showlegend": True, "legend": legend(look, below=True), "margin": margin}
    return {
        "data": [*behind, *boxes, *traces, *numbers, *rings(chosen, look, land, home)],
        "layout": {**base, **layout, **({"annotations": listed} if listed else {})},
    }


def legend_rank(step: int) -> int:
    """Plotly's rank of a class in the legend: regions without a value first, then from low to high."""
    return FIRST_RANK + step - NONE


def rings(chosen: pd.DataFrame, look: Look, land: Land, home: str) -> list[dict[str, Any]]:
    """Outlines of the chosen region and of those compared, a light one under each dark one so that they stand out on
    every class."""
    addresses = {False: land.address, True: land.oversea}
    others, own = chosen[chosen["key"] != home], chosen[chosen["key"] == home]
    return [
        ring(part, addresses[bool(apart)], dict.fromkeys(part["key"], edge))
        for rows, edges in (
            (others, ((look.colours.ground, 2.0), (look.colours.ink, 0.9))),
            (own, ((look.colours.ground, 6.5), (look.colours.accent, 3.6))),
        )
        for edge in edges
        for apart, part in rows.groupby("oversea", sort=True)
    ]


def empty_outlines(codes: list[str], look: Look, address: str) -> dict[str, Any]:
    """Regions without a class of their own: a hair line around nothing."""
    return {
        **shapes(address, codes, CLEAR),
        "marker": {"line": {"color": look.colours.missing, "width": 0.8}},
    }


def box(codes: list[str], look: Look, address: str) -> dict[str, Any]:
    """The boxes in which regions overseas are drawn."""
    return {**shapes(address, codes, CLEAR), "marker": {"line": {"color": look.colours.soft, "width": 1}}}


def class_trace(
    rows: pd.DataFrame, look: Look, land: Land, name: str, colour: str, *, is_first: bool
) -> dict[str, Any]:
    """The regions of one class, those overseas in a trace of their own; the first of a class stands in the legend."""
    leads = {"customdata": [leads_to(land.leads, key) for key in rows["key"]]} if land.leads else {}
    return {
        **shapes(land.oversea if rows["oversea"].all() else land.address, rows["key"].tolist(), colour),
        "showlegend": is_first,
        "name": name,
        "marker": {"line": {"color": look.colours.ground, "width": 0.5}},
        "ids": [str(item) for item in rows["order"]],
        **leads,
        "hovertext": rows["words"].tolist(),
        "hoverinfo": "text",
    }


def ring(rows: pd.DataFrame, address: str, edges: dict[str, tuple[str, float]]) -> dict[str, Any]:
    """Outlines around regions, each in its colour and width; drawn twice, the wider one in the colour of the
    ground, so that they stand out on every class."""
    lines = [edges[key] for key in rows["key"]]
    line = {"color": [colour for colour, _ in lines], "width": [width for _, width in lines]}
    return {**shapes(address, rows["key"].tolist(), CLEAR), "marker": {"line": line}}


def geo_layout(frame: Frame) -> dict[str, Any]:
    """An equal-area map of a part of Europe."""
    west, east, south, north = frame
    middle = {"lon": (west + east) / 2, "lat": (south + north) / 2}
    return {
        "lonaxis": {"range": [west, east]},
        "lataxis": {"range": [south, north]},
        "projection": {"type": "azimuthal equal area", "rotation": middle},
    }


def tiles(
    rows: pd.DataFrame,
    look: Look,
    *,
    names: dict[int, str],
    home: str = "",
    compared: tuple[str, ...] = (),
    borders: Iterable[Segment] = (),
) -> dict[str, Any]:
    """One equal tile per region at its place in a grid whose columns run east and whose rows run north. `rows` has
    `key`, `col`, `row`, `step`, `words`, `order` and `text`, which stands on the tile; `borders` are lines between
    tiles, each from one point of the grid to another. The tile of `home` has an outline over all others."""
    traces = [
        {
            **tile_trace(part, look, names[step], colours(look)[step], home, compared),
            "legendrank": legend_rank(step),
        }
        for step, part in rows.groupby("step", sort=True)
    ]
    box = look.layout(
        height=TILES, barmode="overlay", bargap=0, showlegend=True, legend=legend(look, below=True)
    )
    plain = {"visible": False, "fixedrange": True}
    reach = [rows["col"].min() - 0.6, rows["col"].max() + 0.6]
    north = [rows["row"].min() - 0.6, rows["row"].max() + 0.6]
    layout = {
        **box,
        "xaxis": {**plain, "range": reach},
        "yaxis": {**plain, "range": north},
        "margin": {"l": 0, "r": 0, "t": 0, "b": LEGEND},
        "shapes": [*border_shapes(borders, look), *home_outline(rows[rows["key"] == home], look)],
    }
    return {"data": traces, "layout": layout}


def border_shapes(borders: Iterable[Segment], look: Look) -> list[dict[str, Any]]:
    """Lines between tiles, as one path."""
    path = "".join(f"M{x0},{y0}L{x1},{y1}" for (x0, y0), (x1, y1) in borders)
    return [{"type": "path", "path": path, "line": {"color": look.colours.ink, "width": 1.5}}] if path else []


def home_outline(rows: pd.DataFrame, look: Look) -> list[dict[str, Any]]:
    """The outline of the chosen region's tile, on a wider one in the colour of the ground."""
    half = ROOM / 2
    return [
        {
            "type": "rect",
            "x0": col - half,
            "x1": col + half,
            "y0": row - half,
            "y1": row + half,
            "line": {"color": colour, "width": width},
        }
        for col, row in rows[["col", "row"]].itertuples(index=False)
        for colour, width in ((look.colours.ground, 7), (look.colours.accent, 4))
    ]


def tile_trace(
    rows: pd.DataFrame, look: Look, name: str, colour: str, home: str, compared: tuple[str, ...]
) -> dict[str, Any]:
    """The tiles of one class."""
    edge = {**dict.fromkeys(compared, (look.colours.ink, 1.8)), home: (look.colours.accent, 4.0)}
    lines = [edge.get(key, (look.colours.ground, 0.5)) for key in rows["key"]]
    return {
        "type": "bar",
        "name": name,
        "x": rows["col"].tolist(),
        "y": [ROOM] * len(rows),
        "base": (rows["row"] - ROOM / 2).tolist(),
        "width": [ROOM] * len(rows),
        "text": rows["text"].tolist(),
        "constraintext": "none",
        "cliponaxis": False,
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "insidetextfont": {"size": COUNTRY, "color": readable_on(colour)},
        "marker": {
            "color": colour,
            "line": {"color": [line[0] for line in lines], "width": [line[1] for line in lines]},
        },
        "ids": [str(item) for item in rows["order"]],
        "customdata": [leads_to("mark", key) for key in rows["key"]],
        "hovertext": rows["words"].tolist(),
        "hoverinfo": "text",
    }
