"""Classes and axes that are the same for all years: what a colour and a place mean does not depend on the year."""

from typing import Any

import pytest

from components.figures.classes import NONE
from components.layout.controls import years_to_play
from components.state.selection import ALL, Selection
from components.views import CHARTS
from components.views.compare.context import compare_context
from components.views.compare.map_regions import regions_in_view
from data import Data, queries
from data.change import breaks
from tests import sample

CODES = ("gdp_per_head_pps", "unemployment_rate", "gerd", "ris_index")


def in_year(name: str, data: Data, code: str, year: int, region: str = "ITC4") -> Any:
    chosen = Selection(region=region, indicator=code, year=str(year), classes=ALL)
    return CHARTS[name](data, chosen).figure


def some_years(data: Data, code: str) -> list[int]:
    years = queries.ranked_years(data, code)
    return [years[0], years[len(years) // 2], years[-1]]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["compare.on_map", "compare.on_tiles"])
def test_the_legend_is_the_same_in_every_year_and_says_so(data: Data, name: str, code: str) -> None:
    legends = []
    for year in some_years(data, code):
        figure = in_year(name, data, code, year)
        named = {item["name"] for item in figure["data"] if item.get("showlegend", item["type"] == "bar")}
        legends.append(named - {"no value in our copy"})
        years = queries.ranked_years(data, code)
        assert f"{years[0]}–{years[-1]}" in figure["layout"]["legend"]["title"]["text"]
    assert len(legends[0]) > 2
    assert legends[0] == legends[1] == legends[2]


@pytest.mark.parametrize("code", CODES)
def test_equal_values_have_equal_classes_in_all_years_and_better_ones_no_lower(data: Data, code: str) -> None:
    for lang in ("en", "it"):
        seen: dict[float, int] = {}
        for year in some_years(data, code):
            now = compare_context(data, Selection(lang=lang, indicator=code, year=str(year), classes=ALL))
            rows = regions_in_view(now).dropna(subset=["value"])
            assert NONE not in set(rows["step"])
            for value, step in zip(rows["value"].round(now.places), rows["step"], strict=True):
                assert seen.setdefault(value, step) == step
        order = [seen[value] for value in sorted(seen)]
        better_last = order if data.indicators[code].direction != "lower" else order[::-1]
        assert better_last == sorted(better_last)
        assert set(order) == {0, 1, 2, 3, 4}


@pytest.mark.parametrize("code", CODES)
def test_every_axis_is_the_same_in_every_year(data: Data, code: str) -> None:
    for name, axes in (
        ("compare.strip", ("xaxis",)),
        ("compare.scatter", ("xaxis", "yaxis")),
        ("economy.ranking", ("xaxis",)),
    ):
        ranges = [
            [in_year(name, data, code, year)["layout"][axis]["range"] for axis in axes]
            for year in some_years(data, code)
        ]
        assert ranges[0] == ranges[1] == ranges[2], name


def test_what_is_played_ends_with_the_latest_year_and_stops_where_the_series_breaks(data: Data) -> None:
    stopped = 0
    for turn, code in enumerate(data.indicators):
        for region in sample.share(data, turn):
            played = years_to_play(data, Selection(region=region, indicator=code))
            years = [int(year) for year in played["years"].split()]
            assert years == sorted(years)
            assert years[-1] == queries.latest_year(data, code)
            own = {int(year) for year in played["breaks"].split()}
            assert own == set(breaks(data, code, region, years[0], years[-1])) & set(years)
            stopped += len(own)
    assert stopped
