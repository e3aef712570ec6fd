"""Outlined bars (numbers that are ours) with a mark for what would be expected of each row."""

from typing import Any

import pandas as pd

from components.figures.bars import row_layout, shares, texts_behind
from components.figures.frame import Look, leads_to, legend, wrap_label
from components.figures.margins import left_margin, margin_for_texts

KEY = 30


def bars_with_expected(
    rows: pd.DataFrame,
    look: Look,
    *,
    names: tuple[str, str],
    highlight: tuple[str, ...] = (),
    leads: str = "",
) -> dict[str, Any]:
    """Bars from the first row down, each with an upright line at `expected` where there is one. `rows` has `key`,
    `label`, `value`, `expected`; `names` says what bar and line are; rows in `highlight` have the accent; a click
    makes the key the field `leads` of the Selection."""
    bars = rows.assign(label=rows["label"].map(wrap_label))
    colours = look.colours
    lines = [colours.accent if key in highlight else colours.soft for key in rows["key"]]
    trace = {
        "type": "bar",
        "orientation": "h",
        "name": names[0],
        "x": bars["value"].tolist(),
        "y": bars["label"].tolist(),
        "marker": {"color": "rgba(0,0,0,0)", "line": {"color": lines, "width": 2}},
        **({"customdata": [leads_to(leads, key) for key in rows["key"]]} if leads else {}),
        "hovertext": hovers(rows, look, names),
        "hoverinfo": "text",
    }
    ends = bars[["value", "expected"]].max(axis=1).tolist()
    reach = [0, 1.05 * max([*ends, 0.001])]
    written = [
        f"  {look.number(value)}" for value in bars["value"]
    ]  # behind the bar or its line, whichever reaches further
    texts = texts_behind(ends, bars["label"].tolist(), written, look)
    right = margin_for_texts(texts["text"], shares(ends, reach), left_margin(trace["y"]), mark=8)
    box = row_layout(
        look, bars["label"], reach, right=right, top=KEY, showlegend=True, legend=legend(look), bargap=0.35
    )
    return {"data": [trace, ticks(bars.dropna(subset=["expected"]), look, names[1]), texts], "layout": box}


def ticks(rows: pd.DataFrame, look: Look, name: str) -> dict[str, Any]:
    """The upright lines."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": rows["expected"].tolist(),
        "y": rows["label"].tolist(),
        "marker": {"symbol": "line-ns", "size": 18, "line": {"color": look.colours.union, "width": 3}},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def hovers(rows: pd.DataFrame, look: Look, names: tuple[str, str]) -> list[str]:
    """What each bar says: its value, and what would be expected."""
    return [
        f"{label}: {look.value(value)}" + (f"; {names[1]}: {look.number(due)}" if due == due else "")
        for label, value, due in zip(rows["label"], rows["value"], rows["expected"], strict=True)
    ]
