"""The parts of a whole as solid bars: their length a value, their thickness how much each weighs, a dotted line for the
whole."""

from typing import Any

import pandas as pd

from components.figures.bars import limit_at, row_layout, shares, texts_behind
from components.figures.frame import Look, wrap_label
from components.figures.margins import left_margin, margin_for_texts

THINNEST, THICKEST = 0.18, 0.86


def weighted_bars(rows: pd.DataFrame, look: Look, *, whole: float) -> dict[str, Any]:
    """Bars from the first row down. `rows` has `label`, `value`, `weight` and `words`; the bar of the heaviest is the
    thickest, and thickness grows with weight; `whole` is the value of all together."""
    bars = rows.assign(label=rows["label"].map(wrap_label))
    heaviest = bars["weight"].max()
    values = bars["value"].tolist()
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": values,
        "y": bars["label"].tolist(),
        "width": [THINNEST + (THICKEST - THINNEST) * weight / heaviest for weight in bars["weight"]],
        "marker": {"color": [look.colours.rest] * len(bars)},
        "hovertext": rows["words"].tolist(),
        "hoverinfo": "text",
    }
    written = [f" {look.number(value)}" for value in bars["value"]]
    texts = texts_behind(bars["value"].tolist(), bars["label"].tolist(), written, look)
    reach = [0, 1.12 * max([*values, whole])]
    right = margin_for_texts(texts["text"], shares(values, reach), left_margin(trace["y"]))
    layout = row_layout(look, bars["label"], reach, right=right, shapes=[limit_at(whole, look)])
    return {"data": [trace, texts], "layout": layout}
