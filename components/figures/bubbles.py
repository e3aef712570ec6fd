"""Two values of every region against each other, a bubble for each."""

from math import sqrt
from typing import Any

import pandas as pd

from components.figures.beeswarm import LETTER, value_range
from components.figures.frame import Look, leads_to
from components.figures.labels import LINE, SIDES, Box, are_apart, box_centred_at
from components.figures.margins import NARROW, horizontal_axis, margin_below, margin_beside, vertical_axis

LARGEST, SMALLEST = 46.0, 5.0
PLOT = (900.0, 440.0)
SPACE = 62.0
TOP = "top center"
BESIDE = {TOP: (0, 1), "bottom center": (0, -1), **SIDES, "top left": (-1, 1), "bottom left": (-1, -1)}


def bubbles(
    rows: pd.DataFrame,
    looks: tuple[Look, Look],
    *,
    titles: tuple[str, str],
    leads: str = "mark",
    ends: tuple[tuple[float, ...], tuple[float, ...]] = ((), ()),
) -> dict[str, Any]:
    """Two values of every region against each other. `rows` has `key`, `label`, `x`, `y`, `weight` (the area
    of the bubble), `party`, `solid` (else hollow) and `words`; `titles` stand at the
    axes, with `UNIT` where the unit of the axis is to stand; `ends` are what each axis reaches beside the values."""
    look = looks[0]
    largest = rows["weight"].max() or 1
    sized = rows.assign(across=[diameter(value, largest) for value in rows["weight"]])
    sized = sized.assign(side=label_sides(sized))
    parties = [
        bubble_trace(sized[sized["party"] == code], code, look, leads)
        for code in ("rest", "compared", "home")
    ]
    box = look.layout(height=520)
    up_axis = vertical_axis(box["yaxis"], looks[1], value_range(sized["y"], ends[1]), PLOT[1], titles[1])
    left = margin_beside(up_axis)
    across_axis = {
        **horizontal_axis(box["xaxis"], looks[0], value_range(sized["x"], ends[0]), left, 24, titles[0]),
        "tickformat": ",~f",
    }
    margin = {"l": left, "r": 24, "t": 20, "b": margin_below(across_axis["title"]["text"])}
    fixed = [
        {"range": [*value_range(sized[name], own)]} if own else {}
        for name, own in zip("xy", ends, strict=True)
    ]
    axes = {"xaxis": across_axis | fixed[0], "yaxis": up_axis | fixed[1]}
    return {
        "data": [part for part in parties if part["x"]],
        "layout": {**box, "margin": margin, **axes},
    }


def diameter(weight: float, largest: float) -> float:
    """A bubble's diameter, its area in proportion to the weight; small ones stay visible."""
    return round(max(LARGEST * sqrt(weight / largest), SMALLEST), 1) if weight == weight else SMALLEST


def label_sides(rows: pd.DataFrame) -> list[str]:
    """On which side of its bubble each name stands so that it covers no other name, where there is such a
    side."""
    x, y = to_pixels(rows["x"], PLOT[0]), to_pixels(rows["y"], PLOT[1])
    phone = to_pixels(rows["x"], NARROW - SPACE)
    taken: list[Box] = []
    chosen: list[str] = []
    for at, row in enumerate(rows.itertuples()):
        if row.party == "rest":
            chosen.append(TOP)
            continue
        boxes = {side: label_box(x[at], y[at], side, len(row.label), row.across / 2) for side in BESIDE}
        whole = [
            item
            for item in BESIDE
            if fits_phone(label_box(phone[at], 0, item, len(row.label), row.across / 2))
        ]
        clear = (item for item in whole if all(are_apart(boxes[item], other) for other in taken))
        side = next(clear, whole[0] if whole else TOP)
        taken.append(boxes[side])
        chosen.append(side)
    return chosen


def fits_phone(box: Box) -> bool:
    """Whether a phone has room for a name there."""
    return box[0] >= -SPACE / 2 and box[1] <= NARROW - SPACE / 2


def to_pixels(values: pd.Series, length: float) -> list[float]:
    """Values as pixels from the corner of a drawing of that length."""
    low, span = values.min(), (values.max() - values.min()) or 1
    return [length * (value - low) / span for value in values]


def label_box(x: float, y: float, side: str, letters: int, radius: float) -> Box:
    """The box of a name beside a bubble."""
    across_, up = BESIDE[side]
    width = LETTER * letters
    return box_centred_at(x + across_ * (radius + width / 2), y + up * (radius + LINE / 2), width, LINE)


def bubble_trace(rows: pd.DataFrame, party: str, look: Look, leads: str) -> dict[str, Any]:
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
