"""Marks named in a column beside a map, each tied by a hair line to its place."""

from typing import Any

import pandas as pd

from components.figures.frame import Look, leads_to
from components.figures.labels import label_rows
from components.figures.maps import ground, outline
from components.figures.margins import NARROW as PHONE
from components.figures.margins import SMALL
from components.figures.widths import width

SHAPES = ("circle", "square", "diamond")
MARK = {"circle": 18, "square": 17, "diamond": 20}
"""Pixels as plotly counts them: its diamond is 1.3 times as wide and high as it says."""
HEIGHT, LEGEND, ROOM = 540, 44, 32
Frame = tuple[float, float, float, float]


def callouts(
    rows: pd.DataFrame, land: pd.DataFrame, look: Look, *, address: str, frame: Frame, highlight: str = ""
) -> dict[str, Any]:
    """A numbered and named mark per row, in the same slot of the column whatever else is shown.

    `rows` has `key`, `no`, `short`, `kind`, `shape`, `words` (what a screen reader and the hover say), `lon`,
    `lat` (the place) and `at_lon`, `at_lat` (the slot). `land` has `code`, `label`, `lon`, `lat`, `count` of
    each shape, and `at_lon`, `at_lat`, the place beside which it is named if it holds any. `frame` is west,
    east, south, north.
    """
    chosen, rest = rows[rows["key"] == highlight], rows[rows["key"] != highlight]
    numbers = [
        numbered_marks(rest[rest["shape"] == shape], look) for shape in SHAPES if shape in set(rest["shape"])
    ]
    numbers += [chosen_mark(chosen, look)] if len(chosen) else []
    _, east, south, north = frame
    west = west_of(rows, frame)
    geo = {
        "projection": {"type": "mercator"},
        "lonaxis": {"range": [west, east]},
        "lataxis": {"range": [south, north]},
    }
    box = ground(look, geo, HEIGHT)
    margin = {"l": 0, "r": 0, "t": 0, "b": LEGEND}
    layout = {**box, "margin": margin, "showlegend": True, "legend": legend(look)}
    traces = [
        land_trace(address, land, look),
        *leaders(rows, look, highlight),
        spots(rows, look),
        *names(land, look, PHONE / (east - west)),
    ]
    return {"data": [*traces, titles(rows, look, highlight), *numbers], "layout": layout}


def west_of(rows: pd.DataFrame, frame: Frame) -> float:
    """The western end of the map at which every name before its mark is whole on a phone."""
    west, east = frame[:2]
    room = width(max(rows["short"], key=width), SMALL) + ROOM
    column, share = rows["at_lon"].min(), room / PHONE
    return float(min(west, (column - share * east) / (1 - share)))


def legend(look: Look) -> dict[str, Any]:
    """Kinds by their shape, under the map."""
    return {
        "orientation": "h",
        "x": 0,
        "y": 0,
        "yanchor": "top",
        "font": {"size": 13, "color": look.colours.ink},
        "itemclick": False,
        "itemdoubleclick": False,
    }


def land_trace(address: str, land: pd.DataFrame, look: Look) -> dict[str, Any]:
    """The land; shapes that hold a mark are a shade apart."""
    bare, marked = look.colours.missing, look.colours.steps[0]
    shape = outline(address, land["code"].tolist(), look)
    z = (land["count"] > 0).astype(int).tolist()
    return {**shape, "z": z, "zmin": 0, "zmax": 1, "colorscale": [[0, bare], [1, marked]]}


def leaders(rows: pd.DataFrame, look: Look, highlight: str) -> list[dict[str, Any]]:
    """Hair lines from each mark to its place; the chosen one's is drawn last, and stronger."""
    chosen = rows["key"] == highlight
    kinds = ((rows[~chosen], look.colours.rest, 1), (rows[chosen], look.colours.accent, 2.5))
    return [leader(part, colour, width) for part, colour, width in kinds if len(part)]


def leader(rows: pd.DataFrame, colour: str, width: float) -> dict[str, Any]:
    """Lines of one colour, as one trace."""
    gap = [None] * len(rows)
    lon = zip(rows["at_lon"], rows["lon"], gap, strict=True)
    lat = zip(rows["at_lat"], rows["lat"], gap, strict=True)
    return {
        "type": "scattergeo",
        "mode": "lines",
        "lon": [part for pair in lon for part in pair],
        "lat": [part for pair in lat for part in pair],
        "line": {"color": colour, "width": width},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def spots(rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    """The places themselves, once each."""
    once = rows.drop_duplicates(["lon", "lat"])
    return {
        "type": "scattergeo",
        "mode": "markers",
        "lon": once["lon"].tolist(),
        "lat": once["lat"].tolist(),
        "marker": {"size": 8, "color": look.colours.ink, "opacity": 1},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def names(land: pd.DataFrame, look: Look, degree: float) -> list[dict[str, Any]]:
    """The names of the shapes that have room where a degree of longitude is `degree` pixels wide; those that hold marks
    have them in strong type, with their number."""
    shown = label_rows(land, degree)
    marked, bare = shown[shown["count"] > 0], shown[shown["count"] == 0]
    strong, quiet = [look.colours.ink] * len(marked), [look.colours.soft] * len(bare)
    return [
        words(bare["x_"], bare["y_"], bare["text"].tolist(), quiet, bare["side"].tolist(), 0, look),
        words(
            marked["x_"],
            marked["y_"],
            [f"<b>{text}</b>" for text in marked["text"]],
            strong,
            marked["side"].tolist(),
            8,
            look,
        ),
    ]


def titles(rows: pd.DataFrame, look: Look, highlight: str) -> dict[str, Any]:
    """The short name of each mark, before it."""
    bold = [f"<b>{row.short}</b>" if row.key == highlight else row.short for row in rows.itertuples()]
    colours = [look.colours.accent if key == highlight else look.colours.ink for key in rows["key"]]
    return words(rows["at_lon"], rows["at_lat"], bold, colours, "middle left", ROOM, look)


def words(
    lon: pd.Series,
    lat: pd.Series,
    text: list[str],
    colours: list[str],
    position: str | list[str],
    room: int,
    look: Look,
) -> dict[str, Any]:
    """Text on the map, clear of a mark of `room` pixels that another trace draws there."""
    return {
        "type": "scattergeo",
        "mode": "markers+text",
        "lon": lon.tolist(),
        "lat": lat.tolist(),
        "text": text,
        "textposition": position,
        "textfont": {"size": 13, "color": colours, "shadow": halo(look)},
        "marker": {"size": room, "opacity": 0},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def halo(look: Look) -> str:
    """A rim in the colour of the ground, so that text is read on lines and borders too."""
    rim = look.colours.ground
    return ", ".join(f"{x}px {y}px 1px {rim}" for x in (-1, 1) for y in (-1, 1))


def numbered_marks(rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    """The marks of one kind: a number in a shape."""
    shape = rows["shape"].iloc[0]
    return {
        "type": "scattergeo",
        "mode": "markers+text",
        "name": rows["kind"].iloc[0],
        "lon": rows["at_lon"].tolist(),
        "lat": rows["at_lat"].tolist(),
        "text": rows["no"].astype(str).tolist(),
        "textfont": {"size": 13, "color": look.colours.ink},
        "marker": {
            "symbol": shape,
            "size": MARK[shape],
            "opacity": 1,
            "color": look.colours.ground,
            "line": {"color": look.colours.accent, "width": 2},
        },
        "customdata": [leads_to("organisation", key) for key in rows["key"]],
        "hovertext": rows["words"].tolist(),
        "hoverinfo": "text",
    }


def chosen_mark(rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    """The chosen mark."""
    trace = numbered_marks(rows, look)
    marker = {**trace["marker"], "color": look.colours.accent}
    font = {**trace["textfont"], "color": look.colours.ground}
    return {**trace, "marker": marker, "textfont": font, "showlegend": False}
