"""Every mark of the figures of change, of expectation, of parts and of the drawings without scripts is a function of
its row, as in `test_marks.py`."""

import re
from pathlib import Path
from typing import Any

import pytest

from components import figures
from components.figures.classes import NONE, colours
from components.figures.frame import Look
from components.figures.svg_lines import Series, svg_lines
from components.figures.svg_map import MapRegion, svg_map
from data.standings import OUTLINED, SOLID
from tests.components.plain_rows import CLEAR, LAND, fits_axis, look, rows, rows_run_down, runs_right

__all__ = ["look"]

LAST = [5.0, -9.0, 12.0, 2.5, 90.0, 61.0]


def trace_named(figure: dict[str, Any], name: str) -> dict[str, Any]:
    """The trace of a name."""
    (trace,) = [item for item in figure["data"] if item.get("name") == name]
    return trace


@pytest.mark.parametrize("standing", [*SOLID, *OUTLINED])
def test_what_was_gained_lies_right_of_zero_in_the_colour_of_better(look: Look, standing: str) -> None:
    shown = rows(value=LAST, standing=[standing] * 6)
    figure = figures.gains(shown, look)
    (bars,) = figure["data"]
    edges = [look.colours.better if value >= 0 else look.colours.worse for value in LAST]
    assert bars["x"] == LAST
    assert bars["marker"]["line"]["color"] == edges
    assert bars["marker"]["color"] == (edges if standing in SOLID else [CLEAR] * 6)
    assert all(("−" in text) == (value < 0) for text, value in zip(bars["text"], LAST, strict=True))
    (zero,) = figure["layout"]["shapes"]
    assert zero["x0"] == zero["x1"] == 0
    assert runs_right(figure["layout"]["xaxis"])
    assert fits_axis(figure["layout"]["xaxis"], [0, *LAST])


def test_a_bar_is_outlined_and_its_line_stands_at_what_is_expected(look: Look) -> None:
    due = [3.0, 1.0, None, 30.0, 90.0, 60.0]
    shown = rows(value=[5.0, 0.0, 12.0, 7.5, 88.0, 60.0], expected=due)
    figure = figures.bars_with_expected(shown, look, names=("here", "due"), highlight=("b", "e"))
    bars, lines = trace_named(figure, "here"), trace_named(figure, "due")
    assert bars["x"] == shown["value"].tolist()
    assert bars["marker"]["color"] == CLEAR
    accents = [look.colours.accent if key in "be" else look.colours.soft for key in "abcdef"]
    assert bars["marker"]["line"]["color"] == accents
    assert lines["x"] == [value for value in due if value is not None]
    assert lines["y"] == [f"Region {key}" for key in "abdef"]
    assert lines["marker"]["symbol"] == "line-ns"
    assert figure["layout"]["xaxis"]["range"][0] == 0
    assert fits_axis(figure["layout"]["xaxis"], [*bars["x"], *lines["x"]])
    assert rows_run_down(figure)


@pytest.mark.parametrize("limit", [0.0, 1.5])
def test_a_bar_against_a_limit_is_outlined_and_the_limit_stands_where_it_is(look: Look, limit: float) -> None:
    accent = [True, False, True, False, False, True]
    shown = rows(value=[2.0, 0.5, 3.0, 1.4, 0.0, 1.6], text=list("uvwxyz"), accent=accent)
    figure = figures.against_limit(shown, look, limit=limit, name="limit", leads="mark")
    bars, texts = figure["data"]
    assert bars["x"] == shown["value"].tolist()
    assert bars["marker"]["color"] == CLEAR
    edge = bars["marker"]["line"]
    assert edge["color"] == [look.colours.accent if yes else look.colours.rest for yes in accent]
    assert all((wide > 2) == yes for wide, yes in zip(edge["width"], accent, strict=True))
    assert [line["x0"] for line in figure["layout"].get("shapes", [])] == ([limit] if limit else [])
    assert all(line["x0"] == line["x1"] for line in figure["layout"].get("shapes", []))
    assert [note["x"] for note in figure["layout"]["annotations"] if note["text"] == "limit"] == (
        [limit] if limit else []
    )
    assert [text.strip() for text in texts["text"]] == list("uvwxyz")
    assert all(place >= value for place, value in zip(texts["x"], bars["x"], strict=True))
    assert bars["customdata"] == [f"mark={key}" for key in "abcdef"]
    assert figure["layout"]["xaxis"]["range"][0] == 0
    assert fits_axis(figure["layout"]["xaxis"], [*bars["x"], limit])


def test_a_part_is_as_long_as_its_value_as_thick_as_its_weight_and_the_whole_is_a_line(look: Look) -> None:
    weights = [100.0, 10.0, 50.0, 25.0, 75.0, 1.0]
    shown = rows(value=[5.0, 8.0, 12.0, 7.5, 88.0, 60.0], weight=weights, words=list("uvwxyz"))
    figure = figures.weighted_bars(shown, look, whole=12.0, name="mean")
    bars = figure["data"][0]
    assert bars["x"] == shown["value"].tolist()
    heaviest_first = sorted(range(6), key=lambda at: -weights[at])
    assert heaviest_first == sorted(range(6), key=lambda at: -bars["width"][at])
    steps = [(bars["width"][at] - bars["width"][5]) / (weights[at] - weights[5]) for at in range(5)]
    assert max(steps) - min(steps) < 1e-9
    assert set(bars["marker"]["color"]) == {look.colours.rest}
    (line,) = figure["layout"]["shapes"]
    assert line["x0"] == line["x1"] == 12.0
    assert figure["layout"]["xaxis"]["range"][0] == 0
    assert fits_axis(figure["layout"]["xaxis"], bars["x"])
    assert rows_run_down(figure)


def test_a_row_of_a_group_stands_at_its_position_and_its_stroke_where_the_others_are(look: Look) -> None:
    row = {"label": "A", "position": 80.0, "text": "2/10", "words": "a", "hollow": False, "middle": 30.0}
    other = {**row, "label": "B", "position": 10.0, "hollow": True, "middle": None, "middle_words": ""}
    groups = [("First", [{**row, "middle_words": "m"}, other]), ("Second", [])]
    figure = figures.grouped_positions(groups, look, names=("here", "there", "half"), nothing="none")
    dots, strokes = trace_named(figure, "here"), trace_named(figure, "there")
    assert (dots["x"], dots["y"]) == ([80.0, 10.0], [1, 2])
    assert dots["marker"]["color"] == [look.colours.accent, look.colours.ground]
    assert (strokes["x"], strokes["y"]) == ([30.0], [1])
    assert runs_right(figure["layout"]["xaxis"])
    assert rows_run_down(figure)
    named = dict(
        zip(figure["layout"]["yaxis"]["tickvals"], figure["layout"]["yaxis"]["ticktext"], strict=True)
    )
    assert (named[1], named[2]) == ("A", "B")


def test_a_line_without_scripts_rises_to_the_right_through_its_values_and_flags_are_seen() -> None:
    look = Look(unit="%")
    points = ((2000, 5.0, ""), (2010, 9.0, "e"), (2012, 2.0, "b"), (2020, 7.0, ""))
    other = ((2000, 1.0, ""), (2020, 2.5, ""))
    drawing = svg_lines(
        [Series("A", "#111111", points), Series("B", "#222222", other)], look, label="A and B"
    )
    first, after, second = (
        [tuple(map(float, pair.split(","))) for pair in found.split()]
        for found in re.findall(r'<polyline points="([^"]*)"', drawing)
    )
    own = [*first, *after]
    assert len(first) == 2, "the line runs on where its series breaks"
    placed = {**dict(zip([*points], own, strict=True)), **dict(zip([*other], second, strict=True))}
    for early in placed:
        for late in placed:
            assert (placed[early][0] < placed[late][0]) == (early[0] < late[0])
            assert (placed[early][1] > placed[late][1]) == (early[1] < late[1])
    years = [x for x, _ in own]
    assert (years[1] - years[0]) / (years[3] - years[0]) == pytest.approx(0.5, abs=0.01)
    circles = re.findall(r'<circle [^>]*fill="([^"]*)"[^>]*><title>([^<]*)', drawing)
    squares = re.findall(r'<rect [^>]*fill="([^"]*)"[^>]*><title>([^<]*)', drawing)
    fills = {text.partition(":")[0]: fill for fill, text in [*circles, *squares]}
    assert fills["A, 2000"] == "#111111"
    assert fills["A, 2010"] == fills["A, 2012"] == look.colours.ground
    assert [text.partition(":")[0] for _, text in squares] == ["A, 2012"]
    ends = re.findall(r'<text [^>]*fill="(#\d+)"[^>]*>([^<]*)', drawing)
    assert ("#111111", "A 7.0") in ends
    assert ("#222222", "B 2.5") in ends


def test_a_region_of_the_map_without_scripts_has_the_colour_of_its_class_and_only_the_chosen_one_a_ring(
    look: Look,
) -> None:
    steps = {"a": NONE, "b": 0, "c": 4, "d": 2}
    regions = [MapRegion(key, f"M{at}", step, key, f"/{key}") for at, (key, step) in enumerate(steps.items())]
    drawing = svg_map(regions, look, label="map", chosen="c")
    groups = re.findall(r'<g fill="([^"]*)">(.*?)</g>', drawing)
    found = {key: fill for fill, inside in groups for key in re.findall(r'data-region="(\w)"', inside)}
    assert found == {key: colours(look)[step] for key, step in steps.items()}
    rings = re.findall(r'<path d="([^"]*)" fill="none" stroke="([^"]*)"', drawing)
    assert rings == [("M2", look.colours.ground), ("M2", look.colours.accent)]
    assert re.findall(r'tabindex="0" data-region="(\w)"', drawing) == ["c"]
    assert all(f'href="/{key}"' in drawing for key in steps)


NOT_DRAWN = {"UNIT", "scroll_box", "headings", "empty_state", "over_time"}


@pytest.mark.parametrize("name", sorted({*figures.__all__} - NOT_DRAWN))
def test_every_figure_has_a_rule_for_its_marks(name: str) -> None:
    rules = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    own = re.search(rf"import [^\n]*\b{name}\b", rules) and re.search(rf"(?<![.\w]){name}\(", rules)
    assert own or f"figures.{name}(" in rules


def test_a_class_that_no_region_has_stands_in_the_legend_in_its_own_colour_and_marks_nothing(
    look: Look,
) -> None:
    names = {NONE: "no value", **{step: f"class {step}" for step in range(5)}}
    shown = rows(step=[0, 0, 3, 3, 1, NONE], words=list("uvwxyz"), order=list(range(6)), oversea=[False] * 6)
    for drawing in (
        figures.class_map(shown, look, land=LAND, names=names),
        figures.tiles(shown.assign(col=range(6), row=0, text=""), look, names=names),
    ):
        figure = figures.with_all_classes(drawing, look, names, "Classes")
        assert figure["data"][: len(drawing["data"])] == drawing["data"]
        added = figure["data"][len(drawing["data"]) :]
        assert {trace["name"]: trace["marker"]["color"] for trace in added} == {
            names[step]: colours(look)[step] for step in (2, 4)
        }
        for trace in added:
            assert [*trace.get("lon", trace.get("x")), *trace.get("lat", trace.get("y"))] == [None, None]
        assert figure["layout"]["legend"]["title"]["text"] == "Classes"
