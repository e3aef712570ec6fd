"""Every mark of every plotly figure is a function of its row's value and standing: where it lies, how large it is,
its colour, its fill and its order. A scale turned round, an outline filled or an accent moved fails here, without a
browser."""

from itertools import pairwise
from math import sqrt
from typing import Any

import pandas as pd
import pytest

from components import figures
from components.figures.box_names import NamedBox
from components.figures.classes import NONE, Land
from components.figures.frame import Look
from components.theme import THEMES, palette
from data.standings import OUTLINED, SOLID

CLEAR = "rgba(0,0,0,0)"
VALUES = [41.5, -3.0, 12.25, 12.25, 88.0, 60.0]
LAND = Land("/shapes/regions.json")


@pytest.fixture(params=THEMES)
def look(request: pytest.FixtureRequest) -> Look:
    """Each theme in turn."""
    return Look(theme=request.param, unit="%")


def rows(**columns: list[Any]) -> pd.DataFrame:
    """Six rows with a key, a label and a value each."""
    keys = list("abcdef")
    base = {"key": keys, "label": [f"Region {key}" for key in keys], "value": VALUES}
    return pd.DataFrame({**base, **columns})


def runs_right(axis: dict[str, Any]) -> bool:
    """Whether larger numbers lie further right (or, for a y axis, further up)."""
    low, high = axis.get("range", (0, 1))
    return bool(low < high) and axis.get("autorange") != "reversed"


def rows_run_down(figure: dict[str, Any]) -> bool:
    """Whether the first category is the topmost: the axis of the rows is turned round."""
    first, last = figure["layout"]["yaxis"]["range"]
    return bool(first > last)


def fits_axis(axis: dict[str, Any], values: list[float]) -> bool:
    """Whether an axis shows all of the values."""
    low, high = sorted(axis["range"])
    return bool(low <= min(values) and max(values) <= high)


def luminance(colour: str) -> float:
    """How light "#rrggbb" is, by its linear parts."""
    parts = [(int(colour[at : at + 2], 16) / 255) ** 2.2 for at in (1, 3, 5)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_a_bar_of_the_ranking_is_as_long_as_its_value_and_only_the_chosen_one_has_the_accent(
    look: Look,
) -> None:
    figure = figures.ranking(rows(), look, highlight="c")
    (bars,) = figure["data"]
    assert bars["x"] == VALUES
    assert "base" not in bars
    assert runs_right(figure["layout"]["xaxis"])
    assert fits_axis(figure["layout"]["xaxis"], [0, *VALUES])
    assert rows_run_down(figure)
    assert bars["y"] == [f"Region {key}" for key in "abcdef"]
    expected = [look.colours.accent if key == "c" else look.colours.rest for key in "abcdef"]
    assert bars["marker"]["color"] == expected
    assert [text.replace("−", "-") for text in bars["text"]] == [f"{value:.1f}" for value in VALUES]
    assert bars["customdata"] == [f"region={key}" for key in "abcdef"]


def test_a_dot_lies_at_its_value_and_its_stem_begins_at_the_reference(look: Look) -> None:
    figure = figures.dot_plot(rows(), look, reference=50.0, name="half")
    stems, dots = figure["data"]
    assert dots["x"] == VALUES
    assert dots["y"] == [f"Region {key}" for key in "abcdef"]
    assert stems["x"] == [part for value in VALUES for part in (50.0, value, None)]
    assert stems["y"] == [part for label in dots["y"] for part in (label, label, None)]
    (line,) = figure["layout"]["shapes"]
    assert line["x0"] == line["x1"] == 50.0
    assert runs_right(figure["layout"]["xaxis"])
    assert rows_run_down(figure)
    expected = ["middle right" if value >= 50 else "middle left" for value in VALUES]
    assert dots["textposition"] == expected


def test_a_position_is_hollow_where_the_value_is_of_another_level(look: Look) -> None:
    shown = rows(value=[0.0, 20.0, 50.0, 56.0, 99.0, 100.0])
    hollow = [True, False, True, False, False, True]
    figure = figures.positions(
        shown, look, texts=list("uvwxyz"), hover=list("uvwxyz"), hollow=hollow, half="half"
    )
    dots, texts = figure["data"]
    assert (texts["text"], texts["y"]) == (list("uvwxyz"), dots["y"])
    assert dots["x"] == shown["value"].tolist()
    assert dots["marker"]["color"] == [
        look.colours.ground if flag else look.colours.accent for flag in hollow
    ]
    assert dots["marker"]["line"]["color"] == look.colours.accent
    assert figure["layout"]["xaxis"]["range"][0] <= 0
    assert figure["layout"]["xaxis"]["range"][1] >= 100
    assert rows_run_down(figure)


@pytest.mark.parametrize("standing", [*SOLID, *OUTLINED])
def test_the_parties_of_a_row_have_their_own_shape_and_only_dots_of_our_own_are_hollow(
    look: Look, standing: str
) -> None:
    shown = pd.DataFrame(
        {
            "label": ["A", "A", "A", "B", "B", "B"],
            "party": ["home", "country", "union"] * 2,
            "value": [1.0, 2.0, 3.0, -4.0, 5.0, 6.0],
            "standing": ["printed"] * 3 + [standing] * 3,
        }
    )
    names = {"home": "Here", "country": "Country", "union": "Union", "target": "Target"}
    figure = figures.party_dots(shown, look, names)
    stems, *drawn = figure["data"]
    parties = sorted(drawn, key=lambda trace: trace["legendrank"])
    assert drawn[-1] is parties[0], "another party's mark hides the region's"
    colours = {"home": look.colours.accent, "country": look.colours.country, "union": look.colours.union}
    shapes = {"home": "circle", "country": "diamond", "union": "line-ns"}
    assert [trace["name"] for trace in parties] == ["Here", "Country", "Union"]
    for trace, party in zip(parties, ("home", "country", "union"), strict=True):
        own = shown[shown["party"] == party]
        assert trace["x"] == own["value"].tolist()
        assert trace["y"] == own["label"].tolist()
        marker = trace["marker"]
        assert marker["symbol"] == shapes[party]
        assert marker["line"]["color"] == colours[party]
        second = look.colours.ground if standing in OUTLINED else colours[party]
        assert marker["color"] == [colours[party], second]
    assert stems["x"] == [1.0, 3.0, None, -4.0, 6.0, None]
    assert runs_right(figure["layout"]["xaxis"])
    assert fits_axis(figure["layout"]["xaxis"], [0, *shown["value"]])
    assert figure["layout"]["yaxis"]["categoryarray"] == ["A", "B"]
    assert rows_run_down(figure)


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


def classes(step: list[int], **more: list[Any]) -> pd.DataFrame:
    """Six regions in classes."""
    order = list(range(len(step)))
    return rows(step=step, words=list("uvwxyz"), order=order, oversea=[False] * len(step), **more)


def test_a_class_of_the_map_has_the_same_colour_everywhere_and_a_higher_class_a_stronger_one(
    look: Look,
) -> None:
    step = [0, 1, 2, 3, 4, NONE]
    names = {at: f"class {at}" for at in range(-1, 5)}
    figure = figures.class_map(classes(step), look, land=LAND, names=names, home="a", compared=("b",))
    fills = {
        code: trace["colorscale"][0][1]
        for trace in figure["data"]
        if trace.get("customdata")
        for code in trace["locations"]
    }
    expected = [*palette(look.theme).steps, look.colours.missing]
    assert [fills[key] for key in "abcdef"] == expected
    legend = {trace["name"]: trace["locations"] for trace in figure["data"] if trace.get("customdata")}
    assert legend == {f"class {at}": [key] for at, key in zip(step, "abcdef", strict=True)}


def test_boxes_have_numbers_in_their_corners_and_names_by_their_numbers_and_classes_a_title(
    look: Look,
) -> None:
    boxes = (NamedBox("Canaries", 31.0, 61.0), NamedBox("Azores", 34.0, 65.0))
    names = {at: f"class {at}" for at in range(-1, 5)}
    land = Land("/shapes/regions.json", boxes=boxes)
    figure = figures.class_map(classes([0, 1, 2, 3, 4, NONE]), look, land=land, names=names)
    (numbers,) = (trace for trace in figure["data"] if trace.get("mode") == "text")
    assert list(zip(numbers["lon"], numbers["lat"], numbers["text"], strict=True)) == [
        (31.0, 61.0, "1"),
        (34.0, 65.0, "2"),
    ]
    (listed,) = figure["layout"]["annotations"]
    assert listed["text"] == "1 Canaries<br>2 Azores"
    titled = figures.titled_classes(figure, "per cent of the mean", look)
    assert [note["text"] for note in titled["layout"]["annotations"]] == [
        listed["text"],
        "per cent of the mean",
    ]
    assert titled["layout"]["margin"]["t"] > figure["layout"]["margin"]["t"]


@pytest.mark.parametrize("theme", THEMES)
def test_colours_of_classes_go_one_way_away_from_the_ground(theme: str) -> None:
    colours = palette(theme)
    ground = luminance(colours.ground)
    away = [abs(luminance(step) - ground) for step in colours.steps]
    assert all(less < more for less, more in pairwise(away)), away


def test_a_tile_lies_at_its_place_with_the_north_above_and_its_class_as_its_colour(look: Look) -> None:
    step = [0, 1, 2, 3, 4, NONE]
    shown = classes(step, text=list("uvwxyz"), col=[1, 2, 3, 4, 5, 6], row=[7, 1, 5, 3, 2, 9])
    names = {at: f"class {at}" for at in range(-1, 5)}
    figure = figures.tiles(shown, look, names=names, home="c", compared=("d",))
    expected = dict(zip("abcdef", [*palette(look.theme).steps, look.colours.missing], strict=True))
    seen = {}
    for trace in figure["data"]:
        for at, mark in enumerate(trace.get("customdata") or []):
            key = mark.partition("=")[2]
            middle = trace["base"][at] + trace["y"][at] / 2
            seen[key] = (trace["x"][at], middle)
            assert trace["marker"]["color"] == expected[key]
            edge = trace["marker"]["line"]["color"]
            assert (edge[at] if isinstance(edge, list) else edge) == {
                "c": look.colours.accent,
                "d": look.colours.ink,
            }.get(key, look.colours.ground)
    columns = list(zip(shown["col"], shown["row"], strict=True))
    assert [(x, pytest.approx(y)) for x, y in (seen[key] for key in "abcdef")] == columns
    assert runs_right(figure["layout"]["xaxis"])


def test_a_country_is_solid_where_its_source_says_so_and_its_kind_is_its_shape(look: Look) -> None:
    kinds = ["partner", "market", "both", "partner", "market", "both"]
    solid = [True, False, True, False, True, False]
    shown = rows(
        lon=[1.0, 2.0, 3.0, 4.0, 5.0, 6.0],
        lat=[50.0, 51.0, 52.0, 53.0, 54.0, 55.0],
        kind=kinds,
        solid=solid,
        words=list("uvwxyz"),
    )
    names = {"partner": "Partner", "market": "Market", "both": "Both"}
    figure = figures.countries(shown, look, address="/x", codes=["a"], names=names)
    shapes = {"Partner": "circle", "Market": "diamond", "Both": "square"}
    marks = [trace for trace in figure["data"] if trace["type"] == "scattergeo"]
    assert {trace["name"] for trace in marks} == set(shapes)
    for trace in marks:
        own = shown[shown["kind"] == trace["name"].lower()]
        colour = look.colours.country if trace["name"] == "Market" else look.colours.accent
        marker = trace["marker"]
        assert marker["symbol"] == shapes[trace["name"]]
        assert (trace["lon"], trace["lat"]) == (own["lon"].tolist(), own["lat"].tolist())
        assert marker["color"] == [colour if yes else look.colours.ground for yes in own["solid"]]
        assert marker["line"]["color"] == colour


def test_a_period_lies_between_its_years_and_is_solid_where_the_paper_says_so(look: Look) -> None:
    begin = [2018.0, 2019.5, 2020.0, 2021.0, 2022.0, 2023.5]
    finish = [2019.0, 2023.0, 2024.5, 2022.0, 2025.0, 2026.0]
    solid = [True, False, True, False, True, True]
    shown = rows(begin=begin, finish=finish, solid=solid, when=list("uvwxyz"))
    figure = figures.timeline(shown, look, highlight="b")
    bars = next(trace for trace in figure["data"] if trace["type"] == "bar")
    assert bars["base"] == begin
    assert [at + length for at, length in zip(bars["base"], bars["x"], strict=True)] == finish
    edge = [look.colours.accent if key == "b" else look.colours.soft for key in "abcdef"]
    assert bars["marker"]["line"]["color"] == edge
    expected = [colour if yes else CLEAR for colour, yes in zip(edge, solid, strict=True)]
    assert bars["marker"]["color"] == expected
    assert runs_right(figure["layout"]["xaxis"])
    assert fits_axis(figure["layout"]["xaxis"], [*begin, *finish])
    assert rows_run_down(figure)


def test_a_mark_on_the_map_of_places_is_tied_to_its_place_and_only_the_chosen_one_is_filled(
    look: Look,
) -> None:
    shown = pd.DataFrame(
        {
            "key": ["1", "2", "3"],
            "no": [1, 2, 3],
            "short": ["ABC", "DEF", "GHI"],
            "kind": ["LTC", "National", "LTC"],
            "shape": ["circle", "square", "circle"],
            "words": ["one", "two", "three"],
            "lon": [9.1, 9.2, 9.3],
            "lat": [45.1, 45.2, 45.3],
            "at_lon": [8.0, 8.0, 8.0],
            "at_lat": [46.3, 46.2, 46.1],
        }
    )
    land = pd.DataFrame(
        {
            "code": ["MI", "LC"],
            "label": ["Milan", "Lecco"],
            "short": ["MI", "LC"],
            "lon": [9.1, 9.4],
            "lat": [45.4, 45.8],
            "count": [3, 0],
            "at_lon": [9.2, 9.4],
            "at_lat": [45.2, 45.8],
        }
    )
    figure = figures.callouts(shown, land, look, address="/x", frame=(8.0, 11.0, 44.0, 47.0), highlight="2")
    marks = {
        text: (trace, at)
        for trace in figure["data"]
        if trace.get("customdata")
        for at, text in enumerate(trace["text"])
    }
    for row in shown.itertuples():
        trace, at = marks[str(row.no)]
        assert trace["customdata"][at] == f"organisation={row.key}"
        assert (trace["lon"][at], trace["lat"][at]) == (row.at_lon, row.at_lat)
        assert trace["marker"]["symbol"] == row.shape
        fill = look.colours.accent if row.key == "2" else look.colours.ground
        assert trace["marker"]["color"] == fill
    lines = [trace for trace in figure["data"] if trace.get("mode") == "lines"]
    ties = {
        (trace["lon"][at], trace["lat"][at], trace["lon"][at + 1], trace["lat"][at + 1]): trace["line"][
            "color"
        ]
        for trace in lines
        for at in range(0, len(trace["lon"]), 3)
    }
    expected = {
        (row.at_lon, row.at_lat, row.lon, row.lat): look.colours.accent
        if row.key == "2"
        else look.colours.rest
        for row in shown.itertuples()
    }
    assert ties == expected
    shade = next(trace for trace in figure["data"] if trace["type"] == "choropleth")
    shades = dict(zip(shade["locations"], shade["z"], strict=True))
    assert shades["MI"] > shades["LC"]
    assert [colour for _, colour in shade["colorscale"]] == [look.colours.missing, look.colours.steps[0]]
