"""One quantity per row for up to four parties: the chosen region, its country, the Union, a target. Told
apart by shape and colour."""

from typing import Any

import pandas as pd

from components.figures.bars import height, titled
from components.figures.frame import Look, legend, wrapped

SHAPES = {"home": "circle", "country": "diamond", "union": "line-ns", "target": "triangle-down-open"}


def colour_of(party: str, look: Look) -> str:
    """The colour that a party has everywhere."""
    colours = look.colours
    return {
        "home": colours.accent,
        "country": colours.country,
        "union": colours.union,
        "target": colours.better,
    }[party]


def against(
    rows: pd.DataFrame, look: Look, names: dict[str, str], *, outlined: bool = False
) -> dict[str, Any]:
    """Rows of dots. `rows` has `label`, `party` (a key of SHAPES), `value`; `names` says who each party is,
    above the plot."""
    shown = rows.dropna(subset=["value"]).assign(label=lambda r: r["label"].map(wrapped))
    parties = [party for party in SHAPES if party in set(shown["party"])]
    traces = [
        dots_of(shown[shown["party"] == party], party, names[party], look, outlined=outlined)
        for party in parties
    ]
    order = rows["label"].map(wrapped).drop_duplicates()
    box = look.layout(
        height=height(order) + 34,
        showlegend=True,
        legend=legend(look),
        margin={"l": 8, "r": 24, "t": 40, "b": 8},
    )
    yaxis = {
        **box["yaxis"],
        "type": "category",
        "categoryorder": "array",
        "categoryarray": order.tolist()[::-1],
        "range": [-0.6, len(order) - 0.4],
        "showgrid": False,
    }
    return {
        "data": [*stems(shown, look), *traces],
        "layout": {**box, "yaxis": yaxis, "xaxis": {**titled(box, look.unit), "rangemode": "tozero"}},
    }


def stems(shown: pd.DataFrame, look: Look) -> list[dict[str, Any]]:
    """A hair line per row from its least to its most."""
    ends = shown.groupby("label", sort=False)["value"].agg(["min", "max"])
    xs: list[Any] = [part for low, high in ends.itertuples(index=False) for part in (low, high, None)]
    ys: list[Any] = [part for label in ends.index for part in (label, label, None)]
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": xs,
            "y": ys,
            "line": {"color": look.colours.rest, "width": 2},
            "hoverinfo": "skip",
            "showlegend": False,
        }
    ]


def dots_of(rows: pd.DataFrame, party: str, name: str, look: Look, *, outlined: bool) -> dict[str, Any]:
    """The marks of one party; the chosen region carries its number."""
    colour = colour_of(party, look)
    home = party == "home"
    fill = look.colours.ground if outlined and home else colour
    return {
        "type": "scatter",
        "mode": "markers+text" if home else "markers",
        "name": name,
        "x": rows["value"].tolist(),
        "y": rows["label"].tolist(),
        "marker": {
            "symbol": SHAPES[party],
            "size": 14 if home else 12,
            "color": fill,
            "line": {"color": colour, "width": 2.5},
        },
        "text": [look.number(value) for value in rows["value"]],
        "textposition": "top center",
        "textfont": {"size": 13},
        "cliponaxis": False,
        "hovertext": [
            f"{name}, {label}: {look.value(value)}"
            for label, value in zip(rows["label"], rows["value"], strict=True)
        ],
        "hoverinfo": "text",
    }
