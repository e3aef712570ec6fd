"""Stretches of time: one bar per row from its beginning to its end."""

from typing import Any

import pandas as pd

from components.figures.bars import row_layout
from components.figures.frame import Look, leads_to, wrap_label


def timeline(
    rows: pd.DataFrame, look: Look, *, highlight: str = "", leads: str = "project"
) -> dict[str, Any]:
    """`rows` has `key`, `label`, `begin`, `finish` (years with decimals), `solid` (false: outlined) and
    `when` in words."""
    labels = rows["label"].map(wrap_label)
    line = [look.colours.accent if key == highlight else look.colours.soft for key in rows["key"]]
    fill = [colour if solid else "rgba(0,0,0,0)" for colour, solid in zip(line, rows["solid"], strict=True)]
    bar = {
        "type": "bar",
        "orientation": "h",
        "base": rows["begin"].tolist(),
        "x": (rows["finish"] - rows["begin"]).tolist(),
        "y": labels.tolist(),
        "marker": {"color": fill, "line": {"color": line, "width": 2}},
        "customdata": [leads_to(leads, key) for key in rows["key"]],
        "hovertext": [f"{label}: {when}" for label, when in zip(rows["label"], rows["when"], strict=True)],
        "hoverinfo": "text",
    }
    reach = [float(int(rows["begin"].min())), rows["finish"].max() + 0.3]
    box = row_layout(look, labels, reach, bargap=0.45)
    # On a phone the years are turned, so that plotly alone knows how much room they need.
    turned = {"tickformat": "d", "dtick": 2, "tickangle": "auto", "automargin": True}
    layout = {**box, "margin": {**box["margin"], "b": 8}, "xaxis": {**box["xaxis"], **turned}}
    return {"data": [bar], "layout": layout}
