"""Where rows stand between 0 (last) and 100 (first), one under the other, alone or in groups."""

from itertools import accumulate
from math import ceil
from typing import Any

import pandas as pd

from components.figures.bars import limit_at, row_layout
from components.figures.frame import Look, legend, wrap_label
from components.figures.margins import PAD, SMALL
from components.figures.widths import fold_text, width

REACH, WIDE_REACH = [-3.0, 103.0], [-7.0, 109.0]
ROOM, ALONE, ROW, LINE, SECOND_LINE = 80, 64, 21, 20, 0.7
LEGEND = 230  # pixels across that a phone has for a name in the legend


def positions(
    rows: pd.DataFrame, look: Look, *, texts: list[str], hover: list[str], hollow: list[bool]
) -> dict[str, Any]:
    """Where each row stands between 0 (all others do better) and 100 (none does better); hollow dots for
    values of another level."""
    dotted = rows["label"].map(wrap_label)
    places, ends = row_places(dotted.tolist())
    trace = {
        "type": "scatter",
        "mode": "markers+text",
        "x": rows["value"].tolist(),
        "y": places,
        "marker": {
            "size": 13,
            "color": [look.colours.ground if flag else look.colours.accent for flag in hollow],
            "line": {"color": look.colours.accent, "width": 2.5},
        },
        "text": texts,
        "textposition": ["middle left" if value > 55 else "middle right" for value in rows["value"]],
        "textfont": {"size": 13, "color": look.colours.soft},
        "cliponaxis": False,
        "hovertext": hover,
        "hoverinfo": "text",
    }
    layout = row_layout(look, dotted, REACH, shapes=[limit_at(50, look)])
    axis = named_axis(places, dotted.tolist(), ends)
    return {
        "data": [trace],
        "layout": {**layout, "height": round(ALONE + ROW * ends), "yaxis": {**layout["yaxis"], **axis}},
    }


def row_places(labels: list[str]) -> tuple[list[float], float]:
    """Where each row is, from 0 downwards, and where the last ends: a row is as high as its label."""
    heights = [1 + SECOND_LINE * label.count("<br>") for label in labels]
    ends = list(accumulate(heights))
    return [end - (height + 1) / 2 for end, height in zip(ends, heights, strict=True)], ends[-1]


def named_axis(places: list[float], names: list[str], ends: float) -> dict[str, Any]:
    """The upright axis of rows that are not all equally high."""
    return {
        "type": "linear",
        "range": [ends - 0.5, -0.5],
        "tickmode": "array",
        "tickvals": places,
        "ticktext": names,
    }


def grouped_positions(
    groups: list[tuple[str, list[dict[str, Any]]]], look: Look, *, names: tuple[str, str], nothing: str
) -> dict[str, Any]:
    """Rows in groups, each group under its name in bold; a group without rows says `nothing`.

    A row has `label`, `position`, `text` (at the right edge), `words` (the tooltip), `hollow` (a value of another
    level) and `middle` with `middle_words`: where those stand that the region is compared with, None where none does.
    `names` are those of the two marks."""
    lines = [line for name, rows in groups for line in lines_of(name, rows, nothing)]
    places, ends = row_places([line["label"] for line in lines])
    placed = [{**line, "at": at} for line, at in zip(lines, places, strict=True)]
    rows = [line for line in placed if "position" in line]
    right = ceil(max(width(line["text"], SMALL) for line in lines)) + 2 * PAD
    labels = pd.Series([line["label"] for line in lines])
    layout = row_layout(look, labels, WIDE_REACH, right=right, shapes=[limit_at(50, look)], top=24)
    names_of_rows = [f"<b>{line['label']}</b>" if "position" not in line else line["label"] for line in lines]
    axis = named_axis(places, names_of_rows, ends)
    return {
        "data": [
            dots(rows, look, names[0]),
            median_strokes(
                [row for row in rows if row["middle"] is not None], look, fold_text(names[1], LEGEND, SMALL)
            ),
            edge_texts([line for line in placed if line["text"]], look),
        ],
        "layout": {
            **layout,
            "height": round(ROOM + ROW * ends),
            "yaxis": {**layout["yaxis"], **axis},
            "showlegend": True,
            "legend": legend(look),
        },
    }


def lines_of(name: str, rows: list[dict[str, Any]], nothing: str) -> list[dict[str, Any]]:
    """A group as lines of the figure: its name, then its rows."""
    head = {"label": wrap_label(name, LINE), "text": "" if rows else nothing}
    return [head, *({**row, "label": wrap_label(row["label"], LINE)} for row in rows)]


def dots(rows: list[dict[str, Any]], look: Look, name: str) -> dict[str, Any]:
    """The region's own marks."""
    colours = [look.colours.ground if row["hollow"] else look.colours.accent for row in rows]
    marker = {"size": 13, "color": colours, "line": {"color": look.colours.accent, "width": 2.5}}
    return marks(rows, name, "position", "words", marker)


def median_strokes(rows: list[dict[str, Any]], look: Look, name: str) -> dict[str, Any]:
    """Upright strokes where those stand that the region is compared with."""
    marker = {"symbol": "line-ns-open", "size": 15, "line": {"width": 3, "color": look.colours.soft}}
    return marks(rows, name, "middle", "middle_words", marker)


def marks(
    rows: list[dict[str, Any]], name: str, along: str, words: str, marker: dict[str, Any]
) -> dict[str, Any]:
    """A mark per row at its value `along`, with its `words` as tooltip."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [row[along] for row in rows],
        "y": [row["at"] for row in rows],
        "marker": marker,
        "cliponaxis": False,
        "hovertext": [row[words] for row in rows],
        "hoverinfo": "text",
    }


def edge_texts(lines: list[dict[str, Any]], look: Look) -> dict[str, Any]:
    """The texts of the rows, one under the other behind the right edge."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [WIDE_REACH[1]] * len(lines),
        "y": [line["at"] for line in lines],
        "text": [line["text"] for line in lines],
        "textposition": "middle right",
        "textfont": {"size": SMALL, "color": look.colours.ink},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }
