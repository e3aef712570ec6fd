"""One quantity per row for up to four parties: the chosen region, its country, the Union, a target. Told
apart by shape and colour."""

from math import ceil
from typing import Any

import pandas as pd

from components.figures.bars import row_height, row_layout, shares
from components.figures.fills import is_solid
from components.figures.frame import Look, legend, wrap_label
from components.figures.margins import NARROW, PAD, SMALL, left_margin, margin_for_texts
from components.figures.widths import width

SHAPES = {"home": "circle", "country": "diamond", "union": "line-ns", "target": "triangle-down"}
# On a phone the names of the parties stand one under the other; a wide screen gives that room to the rows.
KEY, KEY_LINE = 32, 18
SIZES = {"home": 14, "target": 15}
LETTERS = 24
MARK = 8  # pixels from the middle of the region's mark to its number
ROW_WITH_NUMBER_ABOVE = 28
LEFT, RIGHT, ABOVE = "middle left", "middle right", "top center"


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
    """Rows of dots, the region's drawn over the others. `rows` has `label`, `party` (a key of SHAPES), `value`,
    `standing` (hollow where the number is ours); `names` says who each party is, above the plot."""
    shown = rows.dropna(subset=["value"]).assign(label=lambda r: r["label"].map(wrap_row_label))
    parties = [party for party in reversed(SHAPES) if party in set(shown["party"])]
    traces = [dots_of(shown[shown["party"] == party], party, names[party], look) for party in parties]
    order = rows["label"].map(wrap_row_label).drop_duplicates()
    reach = axis_range(shown["value"])
    numbers = numbers_of_home(shown, look)
    before, right = room_for_numbers(numbers, reach, order.tolist())
    box = row_layout(look, order, reach, right=right, top=KEY, showlegend=True, legend=legend(look))
    is_above = bool((numbers["side"] == ABOVE).any())
    more = max(0, ROW_WITH_NUMBER_ABOVE - row_height(order)) * len(order) if is_above else 0
    upright = {"categoryorder": "array", "categoryarray": order.tolist(), "ticklabelstandoff": before}
    homes = [{"textposition": numbers["side"].tolist()} if party == "home" else {} for party in parties]
    return {
        "data": [*stems(shown, look), *({**dots, **side} for dots, side in zip(traces, homes, strict=True))],
        "layout": {
            **box,
            "height": box["height"] + KEY_LINE * len(parties) + more,
            "margin": {**box["margin"], "l": box["margin"]["l"] + before},
            "yaxis": {**box["yaxis"], **upright},
        },
    }


def wrap_row_label(label: str) -> str:
    """The name of a row, on lines that leave a phone room for marks with numbers beside them."""
    return wrap_label(label, LETTERS)


def numbers_of_home(shown: pd.DataFrame, look: Look) -> pd.DataFrame:
    """The number of the region in each row and its `side` of the mark: the one without another mark, above the
    mark where there are others on both."""
    ends = shown.groupby("label", sort=False)["value"].agg(["min", "max"])
    home = shown[shown["party"] == "home"]
    least, most = (home["label"].map(ends[name]) for name in ("min", "max"))
    sides = [
        RIGHT if value >= high else LEFT if value <= low else ABOVE
        for value, low, high in zip(home["value"], least, most, strict=True)
    ]
    return home.assign(text=[look.spoken_number(value) for value in home["value"]], side=sides)


def room_for_numbers(numbers: pd.DataFrame, reach: list[float], labels: list[str]) -> tuple[int, int]:
    """Pixels between the names of the rows and the axis, and to the right of the plot, that the numbers beside the
    marks need on a phone."""
    before, behind = (numbers[numbers["side"] == side] for side in (LEFT, RIGHT))
    needs = [MARK + 2 * PAD + width(text, SMALL) for text in before["text"]]
    left = left_margin(labels)
    right = max(
        24,
        margin_for_texts(
            behind["text"].tolist(),
            shares(behind["value"].tolist(), reach),
            left + max(needs, default=0),
            mark=MARK,
        ),
    )
    plot = NARROW - left - right
    places = shares(before["value"].tolist(), reach)
    wanted = [(need - share * plot) / (1 - share) for need, share in zip(needs, places, strict=True)]
    return ceil(max([0, *wanted])), right


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
    """The marks of one party; the chosen region carries its number in its colour."""
    colour = colour_of(party, look)
    home = party == "home"
    fill = [colour if is_solid(standing) else look.colours.ground for standing in rows["standing"]]
    return {
        "type": "scatter",
        "mode": "markers+text" if home else "markers",
        "name": name,
        "legendrank": list(SHAPES).index(party) + 1,
        "x": rows["value"].tolist(),
        "y": rows["label"].tolist(),
        "marker": {
            "symbol": SHAPES[party],
            "size": SIZES.get(party, 12),
            "color": fill,
            "line": {"color": colour, "width": 2.5},
        },
        "text": [look.spoken_number(value) for value in rows["value"]],
        "textfont": {"size": SMALL, "color": colour},
        "cliponaxis": False,
        "hovertext": [
            f"{name}, {label}: {look.value(value)}"
            for label, value in zip(rows["label"], rows["value"], strict=True)
        ],
        "hoverinfo": "text",
    }
