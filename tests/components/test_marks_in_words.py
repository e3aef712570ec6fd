"""Every mark of the figures made of HTML is a function of its value and standing, and the style sheet draws each kind
as its name says."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from dash import html
from dash.development.base_component import Component

from components import figures
from components.figures.shares import Share
from components.figures.stretches import Stretch
from components.figures.words import Card
from data.standings import STANDINGS

STYLE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(Path("assets/css").glob("*.css")))
GIVEN = ("published", "printed", "bounded")


def descendants(node: object) -> list[Any]:
    """A component and all that it holds."""
    if isinstance(node, (list, tuple)):
        return [part for child in node for part in descendants(child)]
    if not isinstance(node, Component):
        return []
    return [node, *descendants(getattr(node, "children", None))]


def of_class(node: object, name: str) -> list[Any]:
    """The components of a class, in order."""
    return [part for part in descendants(node) if name in str(getattr(part, "className", "")).split()]


def rule(selector: str) -> str:
    """What the style sheet says of exactly one selector."""
    found = re.findall(rf"(?m)(?:^|[}}\s]){re.escape(selector)}\s*\{{([^}}]*)\}}", STYLE)
    assert len(found) == 1, f"{selector} stands {len(found)} times in the style sheet"
    return str(found[0])


@pytest.mark.parametrize("inferred", [False, True])
@pytest.mark.parametrize(("least", "most"), [(0, 0), (0, 9), (2, 9), (7, 8), (9, 9), (1, 4)])
def test_sure_squares_come_first_then_possible_ones_then_empty_ones(
    least: int, most: int, *, inferred: bool
) -> None:
    row = figures.pictogram(least, most, 9, "so many", inferred=inferred)
    kinds = [str(square.className).split()[1] for square in of_class(row, "square")]
    assert kinds == ["implied" if inferred else "sure"] * least + ["possible"] * (most - least) + [
        "empty"
    ] * (9 - most)
    assert getattr(row, "aria-label") == "so many"


def test_a_sure_square_is_filled_a_possible_one_hatched_and_an_empty_one_bare() -> None:
    assert re.search(r"background:\s*var\(--accent\)", rule(".square.sure"))
    assert "repeating-linear-gradient" in rule(".square.possible")
    assert "background" not in rule(".square.empty")
    assert "background" not in rule(".square")
    assert ".square.implied" not in STYLE, "what is only inferred is outlined, as every square is"


@pytest.mark.parametrize("standing", STANDINGS)
@pytest.mark.parametrize("party", ["home", "union"])
def test_a_share_is_as_long_as_its_percent_and_solid_only_where_somebody_gave_it(
    standing: str, party: str
) -> None:
    table = figures.shares(["who", "share"], [("here", [Share("33 %", 33.3, standing, party)])])
    (bar,) = of_class(table, party)
    assert bar.style == {"width": "33.3%"}
    assert ("solid" in str(bar.className).split()) == (standing in GIVEN)
    assert ("outlined" in str(bar.className).split()) == (standing not in GIVEN)


def test_a_share_that_nobody_gave_has_no_bar() -> None:
    table = figures.shares(["who", "share"], [("here", [Share("no value", None, "not-published")])])
    assert not of_class(table, "share")


@pytest.mark.parametrize("party", ["home", "union"])
def test_solid_shares_are_filled_and_outlined_ones_are_not(party: str) -> None:
    assert "background" in rule(f".share .solid.{party}")
    outlined = rule(f".share .outlined.{party}")
    assert "border" in outlined
    assert "background" not in outlined


def points(values: list[float]) -> list[tuple[float, float]]:
    """The corners of a sparkline as pixels from the top left."""
    image = figures.spark(values, "#123456")
    assert isinstance(image, html.Img)
    drawing = unquote(str(image.src))
    path = re.search(r"d='M([^']*)'", drawing)
    assert path
    numbers = [float(part) for part in path[1].split()]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


@pytest.mark.parametrize("values", [[1, 2, 3], [3, 2, 1], [5, 1, 4, 4, 9], [-2, 0, -5], list(range(40))])
def test_a_sparkline_rises_where_the_values_rise(values: list[float]) -> None:
    corners = points(values)
    step = -(-len(values) // 16)
    shown = values[::-1][::step][::-1]
    assert len(corners) == len(shown)
    xs, ys = zip(*corners, strict=True)
    assert list(xs) == sorted(xs)
    assert ys[shown.index(max(shown))] == min(ys), "the highest value is not the topmost point"
    assert ys[shown.index(min(shown))] == max(ys), "the lowest value is not the lowest point"
    span = max(ys) - min(ys)
    for value, y in zip(shown, ys, strict=True):
        share = (value - min(shown)) / (max(shown) - min(shown))
        assert max(ys) - y == pytest.approx(share * span, abs=1)


def test_the_dot_of_a_sparkline_stands_at_its_last_value() -> None:
    image = figures.spark([1.0, 5.0, 2.0], "#123456")
    assert isinstance(image, html.Img)
    drawing = unquote(str(image.src))
    dot = re.search(r"cx='([\d.]+)' cy='([\d.]+)'", drawing)
    assert dot
    assert (float(dot[1]), float(dot[2])) == points([1.0, 5.0, 2.0])[-1]


@pytest.mark.parametrize(("count", "broken"), [(5, 2), (40, 21), (40, 39), (3, 0)])
def test_a_sparkline_is_interrupted_where_its_series_breaks(count: int, broken: int) -> None:
    flags = ["b" if at == broken else "" for at in range(count)]
    image = figures.spark([float(at) for at in range(count)], "#123456", flags)
    assert isinstance(image, html.Img)
    path = re.search(r"d='([^']*)'", unquote(str(image.src)))
    assert path
    stretches = [part.split() for part in path[1].split("M")[1:]]
    shown = range(count)[::-1][:: -(-count // 16)][::-1]
    before = sum(at < broken for at in shown)
    assert [len(part) // 2 for part in stretches] == [n for n in (before, len(shown) - before) if n]


def percent(style: dict[str, str], name: str) -> float:
    """A length of a style in per cent."""
    return float(style[name].removesuffix("%"))


def test_a_step_in_time_lies_at_its_years_from_left_to_right() -> None:
    steps = [
        Stretch("2019", 2019.0, 2021.0, "a", "", "", "printed"),
        Stretch("2023", 2023.0, None, "b", "", "", "printed"),
        Stretch("2015", 2015.0, 2025.0, "c", "", "", "printed"),
    ]
    drawing = figures.stretches(steps, (2015, 2025), [2015, 2020, 2025])
    ticks = [percent(tick.style, "left") for tick in descendants(of_class(drawing, "ticks")[0])[1:]]
    assert ticks == [0.0, 50.0, 100.0]
    first, last = of_class(drawing, "period")
    assert (percent(first.style, "left"), percent(first.style, "width")) == (40.0, 20.0)
    assert (percent(last.style, "left"), percent(last.style, "width")) == (0.0, 100.0)
    (moment,) = of_class(drawing, "moment")
    assert percent(moment.style, "left") == 80.0
    assert "width" not in moment.style


def test_a_period_is_a_filled_bar_and_a_moment_a_ring() -> None:
    assert re.search(r"background:\s*var\(--accent\)", rule(".stretches .period"))
    moment = rule(".stretches .moment")
    assert re.search(r"background:\s*var\(--paper\)", moment)
    assert "border-radius: 50%" in moment


@pytest.mark.parametrize("standing", STANDINGS)
def test_a_headline_card_carries_its_standing_and_its_words(standing: str) -> None:
    listed = figures.cards([Card("GDP", "1.2", "%", "2023", ("rank 3",), standing)])
    (item,) = (part for part in descendants(listed) if isinstance(part, html.Li))
    assert getattr(item, "data-standing") == standing
    words = " ".join(
        str(part.children) for part in descendants(item) if isinstance(getattr(part, "children", None), str)
    )
    assert all(text in words for text in ("GDP", "1.2", "%", "2023", "rank 3"))
