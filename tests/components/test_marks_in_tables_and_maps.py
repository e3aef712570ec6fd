"""What the charts of the newer views hand to their figures: small lines, table cells, classes of maps, medians and
accents follow from the values of the row, for several regions."""

import re
from typing import Any

import pandas as pd
import pytest
from dash import html

from components import figures
from components.charts.naming import name_of
from components.figures.classes import NONE, colours
from components.figures.frame import Look
from components.layout.pages.indicator import indicator_page
from components.layout.pages.region_map import map_paths
from components.render import markup
from components.state.selection import Selection
from components.theme import palette
from components.views.compare.context import compare_context
from components.views.region_map import CLASSES, class_names, steps_of
from data import Data, queries
from tests.components.test_marks_in_views import REGIONS, picture
from tests.components.test_marks_in_words import descendants

COLOURS = palette("light")


def history(data: Data, code: str, region: str, until: int = 9999) -> list[tuple[float, str]]:
    """The published values of an area with their flags, in order of years, read from the rows."""
    rows = data.values[code]
    area = queries.area(data, data.indicators[code], region)
    own = rows[(rows["region"] == area) & (rows["year"] <= until)].sort_values("year")
    return list(zip(own["value"].astype(float), own["flag"].fillna(""), strict=True))


def spark_address(history: list[tuple[float, str]], colour: str) -> str:
    """The address of a small line; "" where there is none."""
    image = figures.spark([value for value, _ in history], colour, [flag for _, flag in history])
    return str(image.src) if isinstance(image, html.Img) else ""


def sparks_in(part: Any) -> list[str]:
    """The addresses of the small lines inside a component, in order."""
    return [str(item.src) for item in descendants(part) if isinstance(item, html.Img)]


@pytest.mark.parametrize("region", REGIONS)
def test_a_small_line_of_a_headline_number_is_its_history(data: Data, region: str) -> None:
    result = picture("economy.headlines", data, region=region)
    codes = [code for code in result.rows["indicator"] if code in data.indicators]
    expected = [spark_address(history(data, code, region), COLOURS.accent) for code in codes]
    assert sparks_in(result.figure) == [item for item in expected if item]


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize(("code", "year"), [("gdp_per_head_pps", "latest"), ("gerd", "2019")])
def test_a_small_line_of_the_ranking_is_that_of_its_own_row(
    data: Data, region: str, code: str, year: str
) -> None:
    result = picture("compare.ranking", data, region=region, indicator=code, year=year)
    until = compare_context(data, Selection(tab="compare", region=region, indicator=code, year=year)).year
    rows = [
        item
        for item in descendants(result.figure)
        if isinstance(item, html.Tr) and hasattr(item, "data-region")
    ]
    assert len(rows) > 10
    for row in rows:
        area = getattr(row, "data-region")
        colour = COLOURS.accent if area == region else COLOURS.soft
        values = history(data, code, area, until)
        assert sparks_in(row) == [item for item in [spark_address(values, colour)] if item], area


@pytest.mark.parametrize("region", REGIONS)
def test_a_cell_of_the_table_says_on_which_side_of_the_middle_its_value_lies(data: Data, region: str) -> None:
    result = picture("compare.table", data, region=region)
    cells = [item for item in descendants(result.figure) if isinstance(item, html.Td)]
    assert len(cells) == len(result.rows)
    shown = [getattr(cell, "data-level", None) or "" for cell in cells]
    assert shown == result.rows["level"].tolist()
    for row in result.rows.dropna(subset=["value"]).to_dict("records"):
        values = queries.ranked_rows(data, row["indicator"], row["year"])["value"]
        median = values.median()
        far = (values - median).abs().median()
        side = (
            "similar" if abs(row["value"] - median) <= far else "higher" if row["value"] > median else "lower"
        )
        assert row["level"] == side, row


@pytest.mark.parametrize(
    "counts",
    [[0, 1, 2, 3], [0, 0, 5], [1, 2, 2, 3, 4, 5, 6, 7, 8, 90], list(range(200)), [7], [0, 0], [3, 3, 3, 9]],
)
def test_a_greater_count_never_has_a_lower_class_and_the_greatest_has_the_highest(counts: list[int]) -> None:
    steps = steps_of(pd.Series(counts))
    assert [step == NONE for step in steps] == [count == 0 for count in counts]
    assert all(0 <= step < CLASSES for step in steps if step != NONE)
    if any(counts):
        assert steps[pd.Series(counts).idxmax()] == CLASSES - 1
    for step_of_count, step in zip(counts, steps, strict=True):
        for other, its_step in zip(counts, steps, strict=True):
            assert step_of_count <= other or step >= its_step, "a greater count has a lower class"
    names = class_names(pd.Series(counts), steps, Selection(), "network.map.none", "network.map.class")
    for step in set(steps) - {NONE}:
        inside = [count for count, own_step in zip(counts, steps, strict=True) if own_step == step]
        assert names[step].startswith(str(min(inside)))


@pytest.mark.parametrize("region", REGIONS)
def test_green_and_digital_lie_at_their_values_with_lines_at_the_medians(data: Data, region: str) -> None:
    result = picture("economy.twin", data, region=region)
    rows = result.rows.set_index("region")
    placed = {
        str(mark).partition("=")[2]: (trace["x"][at], trace["y"][at], trace["marker"]["color"][at])
        for trace in result.figure["data"]
        for at, mark in enumerate(trace["customdata"])
    }
    assert set(placed) == set(rows.index)
    for area, (x, y, colour) in placed.items():
        assert (x, y) == (round(rows.at[area, "value"], 2), round(rows.at[area, "second"], 1)), area
        assert (colour == COLOURS.accent) == (area == region)
    upright, level, *_ = result.figure["layout"]["shapes"]
    assert upright["x0"] == upright["x1"] == rows["value"].median()
    assert level["y0"] == level["y1"] == rows["second"].median()
    if region in rows.index:
        fewer = rows.at[region, "value"] < rows["value"].median()
        more = rows.at[region, "second"] > rows["second"].median()
        assert result.summary.startswith(f"{rows.at[region, 'label']}: ")
        assert (
            " fewer greenhouse" in result.summary.replace(" no fewer", "").replace("neither fewer", "")
        ) == fewer
        assert (" more ICT" in result.summary.replace(" no more", "").replace("nor more", "")) == more


@pytest.mark.parametrize("region", REGIONS)
def test_closer_partners_abroad_and_only_they_have_the_accent(data: Data, region: str) -> None:
    result = picture("initiatives.closer_partners", data, region=region)
    country = queries.country(data, region)
    edges = result.figure["data"][0]["marker"]["line"]["color"]
    assert [edge == COLOURS.accent for edge in edges] == [
        queries.country(data, code) != country for code in result.rows["code"]
    ]


@pytest.mark.parametrize("region", REGIONS)
def test_an_area_inside_is_as_thick_as_its_people_are_many(data: Data, region: str) -> None:
    result = picture("economy.inside_areas", data, region=region)
    if result.is_graph:
        widths = pd.Series(result.figure["data"][0]["width"])
        people = result.rows["population"].reset_index(drop=True)
        assert widths.rank().tolist() == people.rank().tolist()
        assert result.figure["data"][0]["x"] == result.rows["value"].tolist()


@pytest.mark.parametrize("code", ["gerd", "unemployment_rate", "population"])
def test_the_map_of_an_indicator_page_has_the_class_of_each_value_and_says_so_in_its_key(
    data: Data, code: str
) -> None:
    chosen = Selection(indicator=code, region="DE21")
    page = "".join(markup.html_of(part) for part in indicator_page(data, chosen, "") if part is not None)
    drawing = page[page.index('class="svg-map"') :].partition("</svg>")[0]
    groups = re.findall(r'<g fill="([^"]*)">(.*?)</g>', drawing)
    found = {key: fill for fill, inside in groups for key in re.findall(r'data-region="(\w+)"', inside)}
    bands = compare_context(data, Selection(tab="compare", indicator=code)).rows["band"]
    fills = colours(Look())
    strong = {area: fills[5 - int(band)] for area, band in bands.items()}
    assert {key: fill for key, fill in found.items() if key in strong} == {
        key: strong[key] for key in found if key in strong
    }
    key = page[page.index('class="map-key"') :].partition("</ul>")[0]
    swatches = re.findall(r"background:\s?([^;\"]+)", key)
    assert [fill for fill in swatches if fill != fills[NONE]] == [fills[step] for step in range(4, -1, -1)]


def test_each_box_of_a_page_s_map_has_in_its_corner_the_number_of_its_region(data: Data) -> None:
    chosen = Selection(indicator="gerd", region="DE21")
    page = "".join(markup.html_of(part) for part in indicator_page(data, chosen, "") if part is not None)
    listed = page[page.index('class="map-boxes"') :].partition("</ol>")[0]
    names = re.findall(r"<li>([^<]*)</li>", listed)
    numbers = re.findall(r'<text x="(-?\d+)" y="(-?\d+)"[^>]*>(\d+)</text>', page)
    assert [int(number) for *_, number in numbers] == list(range(1, 9)) == list(range(1, len(names) + 1))
    for (x, y, _), name in zip(numbers, names, strict=True):
        code = next(key for key in map_paths(data, "oversea") if name_of(data, key, "en") == name)
        frame = map_paths(data, "oversea_frames")[code]
        left, bottom, high = map(int, re.findall(r"-?\d+", frame.replace("l0-", " "))[:3])
        assert (int(x) - left, int(y) - bottom + high) == (4, 4), name


@pytest.mark.parametrize("code", ["gerd", "gdp"])
def test_the_lines_of_an_indicator_page_run_through_the_years_in_order(data: Data, code: str) -> None:
    chosen = Selection(indicator=code, region="DE21")
    page = "".join(markup.html_of(part) for part in indicator_page(data, chosen, "") if part is not None)
    lines: dict[str, list[str]] = {}
    for places, colour in re.findall(r'<polyline points="([^"]*)" fill="none" stroke="([^"]*)"', page):
        lines.setdefault(colour, []).append(places)
    assert lines
    for stretches in lines.values():
        xs = [float(pair.partition(",")[0]) for pair in " ".join(stretches).split()]
        assert xs == sorted(xs)
        assert len(set(xs)) == len(xs)
    own, rows = next(iter(lines.values())), history(data, code, "DE21")
    assert len(" ".join(own).split()) == len(rows)
    assert len(own) == 1 + sum("b" in flag for _, flag in rows[1:])


@pytest.mark.parametrize("region", REGIONS)
def test_sectors_of_the_region_and_only_they_have_the_accent_among_those_that_go_together(
    data: Data, region: str
) -> None:
    for division in ("C25", "C14", "I55"):
        result = picture("clusters.co_located", data, region=region, division=division)
        edges = result.figure["data"][0]["marker"]["line"]["color"]
        assert [edge == COLOURS.accent for edge in edges] == result.rows["here"].tolist()
        assert result.figure["data"][0]["x"] == result.rows["value"].tolist()
