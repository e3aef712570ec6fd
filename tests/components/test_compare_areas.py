"""What the comparison says of an area that is the region itself, and of one that is larger."""

import math
import re
from typing import Any

import pytest

from components.charts.naming import name_of
from components.i18n.text import say
from components.layout import chart_results
from components.state.selection import Selection
from data import Data, peer_profiles, queries
from tests import sample

PAIRS = (
    ("ris_index", "gdp_per_head_pps"),
    ("rci_rd", "gerd"),
    ("ris_index", "rci_rd"),
    ("gerd", "employment_rate"),
)


def members(data: Data, code: str, area: str) -> frozenset[str]:
    """The regions of an area by the columns of the regions, of NUTS 2021 where the area is a scoreboard's own."""
    column = queries.COLUMN.get(data.indicators[code].source.areas)
    rows = data.regions[data.regions["level"] == "nuts2"]
    if column is None or area in rows.index:
        return frozenset([area])
    inside = rows[(rows[column] == area) & (rows["nuts2021"].astype(int) == 1)]
    return frozenset(inside.index)


def marks(data: Data, code: str) -> dict[str, str]:
    """What each tile says."""
    figure: Any = chart_results.chart_result(
        "compare.on_tiles", data, Selection(tab="compare", indicator=code)
    ).figure
    return {
        custom.removeprefix("mark="): words
        for trace in figure["data"]
        for custom, words in zip(trace["customdata"], trace["hovertext"], strict=True)
    }


@sample.EXTENT
@pytest.mark.parametrize(
    ("code", "lang"),
    [("ris_index", "en"), ("rci_rd", "it"), *sample.nightly_values(("ris_index", "it"), ("rci_rd", "en"))],
)
def test_a_larger_area_is_said_where_it_is_larger_and_nowhere_else(
    data: Data, code: str, lang: str, extent: str
) -> None:
    said = marks(data, code)
    for region in sample.regions(data, extent):
        area = queries.area(data, data.indicators[code], region)
        same = members(data, code, area) == {region}
        chosen = Selection(tab="compare", indicator=code, region=region, lang=lang)
        notes = [
            note
            for name in ("compare.strip", "compare.ranking", "economy.innovation_trend")
            if area and (code == "ris_index" or not name.startswith("economy"))
            for note in chart_results.chart_result(name, data, chosen).notes
        ]
        blanks = {"area": name_of(data, area, lang), "code": area}
        warned = [
            note
            for note in notes
            if note in (say("area.larger", lang, **blanks), say("area.earlier", lang, **blanks))
        ]
        assert bool(warned) == (bool(area) and not same), region
        if region in said and lang == "en":
            assert ("covered by" in said[region]) == (
                bool(area) and not same and "no value" not in said[region]
            ), said[region]


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_a_correlation_takes_in_every_pair_of_values_of_the_same_regions(
    data: Data, first: str, second: str
) -> None:
    picture = chart_results.chart_result(
        "compare.scatter", data, Selection(tab="compare", indicator=first, second=second)
    )
    years = [int(picture.rows[name].iloc[0]) for name in ("year", "second_year")]
    values = [
        {
            members(data, code, row["region"]): row["value"]
            for row in data.values[code].to_dict("records")
            if row["year"] == year and row["region"] in queries.areas(data, data.indicators[code])
        }
        for code, year in zip((first, second), years, strict=True)
    ]
    both = [item for item in values[0] if item in values[1]]
    x, y = ([side[item] for item in both] for side in values)
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    spread = math.sqrt(sum((a - mean_x) ** 2 for a in x) * sum((b - mean_y) ** 2 for b in y))
    r = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)) / spread
    assert re.search(rf"\b{len(both)} areas", picture.summary), picture.summary
    assert f"{r:.2f}".replace("-", "−") in picture.summary
    weight = {frozenset([row.code]): row for row in picture.rows.itertuples()}
    assert len(weight) == len(picture.rows)


def test_a_bubble_is_as_large_as_all_the_regions_it_stands_for(data: Data) -> None:
    chosen = Selection(tab="compare", indicator="ris_index", second="ris_copublications")
    figure: Any = chart_results.chart_result("compare.scatter", data, chosen).figure
    across = {
        custom.removeprefix("mark="): size
        for trace in figure["data"]
        for custom, size in zip(trace["customdata"], trace["marker"]["size"], strict=True)
    }
    people = peer_profiles.latest_values(data, "population")
    alps = people["FRK1"] + people["FRK2"]
    assert across["FRK1"] / across["ITC4"] == pytest.approx(math.sqrt(alps / people["ITC4"]), rel=0.01)
