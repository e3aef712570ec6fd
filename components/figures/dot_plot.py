"""One dot per row on a stem from a reference value."""

from typing import Any

import pandas as pd

from components.figures.bars import range_with_room, row_layout, shares
from components.figures.frame import Look, wrap_label
from components.figures.margins import NARROW, PAD, SMALL, left_margin, margin_for_texts
from components.figures.reference_lines import names_above, vertical_line
from components.figures.widths import width


def dot_plot(rows: pd.DataFrame, look: Look, *, reference: float, name: str) -> dict[str, Any]:
    """One dot per row on a stem from a reference value, which is called `name`. `rows` has `key`, `label`, `value`."""
    dotted = rows.assign(label=rows["label"].map(wrap_label))
    labels, values = dotted["label"].tolist(), dotted["value"].tolist()
    dot = {
        "type": "scatter",
        "mode": "markers+text",
        "x": values,
        "y": labels,
        "marker": {"size": 13, "color": look.colours.accent},
        "text": [look.spoken_number(value) for value in values],
        "textposition": ["middle right" if value >= reference else "middle left" for value in values],
        "cliponaxis": False,
        "hovertext": [
            f"{label}: {look.value(value)}" for label, value in zip(rows["label"], values, strict=True)
        ],
        "hoverinfo": "text",
    }
    reach = range_with_room(values, reference)
    reach[0] = min(
        [reach[0], *room_before([value for value in values if value < reference], reach[1], labels, look)]
    )
    outer = [
        (text, share)
        for text, share, value in zip(dot["text"], shares(values, reach), values, strict=True)
        if value >= reference
    ]
    left = left_margin(labels)
    right = margin_for_texts([text for text, _ in outer], [share for _, share in outer], left, mark=8)
    names, above = names_above({name: reference}, (reach[0], reach[1]), (left, right), look)
    line = vertical_line(reference, look)
    box = row_layout(look, dotted["label"], reach, right=right, top=8 + above, shapes=[line])
    notes = [*box.get("annotations", []), *names]
    return {
        "data": [stems(labels, values, reference, look), dot],
        "layout": {**box, "annotations": notes},
    }


def stems(labels: list[str], values: list[float], reference: float, look: Look) -> dict[str, Any]:
    """A line from the reference value to each dot."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [part for value in values for part in (reference, value, None)],
        "y": [part for label in labels for part in (label, label, None)],
        "line": {"color": look.colours.rest, "width": 2},
        "hoverinfo": "skip",
    }


def room_before(values: list[float], high: float, labels: list[str], look: Look) -> list[float]:
    """The lower end of an axis at which the number before each mark is whole on a phone."""
    plot = NARROW - left_margin(labels) - 16
    needs = [(width(look.spoken_number(value), SMALL) + 2 * PAD + 8) / plot for value in values]
    return [(value - need * high) / (1 - need) for value, need in zip(values, needs, strict=True) if need < 1]
