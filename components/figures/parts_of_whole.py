"""The parts of a whole as solid bars: their length a value, their thickness how much each weighs, a dotted line for the
whole."""

from typing import Any

import pandas as pd

from components.figures.bar_numbers import number_starts
from components.figures.bars import row_layout, shares, texts_beside
from components.figures.frame import Look, wrap_label
from components.figures.margins import NARROW, PAD, left_margin, margin_for_texts
from components.figures.reference_lines import names_above, vertical_line

THINNEST, THICKEST = 0.18, 0.86


def weighted_bars(rows: pd.DataFrame, look: Look, *, whole: float, name: str) -> dict[str, Any]:
    """Bars from the first row down. `rows` has `label`, `value`, `weight` and `words`; the bar of the heaviest is the
    thickest, and thickness grows with weight; `whole` is the value of all together, which is called `name`. Every bar
    carries its number, so the axis has none."""
    bars = rows.assign(label=rows["label"].map(wrap_label))
    labels, values = bars["label"].tolist(), bars["value"].tolist()
    written = [look.number(value) for value in values]
    reach, left = (0, 1.12 * max([*values, whole])), left_margin(labels)
    farthest = [max(value, whole) for value in values]
    right = margin_for_texts(written, shares(farthest, [*reach]), left, mark=PAD)
    starts = number_starts(values, written, [whole], (NARROW - left - right) / reach[1])
    texts = texts_beside(starts, labels, [f" {text}" for text in written], look)
    names, above = names_above({f"{name} {look.number(whole)}": whole}, reach, (left, right), look)
    line = vertical_line(whole, look)
    layout = row_layout(look, bars["label"], [*reach], right=right, top=8 + above, shapes=[line])
    xaxis = {**layout["xaxis"], "showticklabels": False, "showgrid": False}
    notes = [*layout.get("annotations", []), *names]
    return {
        "data": [thick_bars(bars, look), texts],
        "layout": {**layout, "xaxis": xaxis, "annotations": notes},
    }


def thick_bars(bars: pd.DataFrame, look: Look) -> dict[str, Any]:
    """The bars, each as thick as it weighs."""
    heaviest = bars["weight"].max()
    return {
        "type": "bar",
        "orientation": "h",
        "x": bars["value"].tolist(),
        "y": bars["label"].tolist(),
        "width": [THINNEST + (THICKEST - THINNEST) * weight / heaviest for weight in bars["weight"]],
        "marker": {"color": [look.colours.rest] * len(bars)},
        "hovertext": bars["words"].tolist(),
        "hoverinfo": "text",
    }
