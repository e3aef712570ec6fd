"""Values in a row: ranked bars, and dots against a reference line."""

from typing import Any

import pandas as pd

from components.figures.frame import Look, leads_to, wrapped

ROW, TALL_ROW = 27, 36
ROOM = 64


def height(labels: pd.Series) -> int:
    """Pixels for so many rows and the axis; rows are taller when any label needs a second line."""
    row = TALL_ROW if labels.str.contains("<br>").any() else ROW
    return ROOM + row * len(labels)


def rowed(box: dict[str, Any], count: int) -> dict[str, Any]:
    """The axis of names, first on top, with no more room around it than a row."""
    return {**box["yaxis"], "type": "category", "range": [count - 0.4, -0.6], "showgrid": False}


def roomy(values: list[float], *also: float) -> list[float]:
    """An axis that leaves room for a number beside the outermost marks."""
    low, high = min([*values, *also]), max([*values, *also])
    span = (high - low) or 1
    return [low - 0.3 * span, high + 0.2 * span]


def ranking(rows: pd.DataFrame, look: Look, *, highlight: str = "", leads: str = "region") -> dict[str, Any]:
    """Bars from most to least. `rows` has `key`, `label`, `value`; the bar whose key is `highlight` has the
    accent."""
    bars = rows.assign(label=rows["label"].map(wrapped))
    colours = [look.colours.accent if key == highlight else look.colours.rest for key in bars["key"]]
    values = bars["value"].tolist()
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": values,
        "y": bars["label"].tolist(),
        "marker": {"color": colours},
        "text": [look.number(value) for value in values],
        "textposition": "outside",
        "textfont": {"size": 13, "color": look.colours.ink},
        "cliponaxis": False,
        "customdata": [leads_to(leads, key) for key in bars["key"]],
        "hovertext": [
            f"{label}: {look.value(value)}" for label, value in zip(rows["label"], values, strict=True)
        ],
        "hoverinfo": "text",
    }
    box = look.layout(height=height(bars["label"]), bargap=0.28)
    most, least = max([*values, 0]), min([*values, 0])
    room = 1 + max(0.18, 0.035 * max((len(text) for text in trace["text"]), default=0))
    xaxis = {**titled(box, look.unit), "range": [room * least, room * most]}
    return {"data": [trace], "layout": {**box, "yaxis": rowed(box, len(bars)), "xaxis": xaxis}}


def dots(rows: pd.DataFrame, look: Look, *, reference: float = 100.0) -> dict[str, Any]:
    """One dot per row on a stem from a reference value. `rows` has `key`, `label`, `value`."""
    dotted = rows.assign(label=rows["label"].map(wrapped))
    labels, values = dotted["label"].tolist(), dotted["value"].tolist()
    stems: list[Any] = [part for value in values for part in (reference, value, None)]
    names: list[Any] = [part for label in labels for part in (label, label, None)]
    stem = {
        "type": "scatter",
        "mode": "lines",
        "x": stems,
        "y": names,
        "line": {"color": look.colours.rest, "width": 2},
        "hoverinfo": "skip",
    }
    dot = {
        "type": "scatter",
        "mode": "markers+text",
        "x": values,
        "y": labels,
        "marker": {"size": 13, "color": look.colours.accent},
        "text": [look.number(value) for value in values],
        "textposition": ["middle right" if value >= reference else "middle left" for value in values],
        "cliponaxis": False,
        "hovertext": [
            f"{label}: {look.value(value)}" for label, value in zip(rows["label"], values, strict=True)
        ],
        "hoverinfo": "text",
    }
    box = look.layout(height=height(dotted["label"]))
    line = {
        "type": "line",
        "x0": reference,
        "x1": reference,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": look.colours.ink, "width": 1.5, "dash": "dot"},
    }
    frame = {
        "yaxis": rowed(box, len(labels)),
        "xaxis": {**titled(box, look.unit), "range": roomy(values, reference)},
        "shapes": [line],
    }
    return {"data": [stem, dot], "layout": {**box, **frame}}


def titled(box: dict[str, Any], unit: str) -> dict[str, Any]:
    """The value axis with its unit, once."""
    return {**box["xaxis"], "title": {**box["xaxis"]["title"], "text": unit}}


def thresholds(rows: pd.DataFrame, look: Look, *, limit: float, chosen: list[bool]) -> dict[str, Any]:
    """Outlined bars (a recomputed number) against a threshold. Rows for which `chosen` is true carry the
    accent."""
    bars = rows.assign(label=rows["label"].map(wrapped))
    lines = [look.colours.accent if one else look.colours.rest for one in chosen]
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": bars["value"].tolist(),
        "y": bars["label"].tolist(),
        "marker": {
            "color": "rgba(0,0,0,0)",
            "line": {"color": lines, "width": [3 if one else 1.5 for one in chosen]},
        },
        "text": [look.number(value) for value in bars["value"]],
        "textposition": "outside",
        "textfont": {"color": look.colours.ink},
        "cliponaxis": False,
        "hovertext": [
            f"{label}: {look.value(value)}" for label, value in zip(rows["label"], rows["value"], strict=True)
        ],
        "hoverinfo": "text",
    }
    box = look.layout(height=height(bars["label"]), bargap=0.3)
    line = {
        "type": "line",
        "x0": limit,
        "x1": limit,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": look.colours.ink, "width": 1.5, "dash": "dot"},
    }
    frame = {
        "yaxis": rowed(box, len(bars)),
        "xaxis": {**titled(box, look.unit), "range": [0, 1.15 * max([*bars["value"], limit])]},
        "shapes": [line],
    }
    return {"data": [trace], "layout": {**box, **frame}}


def positions(
    rows: pd.DataFrame, look: Look, *, texts: list[str], hover: list[str], hollow: list[bool]
) -> dict[str, Any]:
    """Where each row stands between 0 (all others do better) and 100 (all others do worse); hollow dots for
    values of another level."""
    dotted = rows["label"].map(wrapped)
    trace = {
        "type": "scatter",
        "mode": "markers+text",
        "x": rows["value"].tolist(),
        "y": dotted.tolist(),
        "marker": {
            "size": 13,
            "color": [look.colours.ground if one else look.colours.accent for one in hollow],
            "line": {"color": look.colours.accent, "width": 2.5},
        },
        "text": texts,
        "textposition": ["middle left" if value > 55 else "middle right" for value in rows["value"]],
        "textfont": {"size": 13, "color": look.colours.soft},
        "cliponaxis": False,
        "hovertext": hover,
        "hoverinfo": "text",
    }
    box = look.layout(height=height(dotted))
    half = {
        "type": "line",
        "x0": 50,
        "x1": 50,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "line": {"color": look.colours.ink, "width": 1.5, "dash": "dot"},
    }
    frame = {
        "yaxis": rowed(box, len(dotted)),
        "xaxis": {**titled(box, look.unit), "range": [-3, 103]},
        "shapes": [half],
    }
    return {"data": [trace], "layout": {**box, **frame}}
