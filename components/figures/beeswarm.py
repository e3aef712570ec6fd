"""Every region as a dot: all in one strip by value."""

from typing import Any

import pandas as pd

from components.figures.frame import Look, leads_to
from components.figures.margins import horizontal_axis, margin_below

WIDTH, DOT = 900.0, 9.0
LANE, LETTER = 21.0, 7.6
OVER, UNDER, AXIS, NAME = 3.0, 22.0, 64, 17


def beeswarm(
    rows: pd.DataFrame, look: Look, *, home: str, lines: dict[str, float], ends: tuple[float, ...] = ()
) -> dict[str, Any]:
    """A strip of dots. `rows` has `key`, `label`, `value`, `party` ("home", "compared", "rest") and `words`;
    `lines` are reference values by name. Dots that would cover each other stand above each other; one without a
    label has no name under the strip. `ends` are what the axis reaches beside the values."""
    placed = rows.sort_values(["value", "key"], ignore_index=True)
    low, high = value_range(placed["value"], (*lines.values(), *ends))
    placed = placed.assign(height=stack_heights(placed["value"], low, high))
    named = placed[(placed["party"] != "rest") & (placed["label"] != "")]
    lanes = in_lanes(named, low, high)
    top, depth = (
        max(placed["height"].max(), 6.0) + OVER + NAME / DOT * max(len(lines) - 1, 0),
        -(UNDER + LANE * (lanes.max() + 1 if len(lanes) else 0)) / DOT,
    )
    box = look.layout(height=int((top - depth) * DOT) + AXIS)
    parties = [
        dot_trace(placed[placed["party"] == code], code, look) for code in ("rest", "compared", "home")
    ]
    xaxis = {
        **horizontal_axis(box["xaxis"], look, (low, high), 8, 16),
        "range": [low, high],
        "tickformat": ",~f",
    }
    layout = {
        **box,
        "margin": {**box["margin"], "b": margin_below(xaxis["title"]["text"])},
        "xaxis": xaxis,
        "yaxis": {"visible": False, "fixedrange": True, "range": [depth, top]},
        "shapes": [reference(value, look) for value in lines.values()],
        "annotations": [
            *reference_names(lines, top, (low, high), look),
            *named_under(named, lanes, look, home),
        ],
    }
    return {"data": [part for part in parties if part["x"]], "layout": layout}


def value_range(values: pd.Series, others: tuple[float, ...]) -> tuple[float, float]:
    """The ends of an axis for some values and others beside them, with some room."""
    ends = [*values, *others]
    low, high = min(ends), max(ends)
    room = 0.04 * ((high - low) or abs(high) or 1)
    return low - room, high + room


def stack_heights(values: pd.Series, low: float, high: float) -> list[float]:
    """How many dots each stands above the ground so that none covers one before it: the lowest place that is
    free, from left to right."""
    scale = WIDTH / (high - low)
    taken: list[tuple[float, float]] = []
    for value in values:
        x = value * scale / DOT
        near = [height for place, height in taken[-120:] if x - place < 1]
        level = 0.0
        while any(abs(level - height) < 1 for height in near):
            level += 1
        taken.append((x, level))
    return [height for _, height in taken]


def in_lanes(named: pd.DataFrame, low: float, high: float) -> pd.Series:
    """The lane under the strip in which each name finds room, from left to right."""
    scale = WIDTH / (high - low)
    ends: list[float] = []
    lanes: list[int] = []
    for row in named.itertuples():
        width = LETTER * len(row.label) + 12
        left = min(max((row.value - low) * scale - width / 2, 0), WIDTH - width)
        lane = next((at for at, end in enumerate(ends) if left >= end), len(ends))
        ends[lane : lane + 1] = [left + width]
        lanes.append(lane)
    return pd.Series(lanes, index=named.index, dtype=int)


def named_under(named: pd.DataFrame, lanes: pd.Series, look: Look, home: str) -> list[dict[str, Any]]:
    """The names under the strip, each tied to its dot by a hair line."""
    return [
        {
            "x": row.value,
            "y": row.height,
            "axref": "x",
            "ayref": "y",
            "ax": row.value,
            "ay": -(UNDER + LANE * lane) / DOT,
            "yanchor": "top",
            "text": f"<b>{row.label}</b>" if row.key == home else row.label,
            "font": {"size": 14, "color": look.colours.accent if row.key == home else look.colours.ink},
            "bgcolor": look.colours.ground,
            "borderpad": 1,
            "showarrow": True,
            "arrowhead": 0,
            "arrowwidth": 1,
            "arrowcolor": look.colours.soft,
            "standoff": 5,
        }
        for row, lane in zip(named.itertuples(), lanes, strict=True)
    ]


def dot_trace(rows: pd.DataFrame, party: str, look: Look) -> dict[str, Any]:
    """The dots of one party."""
    colour = {"rest": look.colours.rest, "compared": look.colours.country, "home": look.colours.accent}[party]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": rows["value"].tolist(),
        "y": rows["height"].tolist(),
        "marker": {
            "size": {"rest": 8, "compared": 11, "home": 15}[party],
            "symbol": "diamond" if party == "compared" else "circle",
            "color": colour,
            "opacity": 0.55 if party == "rest" else 1,
            "line": {"color": look.colours.ground, "width": 1},
        },
        "customdata": [leads_to("mark", key) for key in rows["key"]],
        "hovertext": rows["words"].tolist(),
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def reference(value: float, look: Look) -> dict[str, Any]:
    """A dotted line at a value."""
    line = {"color": look.colours.ink, "width": 1.5, "dash": "dot"}
    return {"type": "line", "x0": value, "x1": value, "yref": "paper", "y0": 0, "y1": 0.94, "line": line}


def reference_names(
    lines: dict[str, float], top: float, ends: tuple[float, float], look: Look
) -> list[dict[str, Any]]:
    """The names of the reference lines at their tops, one under the other, each on the side of its line that has
    room."""
    ordered = sorted(lines, key=lambda name: lines[name])
    return [
        {
            "x": lines[name],
            "y": top - at * NAME / DOT,
            "yanchor": "top",
            "xanchor": "right" if lines[name] > sum(ends) / 2 else "left",
            "text": name,
            "showarrow": False,
            "font": {"size": 13, "color": look.colours.soft},
        }
        for at, name in enumerate(ordered)
    ]
