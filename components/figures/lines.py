"""Values over years: one line per series, direct labels at its end, flags marked."""

from math import ceil
from typing import Any

import pandas as pd

from components.figures.frame import Look
from components.figures.margins import EDGE, NARROW, margin_below, margin_beside, vertical_axis, years
from components.figures.reference_lines import dots
from components.figures.widths import fold_text, width

PLOT, LINE, REST = 290, 18, 70
ENDING = 120
FEW, QUIET = 12, 4
ASIDE, MOVED = 12, 8  # pixels between the end of a line and its name, and from which a hair line ties them
BREAK = "b"


def trend(
    rows: pd.DataFrame,
    look: Look,
    *,
    colours: dict[str, str],
    names: dict[str, str],
    base: str = "",
) -> dict[str, Any]:
    """One line per `key`. `rows` has `key`, `year`, `value`, `flag`, and the flag in words as `flag_text` where it
    is known; `colours` and `names` are by key. The line of the key `base` is the same in all years: it is dotted, and
    its name says its value. Each point says its own year: many lines read at once would hide
    the drawing."""
    ordered = {key: rows[rows["key"] == key].sort_values("year") for key in names}
    lines = [
        base_line(series, names[key], look) if key == base else line(series, names[key], colours[key], look)
        for key, series in ordered.items()
    ]
    ended = {
        key: fold_text(name if key == base else f"{name} {latest_text(rows, key, look)}", ENDING)
        for key, name in names.items()
    }
    tall = plot_height(sum(map(lines_of, ended.values())))
    box = look.layout(height=tall + REST, showlegend=False)
    low, high = rows["value"].min(), rows["value"].max()
    room = 0.04 * ((high - low) or abs(high) or 1)
    first, last = rows["year"].min() - 0.4, rows["year"].max() + 0.4
    yaxis = vertical_axis(box["yaxis"], look, (low - room, high + room), tall)
    left, right = margin_beside(yaxis), ASIDE + EDGE + ceil(max(map(width, ended.values())))
    xaxis = {**box["xaxis"], **years(first, last, NARROW - left - right), "range": [first, last]}
    return {
        "data": lines,
        "layout": {
            **box,
            "margin": {"l": left, "r": right, "t": 12, "b": margin_below("")},
            "xaxis": xaxis,
            "yaxis": {**yaxis, "range": [low - room, high + room]},
            "annotations": ends(rows, colours, ended, tall, look),
        },
    }


def latest_text(rows: pd.DataFrame, key: str, look: Look) -> str:
    """The last value of a line, as its label says it."""
    line_rows = rows[rows["key"] == key]
    return look.spoken_number(line_rows.loc[line_rows["year"].idxmax(), "value"]) if len(line_rows) else ""


def over_time(figure: dict[str, Any], period: str) -> dict[str, Any]:
    """A trend as it is; or, where its only year stands for a `period`, with the period on its axis and in its
    tooltips."""
    if not period:
        return figure
    layout = figure["layout"]
    years = ("range", "dtick", "tick0", "tickformat", "tickvals", "ticktext")
    axis = {key: value for key, value in layout["xaxis"].items() if key not in years}
    traces = [
        {
            **trace,
            "x": [period] * len(trace["x"]),
            "text": [
                text.replace(f", {year}:", f", {period}:")
                for year, text in zip(trace["x"], trace["text"], strict=True)
            ],
        }
        for trace in figure["data"]
    ]
    return {
        "data": traces,
        "layout": {
            **layout,
            "xaxis": {**axis, "type": "category"},
            "annotations": [{**annotation, "x": period} for annotation in layout["annotations"]],
        },
    }


def with_gaps(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of one series in order of years, and in the year of each break an empty one before the value: there the
    line is interrupted. Years without a value do not interrupt it: some series have every second year only."""
    breaks = rows.loc[rows["flag"].fillna("").str.contains(BREAK) & (rows["year"] > rows["year"].min())]
    if breaks.empty:
        return rows
    gaps = pd.DataFrame({"year": breaks["year"], "value": None, "flag": ""}, dtype=object)
    return pd.concat([gaps, rows.astype(object)]).sort_values("year", kind="stable")


def line(series: pd.DataFrame, name: str, colour: str, look: Look) -> dict[str, Any]:
    """One series, interrupted where it breaks; a year whose value carries a publisher's flag has an open marker, a
    break in the series a square one. Of many years the others are hardly more than their line."""
    rows = with_gaps(series)
    flags = rows["flag"].fillna("").tolist()
    texts = rows["flag_text"].fillna("").tolist() if "flag_text" in rows else flags
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": name,
        "x": rows["year"].tolist(),
        "y": [None if pd.isna(value) else value for value in rows["value"]],
        "line": {"color": colour, "width": 2.5},
        "marker": {
            "size": [10 if BREAK in flag else 7 if flag or len(series) <= FEW else QUIET for flag in flags],
            "symbol": ["square" if BREAK in flag else "circle" for flag in flags],
            "color": [look.colours.ground if flag else colour for flag in flags],
            "line": {"color": colour, "width": 2},
        },
        "text": [
            "" if pd.isna(value) else f"{name}, {year}: {look.value(value)}{f' ({text})' if text else ''}"
            for year, value, text in zip(rows["year"], rows["value"], texts, strict=True)
        ],
        "hoverinfo": "text",
        "connectgaps": False,
    }


def base_line(series: pd.DataFrame, name: str, look: Look) -> dict[str, Any]:
    """The dotted line of what all values of an index are relative to."""
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": series["year"].tolist(),
        "y": series["value"].tolist(),
        "line": dots(look),
        "text": [f"{name}, {year}" for year in series["year"]],
        "hoverinfo": "text",
        "connectgaps": False,
    }


def ends(
    rows: pd.DataFrame, colours: dict[str, str], names: dict[str, str], tall: int, look: Look
) -> list[dict[str, Any]]:
    """The name of each series where its line ends, moved apart where two would touch."""
    last = rows.dropna(subset=["value"]).sort_values("year").groupby("key").tail(1)
    last = last[last["key"].isin(names)].sort_values("value")
    return [
        {
            "name": "end",
            "x": row.year,
            "y": row.value,
            "text": names[row.key],
            "xanchor": "left",
            "align": "left",
            **place_of_label(shift, colours[row.key]),
            "font": {"color": label_colour(colours[row.key], look), "size": 14},
        }
        for row, shift in zip(
            last.itertuples(),
            shifts(
                last["value"].tolist(), rows["value"], tall, [lines_of(names[key]) for key in last["key"]]
            ),
            strict=True,
        )
    ]


def place_of_label(shift: float, colour: str) -> dict[str, Any]:
    """A label right behind the end of its line; one that had to move tied to it by a hair line."""
    if abs(shift) < MOVED:
        return {"xshift": ASIDE, "yshift": shift, "showarrow": False}
    line = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": colour, "standoff": 4}
    return {"ax": ASIDE, "ay": -shift, "borderpad": 0, **line}


def label_colour(colour: str, look: Look) -> str:
    """The colour of a line's name: the line's own, or the grey that can be read where the line has the quiet one."""
    return look.colours.soft if colour == look.colours.rest else colour


def lines_of(name: str) -> int:
    """On how many lines a name stands."""
    return name.count("<br>") + 1


def plot_height(lines: int) -> int:
    """Pixels for so many names at the ends of their lines."""
    return max(PLOT, (LINE + 2) * lines)


def shifts(heights: list[float], values: pd.Series, plot: int, lines: list[int]) -> list[float]:
    """How many pixels each label moves so that none of so many `lines` touches the next and none leaves the
    plot: up from the lowest, then down from the top. `heights` are in order."""
    scale = plot / ((values.max() - values.min()) or 1)
    own = [(height - values.min()) * scale for height in heights]
    moved: list[float] = []
    half = [LINE * count / 2 for count in lines]
    floor = float("-inf")
    for place, above in zip(own, half, strict=True):
        moved.append(max(place, floor + above))
        floor = moved[-1] + above
    ceiling = float(plot + LINE)
    for at in range(len(moved) - 1, -1, -1):
        moved[at] = min(moved[at], ceiling - half[at])
        ceiling = moved[at] - half[at]
    return [place - there for place, there in zip(moved, own, strict=True)]
