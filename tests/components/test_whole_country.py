"""A region that is all of its country is compared with the Union: a ranking of one says nothing."""

import pytest

from components.layout import chart_results
from components.layout.card import question
from components.state.selection import Selection
from data import Data, peers, queries


def merge_into_countries(data: Data) -> list[str]:
    return [code for code in peers.regions(data) if queries.is_whole_country(data, code)]


@pytest.mark.parametrize("chart", ["economy.nearest", "economy.ranking"])
@pytest.mark.parametrize("language", ["en", "it"])
def test_a_whole_country_stands_among_the_regions_of_the_union(data: Data, chart: str, language: str) -> None:
    for region in merge_into_countries(data)[:: 1 if language == "en" else 3]:
        for code in ("gdp_per_head_pps", "ris_index", "population"):
            chosen = Selection(region=region, indicator=code, lang=language)
            result = chart_results.chart_result(chart, data, chosen)
            year = queries.latest_year(data, code)
            area = queries.area(data, data.indicators[code], region)
            if queries.value_at(data, code, region, year):
                assert area in set(result.rows["region"]), (region, code)
            assert len(result.rows) == (10 if chart == "economy.nearest" else 30)
            assert result.rows["value"].is_monotonic_decreasing
            assert set(result.rows["of"]) == {len(queries.ranked_rows(data, code, year))}
            asked = question(chart, result, language)
            assert ("European Union" if language == "en" else "Unione europea") in asked
            assert "country" not in asked
            assert "paese" not in asked


def test_a_region_among_others_stands_in_its_country(data: Data) -> None:
    result = chart_results.chart_result("economy.nearest", data, Selection(region="DE30"))
    assert all(code.startswith("DE") for code in result.rows["region"])
    assert "in its country" in question("economy.nearest", result, "en")
