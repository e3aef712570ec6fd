"""Every region as a dot: all in one strip by value, and two values against each other."""

from math import sqrt
from typing import Any

import pandas as pd

from components.figures.frame import Look, leads_to
from components.figures.labels import LINE, SIDES, Box, apart, around
from components.figures.margins import NARROW, along, aside, below, upright

WIDTH, DOT = 900.0, 9.0
LANE, LETTER = 21.0, 7.6
OVER, UNDER, AXIS = 3.0, 22.0, 64
LARGEST, SMALLEST = 46.0, 5.0
PLOT = (900.0, 440.0)
SPACE = 62.0
TOP = "top center"
BESIDE = {TOP: (0, 1), "bottom center": (0, -1), **SIDES, "top left": (-1, 1), "bottom left": (-1, -1)}


def beeswarm(rows: pd.DataFrame, look: Look, *, home: str, lines: dict[str, float]) -> dict[str, Any]:
    """A strip of dots. `rows` has `key`, `label`, `value`, `party` ("home", "compared", "rest") and `words`;
    `lines` are reference values by name. Dots that would cover each other stand above each other; one without a
    label has no name under the strip."""
    placed = rows.sort_values(["value", "key"], ignore_index=True)
    low, high = reach(placed["value"], lines)
    placed = placed.assign(height=stacked(placed["value"], low, high))
    named = placed[(placed["party"] != "rest") & (placed["label"] != "")]
    lanes = in_lanes(named, low, high)
    top, depth = (
        max(placed["height"].max(), 6.0) + OVER,
        -(UNDER + LANE * (lanes.max() + 1 if len(lanes) else 0)) / DOT,
    )
    box = look.layout(height=int((top - depth) * DOT) + AXIS)
    parties = [dotted(placed[placed["party"] == one], one, look) for one in ("rest", "compared", "home")]
    xaxis = {**along(box["xaxis"], look, (low, high), 8, 16), "range": [low, high], "tickformat": ",~f"}
    layout = {
        **box,
        "margin": {**box["margin"], "b": below(xaxis["title"]["text"])},
        "xaxis": xaxis,
        "yaxis": {"visible": False, "fixedrange": True, "range": [depth, top]},
        "shapes": [reference(value, look) for value in lines.values()],
        "annotations": [*over(lines, top, look), *named_under(named, lanes, look, home)],
    }
    return {"data": [part for part in parties if part["x"]], "layout": layout}


def reach(values: pd.Series, lines: dict[str, float]) -> tuple[float, float]:
    """The ends of the axis, with some room."""
    ends = [*values, *lines.values()]
    low, high = min(ends), max(ends)
    room = 0.04 * ((high - low) or abs(high) or 1)
    return low - room, high + room


def stacked(values: pd.Series, low: float, high: float) -> list[float]:
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


def dotted(rows: pd.DataFrame, party: str, look: Look) -> dict[str, Any]:
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


def over(lines: dict[str, float], top: float, look: Look) -> list[dict[str, Any]]:
    """The names of the reference lines above them: the lower one's to its left, the higher one's to its
    right."""
    ordered = sorted(lines, key=lambda name: lines[name])
    return [
        {
            "x": lines[name],
            "y": top,
            "yanchor": "top",
            "xanchor": "right" if at == 0 and len(ordered) > 1 else "left",
            "text": name,
            "showarrow": False,
            "font": {"size": 13, "color": look.colours.soft},
        }
        for at, name in enumerate(ordered)
    ]


def bubbles(
    rows: pd.DataFrame, looks: tuple[Look, Look], *, titles: tuple[str, str], leads: str = "mark"
) -> dict[str, Any]:
    """Two values of every region against each other. `rows` has `key`, `label`, `x`, `y`, `weight` (the area
    of the bubble), `party`, `solid` (else hollow) and `words`; `titles` stand at the
    axes, with `UNIT` where the unit of the axis is to stand."""
    look = looks[0]
    largest = rows["weight"].max() or 1
    sized = rows.assign(across=[across(one, largest) for one in rows["weight"]])
    sized = sized.assign(side=sides(sized))
    parties = [
        bubbled(sized[sized["party"] == one], one, look, leads) for one in ("rest", "compared", "home")
    ]
    box = look.layout(height=520)
    up_axis = upright(box["yaxis"], looks[1], reach(sized["y"], {}), PLOT[1], titles[1])
    left = aside(up_axis)
    across_axis = {
        **along(box["xaxis"], looks[0], reach(sized["x"], {}), left, 24, titles[0]),
        "tickformat": ",~f",
    }
    margin = {"l": left, "r": 24, "t": 20, "b": below(across_axis["title"]["text"])}
    return {
        "data": [part for part in parties if part["x"]],
        "layout": {**box, "margin": margin, "xaxis": across_axis, "yaxis": up_axis},
    }


def across(weight: float, largest: float) -> float:
    """A bubble's diameter, its area in proportion to the weight; small ones stay visible."""
    return round(max(LARGEST * sqrt(weight / largest), SMALLEST), 1) if weight == weight else SMALLEST


def sides(rows: pd.DataFrame) -> list[str]:
    """On which side of its bubble each name stands so that it covers no other name, where there is such a
    side."""
    x, y = scaled(rows["x"], PLOT[0]), scaled(rows["y"], PLOT[1])
    phone = scaled(rows["x"], NARROW - SPACE)
    taken: list[Box] = []
    chosen: list[str] = []
    for at, row in enumerate(rows.itertuples()):
        if row.party == "rest":
            chosen.append(TOP)
            continue
        boxes = {side: beside(x[at], y[at], side, len(row.label), row.across / 2) for side in BESIDE}
        whole = [one for one in BESIDE if held(beside(phone[at], 0, one, len(row.label), row.across / 2))]
        clear = (one for one in whole if all(apart(boxes[one], other) for other in taken))
        side = next(clear, whole[0] if whole else TOP)
        taken.append(boxes[side])
        chosen.append(side)
    return chosen


def held(box: Box) -> bool:
    """Whether a phone has room for a name there."""
    return box[0] >= -SPACE / 2 and box[1] <= NARROW - SPACE / 2


def scaled(values: pd.Series, length: float) -> list[float]:
    """Values as pixels from the corner of a drawing of that length."""
    low, span = values.min(), (values.max() - values.min()) or 1
    return [length * (value - low) / span for value in values]


def beside(x: float, y: float, side: str, letters: int, radius: float) -> Box:
    """The box of a name beside a bubble."""
    across_, up = BESIDE[side]
    width = LETTER * letters
    return around(x + across_ * (radius + width / 2), y + up * (radius + LINE / 2), width, LINE)


def bubbled(rows: pd.DataFrame, party: str, look: Look, leads: str) -> dict[str, Any]:
    """The bubbles of one party; those chosen carry their name."""
    colour = {"rest": look.colours.rest, "compared": look.colours.country, "home": look.colours.accent}[party]
    named = party != "rest"
    return {
        "type": "scatter",
        "mode": "markers+text" if named else "markers",
        "x": rows["x"].tolist(),
        "y": rows["y"].tolist(),
        "text": rows["label"].tolist() if named else None,
        "textposition": rows["side"].tolist() if named else None,
        "textfont": {"size": 13, "color": look.colours.accent if party == "home" else look.colours.ink},
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
