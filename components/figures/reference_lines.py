"""Dotted lines to compare with, each with its name at its end."""

from math import ceil
from typing import Any

from components.figures.frame import Look
from components.figures.margins import EDGE, NARROW, PAD, SMALL
from components.figures.widths import fold_text, width

NAME = 17
Sides = tuple[float, float]


def vertical_line(value: float, look: Look, *, foot: float = 0, behind_marks: bool = False) -> dict[str, Any]:
    """A dotted line down the plot at a value, to `foot`, a share of the plot's height."""
    placed = {
        "type": "line",
        "x0": value,
        "x1": value,
        "yref": "paper",
        "y0": foot,
        "y1": 1,
        "line": dots(look),
    }
    return {**placed, "layer": "below"} if behind_marks else placed


def horizontal_line(value: float, look: Look) -> dict[str, Any]:
    """A dotted line across the plot at a value."""
    return {
        "type": "line",
        "y0": value,
        "y1": value,
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "line": dots(look),
        "layer": "below",
    }


def dots(look: Look) -> dict[str, Any]:
    """The stroke of every line to compare with."""
    return {"color": look.colours.soft, "width": 1.5, "dash": "dot"}


def names_above(
    lines: dict[str, float], reach: Sides, margins: Sides, look: Look, *, wide: float = NARROW
) -> tuple[list[dict[str, Any]], int]:
    """The name of each line above the plot, one under the other, on the side of its line that has room in the narrowest
    drawing, `wide` pixels across; and the pixels that they need. `reach` are the ends of the value axis, `margins` the
    pixels to the left and right of the plot."""
    notes: list[dict[str, Any]] = []
    used = 0
    for name, value in lines.items():
        text, side = folded_name(name, value, reach, margins, wide)
        notes.append(name_above(text, value, side, used, look))
        used += NAME * (text.count("<br>") + 1)
    return notes, used


def folded_name(name: str, value: float, reach: Sides, margins: Sides, wide: float) -> tuple[str, str]:
    """A name on as few lines as the narrowest drawing has room for, and the side of its line to which it is anchored:
    it runs to the right where it is whole there or has more room."""
    left, right = margins
    at = left + (value - reach[0]) / (reach[1] - reach[0]) * (wide - left - right)
    before, behind = at - EDGE, wide - at - EDGE
    runs_right = width(name, SMALL) <= behind or behind >= before
    return fold_text(name, behind if runs_right else before, SMALL), "left" if runs_right else "right"


def name_above(text: str, value: float, side: str, lift: int, look: Look) -> dict[str, Any]:
    """The name of an upright line, so many pixels above the plot."""
    return {
        "text": text,
        "x": value,
        "xanchor": side,
        "align": side,
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "yshift": lift,
        "showarrow": False,
        "font": {"size": SMALL, "color": look.colours.soft},
    }


def name_at_right(text: str, value: float, look: Look) -> dict[str, Any]:
    """The name of a line across the plot, on its right end and over the marks."""
    return {
        "text": text,
        "xref": "paper",
        "x": 1,
        "xanchor": "right",
        "y": value,
        "yanchor": "bottom",
        "showarrow": False,
        "borderpad": 1,
        "bgcolor": look.colours.ground,
        "opacity": 0.9,
        "font": {"size": SMALL, "color": look.colours.soft},
    }


def texts_width(texts: list[str]) -> int:
    """Pixels across of a column of texts."""
    return ceil(max((width(text, SMALL) for text in texts), default=0)) + 2 * PAD
