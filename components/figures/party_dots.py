"""One quantity per row for up to four parties: the chosen region, its country, the Union, a target. Told
apart by shape and colour."""

from typing import Any

import pandas as pd

from components.figures.bars import row_layout
from components.figures.fills import is_solid
from components.figures.frame import Look, legend, wrap_label

SHAPES = {"home": "circle", "country": "diamond", "union": "line-ns", "target": "triangle-down-open"}
# On a phone the names of the parties stand one under the other; a wide screen gives that room to the rows.
KEY, KEY_LINE = 40, 20


def colour_of(party: str, look: Look) -> str:
    """The colour that a party has everywhere."""
    colours = look.colours
    return {
        "home": colours.accent,
        "country": colours.country,
        "union": colours.union,
        "target": colours.better,
    }[party]


def party_dots(rows: pd.DataFrame, look: Look, names: dict[str, str]) -> dict[str, Any]:
    """Rows of dots. `rows` has `label`, `party` (a key of SHAPES), `value`, `standing` (hollow where the number
    is ours); `names` says who each party is, above the plot."""
    shown = rows.dropna(subset=["value"]).assign(label=lambda r: r["label"].map(wrap_label))
    parties = [party for party in SHAPES if party in set(shown["party"])]
    traces = [dots_of(shown[shown["party"] == party], party, names[party], look) for party in parties]
    order = rows["label"].map(wrap_label).drop_duplicates()
    reach = axis_range(shown["value"])
    box = row_layout(look, order, reach, right=24, top=KEY, showlegend=True, legend=legend(look))
    tall = box["height"] + KEY_LINE * len(parties)
    ordered = {"categoryorder": "array", "categoryarray": order.tolist()}
    return {
        "data": [*stems(shown, look), *traces],
        "layout": {**box, "height": tall, "yaxis": {**box["yaxis"], **ordered}},
    }


def axis_range(values: pd.Series) -> list[float]:
    """From zero, or the least where that is below it, to the most, with room for a mark at either end."""
    low, high = min(values.min(), 0), max(values.max(), 0)
    room = 0.06 * ((high - low) or 1)
    return [low - room, high + room]


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


def dots_of(rows: pd.DataFrame, party: str, name: str, look: Look) -> dict[str, Any]:
    """The marks of one party; the chosen region carries its number."""
    colour = colour_of(party, look)
    home = party == "home"
    fill = [colour if is_solid(standing) else look.colours.ground for standing in rows["standing"]]
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
        "text": [look.spoken_number(value) for value in rows["value"]],
        "textposition": "top center",
        "textfont": {"size": 13},
        "cliponaxis": False,
        "hovertext": [
            f"{name}, {label}: {look.value(value)}"
            for label, value in zip(rows["label"], rows["value"], strict=True)
        ],
        "hoverinfo": "text",
    }
