"""What has changed per row: from one value to another, and what was gained or lost."""

from typing import Any

import pandas as pd

from components.figures.bars import row_layout, shares
from components.figures.fills import is_solid
from components.figures.frame import Look, legend, wrap_label
from components.figures.margins import NARROW, SMALL, left_margin, margin_for_texts
from components.figures.party_dots import axis_range
from components.figures.reference_lines import names_above, vertical_line
from components.figures.widths import width

LETTERS = 22
KEY, KEY_LINE, MARK = 34, 20, 13


def dumbbell(
    rows: pd.DataFrame, look: Look, *, names: tuple[str, str], lines: dict[str, float] | None = None
) -> dict[str, Any]:
    """Two dots per row joined by a line: grey at `first`, in the accent at `last`, whose number stands beside it on
    the far side of the other. `rows` has `label`, `first`, `last`, `standing` (hollow where the numbers are ours);
    `names` says what the two are, `lines` what they are compared with, by name."""
    labels = [wrap_label(label, LETTERS) for label in rows["label"]]
    ends = list(zip(rows["first"], rows["last"], strict=True))
    stem = {
        "type": "scatter",
        "mode": "lines",
        "x": [part for first, last in ends for part in (first, last, None)],
        "y": [part for label in labels for part in (label, label, None)],
        "line": {"color": look.colours.rest, "width": 3},
        "hoverinfo": "skip",
        "showlegend": False,
    }
    colours = (look.colours.soft, look.colours.accent)
    dots = [
        dot_trace(rows, labels, column, name, colour, look)
        for column, name, colour in zip(("first", "last"), names, colours, strict=True)
    ]
    compared = lines or {}
    reach = axis_range(pd.concat([rows["first"], rows["last"], pd.Series(compared.values(), dtype=float)]))
    span = reach[1] - reach[0]
    reach = [reach[0] - (0.12 * span if (rows["last"] < rows["first"]).any() else 0), reach[1]]
    right = margin_for_texts(
        dots[1]["text"], shares(rows["last"].tolist(), reach), left_margin(labels), mark=10
    )
    scale = (NARROW - left_margin(labels) - right) / (reach[1] - reach[0])
    dots[1]["textposition"] = [
        number_side(first, last, text, list(compared.values()), scale)
        for (first, last), text in zip(ends, dots[1]["text"], strict=True)
    ]
    return {"data": [stem, *dots], "layout": keyed_layout(labels, reach, right, compared, look)}


def number_side(first: float, last: float, text: str, lines: list[float], scale: float) -> str:
    """The side of the dot at `last` on which its number is crossed by none of `lines` on a phone, where a unit of the
    axis is `scale` pixels: the far side of `first`, else above, else the near side."""
    wide, mark = width(text, SMALL) / scale, MARK / 2 / scale
    far, near = ("middle right", "middle left") if last >= first else ("middle left", "middle right")
    reaches = {
        "middle right": (last + mark, last + mark + wide),
        "middle left": (last - mark - wide, last - mark),
        "top center": (last - wide / 2, last + wide / 2),
    }
    free = (
        side
        for side in (far, "top center", near)
        if not any(reaches[side][0] < line < reaches[side][1] for line in lines)
    )
    return next(free, far)


def keyed_layout(
    labels: list[str], reach: list[float], right: int, lines: dict[str, float], look: Look
) -> dict[str, Any]:
    """The layout of rows with a key above them, and between the two the names of `lines` to compare with."""
    notes, above = names_above(lines, (reach[0], reach[1]), (left_margin(labels), right), look)
    box = row_layout(look, pd.Series(labels), reach, right=right, top=KEY + above, showlegend=True)
    tall = box["height"] + KEY_LINE
    plot = tall - box["margin"]["t"] - box["margin"]["b"]
    return {
        **box,
        "height": tall,
        "legend": {**legend(look), "y": 1 + above / plot},
        "shapes": [vertical_line(value, look, behind_marks=True) for value in lines.values()],
        "annotations": [*box.get("annotations", []), *notes],
    }


def dot_trace(
    rows: pd.DataFrame, labels: list[str], column: str, name: str, colour: str, look: Look
) -> dict[str, Any]:
    """The dots of one of the two values; those of the last carry their numbers."""
    numbered = column == "last"
    fill = [colour if is_solid(standing) else look.colours.ground for standing in rows["standing"]]
    return {
        "type": "scatter",
        "mode": "markers+text" if numbered else "markers",
        "name": name,
        "x": rows[column].tolist(),
        "y": labels,
        "marker": {"size": MARK if numbered else 10, "color": fill, "line": {"color": colour, "width": 2.5}},
        "text": [look.number(value) for value in rows[column]],
        "textfont": {"size": 13, "color": look.colours.ink},
        "cliponaxis": False,
        "hovertext": [
            f"{label}, {name}: {look.value(value)}"
            for label, value in zip(rows["label"], rows[column], strict=True)
        ],
        "hoverinfo": "text",
    }


def gains(rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    """Bars to the right of zero for what was gained, to the left for what was lost, each with its signed number;
    outlined where the numbers are ours. `rows` has `label`, `value`, `standing`."""
    labels = [wrap_label(label, LETTERS) for label in rows["label"]]
    values = rows["value"].tolist()
    colours = [look.colours.better if value >= 0 else look.colours.worse for value in values]
    solid = [is_solid(standing) for standing in rows["standing"]]
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": values,
        "y": labels,
        "marker": {
            "color": [
                colour if full else "rgba(0,0,0,0)" for colour, full in zip(colours, solid, strict=True)
            ],
            "line": {"color": colours, "width": 2.5},
        },
        "text": [look.number(value, sign=True) for value in values],
        "textposition": "outside",
        "textfont": {"size": 13, "color": look.colours.ink},
        "cliponaxis": False,
        "hovertext": [
            f"{label}: {look.number(value, sign=True)} {look.unit}"
            for label, value in zip(rows["label"], values, strict=True)
        ],
        "hoverinfo": "text",
    }
    low, high = min([*values, 0.0]), max([*values, 0.0])
    span = (high - low) or 1
    reach = [low - (0.28 * span if low < 0 else 0), high + (0.2 * span if high > 0 else 0)]
    right = margin_for_texts(bars["text"], shares(values, reach), left_margin(labels))
    box = row_layout(look, pd.Series(labels), reach, right=right, bargap=0.3, shapes=[zero_line(look)])
    return {"data": [bars], "layout": box}


def zero_line(look: Look) -> dict[str, Any]:
    """The upright line between what was gained and what was lost."""
    stroke = {"color": look.colours.ink, "width": 1}
    return {"type": "line", "x0": 0, "x1": 0, "yref": "paper", "y0": 0, "y1": 1, "line": stroke}
