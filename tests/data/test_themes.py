"""Themes of innovation: every measure is at hand, ranks and medians are those of a naive recomputation, and packs may name
exactly these themes."""

from statistics import median

import pytest

from data import Data, peers, queries, themes
from data.packs import schema
from data.themes import Measure
from tests import sample

MEASURES = tuple(dict.fromkeys(item for theme in themes.themes().values() for item in theme.measures))
COMPARED = ("ITC1", "DE30", "FR10", "ES51", "SE11", "PL91", "FRY1", "PT1A")


def test_a_pack_may_name_exactly_these_themes() -> None:
    column = schema.tables()["s3_ecosystems"].columns["theme"]
    assert column.choices == tuple(themes.themes())


def test_every_theme_is_called_and_explained_in_both_languages() -> None:
    for theme in themes.themes().values():
        assert all(str(text[language]) for text in (theme.title, theme.nearness) for language in ("en", "it"))


@pytest.mark.parametrize("measure", MEASURES, ids=lambda item: f"{item.kind} {item.code}")
def test_ranks_are_counted_among_all_regions_with_a_value(data: Data, measure: Measure) -> None:
    found = themes.rank_measure(data, measure)
    values = found.rows["value"].to_dict()
    assert len(values) > 50
    assert not set(values) & {"DE", "FR", "IT", queries.UNION}
    lower = measure.kind == "indicator" and data.indicators[measure.code].direction == "lower"
    for region in sample.regions(data):
        own = themes.standing(data, measure, region)
        area = found.area(region)
        assert (own is None) == (area not in values), region
        if own:
            better = [
                value for value in values.values() if (value < own.value if lower else value > own.value)
            ]
            assert (own.value, own.rank, own.of) == (values[area], len(better) + 1, len(values))
            assert own.position == pytest.approx(100 * (own.of - own.rank) / (own.of - 1))


@pytest.mark.parametrize("measure", MEASURES, ids=lambda item: f"{item.kind} {item.code}")
def test_the_middle_is_the_median_of_the_compared_regions_without_the_region_itself(
    data: Data, measure: Measure
) -> None:
    found = themes.rank_measure(data, measure)
    values = found.rows["value"].to_dict()
    for region in ("ITC4", "DE30", "FRY1"):
        others = {found.area(other) for other in COMPARED} - {found.area(region)}
        expected = [values[area] for area in others if area in values]
        middle = themes.median_without(data, measure, region, COMPARED)
        assert middle is not None
        assert middle.value == pytest.approx(median(expected))
        assert middle.count == len(expected)
    assert themes.median_without(data, measure, "DE30", ()) is None
    assert themes.median_without(data, measure, "DE30", ("DE30",)) is None


def test_an_indicator_s_rank_is_the_one_that_every_other_chart_shows(data: Data) -> None:
    for measure in (item for item in MEASURES if item.kind == "indicator"):
        year = queries.latest_year(data, measure.code)
        places = queries.places(data, measure.code, year)
        for region in peers.regions(data):
            own = themes.standing(data, measure, region)
            if own:
                assert (own.rank, own.of, own.year) == (places[own.area].rank, places[own.area].of, year)
