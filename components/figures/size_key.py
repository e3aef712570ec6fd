"""What the size of a bubble means: two round values as circles above the drawing."""

from math import floor, log10
from typing import Any

from components.figures.bubbles import diameter
from components.figures.frame import Look
from components.figures.margins import SMALL, STEPS
from components.figures.widths import width
from components.i18n.numbers import axis_unit, number

DIAMETERS = (13.0, 30.0)
ROOM, GAP = 38, 6


def with_size_key(figure: dict[str, Any], largest: float, look: Look) -> dict[str, Any]:
    """A figure of `figures.bubbles` under two of its sizes; `look` is that of the weights, `largest` the heaviest."""
    if not largest > 0:
        return figure
    values = [round_value(wanted, largest) for wanted in DIAMETERS]
    by, unit = axis_unit(look.unit, look.lang, values[-1])
    texts = [number(value / by, look.lang, None) for value in values]
    texts[-1] = f"{texts[-1]} {unit}"
    layout = figure["layout"]
    middle = layout["margin"]["t"] + ROOM / 2
    shapes, notes, at = [], [], 0.0
    for value, text in zip(values, texts, strict=True):
        across = diameter(value, largest)
        shapes.append(circle(at, middle - across / 2, across, look))
        notes.append(text_beside(text, at + across + GAP, middle, look))
        at += across + width(text, SMALL) + 3 * GAP
    return {
        **figure,
        "layout": {
            **layout,
            "height": layout["height"] + ROOM,
            "margin": {**layout["margin"], "t": layout["margin"]["t"] + ROOM},
            "shapes": [*layout["shapes"], *shapes],
            "annotations": [*layout["annotations"], *notes],
        },
    }


def round_value(wanted: float, largest: float) -> float:
    """The round value no heavier than the largest whose bubble is nearest to the wanted diameter."""
    top = floor(log10(largest))
    rounds = [step * 10.0**power for power in range(top - 4, top + 1) for step in STEPS]
    return min(
        (value for value in rounds if value <= largest),
        key=lambda value: abs(diameter(value, largest) - wanted),
    )


def circle(left: float, foot: float, across: float, look: Look) -> dict[str, Any]:
    """A circle so many pixels right of the plot's left edge and above its top."""
    return {
        "type": "circle",
        "xref": "paper",
        "xsizemode": "pixel",
        "xanchor": 0,
        "x0": left,
        "x1": left + across,
        "yref": "paper",
        "ysizemode": "pixel",
        "yanchor": 1,
        "y0": foot,
        "y1": foot + across,
        "fillcolor": look.colours.rest,
        "opacity": 0.5,
        "line": {"color": look.colours.soft, "width": 1},
    }


def text_beside(text: str, left: float, middle: float, look: Look) -> dict[str, Any]:
    """What a circle stands for."""
    return {
        "text": text,
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "xshift": left,
        "yref": "paper",
        "y": 1,
        "yanchor": "middle",
        "yshift": middle,
        "borderpad": 0,
        "showarrow": False,
        "font": {"size": SMALL, "color": look.colours.soft},
    }
