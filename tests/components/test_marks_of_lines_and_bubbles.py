"""Every point of a line, a strip and a bubble lies at its row's value, and is hollow where its standing says so."""

from math import sqrt
from typing import Any

import pandas as pd
import pytest

from components import figures
from components.figures.frame import Look
from tests.components.plain_rows import CLEAR, VALUES, fits_axis, look, rows, runs_right

__all__ = ["look"]


def marks_of(trace: dict[str, Any]) -> list[tuple[Any, ...]]:
    """The year, value, symbol, colour and size of each mark of a line; a gap has none."""
    marker = trace["marker"]
    every = zip(trace["x"], trace["y"], marker["symbol"], marker["color"], marker["size"], strict=True)
    return [mark for mark in every if mark[1] is not None]


def stretches_of(trace: dict[str, Any]) -> list[list[int]]:
    """The years of each part of a line that runs on."""
    parts: list[list[int]] = [[]]
    for year, value in zip(trace["x"], trace["y"], strict=True):
        parts = [*parts, []] if value is None else [*parts[:-1], [*parts[-1], year]]
    return parts


def test_a_line_runs_through_its_values_in_the_order_of_the_years_and_is_interrupted_at_breaks(
    look: Look,
) -> None:
    shown = pd.DataFrame(
        {
            "key": ["a"] * 4 + ["b"] * 4,
            "year": [2021, 2020, 2023, 2022] * 2,
            "value": [4.0, 3.0, 9.0, 7.0, 40.0, 30.0, 90.0, 70.0],
            "flag": ["b", "", "p", "bp", "", "", None, ""],
        }
    )
    colours = {"a": look.colours.accent, "b": look.colours.country}
    figure = figures.trend(shown, look, colours=colours, names={"a": "Here", "b": "There"})
    here, there = figure["data"]
    accent, country, ground = look.colours.accent, look.colours.country, look.colours.ground
    years, values, symbols, colour, (plain, broken, both, flagged) = zip(*marks_of(here), strict=True)
    assert years == (2020, 2021, 2022, 2023)
    assert values == (3.0, 4.0, 7.0, 9.0)
    assert symbols == ("circle", "square", "square", "circle")
    assert colour == (accent, ground, ground, ground)
    assert broken == both > plain == flagged
    assert stretches_of(here) == [[2020], [2021], [2022, 2023]]
    assert [mark[:4] for mark in marks_of(there)] == [
        (year, value, "circle", country) for year, value in zip(years, (30.0, 40.0, 70.0, 90.0), strict=True)
    ]
    assert stretches_of(there) == [[2020, 2021, 2022, 2023]]
    assert [here["line"]["color"], there["line"]["color"]] == [accent, country]
    assert here["connectgaps"] is False
    for axis in ("xaxis", "yaxis"):
        assert runs_right(figure["layout"][axis])
    assert fits_axis(figure["layout"]["xaxis"], [2020, 2023])
    assert fits_axis(figure["layout"]["yaxis"], [3, 90])
    ends = {note["text"].split()[0]: note for note in figure["layout"]["annotations"]}
    assert [note["text"] for note in ends.values()] == ["Here 9.0", "There 90.0"]
    assert (ends["Here"]["y"], ends["There"]["y"]) == (9.0, 90.0)
    assert ends["Here"]["font"]["color"] == accent


def test_the_base_of_an_index_is_a_dotted_line_without_marks_that_its_name_alone_stands_beside(
    look: Look,
) -> None:
    shown = pd.DataFrame(
        {
            "key": ["a"] * 2 + ["b"] * 2,
            "year": [2020, 2021] * 2,
            "value": [90.0, 95.0, 100.0, 100.0],
            "flag": "",
        }
    )
    colours, names = {"a": look.colours.accent, "b": look.colours.union}, {"a": "Here", "b": "EU = 100"}
    figure = figures.trend(shown, look, colours=colours, names=names, base="b")
    own, base = figure["data"]
    assert (own["mode"], base["mode"]) == ("lines+markers", "lines")
    assert (base["x"], base["y"], base["line"]["dash"]) == ([2020, 2021], [100.0, 100.0], "dot")
    ends = {note["text"]: note["y"] for note in figure["layout"]["annotations"]}
    assert ends == {"Here 95.0": 95.0, "EU = 100": 100.0}


def test_the_strip_shows_every_region_once_at_its_value_and_tells_who_is_who(look: Look) -> None:
    party = ["rest", "home", "rest", "compared", "rest", "compared"]
    shown = rows(party=party, words=[f"words {key}" for key in "abcdef"])
    figure = figures.beeswarm(shown, look, home="b", lines={"Union": 50.0})
    colour = {"rest": look.colours.rest, "compared": look.colours.country, "home": look.colours.accent}
    at = {
        mark: (x, trace)
        for trace in figure["data"]
        if "customdata" in trace
        for mark, x in zip(trace["customdata"], trace["x"], strict=True)
    }
    assert sorted(at) == [f"mark={key}" for key in "abcdef"]
    for key, value, who in zip(shown["key"], shown["value"], party, strict=True):
        x, trace = at[f"mark={key}"]
        assert x == value
        assert trace["marker"]["color"] == colour[who]
        assert trace["marker"]["symbol"] == ("diamond" if who == "compared" else "circle")
    sizes = {who: at[f"mark={key}"][1]["marker"]["size"] for key, who in zip("abcdef", party, strict=True)}
    assert sizes["home"] > sizes["compared"] > sizes["rest"]
    assert [shape["x0"] for shape in figure["layout"]["shapes"]] == [50.0]
    assert runs_right(figure["layout"]["xaxis"])
    assert fits_axis(figure["layout"]["xaxis"], VALUES)
    dots = [trace for trace in figure["data"] if trace["mode"] == "markers"]
    tied = [place for trace in dots for place in zip(trace["x"], trace["y"], strict=True)]
    assert len(tied) == len(set(tied)), "two dots of one value cover each other"
    (lines,) = (trace for trace in figure["data"] if trace["mode"] == "lines")
    feet = {(note["x"], note["y"]) for note in figure["layout"]["annotations"] if "xshift" in note}
    assert {(lines["x"][at], lines["y"][at]) for at in range(0, len(lines["x"]), 5)} <= set(tied)
    assert {(lines["x"][at], lines["y"][at]) for at in range(3, len(lines["x"]), 5)} == feet
    assert len(feet) == sum(who != "rest" for who in party)


def test_the_area_of_a_bubble_is_its_weight_and_hollow_ones_are_those_of_a_larger_area(look: Look) -> None:
    party = ["rest", "home", "rest", "compared", "rest", "compared"]
    weight = [100.0, 400.0, 25.0, 225.0, float("nan"), 50.0]
    solid = [True, True, False, False, True, False]
    shown = rows(
        x=[1.0, 2.0, 3.0, 4.0, 5.0, 6.0],
        y=[9.0, 8.0, 7.0, 6.0, 5.0, 4.0],
        weight=weight,
        solid=solid,
        party=party,
        words=list("uvwxyz"),
    )
    lines = ({"half": 2.5}, {"middle": 7.5})
    figure = figures.bubbles(shown, (look, look), titles=("across", "up"), lines=lines)
    upright, level = figure["layout"]["shapes"]
    assert (upright["x0"], upright["x1"], level["y0"], level["y1"]) == (2.5, 2.5, 7.5, 7.5)
    colour = {"rest": look.colours.rest, "compared": look.colours.country, "home": look.colours.accent}
    drawn = {
        mark: {
            "x": trace["x"][at],
            "y": trace["y"][at],
            "size": trace["marker"]["size"][at],
            "fill": trace["marker"]["color"][at],
            "edge": trace["marker"]["line"]["color"][at],
        }
        for trace in figure["data"]
        for at, mark in enumerate(trace["customdata"])
    }
    assert len(drawn) == 6
    largest = drawn["mark=b"]["size"]
    for row in shown.itertuples():
        mark = drawn[f"mark={row.key}"]
        assert (mark["x"], mark["y"]) == (row.x, row.y)
        own = colour[row.party]
        assert mark["fill"] == (own if row.solid else CLEAR)
        assert mark["edge"] == (look.colours.ground if row.solid else own)
        if row.weight == row.weight:
            assert mark["size"] == pytest.approx(largest * sqrt(row.weight / 400), abs=0.06), row.key
    assert 0 < drawn["mark=e"]["size"] < drawn["mark=f"]["size"], "an unknown size is the smallest"
    assert all(trace["marker"].get("sizemode", "diameter") == "diameter" for trace in figure["data"])
    for axis in ("xaxis", "yaxis"):
        assert runs_right(figure["layout"][axis])


def test_the_key_of_sizes_has_circles_as_large_as_bubbles_of_those_values(look: Look) -> None:
    weights = [100.0, 400.0, 25.0, 225.0, 50.0, 60.0]
    shown = rows(
        x=VALUES, y=VALUES, weight=weights, solid=[True] * 6, party=["rest"] * 6, words=list("uvwxyz")
    )
    figure = figures.bubbles(shown, (look, look), titles=("across", "up"))
    keyed = figures.with_size_key(figure, 400.0, look)
    circles = [shape for shape in keyed["layout"]["shapes"] if shape["type"] == "circle"]
    texts = [note["text"] for note in keyed["layout"]["annotations"]]
    assert len(circles) == len(texts) == 2
    (largest,) = (max(trace["marker"]["size"]) for trace in figure["data"])
    for circle, text in zip(circles, texts, strict=True):
        value = float(text.split()[0])
        assert circle["x1"] - circle["x0"] == pytest.approx(largest * sqrt(value / 400), abs=0.06)
        assert circle["y1"] - circle["y0"] == pytest.approx(circle["x1"] - circle["x0"])
    assert keyed["layout"]["height"] > figure["layout"]["height"]
    assert figures.with_size_key(figure, float("nan"), look) == figure
