"""A line to compare with has its name at its end, and crosses no number: in every chart."""

from collections.abc import Iterator
from typing import Any

import pytest

from components.figures.margins import EDGE, NARROW, SMALL
from components.figures.widths import width
from components.i18n.text import LANGUAGES
from components.layout import chart_results
from components.state.selection import Selection
from components.views import CHARTS
from data import Data
from tests import sample

HAVE_LINES = {
    "economy.nearest",
    "economy.ranking",
    "economy.share_of_country",
    "economy.quotients",
    "economy.division_quotients",
    "economy.digital",
    "economy.twin",
    "economy.innovation_profile",
    "economy.competitiveness_raw",
    "economy.inside_areas",
    "compare.strip",
    "compare.scatter",
    "clusters.sectors_here",
    "clusters.division_regions",
    "clusters.manufacturing_change",
    "initiatives.closer_partners",
    "s3.nearest",
}
SPARE = 2


def lines_of(figure: dict[str, Any]) -> list[dict[str, Any]]:
    """The dotted lines of a figure."""
    return [shape for shape in figure["layout"].get("shapes", []) if shape["line"].get("dash") == "dot"]


def names_of(line: dict[str, Any], figure: dict[str, Any]) -> list[dict[str, Any]]:
    """What is written at a line's own value."""
    axis, other = ("x", "yref") if line.get("yref") == "paper" else ("y", "xref")
    assert line.get(other) == "paper"
    return [
        note
        for note in figure["layout"].get("annotations", [])
        if note.get(f"{axis}ref") != "paper" and note[axis] == line[f"{axis}0"] and note["text"].strip()
    ]


def written_at(trace: dict[str, Any], scale: float, low: float) -> Iterator[tuple[str, float, float]]:
    """Every text of a trace that stands outside of a bar, with where it begins and ends in pixels."""
    if "text" not in trace.get("mode", "") and trace["type"] != "bar":
        return
    count = len(trace["x"])
    sides = trace.get("textposition", "outside")
    sizes = trace.get("marker", {}).get("size", 0) if trace["type"] == "scatter" else 0
    sides, sizes = (each if isinstance(each, list) else [each] * count for each in (sides, sizes))
    for value, text, side, size in zip(trace["x"], trace.get("text") or (), sides, sizes, strict=False):
        at, wide = (value - low) * scale, width(text, SMALL)
        if side in {"outside", "middle right"}:
            yield text, at + size / 2, at + size / 2 + wide
        elif side == "middle left":
            yield text, at - size / 2 - wide, at - size / 2
        elif side not in {"inside", "none"}:
            yield text, at - wide / 2, at + wide / 2


def figures_with_lines(
    data: Data, chart: str, extent: str, turn: int
) -> Iterator[tuple[str, dict[str, Any]]]:
    """A chart of the regions in turn and in every language, where it has a line to compare with."""
    for region in ["ITC4", *sample.share(data, turn, extent)]:
        for lang in LANGUAGES:
            chosen = Selection(tab=chart.partition(".")[0], region=region, lang=lang)
            figure = chart_results.chart_result(chart, data, chosen).figure
            if isinstance(figure, dict) and lines_of(figure):
                yield f"{chart}, {region}, {lang}", figure


@pytest.mark.parametrize("chart", CHARTS)
@sample.EXTENT
def test_a_line_to_compare_with_is_named_and_crosses_no_number_on_a_phone(
    data: Data, chart: str, extent: str
) -> None:
    tried = 0
    for where, figure in figures_with_lines(data, chart, extent, [*CHARTS].index(chart)):
        layout = figure["layout"]
        left, right = layout["margin"]["l"], layout["margin"]["r"]
        low, high = layout["xaxis"]["range"]
        scale = (NARROW - left - right) / (high - low)
        for line in lines_of(figure):
            names = names_of(line, figure)
            assert names, f"{where}: a line without a name at {line['x0']}"
            tried += 1
            if line.get("yref") != "paper" or chart in {"compare.strip", "compare.scatter", "economy.twin"}:
                continue
            at = (line["x0"] - low) * scale
            for trace in figure["data"]:
                for text, begins, ends in written_at(trace, scale, low):
                    assert not begins + SPARE < at < ends - SPARE, f"{where}: {text} is crossed"
            for name in names:
                wide = width(name["text"], name["font"]["size"])
                begins = left + at - (wide if name["xanchor"] == "right" else 0)
                assert begins >= EDGE - SPARE, f"{where}: {name['text']} is cut"
                assert begins + wide <= NARROW - EDGE + SPARE, f"{where}: {name['text']} is cut"
    assert bool(tried) == (chart in HAVE_LINES)
