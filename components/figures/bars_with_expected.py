"""Outlined bars (numbers that are ours) with a mark for what would be expected of each row."""

from typing import Any

import pandas as pd

from components.figures.bars import row_layout, shares, texts_beside
from components.figures.frame import Look, leads_to, legend, wrap_label
from components.figures.margins import NARROW, PAD, SMALL, left_margin, margin_for_texts
from components.figures.widths import width

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
    texts = numbers_at_bars(bars, look, (NARROW - left_margin(trace["y"])) / reach[1])
    right = margin_for_texts(texts["text"], shares(ends, reach), left_margin(trace["y"]), mark=8)
    box = row_layout(
        look, bars["label"], reach, right=right, top=KEY, showlegend=True, legend=legend(look), bargap=0.35
    )
    return {"data": [trace, ticks(bars.dropna(subset=["expected"]), look, names[1]), texts], "layout": box}


def numbers_at_bars(bars: pd.DataFrame, look: Look, scale: float) -> dict[str, Any]:
    """The number of each bar, placed so that it is not taken for its line's: behind the bar's end where the line leaves
    room there, inside the bar where it does not, and behind the line only where the bar is too short. `scale` is pixels
    by unit of the value on a phone."""
    written = [look.number(value) for value in bars["value"]]
    placed = [
        number_place(value, due, (width(text, SMALL) + 3 * PAD) / scale)
        for value, due, text in zip(bars["value"], bars["expected"], written, strict=True)
    ]
    texts = texts_beside([at for at, _ in placed], bars["label"].tolist(), written, look)
    padded = [
        f"{text}  " if is_inside else f"  {text}"
        for text, (_, is_inside) in zip(written, placed, strict=True)
    ]
    sides = ["middle left" if is_inside else "middle right" for _, is_inside in placed]
    return {**texts, "text": padded, "textposition": sides}


def number_place(value: float, due: float, room: float) -> tuple[float, bool]:
    """Where the number of a bar begins, or where it ends if it stands inside the bar."""
    if not due > value or due - value >= room:
        return value, False
    return (value, True) if value >= room else (due, False)


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
