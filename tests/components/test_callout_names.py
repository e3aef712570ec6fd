"""Names beside points cover no other name at any width, and each stands at its point or has a line to it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.figures.callout_names import Line, Point, box_at, place_names
from components.figures.labels import are_apart
from components.state.selection import Selection
from components.views import CHARTS
from data import Data
from tests import sample

WIDTHS, HEIGHT = (200.0, 560.0, 900.0), 440.0
SHARES = st.floats(0.02, 0.98)
POINTS = st.lists(
    st.builds(
        Point,
        SHARES,
        SHARES,
        st.floats(3, 23),
        st.lists(st.text("abcdefgh ", min_size=3, max_size=20), min_size=1, max_size=2).map("<br>".join),
    ),
    max_size=11,
)


@settings(max_examples=40)
@given(POINTS)
def test_no_name_covers_another_at_any_width_and_all_are_whole(points: list[Point]) -> None:
    places = place_names(points, WIDTHS, HEIGHT)
    assert len(places) == len(points)
    shown = [(point, place) for point, place in zip(points, places, strict=True) if place]
    for wide in WIDTHS:
        boxes = [box_at(point, place, wide, HEIGHT) for point, place in shown]
        assert all(are_apart(box, other) for at, box in enumerate(boxes) for other in boxes[:at])
        assert all(box[2] >= 0 and box[3] <= HEIGHT for box in boxes)


@settings(max_examples=30)
@given(POINTS, SHARES)
def test_no_name_covers_that_of_a_line_to_compare_with(points: list[Point], share: float) -> None:
    line = Line(share, upright=False, name="median 1.37")
    for point, place in zip(points, place_names(points, WIDTHS, HEIGHT, (line,)), strict=True):
        if place is None:
            continue
        for wide in WIDTHS:
            named = line.name_box(wide, HEIGHT)
            assert named
            assert are_apart(box_at(point, place, wide, HEIGHT), named)


def test_a_line_runs_beside_a_name_alone() -> None:
    lines = (Line(0.5, upright=True, name="median"), Line(0.53, upright=False, name="median"))
    point = Point(0.5, 0.5, 8, "Lombardy")
    (place,) = place_names([point], WIDTHS, HEIGHT, lines)
    assert place
    for wide in WIDTHS:
        assert all(are_apart(box_at(point, place, wide, HEIGHT), line.box(wide, HEIGHT)) for line in lines)


def test_a_name_alone_stands_at_its_point() -> None:
    (place,) = place_names([Point(0.5, 0.5, 8, "Lombardy")], WIDTHS, HEIGHT)
    assert place
    assert place.side


@sample.EXTENT
def test_every_name_of_two_indicators_is_at_its_bubble_or_tied_to_it(data: Data, extent: str) -> None:
    for region in sample.share(data, 1, extent):
        figure = CHARTS["compare.scatter"](data, Selection(tab="compare", region=region)).figure
        marks = {
            (x, y)
            for trace in figure["data"]
            if trace["text"]
            for x, y in zip(trace["x"], trace["y"], strict=True)
        }
        tied = [note for note in figure["layout"]["annotations"] if "ax" in note]
        assert all((note["x"], note["y"]) in marks and note["showarrow"] for note in tied)
        names = [text for trace in figure["data"] for text in trace["text"] or () if text]
        assert len({*names, *(note["text"] for note in tied)}) == len(names) + len(tied)
        assert not any("…" in name for name in (*names, *(note["text"] for note in tied))), region


@pytest.mark.parametrize("theme", ["light", "dark"])
@sample.EXTENT
def test_no_two_lines_over_the_years_share_a_colour_but_the_grey_of_the_rest(
    data: Data, theme: str, extent: str
) -> None:
    for region in sample.share(data, 2, extent):
        for lens in ("structure", "country"):
            chosen = Selection(tab="compare", region=region, theme=theme, lens=lens)
            figure = CHARTS["compare.trend"](data, chosen).figure
            lines = figure["data"] if isinstance(figure, dict) else []
            colours = [line["line"]["color"] for line in lines]
            grey = {"light": "#8793a6", "dark": "#74839a"}[theme]
            coloured = [colour for colour in colours if colour != grey]
            assert len(set(coloured)) == len(coloured), region
            assert not lines or lines[-1]["line"]["color"] != grey
