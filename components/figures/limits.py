"""Outlined bars against a threshold that is named on the drawing, each with a text that the threshold's line does not
cross."""

from dataclasses import replace
from typing import Any

import pandas as pd

from components.figures.bar_numbers import number_starts
from components.figures.bars import row_layout, shares, texts_beside
from components.figures.frame import Look, leads_to, wrap_label
from components.figures.margins import NARROW, PAD, SMALL, left_margin, margin_for_texts
from components.figures.reference_lines import names_above, vertical_line

LETTERS = 20
MOST_DECIMALS = 6


def against_limit(
    rows: pd.DataFrame, look: Look, *, limit: float, name: str, leads: str = ""
) -> dict[str, Any]:
    """Bars from zero. `rows` has `key`, `label`, `value`, `text` (what stands at the bar) and `accent` (whether the
    bar carries the accent); `name` stands above the line at `limit`, and a click on a bar changes the field `leads`.
    A limit of 0 has no line."""
    bars = rows.assign(label=[wrap_label(label, LETTERS) for label in rows["label"]])
    lines, labels, texts = {name: limit} if limit else {}, bars["label"].tolist(), bars["text"].tolist()
    reach, left = (0, 1.15 * max([*bars["value"], limit])), left_margin(labels)
    farthest = [max(value, limit) for value in bars["value"]]
    right = margin_for_texts(texts, shares(farthest, [*reach]), left, mark=PAD)
    names, above = names_above(lines, reach, (left, right), look)
    box = row_layout(
        look,
        bars["label"],
        [*reach],
        right=right,
        top=8 + above,
        bargap=0.3,
        showlegend=False,
        shapes=[vertical_line(value, look) for value in lines.values()],
    )
    notes = [*box.get("annotations", []), *names]
    scale = (NARROW - left - right) / reach[1]
    places = number_starts(bars["value"].tolist(), texts, list(lines.values()), scale)
    written = texts_beside(places, labels, [f" {text}" for text in texts], look, size=SMALL)
    return {
        "data": [outline_bars(bars, rows["label"].tolist(), look, leads, limit), written],
        "layout": {**box, "annotations": notes},
    }


def outline_bars(
    bars: pd.DataFrame, labels: list[str], look: Look, leads: str, limit: float
) -> dict[str, Any]:
    """The bars; those of the accent have the wider edge."""
    return {
        "type": "bar",
        "orientation": "h",
        "x": bars["value"].tolist(),
        "y": bars["label"].tolist(),
        "marker": {
            "color": "rgba(0,0,0,0)",
            "line": {
                "color": [look.colours.accent if accent else look.colours.rest for accent in bars["accent"]],
                "width": [3 if accent else 1.5 for accent in bars["accent"]],
            },
        },
        "cliponaxis": False,
        "hovertext": [
            f"{label}: {beside_limit(look, limit, value).value(value)}"
            for label, value in zip(labels, bars["value"], strict=True)
        ],
        "hoverinfo": "text",
        **({"customdata": [leads_to(leads, key) for key in bars["key"]]} if leads else {}),
    }


def beside_limit(look: Look, limit: float, *values: float) -> Look:
    """A look with as many decimals as show on which side of `limit` each value lies: one that is not the limit is not
    written as the limit."""
    places = look.decimals
    if places is None:
        return look
    while places < MOST_DECIMALS and any(
        value != limit and round(value, places) == limit for value in values if value == value
    ):
        places += 1
    return replace(look, decimals=places)
