"""Every region as a dot: all in one strip by value."""

from typing import Any

import pandas as pd

from components.figures.frame import Look, leads_to
from components.figures.margins import EDGE, SMALL, horizontal_axis, margin_below
from components.figures.reference_lines import names_above, vertical_line
from components.figures.strip_names import LANE, NamePlace, name_places, shortened_names

WIDTH, DOT = 900.0, 9.0
NARROWEST = 672  # the strip is no narrower: on a phone it scrolls
LEFT, RIGHT = 8, 16
ABOVE, UNDER, AXIS = 1.0, 46.0, 56
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
    texts = names_under(named, home, (low, high))
    lanes = places_of(named["value"], texts, low, high)
    top = max(placed["height"].max(), 6.0) + ABOVE
    depth = -(UNDER + LANE * max((place.lane + 1 for place in lanes), default=0)) / DOT
    ends_of_lines = feet(lanes, low, high)
    names, above = names_above(lines, (low, high), (LEFT, RIGHT), look, wide=NARROWEST)
    box = look.layout(height=int((top - depth) * DOT) + above + AXIS)
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
        "margin": {**box["margin"], "t": above + EDGE, "b": margin_below(xaxis["title"]["text"])},
        "xaxis": xaxis,
        "yaxis": {"visible": False, "fixedrange": True, "range": [depth, top]},
        "shapes": [vertical_line(value, look, foot=-depth / (top - depth)) for value in lines.values()],
        "annotations": [*names, *named_under(texts, ends_of_lines, look)],
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


def names_under(named: pd.DataFrame, home: str, ends: tuple[float, float]) -> list[str]:
    """The names of some dots, the chosen region's in bold; long ones are cut where they have no room."""
    written = [
        f"<b>{label}</b>" if key == home else str(label)
        for key, label in zip(named["key"], named["label"], strict=True)
    ]
    return shortened_names(written, lambda texts: places_of(named["value"], texts, *ends))


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
