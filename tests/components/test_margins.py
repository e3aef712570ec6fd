"""Nothing that a drawing says is cut, and no drawing is made twice to find its margins."""

from collections.abc import Iterator
from typing import Any

import pytest

from components.figures.margins import NARROW, SMALL, round_step, tick_count
from components.figures.widths import BREAK, fold_text, width
from components.i18n.text import LANGUAGES
from components.layout import content
from components.state.selection import Selection
from components.views import TABS
from data import Data

REGIONS = ("ITC4", "BE10", "EL30", "PT1A")
TICK, LEAST = 3, 40


@pytest.fixture(scope="module")
def all_figures(data: Data) -> list[tuple[str, dict[str, Any]]]:
    """Every figure of every view for regions with long and with Greek names, with where it stands. Each region is
    taken in one language, so that each view is taken in both."""
    chosen = [
        Selection(tab=tab, part="all", region=code, lang=LANGUAGES[turn % len(LANGUAGES)])
        for tab in TABS
        for turn, code in enumerate(REGIONS)
    ]
    return [
        (f"{name}, {flag.region} {flag.lang}", figure)
        for flag in chosen
        for name, figure in content.page_content(data, flag).figures.items()
        if "geo" not in figure["layout"]
    ]


def names(figure: dict[str, Any]) -> list[str]:
    """What stands at the upright axis."""
    axis = figure["layout"]["yaxis"]
    if axis.get("type") == "category":
        return [name for trace in figure["data"] for name in trace["y"] if name is not None]
    return list(axis.get("ticktext", []))


def titles(figure: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each axis with its title."""
    for axis in ("xaxis", "yaxis"):
        title = (figure["layout"][axis].get("title") or {}).get("text", "")
        if title:
            yield axis, title


def test_no_axis_whose_words_are_known_makes_plotly_draw_twice(
    all_figures: list[tuple[str, dict[str, Any]]],
) -> None:
    for where, figure in all_figures:
        for axis in ("xaxis", "yaxis"):
            asks = figure["layout"][axis].get("automargin", False)
            turned = figure["layout"][axis].get("tickangle") == "auto"
            assert asks == turned, f"{where}: {axis}"


def test_the_margins_hold_every_name_and_every_title(all_figures: list[tuple[str, dict[str, Any]]]) -> None:
    for where, figure in all_figures:
        margin = figure["layout"]["margin"]
        widest = max(map(width, names(figure)), default=0)
        rows = {axis: len(BREAK.split(title)) for axis, title in titles(figure)}
        upright = rows.get("yaxis", 0) * SMALL * 1.3
        assert not widest or margin["l"] >= widest + TICK + upright, where
        assert (
            figure["layout"]["xaxis"].get("automargin") or margin["b"] >= rows.get("xaxis", 0) * SMALL * 1.3
        )
        assert NARROW - margin["l"] - margin["r"] >= LEAST, f"{where}: a phone has no room for the marks"


def test_a_title_is_no_longer_than_a_phone_is_wide_or_a_drawing_is_tall(
    all_figures: list[tuple[str, dict[str, Any]]],
) -> None:
    for where, figure in all_figures:
        box = figure["layout"]
        middle = (NARROW + box["margin"]["l"] - box["margin"]["r"]) / 2
        room = {"xaxis": 2 * min(middle, NARROW - middle), "yaxis": box["height"]}
        for axis, title in titles(figure):
            assert width(title, SMALL) <= room[axis], f"{where}: {title}"


def test_the_name_at_the_end_of_a_line_is_whole(all_figures: list[tuple[str, dict[str, Any]]]) -> None:
    trends = [(where, figure) for where, figure in all_figures if "trend" in where]
    assert trends
    for where, figure in trends:
        for annotation in figure["layout"]["annotations"]:
            beside = annotation["ax"] if annotation["showarrow"] else annotation["xshift"]
            assert figure["layout"]["margin"]["r"] >= beside + width(annotation["text"]), where


def test_widths_are_those_of_the_typeface() -> None:
    assert width("iii") < width("mmm")
    assert width("0000") == pytest.approx(4 * width("0"))
    assert width("short<br>a longer line") == width("a longer line")
    assert width("<b>Bold</b>") == width("Bold")
    assert all(width(letter) > 3 for letter in "ΑωЯłőșßÉ")


def test_a_text_is_folded_between_words_and_keeps_them_all() -> None:
    text = "of 100 other regions, how many do worse"
    lines = fold_text(text, 120, SMALL).split("<br>")
    assert " ".join(lines) == text
    assert all(width(line, SMALL) <= 120 for line in lines)
    assert fold_text("unbreakable", 10) == "unbreakable"


def test_steps_are_round_and_numbers_under_a_plot_are_as_many_as_have_room() -> None:
    assert [round_step(rough) for rough in (0.13, 1.0, 3.0, 7.0, 4100)] == [0.2, 1.0, 5.0, 10.0, 5000]
    assert tick_count(0, 40_000, 300) == 0
    assert 3 <= tick_count(0, 40_000, 80) < 5
