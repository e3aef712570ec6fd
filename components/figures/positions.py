"""Where rows stand between 0 (last) and 100 (first), one under the other, alone or in groups."""

from itertools import accumulate
from typing import Any

import pandas as pd

from components.figures.bars import row_layout
from components.figures.frame import Look, legend, wrap_label
from components.figures.margins import EDGE, NARROW, SMALL, left_margin
from components.figures.reference_lines import names_above, texts_width, vertical_line
from components.figures.widths import fold_text

REACH = [-7.0, 109.0]
HALF = 50.0
ROOM, ALONE, ROW, LINE, SECOND_LINE, GAP = 80, 64, 21, 20, 0.8, 0.3
LEGEND = 230  # pixels across that a phone has for a name in the legend


def positions(
    rows: pd.DataFrame, look: Look, *, texts: list[str], hover: list[str], hollow: list[bool], half: str
) -> dict[str, Any]:
    """Where each row stands between 0 (all others do better) and 100 (none does better), with its text at the right
    edge; hollow dots for values of another level. The line in the middle is called `half`."""
    dotted = rows["label"].map(wrap_label)
    places, ends = row_places(dotted.tolist())
    lines = [
        {"position": value, "words": words, "hollow": flag, "text": text, "at": at}
        for value, words, flag, text, at in zip(rows["value"], hover, hollow, texts, places, strict=True)
    ]
    layout, above = position_layout(look, dotted, texts, half)
    axis = named_axis(places, dotted.tolist(), ends)
    return {
        "data": [dots(lines, look, ""), edge_texts(lines, look)],
        "layout": {
            **layout,
            "height": round(ALONE + above + ROW * ends),
            "yaxis": {**layout["yaxis"], **axis},
            "showlegend": False,
        },
    }


def position_layout(
    look: Look, labels: pd.Series, texts: list[str], half: str, *, top: int = 8
) -> tuple[dict[str, Any], int]:
    """The layout of rows between 0 and 100 with texts at the right edge and a named line in the middle, and the pixels
    that its name needs."""
    right = texts_width(texts)
    names, above = names_above(
        {half: HALF}, (REACH[0], REACH[1]), (left_margin(labels.tolist()), right), look
    )
    line = vertical_line(HALF, look)
    layout = row_layout(look, labels, REACH, right=right, top=top + above, shapes=[line])
    return {**layout, "annotations": [*layout.get("annotations", []), *names]}, above


def row_places(labels: list[str], heads: list[bool] | None = None) -> tuple[list[float], float]:
    """Where each row is, from 0 downwards, and where the last ends: a row is as high as its label, with some room above
    each that is in `heads` but the first."""
    heights = [1 + SECOND_LINE * label.count("<br>") for label in labels]
    apart = [GAP if at and is_head else 0 for at, is_head in enumerate(heads or [False] * len(labels))]
    ends = list(accumulate(height + gap for height, gap in zip(heights, apart, strict=True)))
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
    groups: list[tuple[str, list[dict[str, Any]]]], look: Look, *, names: tuple[str, str, str], nothing: str
) -> dict[str, Any]:
    """Rows in groups, each group under its name in bold; a group without rows says `nothing`.

    A row has `label`, `position`, `text` (at the right edge), `words` (the tooltip), `hollow` (a value of another
    level) and `middle` with `middle_words`: where those stand that the region is compared with, None where none does.
    `names` are those of the two marks and of the line in the middle."""
    lines = [line for name, rows in groups for line in lines_of(name, rows, nothing)]
    places, ends = row_places([line["label"] for line in lines], [is_head(line) for line in lines])
    placed = [{**line, "at": at} for line, at in zip(lines, places, strict=True)]
    rows = [line for line in placed if "position" in line]
    labels = pd.Series([line["label"] for line in rows] or [""])
    layout, above = position_layout(look, labels, [line["text"] for line in lines], names[2], top=24)
    axis = named_axis([line["at"] for line in rows], [line["label"] for line in rows], ends)
    heads = [head_text(line, layout["margin"]["l"], look) for line in placed if is_head(line)]
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
            "height": round(ROOM + above + ROW * ends),
            "yaxis": {**layout["yaxis"], **axis},
            "annotations": [*layout["annotations"], *heads],
            "showlegend": True,
            "legend": {**legend(look), "y": 1 + above / (ROW * ends)},
        },
    }


def lines_of(name: str, rows: list[dict[str, Any]], nothing: str) -> list[dict[str, Any]]:
    """A group as lines of the figure: its name over the whole width, then its rows."""
    text = "" if rows else nothing
    head = {"label": fold_text(name, NARROW - 2 * EDGE - (texts_width([text]) if text else 0)), "text": text}
    return [head, *({**row, "label": wrap_label(row["label"], LINE)} for row in rows)]


def is_head(line: dict[str, Any]) -> bool:
    """Whether a line is the name of a group."""
    return "position" not in line


def head_text(line: dict[str, Any], left: float, look: Look) -> dict[str, Any]:
    """The name of a group, from the left edge of the drawing, `left` pixels before the plot, across it."""
    return {
        "text": f"<b>{line['label']}</b>",
        "xref": "paper",
        "x": 0,
        "xshift": EDGE - left,
        "xanchor": "left",
        "y": line["at"],
        "yanchor": "middle",
        "align": "left",
        "showarrow": False,
        "font": {"color": look.colours.ink, "shadow": look.halo},
    }


def dots(rows: list[dict[str, Any]], look: Look, name: str) -> dict[str, Any]:
    """The region's own marks."""
    colours = [look.colours.ground if row["hollow"] else look.colours.accent for row in rows]
    marker = {"size": 13, "color": colours, "line": {"color": look.colours.accent, "width": 2.5}}
    return marks(rows, name, "position", "words", marker)


def median_strokes(rows: list[dict[str, Any]], look: Look, name: str) -> dict[str, Any]:
    """Upright strokes where those stand that the region is compared with."""
    colour = look.colours.union
    marker = {"symbol": "line-ns-open", "size": 15, "color": colour, "line": {"width": 3, "color": colour}}
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
        "x": [REACH[1]] * len(lines),
        "y": [line["at"] for line in lines],
        "text": [line["text"] for line in lines],
        "textposition": "middle right",
        "textfont": {"size": SMALL, "color": look.colours.ink},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }
