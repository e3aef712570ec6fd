"""The partner finder on the screen: rows are those of the data layer, reasons say their numbers, sentences say what is
known."""

import pytest

from components.i18n.numbers import number
from components.i18n.text import LANGUAGES
from components.layout import chart_results
from components.state.selection import Selection
from data import Data, finder, partners, peers

CHARTS = ("finder_map", "open_partners", "close_partners")
REGIONS = ("ITC4", "EE00", "FRY5", "PT1A", "EL62", "LU00")


def selection(region: str, language: str = "en", lens: str = "structure") -> Selection:
    return Selection(tab="compare", part="finder", region=region, lang=language, lens=lens)


@pytest.mark.parametrize("lens", peers.LENSES)
@pytest.mark.parametrize("region", REGIONS)
def test_the_lists_are_what_the_data_layer_finds(data: Data, region: str, lens: str) -> None:
    weights = tuple((name, 1.0) for name in peers.DIMENSIONS)
    scope = partners.scope_of(data, region, "h2020")
    found = finder.find_partners(data, finder.Question(region, lens, weights, (), "h2020", scope))
    for language in [LANGUAGES[REGIONS.index(region) % len(LANGUAGES)]]:
        results = {
            name: chart_results.chart_result(f"compare.{name}", data, selection(region, language, lens))
            for name in CHARTS
        }
        assert not [name for name, result in results.items() if result.failed]
        for name, kinds in (
            ("open_partners", (finder.OPEN, finder.UNKNOWN)),
            ("close_partners", (finder.CLOSE,)),
            ("finder_map", (finder.OPEN, finder.CLOSE, finder.UNKNOWN)),
        ):
            codes = found.loc[found["kind"].isin(kinds), "region"].tolist()
            rows = results[name].rows
            assert (rows["code"].tolist() if len(rows) else []) == codes, (name, lens)


@pytest.mark.parametrize("region", REGIONS)
def test_every_reason_says_the_numbers_of_its_row(data: Data, region: str) -> None:
    for language in LANGUAGES:
        rows = chart_results.chart_result("compare.finder_map", data, selection(region, language)).rows
        for row in rows.to_dict("records"):
            assert str(row["likeness"]) in row["reasons"]
            if row["expected"] == row["expected"]:
                assert str(int(row["projects"])) in row["reasons"]
                assert number(row["expected"], language, 1) in row["reasons"]


def test_shared_specialisations_are_claimed_only_where_they_are_known(data: Data) -> None:
    for region in REGIONS:
        result = chart_results.chart_result("compare.finder_map", data, selection(region))
        claims = "share a specialisation" in result.summary
        assert claims == (region in peers.specialisations(data)), region
        if claims:
            assert result.rows["reasons"].str.contains("both specialised in").all()


def test_the_summary_counts_the_rows(data: Data) -> None:
    for region in ("ITC4", "EE00", "EL62"):
        result = chart_results.chart_result("compare.finder_map", data, selection(region))
        counts = result.rows["kind"].value_counts()
        for kind in (finder.OPEN, finder.CLOSE):
            assert f" {counts.get(kind, 0)} " in result.summary
