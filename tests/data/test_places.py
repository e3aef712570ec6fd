"""Places among regions: ties, rounding, years and coverage."""

import pytest

from data import Data, peers, queries, rank_stability
from data import coverage as covering

FINE = 1e-9


def test_a_place_is_one_more_than_those_that_do_better(data: Data) -> None:
    for code, within in (
        ("gerd", "eu"),
        ("unemployment_rate", "IT"),
        ("ris_index", "eu"),
        ("gdp_per_head_pps", "DE"),
    ):
        home = "DE21" if within == "DE" else "ITC4"
        year = queries.latest_year(data, code)
        sign = -1 if data.indicators[code].direction == "lower" else 1
        values = {
            row["region"]: sign * row["value"]
            for row in data.values[code].to_dict("records")
            if row["year"] == year
            and row["region"] in queries.areas(data, data.indicators[code])
            and (within == "eu" or row["region"].startswith(within))
        }
        found = rank_stability.places(data, code, home, year, within)
        assert found == {
            "year": year,
            "best": 1 + sum(value > values[home] for value in values.values()),
            "of": len(values),
        }


def test_being_ahead_is_counted_over_areas_once(data: Data) -> None:
    found = rank_stability.rank_among(data, "ris_index", "ITC4", ("FR10", "BE21", "BE22", "ITC4"), 2023)
    values = {
        row["region"]: row["value"]
        for row in data.values["ris_index"].to_dict("records")
        if row["year"] == 2023
    }
    areas = {queries.area(data, data.indicators["ris_index"], item) for item in ("FR10", "BE21", "BE22")}
    assert found is not None
    assert found["of"] == 1 + len(areas)
    assert found["ahead"] == sum(values[item] < values["ITC4"] for item in areas)


def test_coverage_names_the_gravest_obstacle(data: Data) -> None:
    def obstacle(code: str, region: str, year: int) -> str:
        return str(covering.coverage(data, code, [region], year)["obstacle"].iloc[0])

    assert obstacle("gerd", "ITC4", 2023) == ""
    assert obstacle("gerd", "NL31", 2023) == "vintage"
    assert obstacle("gerd", "FR10", 2022) == "missing"
    assert obstacle("ris_index", "FRK2", 2023) == "area"
    assert obstacle("rci_low_maths", "ITC4", 2022) == "national"
    assert obstacle("ris_new_sales", "ITC4", 2023) == "national"


def test_gaps_are_the_years_between_the_first_and_the_last_that_have_no_value(data: Data) -> None:
    homes = data.regions.index[data.regions["level"] == "nuts2"]
    for code in ("gerd", "gdp", "unemployment_rate", "population", "rci_rd", "ris_index"):
        rows = data.values[code]
        for row in covering.coverage(data, code, homes, queries.latest_year(data, code)).to_dict("records"):
            years = set(rows.loc[rows["region"] == row["area"], "year"])
            gaps = sum(year not in years for year in range(min(years), max(years))) if years else 0
            assert row["gaps"] == gaps, (code, row["region"])
            assert row["years"] == len(years), (code, row["region"])


@pytest.mark.parametrize("code", ["gdp_per_head_pps", "gerd", "unemployment_rate", "ris_index"])
def test_rounding_is_half_of_the_last_decimal_shown(data: Data, code: str) -> None:
    indicator, year = data.indicators[code], queries.latest_year(data, code)
    half, sign = 0.5 / 10**indicator.decimals, -1 if indicator.direction == "lower" else 1
    values = {
        row["region"]: sign * row["value"]
        for row in data.values[code].to_dict("records")
        if row["year"] == year and row["region"] in queries.areas(data, indicator)
    }
    wide = 0
    for region in peers.regions(data):
        found, own = (
            rank_stability.over_rounding(data, code, region, year),
            queries.area(data, indicator, region),
        )
        if own not in values:
            assert found is None
            continue
        leads = [value - values[own] for area, value in values.items() if area != own]
        assert found == {
            "year": year,
            "best": 1 + sum(lead > 2 * half + FINE for lead in leads),
            "worst": 1 + sum(lead > -2 * half + FINE for lead in leads),
            "of": len(values),
        }, region
        wide += found["best"] < found["worst"]
    assert wide, "no place depends on rounding: the test proves nothing"


@pytest.mark.parametrize("code", ["gerd", "unemployment_rate", "gdp_per_head_pps"])
def test_a_place_among_some_counts_ties_apart(data: Data, code: str) -> None:
    indicator, year = data.indicators[code], queries.latest_year(data, code)
    sign = -1 if indicator.direction == "lower" else 1
    values = {
        row["region"]: sign * row["value"]
        for row in data.values[code].to_dict("records")
        if row["year"] == year and row["region"] in queries.areas(data, indicator)
    }
    tied = 0
    for home, own in values.items():
        others = tuple(code for code in peers.regions(data) if code != home)
        found = rank_stability.rank_among(data, code, home, others, year)
        rest = [value for area, value in values.items() if area != home]
        assert found == {
            "best": 1 + sum(item > own for item in rest),
            "of": len(values),
            "ahead": sum(item < own for item in rest),
            "level": sum(item == own for item in rest),
        }, home
        tied += found["level"] > 0
    assert tied, "no two regions are level: the test proves nothing"


def test_places_over_years_begin_with_the_year_asked_for(data: Data) -> None:
    for code in ("gerd", "gdp_per_head_pps", "employment_rate"):
        for year in queries.ranked_years(data, code)[-4:]:
            for region in peers.regions(data)[::5]:
                have = [value.year for value in queries.history(data, code, region) if value.year <= year]
                ranked = [item for item in have if item in queries.ranked_years(data, code)]
                found = [item["year"] for item in rank_stability.over_years(data, code, region, year)]
                assert found == ranked[-3:][::-1], (code, region, year)


def test_coverage_counts_are_those_of_the_rows(data: Data) -> None:
    for code in data.indicators:
        year = queries.latest_year(data, code)
        rows = [
            row
            for row in data.values[code].to_dict("records")
            if row["year"] == year and row["region"] in queries.areas(data, data.indicators[code])
        ]
        total = covering.overall(data, code, year)
        assert total["valued"] == len(rows)
        assert total["flagged"] == sum(bool(row["flag"]) and row["flag"] == row["flag"] for row in rows)


def test_every_lens_gives_a_place_or_says_nothing(data: Data) -> None:
    weights = dict.fromkeys(peers.DIMENSIONS, 1.0)
    for home in ("ITC4", "CY00", "FRY1", "NL31"):
        for item in rank_stability.over_lenses(data, "gdp_per_head_pps", home, 2023, weights, 10):
            most = len(peers.regions(data)) if item["lens"] in peers.UNLIMITED_LENSES else 11
            assert 1 <= item["best"] <= item["of"] <= most
