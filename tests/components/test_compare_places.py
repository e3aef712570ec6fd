"""The place of a region, how it moved and through how many lenses it is first, each counted again."""

import re
from functools import cache

import pytest

from components.i18n.text import say
from components.layout import chart_results
from components.render.markup import html_of
from components.state.selection import Selection
from components.views.compare import rank_stability, summary_text
from components.views.compare.compared import compared_with, weights
from components.views.compare.context import compare_context
from data import peers, queries
from tests import sample
from tests.components.plain_comparison import CODES, REGIONS, SAMPLE, cells
from tests.own_data import DATA


@cache
def in_year(code: str, year: int, within: str = "") -> dict[str, float]:
    """The values of a year of all areas of a publisher, or of those of one country."""
    every = queries.areas(DATA, DATA.indicators[code])
    return {
        area: years[year][0]
        for area, years in cells(code).items()
        if year in years and area in every and area.startswith(within)
    }


@cache
def years_of_most(code: str) -> list[int]:
    """The years in which at least half as many areas have a value as in the fullest."""
    counts = {year: len(in_year(code, year)) for years in cells(code).values() for year in years}
    return sorted(year for year, count in counts.items() if 2 * count >= max(counts.values()))


def expected_place(code: str, own: float, others: list[float]) -> int:
    """One more than those that do better."""
    sign = -1 if DATA.indicators[code].direction == "lower" else 1
    return 1 + sum(sign * code > sign * own for code in others)


@pytest.mark.parametrize("within", ["eu", "IT", "EL"])
@pytest.mark.parametrize("code", CODES)
def test_the_place_of_every_region_is_counted_again(code: str, within: str) -> None:
    year = max(years_of_most(code))
    values = in_year(code, year, "" if within == "eu" else within)
    ordered = sorted(
        values, key=lambda area: (expected_place(code, values[area], list(values.values())), area)
    )
    for region in REGIONS[CODES.index(code) :: 6] if within == "eu" else SAMPLE:
        now = compare_context(DATA, Selection(tab="compare", region=region, indicator=code, within=within))
        said = summary_text.summary(now)
        ends = [now.look.spoken_number(values[area]) for area in (ordered[0], ordered[-1])]
        assert all(f"({end})" in said for end in ends), said
        assert re.search(rf"\b{len(values)} (region|area)s of ", said), said
        area = queries.area(DATA, DATA.indicators[code], region)
        if area not in values:
            assert "rank" not in said, said
            assert "by size" not in said, said
            continue
        rank = expected_place(code, values[area], list(values.values()))
        word = "number" if DATA.indicators[code].size else "rank"
        assert f"{word} {rank} " in said, said
        assert now.look.in_sentence(values[area]) in said


@sample.EXTENT
@pytest.mark.parametrize("code", CODES)
def test_a_place_moves_from_the_first_year_to_the_last_on_one_set(code: str, extent: str) -> None:
    ranked = years_of_most(code)
    for region in REGIONS if extent == sample.ALL else REGIONS[CODES.index(code) :: len(CODES)]:
        now = compare_context(DATA, Selection(tab="compare", region=region, indicator=code))
        area = queries.area(DATA, DATA.indicators[code], region)
        own = cells(code).get(area, {})
        there = [year for year in sorted(own) if year in ranked and area in in_year(code, year)][-3:]
        breaks = [year for year in own if "b" in own[year][1]]
        there = [year for year in there if not any(year < item <= now.year for item in breaks)]
        found = rank_stability.compared_years(now)
        if len(there) < 2:
            assert found is None, region
            continue
        first, last = there[0], there[-1]
        both = [item for item in in_year(code, first) if item in in_year(code, last)]
        ranks = [
            expected_place(code, in_year(code, year)[area], [in_year(code, year)[item] for item in both])
            for year in (first, last)
        ]
        assert found is not None
        said = rank_stability.change_of_rank(now, found)
        if ranks[0] == ranks[1]:
            assert f"In {first} and in {last} " in said
            assert f" at place {ranks[0]} among the {len(both)} areas" in said
        else:
            assert f"From {first} to {last} " in said
            assert f" from place {ranks[0]} to {ranks[1]} among the {len(both)} areas" in said
        broken = sum(
            any(first < year <= last and "b" in flag for year, (_, flag) in cells(code)[item].items())
            for item in both
        )
        assert (f"In {broken} of these areas" in said) == bool(broken)


def test_research_in_lombardy_fell_from_107_to_115_of_206() -> None:
    picture = chart_results.chart_result("compare.places", DATA, Selection(tab="compare", indicator="gerd"))
    assert "From 2021 to 2023 Lombardy went from place 107 to 115 among the 206 areas" in picture.summary


@pytest.mark.parametrize("code", CODES)
def test_lenses_through_which_a_region_is_first_are_counted_again(code: str) -> None:
    for region in SAMPLE[CODES.index(code) % 3 :: 3]:
        chosen = Selection(tab="compare", region=region, indicator=code, peers=5.0)
        picture = chart_results.chart_result("compare.places", DATA, chosen)
        year = queries.latest_year(DATA, code)
        area = queries.area(DATA, DATA.indicators[code], region)
        counts = []
        for lens in peers.LENSES:
            near = peers.compared_regions(DATA, region, lens, tuple(weights(chosen).items()), 5)["region"]
            areas = {queries.area(DATA, DATA.indicators[code], item) for item in near} - {area, ""}
            others = [cells(code)[item][year][0] for item in areas if year in cells(code).get(item, {})]
            if others and year in cells(code).get(area, {}):
                own = cells(code)[area][year][0]
                counts.append(expected_place(code, own, others) == 1 and own not in others)
        if counts:
            of = len(counts)
            first = f"all {of}" if sum(counts) == of > 1 else f"{sum(counts) or 'none'} of {of}"
            assert f" through {first} " in picture.summary, picture.summary


def test_the_same_country_is_all_its_regions() -> None:
    for region in REGIONS:
        chosen = Selection(tab="compare", region=region, lens="country", peers=1.0)
        country = queries.country(DATA, region)
        everyone = {code for code in peers.regions(DATA) if queries.country(DATA, code) == country}
        assert set(compared_with(DATA, chosen)) == everyone - {region}


def test_a_year_that_few_regions_have_gives_way_and_says_so() -> None:
    for code in DATA.indicators:
        for year in sorted({year for years in cells(code).values() for year in years}):
            now = compare_context(DATA, Selection(tab="compare", indicator=code, year=str(year)))
            assert now.year == (year if year in years_of_most(code) else queries.latest_year(DATA, code))
            count = len(in_year(code, year))
            few = [note for note in now.notes if f"In {year} only {count} " in note]
            assert bool(few) == (year != now.year and count > 0), (code, year)


@pytest.mark.parametrize(("region", "within"), [("EL62", "border"), ("IE06", "IE"), ("SE33", "border")])
def test_among_fewer_than_five_regions_there_are_places_and_no_fifths(region: str, within: str) -> None:
    chosen = Selection(tab="compare", region=region, within=within, peers=3.0)
    for chart in ("compare.scorecard", "compare.ranking"):
        result = chart_results.chart_result(chart, DATA, chosen)
        assert not result.failed
        assert result.rows["of"].max() < 5
        text = f"{html_of(result.figure)} {result.summary}"
        for band in range(1, 6):
            assert say(f"compare.fifth.{band}", "en") not in text, (chart, band)


def test_among_five_regions_there_are_fifths() -> None:
    result = chart_results.chart_result("compare.scorecard", DATA, Selection(tab="compare", within="IT"))
    assert say("compare.fifth.1", "en") in html_of(result.figure)
