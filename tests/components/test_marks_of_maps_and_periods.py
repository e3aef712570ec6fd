"""Every mark of maps, tiles and periods is a function of its row's value and standing: its class, its place and its fill."""

from itertools import pairwise, product
from typing import Any

import pandas as pd
import pytest

from components import figures
from components.figures.classes import NONE, Land
from components.figures.frame import Look
from components.theme import THEMES, palette
from tests.components.plain_rows import CLEAR, LAND, classes, fits_axis, look, rows, rows_run_down, runs_right

__all__ = ["look"]


def luminance(colour: str) -> float:
    """How light "#rrggbb" is, by its linear parts."""
    parts = [(int(colour[at : at + 2], 16) / 255) ** 2.2 for at in (1, 3, 5)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


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


def legend_names(figure: dict[str, Any]) -> list[str]:
    """The names in a figure's legend, in Plotly's order."""
    listed = [trace for trace in figure["data"] if trace.get("showlegend", True) and "legendrank" in trace]
    return [trace["name"] for trace in sorted(listed, key=lambda trace: trace["legendrank"])]


@pytest.mark.parametrize(
    "step", [[0, 1, 2, 3, 4, NONE], [4, 0, 4, 0, 2, 2], [NONE, 3, 1, 1, 3, 3], [1, 1, 1, 1, 1, 1]]
)
def test_the_legend_has_each_class_once_from_low_to_high_wherever_its_regions_lie(
    step: list[int], look: Look
) -> None:
    names = {at: f"class {at}" for at in range(-1, 5)}
    for oversea in product([False, True], repeat=6):
        shown = classes(step).assign(oversea=oversea)
        figure = figures.class_map(shown, look, land=Land("/a.json", oversea="/b.json"), names=names)
        assert legend_names(figure) == [names[each] for each in sorted(set(step))], oversea
        full = figures.with_all_classes(figure, look, names, "Classes")
        assert legend_names(full) == [names[each] for each in range(-1, 5) if each >= 0 or NONE in step]
