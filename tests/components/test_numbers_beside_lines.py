"""The number of a bar is never crossed by a line to compare with."""

from itertools import product

import pytest

from components.figures.margins import NARROW, PAD
from components.figures.widths import width
from components.i18n.text import LANGUAGES
from components.layout import chart_results
from components.state.selection import Selection
from components.theme import THEMES
from data import Data
from tests import sample
from tests.components.test_theme import contrast

READABLE = 4.5


@pytest.mark.parametrize("chart", ["economy.nearest", "economy.ranking"])
def test_no_line_crosses_a_number_on_a_phone(data: Data, chart: str) -> None:
    inside, begun = 0, 0
    for region, lang in product(["ITC4", *sample.regions(data)[::3]], LANGUAGES):
        figure = chart_results.chart_result(
            chart, data, Selection(region=region, lang=lang, indicator="gdp_per_head_pps")
        ).figure
        bars, *behind = figure["data"]
        starts = {label: at for texts in behind for label, at in zip(texts["y"], texts["x"], strict=True)}
        low, high = figure["layout"]["xaxis"]["range"]
        margin = figure["layout"]["margin"]
        scale = (NARROW - margin["l"] - margin["r"]) / (high - low)
        lines = [line["x0"] for line in figure["layout"]["shapes"]]
        for label, value, text, side in zip(
            bars["y"], bars["x"], bars["text"], bars["textposition"], strict=True
        ):
            where, room = (region, lang, text), (width(text, 13) + PAD) / scale
            assert (side == "none") == (label in starts), where
            start = starts.get(label, value)
            assert side == "inside" or not any(start < line < start + room for line in lines), where
            assert side != "inside" or value >= room, where
            assert side == "inside" or start + room <= high + margin["r"] / scale, where
            inside += side == "inside"
            begun += side == "none"
    assert inside + begun, "no line comes near a number: the rule tries nothing"


@pytest.mark.parametrize("theme", THEMES)
def test_a_number_in_its_bar_is_read_on_the_colour_of_the_bar(data: Data, theme: str) -> None:
    chosen = Selection(region="ES21", theme=theme, indicator="gdp_per_head_pps")
    bars = chart_results.chart_result("economy.nearest", data, chosen).figure["data"][0]
    for ground, ink in zip(bars["marker"]["color"], bars["insidetextfont"]["color"], strict=True):
        assert contrast(ground, ink) >= READABLE


@pytest.mark.parametrize(
    "chart", ["economy.quotients", "economy.division_quotients", "economy.share_of_country"]
)
def test_the_line_to_compare_with_has_its_name_on_the_drawing(data: Data, chart: str) -> None:
    named = 0
    for region, lang in product(["ITC4", *sample.regions(data)[::3]], LANGUAGES):
        figure = chart_results.chart_result(chart, data, Selection(region=region, lang=lang)).figure
        if not isinstance(figure, dict):
            continue
        lines = [line["x0"] for line in figure["layout"].get("shapes", [])]
        names = [note["x"] for note in figure["layout"].get("annotations", []) if note.get("xref") != "paper"]
        assert names == lines, (region, lang)
        named += len(lines)
    assert named, "no drawing has a line: the rule tries nothing"
