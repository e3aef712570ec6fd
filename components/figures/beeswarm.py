"""Every region as a dot: all in one strip by value."""

from typing import Any

import pandas as pd

from components.figures.frame import Look, leads_to
from components.figures.margins import SMALL, horizontal_axis, margin_below
from components.figures.strip_names import LANE, NamePlace, name_places

WIDTH, DOT = 900.0, 9.0
NARROWEST = 672  # the strip is no narrower: on a phone it scrolls
LEFT, RIGHT = 8, 16
OVER, UNDER, AXIS, NAME = 3.0, 46.0, 64, 17
KNEES = 10.0, 34.0  # pixels under the strip between which a line leans aside


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
    texts = named["label"].where(named["key"] != home, "<b>" + named["label"] + "</b>").tolist()
    lanes = places_of(named["value"], texts, low, high)
    top, depth = (
        max(placed["height"].max(), 6.0) + OVER + NAME / DOT * max(len(lines) - 1, 0),
        -(UNDER + LANE * max((place.lane + 1 for place in lanes), default=0)) / DOT,
    )
    ends_of_lines = feet(lanes, low, high)
    box = look.layout(height=int((top - depth) * DOT) + AXIS)
    parties = [
        dot_trace(placed[placed["party"] == code], code, look) for code in ("rest", "compared", "home")
    ]
    xaxis = {
        **horizontal_axis(box["xaxis"], look, (low, high), LEFT, RIGHT),
        "range": [low, high],
        "tickformat": ",~f",
    }
    layout = {
        **box,
        "margin": {**box["margin"], "b": margin_below(xaxis["title"]["text"])},
        "xaxis": xaxis,
        "yaxis": {"visible": False, "fixedrange": True, "range": [depth, top]},
        "shapes": [reference(value, look, -depth / (top - depth)) for value in lines.values()],
        "annotations": [
            *reference_names(lines, top, (low, high), look),
            *named_under(texts, ends_of_lines, look),
        ],
    }
    lines_down = [leaders(named, ends_of_lines, look)] if len(named) else []
    return {"data": [*lines_down, *(part for part in parties if part["x"])], "layout": layout}


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


def places_of(values: pd.Series, texts: list[str], low: float, high: float) -> list[NamePlace]:
    """Where the name of each value stands under the strip."""
    wide = float(NARROWEST - LEFT - RIGHT)
    return name_places([(value - low) / (high - low) * wide for value in values], texts, wide)


def feet(places: list[NamePlace], low: float, high: float) -> list[tuple[float, float]]:
    """The value and height at which the line of each name ends."""
    scale = (high - low) / (NARROWEST - LEFT - RIGHT)
    return [(low + place.begins * scale, -(UNDER + LANE * place.lane) / DOT) for place in places]


def leaders(named: pd.DataFrame, ends: list[tuple[float, float]], look: Look) -> dict[str, Any]:
    """A hair line from each dot straight down, aside, and down to its name."""
    upper, lower = (-knee / DOT for knee in KNEES)
    lines = list(zip(named["value"], named["height"], ends, strict=True))
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [part for value, _, (foot, _) in lines for part in (value, value, foot, foot, None)],
        "y": [part for _, height, (_, level) in lines for part in (height, upper, lower, level, None)],
        "line": {"color": look.colours.soft, "width": 1},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def named_under(texts: list[str], ends: list[tuple[float, float]], look: Look) -> list[dict[str, Any]]:
    """The names under the strip, each at the foot of its line; the chosen region's is bold."""
    return [
        {
            "x": foot,
            "y": level,
            "xanchor": "left",
            "yanchor": "middle",
            "xshift": 2,
            "borderpad": 0,
            "text": text,
            "font": {
                "size": SMALL,
                "color": look.colours.accent if text.startswith("<b>") else look.colours.ink,
            },
            "showarrow": False,
        }
        for text, (foot, level) in zip(texts, ends, strict=True)
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


def reference(value: float, look: Look, foot: float) -> dict[str, Any]:
    """A dotted line at a value, from the foot of the strip, a share of the drawing's height, to its name."""
    line = {"color": look.colours.ink, "width": 1.5, "dash": "dot"}
    return {"type": "line", "x0": value, "x1": value, "yref": "paper", "y0": foot, "y1": 0.94, "line": line}


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
