"""The number of a region's dot touches no mark, no other row and no name."""

from itertools import product
from typing import Any

import pytest

from components.figures.margins import NARROW, PAD, SMALL, left_margin
from components.figures.widths import width
from components.i18n.text import LANGUAGES
from components.layout import chart_results
from components.state.selection import Selection
from data import Data
from tests import sample

CHARTS = ("section_gva", "section_jobs", "gva_structure", "employment_structure", "emissions_by_sector")
MARK, TEXT = 7, 16


def numbers(figure: dict[str, Any]) -> list[tuple[float, str, str, list[float]]]:
    """The value, text and side of each number of the region, and what the others have in its row."""
    _, *others, home = figure["data"]
    rows: dict[str, list[float]] = {}
    for trace in others:
        for label, value in zip(trace["y"], trace["x"], strict=True):
            rows.setdefault(label, []).append(value)
    return [
        (value, text, side, rows.get(label, []))
        for value, text, side, label in zip(
            home["x"], home["text"], home["textposition"], home["y"], strict=True
        )
    ]


@pytest.mark.parametrize("chart", CHARTS)
@sample.EXTENT
def test_the_number_of_a_dot_has_its_place_to_itself_on_a_phone(data: Data, chart: str, extent: str) -> None:
    sides = set()
    for region, lang in product(["ITC4", "BG34", "CY00", *sample.regions(data, extent)[::4]], LANGUAGES):
        figure = chart_results.chart_result(
            f"economy.{chart}", data, Selection(region=region, lang=lang)
        ).figure
        if not isinstance(figure, dict):
            continue
        box = figure["layout"]
        low, high = box["xaxis"]["range"]
        rows, margin = box["yaxis"]["categoryarray"], box["margin"]
        scale = (NARROW - margin["l"] - margin["r"]) / (high - low)
        row = (box["height"] - margin["t"] - margin["b"]) / (len(rows) + 0.2)
        for value, text, side, others in numbers(figure):
            where, need = (chart, region, lang, text), MARK + PAD + width(text, SMALL)
            if side == "middle left":
                assert not others or value <= min(others), where
                assert (value - low) * scale + margin["l"] - left_margin(rows) >= need, where
            elif side == "middle right":
                assert not others or value >= max(others), where
                assert (high - value) * scale + margin["r"] >= need, where
            else:
                assert min(others) < value < max(others), where
                assert row >= 2 * MARK + TEXT, where
            sides.add(side)
    assert sides or chart == "gva_structure"
