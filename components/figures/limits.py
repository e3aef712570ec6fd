"""Outlined bars against a threshold that is named on the drawing, each with a text that the threshold's line does not
cross."""

from dataclasses import replace
from typing import Any

import pandas as pd

from components.figures.bars import limit_at, row_layout, shares, texts_behind
from components.figures.frame import Look, leads_to, wrap_label
from components.figures.margins import SMALL, left_margin, margin_for_texts
from components.figures.widths import width

LETTERS = 20
NAME, PHONE_PLOT = 26, 150
MOST_DECIMALS = 6


def against_limit(
    rows: pd.DataFrame, look: Look, *, limit: float, name: str, leads: str = ""
) -> dict[str, Any]:
    """Bars from zero. `rows` has `key`, `label`, `value`, `text` (what stands at the bar) and `accent` (whether the
    bar carries the accent); `name` stands above the line at `limit`, and a click on a bar changes the field `leads`.
    A limit of 0 has no line."""
    bars = rows.assign(label=[wrap_label(label, LETTERS) for label in rows["label"]])
    reach = [0, 1.15 * max([*bars["value"], limit])]
    places = clear_of(limit, bars["value"].tolist(), bars["text"].tolist(), reach[1])
    right = margin_for_texts(
        bars["text"].tolist(), shares(places, reach), left_margin(bars["label"].tolist())
    )
    lined = bool(limit)
    box = row_layout(
        look,
        bars["label"],
        reach,
        right=right,
        top=NAME if lined else 8,
        bargap=0.3,
        showlegend=False,
        shapes=[limit_at(limit, look)] if lined else [],
    )
    notes = [*box.get("annotations", []), *([named_limit(limit, name, look)] if lined else [])]
    written = [f" {text}" for text in bars["text"]]
    texts = texts_behind(places, bars["label"].tolist(), written, look, size=SMALL)
    return {
        "data": [outline_bars(bars, rows["label"].tolist(), look, leads, limit), texts],
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


def clear_of(limit: float, values: list[float], written: list[str], most: float) -> list[float]:
    """Where the text of each bar begins: at its end, or at the line of the threshold where it would cross it on a
    phone."""
    return [
        limit if value < limit < value + most * width(text, SMALL) / PHONE_PLOT else value
        for value, text in zip(values, written, strict=True)
    ]


def named_limit(limit: float, name: str, look: Look) -> dict[str, Any]:
    """The name of a threshold above its line."""
    return {
        "text": name,
        "x": limit,
        "xanchor": "left",
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": SMALL, "color": look.colours.soft},
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
