"""Every view on paper: whole charts in their own shape, no heading left alone at the foot of a sheet."""

import io
import re

import pytest
from pypdf import PdfReader

from components.state.selection import ALL, OVERVIEW, TABS
from tests import sample
from tests.browser.conftest import Watched

ON_PAPER = """() => {
    dispatchEvent(new Event('beforeprint'));
    return [...document.querySelectorAll('figure[data-chart] .plot')].map((plot) => {
        const svg = plot.querySelector(".main-svg"), box = svg.getBoundingClientRect();
        const { width, height } = svg.viewBox.baseVal;
        return { scale: Math.min(box.width / width, box.height / height), name: plot.closest('figure').id, ratio: width / height, wide: box.width, high: box.height, empty: plot.getBoundingClientRect().height - box.height };
    });
}"""
LEAST_SCALE = 0.54  # a drawing as wide as a laptop on a sheet; letters of 13 px are then 5 points
A_CARD = 300  # letters: a question, its sentence and its source
CUT = """() => [...document.querySelectorAll('figure[data-chart] .main-svg')]
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1).length"""
LAYERS = "[...document.querySelectorAll('.js-plotly-plot .main-svg')]"
SQUEEZED = f"{LAYERS}.filter((one) => Math.abs(one.getScreenCTM().a - 1) > 0.01).length"
TITLES = """[...document.querySelectorAll('#content section:has(h2)')].map((one) =>
    ['h2', '.section-text', 'h3'].map((name) => one.querySelector(name)?.innerText || '').join(''))"""


@pytest.mark.parametrize("tab", TABS)
def test_a_chart_on_paper_is_whole_and_leaves_no_empty_space(watched: Watched, tab: str) -> None:
    page = watched.open(f"/{tab}?part=all")
    page.set_viewport_size({"width": 718, "height": 1000})
    page.emulate_media(media="print")
    assert page.evaluate(CUT) == 0
    charts = page.evaluate(ON_PAPER)
    assert page.evaluate(CUT) == 0
    assert charts
    for chart in charts:
        assert abs(chart["empty"]) <= 2, chart
        assert chart["high"] <= chart["wide"] / chart["ratio"] + 1, chart
        assert chart["scale"] > LEAST_SCALE, chart


def test_after_printing_a_chart_fits_the_window_again(watched: Watched) -> None:
    page = watched.open("/economy")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(f"{LAYERS}.every((one) => one.hasAttribute('viewBox'))")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not page.evaluate(f"{LAYERS}.some((one) => one.hasAttribute('viewBox'))")
    page.set_viewport_size({"width": 700, "height": 900})
    page.wait_for_function(f"() => {LAYERS}.every((one) => one.getBoundingClientRect().right <= 700)")
    assert page.evaluate(SQUEEZED) == 0


@pytest.mark.parametrize("part", [OVERVIEW, *sample.nightly_values(ALL)])
@pytest.mark.parametrize("tab", TABS)
def test_in_a_wider_window_a_chart_is_drawn_at_its_size(watched: Watched, tab: str, part: str) -> None:
    watched.page.set_viewport_size({"width": 700, "height": 900})
    page = watched.open(f"/{tab}?part={part}")
    page.set_viewport_size({"width": 1600, "height": 900})
    wide = f"() => {LAYERS}.every((one) => Math.abs(one.getBoundingClientRect().width - one.closest('.plot').clientWidth) < 2)"
    page.wait_for_function(wide)
    assert page.evaluate(SQUEEZED) == 0


@pytest.mark.parametrize("language", ["it", *sample.nightly_values("en")])
@pytest.mark.parametrize("tab", sample.ordinary(TABS, "compare", "initiatives"))
def test_a_heading_stands_on_the_sheet_of_what_it_heads(watched: Watched, tab: str, language: str) -> None:
    page = watched.open(f"/{tab}?part=all&lang={language}&theme=dark")
    titles = page.evaluate(TITLES)
    sheets = [without_spaces(sheet.extract_text()) for sheet in PdfReader(io.BytesIO(page.pdf())).pages]
    assert titles
    for title in titles:
        assert any(without_spaces(title) in sheet for sheet in sheets), title


@pytest.mark.parametrize(("tab", "region"), sample.in_turn(TABS, ["EE00", "ITC4", "FRY5"]))
def test_no_sheet_of_a_view_is_empty_but_for_a_heading_or_a_choice(
    watched: Watched, tab: str, region: str
) -> None:
    page = watched.open(f"/{tab}?region={region}")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    sheets = [without_spaces(sheet.extract_text()) for sheet in PdfReader(io.BytesIO(page.pdf())).pages]
    assert all(len(sheet) > A_CARD for sheet in sheets[:-1]), [len(sheet) for sheet in sheets]


def without_spaces(words: str) -> str:
    """Words without spaces and hyphens, which a line's end may add or take."""
    return re.sub(r"[\s\u00ad-]", "", words)
