"""Values in a row: ranked bars, and dots against a reference line."""

from itertools import pairwise
from math import ceil
from typing import Any

import pandas as pd

from components.figures.bar_numbers import BEHIND, number_sides, number_starts
from components.figures.frame import Look, leads_to, wrap_label
from components.figures.margins import (
    LABEL,
    NARROW,
    PAD,
    SMALL,
    horizontal_axis,
    left_margin,
    margin_below,
    margin_for_texts,
)
from components.figures.reference_lines import names_above, vertical_line
from components.i18n.numbers import axis_unit
from components.theme import readable_on

ROW, LINE = 24, 18
ROOM = 64


def height(labels: pd.Series) -> int:
    """Pixels for so many rows and the axis."""
    return ROOM + row_height(labels) * len(labels)


def row_height(labels: pd.Series) -> int:
    """Pixels of a row; all are as tall as the two neighbours with most lines need."""
    lines = (labels.str.count("<br>") + 1).tolist()
    return max(ROW, ceil(LINE * max(map(sum, pairwise([*lines, 1])), default=2) / 2))


def row_layout(
    look: Look, labels: pd.Series, reach: list[float], *, right: int = 16, top: int = 8, **more: Any
) -> dict[str, Any]:
    """The layout of named rows, first on top, over a value axis from and to `reach`, with room for all their
    words."""
    left = left_margin(labels.tolist())
    box = look.layout(**more)
    xaxis = horizontal_axis(box["xaxis"], look, (reach[0], reach[1]), left, right)
    _, unit = axis_unit(look.unit, look.lang, max(map(abs, reach)))
    longer = "<br>" in xaxis["title"].get("text", "")
    title = box["xaxis"]["title"] if longer else xaxis["title"]
    order = {"type": "category", "range": [len(labels) - 0.4, -0.6], "showgrid": False}
    return {
        **box,
        "height": height(labels) + top - 8,
        "margin": {"l": left, "r": right, "t": top, "b": margin_below(unit)},
        **({"annotations": [unit_at_end(look, unit, right)]} if longer else {}),
        "xaxis": {**xaxis, "title": title, "range": reach},
        "yaxis": {**box["yaxis"], **order},
    }


def unit_at_end(look: Look, unit: str, right: int) -> dict[str, Any]:
    """The unit of an axis, longer than a phone has room for under its middle: it ends where the drawing does, `right`
    pixels beside the axis."""
    return {
        "text": unit,
        "xref": "paper",
        "x": 1,
        "xanchor": "right",
        "xshift": right - 16,
        "yref": "paper",
        "y": 0,
        "yanchor": "top",
        "yshift": -LABEL,
        "showarrow": False,
        "font": {"size": SMALL, "color": look.colours.soft},
    }


def shares(values: list[float], reach: list[float]) -> list[float]:
    """How far across the plot each value is."""
    return [(value - reach[0]) / (reach[1] - reach[0]) for value in values]


def range_with_room(values: list[float], *also: float) -> list[float]:
    """An axis that leaves room for a number beside the outermost marks."""
    low, high = min([*values, *also]), max([*values, *also])
    span = (high - low) or 1
    return [low - 0.3 * span, high + 0.2 * span]


def ranking(
    rows: pd.DataFrame,
    look: Look,
    *,
    highlight: str = "",
    leads: str = "region",
    lines: dict[str, float] | None = None,
    ends: tuple[float, ...] = (),
) -> dict[str, Any]:
    """Bars from most to least. `rows` has `key`, `label`, `value`, and `words` where a bar's tooltip says more than its
    value; the bar whose key is `highlight` has the accent. `lines` are values to compare with, by name, `ends` what
    the axis reaches beside the values. Every bar carries its number, so the axis has none."""
    bars = rows.assign(label=rows["label"].map(wrap_label))
    values = bars["value"].tolist()
    words = rows["words"] if "words" in rows else rows["label"] + ": " + rows["value"].map(look.value)
    trace = {
        **solid_bars(bars, look, highlight),
        "customdata": [leads_to(leads, key) for key in bars["key"]],
        "hovertext": list(words),
        "hoverinfo": "text",
    }
    compared = lines or {}
    longest = max(map(len, [*trace["text"], *map(look.spoken_number, ends)]), default=0)
    reach = range_from_zero([*values, *ends], [*compared.values()], longest)
    farthest = [max([value, *compared.values()]) for value in values]
    left = left_margin(trace["y"])
    right = margin_for_texts(trace["text"], shares(farthest, reach), left, mark=PAD)
    texts = {f"{name} {look.number(value)}": value for name, value in compared.items()}
    names, above = names_above(texts, (reach[0], reach[1]), (left, right), look)
    layout = row_layout(look, bars["label"], reach, right=right, top=8 + above, bargap=0.28)
    xaxis = {**layout["xaxis"], "showticklabels": False, "showgrid": False}
    notes = [*layout.get("annotations", []), *names]
    lines_drawn = [vertical_line(value, look, behind_marks=True) for value in compared.values()]
    scale = (NARROW - left - right) / (reach[1] - reach[0])
    return {
        "data": with_numbers(trace, list(compared.values()), scale, look),
        "layout": {**layout, "xaxis": xaxis, "annotations": notes, "shapes": lines_drawn},
    }


def range_from_zero(values: list[float], compared: list[float], longest: int) -> list[float]:
    """An axis that holds zero, the values and those to compare with, and leaves room for a number of so many
    letters."""
    room = 1 + max(0.18, 0.035 * longest)
    return [room * min([*values, 0]), room * max([*values, *compared, 0]) or 1]


def solid_bars(bars: pd.DataFrame, look: Look, highlight: str) -> dict[str, Any]:
    """Bars with their numbers; the one whose key is `highlight` has the accent. A number inside its bar has a colour
    that is read on the bar's."""
    colours = [look.colours.accent if key == highlight else look.colours.rest for key in bars["key"]]
    return {
        "type": "bar",
        "orientation": "h",
        "x": bars["value"].tolist(),
        "y": bars["label"].tolist(),
        "marker": {"color": colours},
        "text": [look.spoken_number(value) for value in bars["value"]],
        "textfont": {"size": 13, "color": look.colours.ink},
        "insidetextfont": {"size": 13, "color": [readable_on(colour) for colour in colours]},
        "insidetextanchor": "end",
        "textangle": 0,
        "constraintext": "none",
        "cliponaxis": False,
    }


def with_numbers(trace: dict[str, Any], lines: list[float], scale: float, look: Look) -> list[dict[str, Any]]:
    """Bars with their numbers, those that stand behind a line as a trace of their own; `scale` is pixels by unit."""
    values, texts = trace["x"], trace["text"]
    starts = number_starts(values, texts, lines, scale)
    sides = number_sides(values, texts, starts, scale)
    behind = [at for at, side in enumerate(sides) if side == BEHIND]
    numbers = texts_beside(
        [starts[at] for at in behind],
        [trace["y"][at] for at in behind],
        [f" {texts[at]}" for at in behind],
        look,
    )
    return [{**trace, "textposition": sides}, *([numbers] if behind else [])]


def texts_beside(
    places: list[float], labels: list[str], texts: list[str], look: Look, *, size: int = 13
) -> dict[str, Any]:
    """A text to the right of a place in each row, all in one size: plotly shrinks a bar's own text to its thickness."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": places,
        "y": labels,
        "text": texts,
        "textposition": "middle right",
        "textfont": {"size": size, "color": look.colours.ink},
        "hoverinfo": "skip",
        "showlegend": False,
        "cliponaxis": False,
    }
