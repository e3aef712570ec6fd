"""Two values of every region against each other, a bubble for each."""

from math import sqrt
from typing import Any

import pandas as pd

from components.figures.beeswarm import value_range
from components.figures.callout_names import TOP, Line, Point, place_names
from components.figures.frame import Look, leads_to
from components.figures.margins import (
    NARROW,
    SMALL,
    horizontal_axis,
    margin_below,
    margin_beside,
    vertical_axis,
)
from components.figures.reference_lines import horizontal_line, name_at_right, names_above, vertical_line

LARGEST, SMALLEST = 46.0, 5.0
PLOT, OVER, RIGHT = 440, 20, 24
WIDE = (560.0, 900.0, 1150.0)
Ends = tuple[float, float]


def bubbles(
    rows: pd.DataFrame,
    looks: tuple[Look, Look],
    *,
    titles: tuple[str, str],
    leads: str = "mark",
    ends: tuple[tuple[float, ...], tuple[float, ...]] = ((), ()),
    lines: tuple[dict[str, float], dict[str, float]] = ({}, {}),
) -> dict[str, Any]:
    """Two values of every region against each other. `rows` has `key`, `label`, `x`, `y`, `weight` (the area
    of the bubble), `party`, `solid` (else hollow) and `words`; `titles` stand at the
    axes, with `UNIT` where the unit of the axis is to stand; `ends` are what each axis reaches beside the values and
    `lines` what each is compared with, by name."""
    look = looks[0]
    largest = rows["weight"].max() or 1
    sized = rows.assign(across=[diameter(value, largest) for value in rows["weight"]])
    ranges = value_range(sized["x"], ends[0]), value_range(sized["y"], ends[1])
    box = look.layout(height=PLOT + OVER)
    up_axis = vertical_axis(box["yaxis"], looks[1], ranges[1], PLOT, titles[1])
    left = margin_beside(up_axis)
    sized = sized.assign(place=name_places(sized, ranges, left, lines))
    parties = [
        bubble_trace(sized[sized["party"] == code], code, look, leads)
        for code in ("rest", "compared", "home")
    ]
    across_axis = horizontal_axis(box["xaxis"], looks[0], ranges[0], left, RIGHT, titles[0])
    below = margin_below(across_axis["title"]["text"])
    shapes, names, above = lines_and_names(lines, ranges[0], (left, RIGHT), look)
    over = max(OVER, above + 3)
    layout = {
        **box,
        "height": PLOT + over + below,
        "margin": {"l": left, "r": RIGHT, "t": over, "b": below},
        "xaxis": {**across_axis, "tickformat": ",~f", "range": [*ranges[0]]},
        "yaxis": {**up_axis, "range": [*ranges[1]]},
        "shapes": shapes,
        "annotations": [*names, *led_names(sized, look)],
    }
    return {"data": [part for part in parties if part["x"]], "layout": layout}


def lines_and_names(
    lines: tuple[dict[str, float], dict[str, float]], reach: Ends, margins: Ends, look: Look
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], int]:
    """The lines to compare with, upright and across, their names, and the pixels that those need above the plot."""
    upright, across = lines
    names, above = names_above(upright, reach, margins, look)
    shapes = [
        *(vertical_line(value, look, behind_marks=True) for value in upright.values()),
        *(horizontal_line(value, look) for value in across.values()),
    ]
    return shapes, [*names, *(name_at_right(name, value, look) for name, value in across.items())], above


def diameter(weight: float, largest: float) -> float:
    """A bubble's diameter, its area in proportion to the weight; small ones stay visible."""
    return round(max(LARGEST * sqrt(weight / largest), SMALLEST), 1) if weight == weight else SMALLEST


def name_places(
    rows: pd.DataFrame,
    ranges: tuple[Ends, Ends],
    left: float,
    lines: tuple[dict[str, float], dict[str, float]],
) -> pd.Series:
    """Where the name of each bubble that has one stands (`callout_names.Place`), the chosen region's first; None for
    the others."""
    named = rows[(rows["party"] != "rest") & (rows["label"] != "")]
    named = named.sort_values("party", key=lambda party: party != "home", kind="stable")
    points = [
        Point(share_of(row.x, ranges[0]), share_of(row.y, ranges[1]), row.across / 2, row.label)
        for row in named.itertuples()
    ]
    widths = tuple(wide - left - RIGHT for wide in (NARROW, *WIDE))
    crossing = tuple(
        Line(share_of(value, reach), upright, name)
        for named_lines, reach, upright in zip(lines, ranges, (True, False), strict=True)
        for name, value in named_lines.items()
    )
    found = dict(zip(named.index, place_names(points, widths, PLOT, crossing), strict=True))
    return pd.Series([found.get(at) for at in rows.index], index=rows.index, dtype=object)


def share_of(value: float, ends: Ends) -> float:
    """How far between the ends of an axis a value is."""
    return (value - ends[0]) / (ends[1] - ends[0])


def led_names(rows: pd.DataFrame, look: Look) -> list[dict[str, Any]]:
    """The names that stand away from their bubbles, each tied to its own by a hair line."""
    return [
        {
            "x": row.x,
            "y": row.y,
            "ax": round(row.place.across, 1),
            "ay": -round(row.place.up, 1),
            "text": row.label,
            "font": name_font(row.party, look),
            "showarrow": True,
            "arrowhead": 0,
            "arrowwidth": 1,
            "arrowcolor": look.colours.soft,
            "standoff": round(row.across / 2, 1),
            "borderpad": 0,
        }
        for row in rows.itertuples()
        if row.place and not row.place.side
    ]


def name_font(party: str, look: Look) -> dict[str, Any]:
    """The letters of a bubble's name, with a halo over other bubbles and lines."""
    colour = look.colours.accent if party == "home" else look.colours.ink
    return {"size": SMALL, "color": colour, "shadow": look.halo}


def bubble_trace(rows: pd.DataFrame, party: str, look: Look, leads: str) -> dict[str, Any]:
    """The bubbles of one party; those chosen carry their name."""
    colour = {"rest": look.colours.rest, "compared": look.colours.country, "home": look.colours.accent}[party]
    named = party != "rest"
    return {
        "type": "scatter",
        "mode": "markers+text" if named else "markers",
        "x": rows["x"].tolist(),
        "y": rows["y"].tolist(),
        "text": [row.label if row.place and row.place.side else "" for row in rows.itertuples()]
        if named
        else None,
        "textposition": [row.place.side if row.place and row.place.side else TOP for row in rows.itertuples()]
        if named
        else None,
        "textfont": name_font(party, look),
        "marker": {
            "size": rows["across"].tolist(),
            "color": [colour if solid else "rgba(0,0,0,0)" for solid in rows["solid"]],
            "opacity": 0.5 if party == "rest" else 0.85,
            "line": {"color": [look.colours.ground if s else colour for s in rows["solid"]], "width": 1.2},
        },
        "customdata": [leads_to(leads, key) for key in rows["key"]],
        "hovertext": rows["words"].tolist(),
        "hoverinfo": "text",
        "cliponaxis": False,
    }
