"""Changes of value and place, breaks, ranked years and derived values: every region and every indicator
against a second path in plain Python."""

import math
from collections import Counter, defaultdict

import pytest

from data import Data, change, groups, peers, queries

FLAGGED = ("employment_rate", "unemployment_rate", "tertiary_education", "gdp", "gerd", "gva_volume")


def by_area(data: Data, code: str) -> dict[str, list[tuple[int, float, str]]]:
    """Year, value and flag of every area of an indicator, in order of years."""
    found: dict[str, list[tuple[int, float, str]]] = defaultdict(list)
    for row in sorted(data.values[code].to_dict("records"), key=lambda row: row["year"]):
        found[row["region"]].append((row["year"], row["value"], row["flag"]))
    return found


def every_region(data: Data) -> list[str]:
    return list(data.regions.index[data.regions["level"] == "nuts2"])


def test_a_region_is_ranked_only_in_years_that_half_as_many_have_as_the_fullest(data: Data) -> None:
    for code, indicator in data.indicators.items():
        inside = queries.areas(data, indicator)
        counts = Counter(
            row["year"] for row in data.values[code].to_dict("records") if row["region"] in inside
        )
        expected = sorted(year for year, count in counts.items() if 2 * count >= max(counts.values()))
        assert list(queries.ranked_years(data, code)) == expected, code
        firm = [year for year in expected if year <= (indicator.source.firm_until or year)]
        assert queries.latest_year(data, code) == firm[-1], code
        for year in counts:
            assert bool(queries.places(data, code, year)) == (year in expected), (code, year)
            assert len(queries.with_ranks(data, code, year)) == (counts[year] if year in expected else 0)


def test_nobody_is_ranked_among_the_five_that_reported_research_spending_first(data: Data) -> None:
    assert queries.latest_year(data, "gerd") == 2023
    assert queries.places(data, "gerd", 2024) == {}
    assert queries.places(data, "gerd", 2023)["EE00"].of == 227


def test_who_is_missing_and_who_is_ranked_are_all_areas_together(data: Data) -> None:
    for code, indicator in data.indicators.items():
        year = queries.latest_year(data, code)
        ranked, missing = queries.places(data, code, year), queries.without_value(data, code, year)
        assert set(ranked) | set(missing) == queries.areas(data, indicator), code
        assert not set(ranked) & set(missing), code


def test_places_within_a_country_are_those_of_all_its_areas_with_a_value(data: Data) -> None:
    for code in FLAGGED:
        year = queries.latest_year(data, code)
        lower = data.indicators[code].direction == "lower"
        for country in ("IT", "DE", "EL", "LU"):
            values = {
                row["region"]: row["value"]
                for row in queries.ranked_rows(data, code, year).to_dict("records")
                if row["region"].startswith(country)
            }
            found = queries.places(data, code, year, groups.areas_in(data, code, country))
            assert set(found) == set(values)
            for area, place in found.items():
                ahead = [v < values[area] if lower else v > values[area] for v in values.values()]
                assert (place.rank, place.of) == (1 + sum(ahead), len(values)), (code, area)


@pytest.mark.parametrize("code", ["gerd", "unemployment_rate", "gdp_per_head_pps", "ris_index"])
def test_places_over_time_are_counted_among_those_that_have_every_year(data: Data, code: str) -> None:
    first, last = queries.ranked_years(data, code)[-3], queries.ranked_years(data, code)[-1]
    values = {
        area: {year: (value, flag) for year, value, flag in rows}
        for area, rows in by_area(data, code).items()
    }
    both = {
        area: cells
        for area, cells in values.items()
        if area in queries.areas(data, data.indicators[code]) and first in cells and last in cells
    }
    broken = sum(any("b" in flag and first < y <= last for y, (_, flag) in c.items()) for c in both.values())
    sign = -1 if data.indicators[code].direction == "lower" else 1
    for region in every_region(data)[::7]:
        found, area = (
            change.places(data, code, region, (first, last)),
            queries.area(data, data.indicators[code], region),
        )
        if area not in both:
            assert found is None
            continue
        ranks = tuple(
            1 + sum(sign * cells[year][0] > sign * both[area][year][0] for cells in both.values())
            for year in (first, last)
        )
        assert found == change.Places((first, last), ranks, len(both), broken)
        assert found.places_gained == ranks[0] - ranks[1]


def test_research_spending_of_lombardy_went_from_107_to_115_of_206(data: Data) -> None:
    found = change.places(data, "gerd", "ITC4", (2021, 2023))
    assert found == change.Places((2021, 2023), (107, 115), 206, 0)


def test_no_place_over_time_rests_on_a_year_that_few_have(data: Data) -> None:
    assert change.places(data, "gerd", "EE00", (2023, 2024)) is None


def test_no_change_crosses_a_break_and_none_is_cut_short_without_one(data: Data) -> None:
    for code in FLAGGED:
        for region, rows in by_area(data, code).items():
            last = rows[-1][0]
            for back in (1, 5, None):
                found = change.change(data, code, region, last, back)
                assert found is not None
                period = [row for row in rows if back is None or row[0] >= last - back]
                crossed = [y for y, _, flag in period if "b" in flag and found.first.year < y]
                assert not crossed, (code, region)
                cut = period[0][0] < found.first.year
                assert found.broken == (found.first.year if cut else None), (code, region)
                if cut:
                    assert "b" in found.first.flag, (code, region)


def test_a_change_is_last_less_first_and_nothing_where_no_year_can_be_compared(data: Data) -> None:
    for code in FLAGGED:
        for region, rows in by_area(data, code).items():
            (before, was, _), (year, value, flag) = rows[-2:] if len(rows) > 1 else (rows[0], rows[0])
            found = change.latest_change(data, code, region)
            assert found is not None
            if "b" in flag or before == year:
                assert (found.difference, found.percent) == (None, None), (code, region)
            else:
                assert found.first.year == before
                assert found.difference == pytest.approx(value - was)
                assert found.percent == (pytest.approx(100 * (value / was - 1)) if was > 0 else None)


def test_output_grows_in_volume_over_the_years_of_its_value(data: Data) -> None:
    volume, value = by_area(data, "gdp_volume"), by_area(data, "gdp")
    for region, rows in value.items():
        found = change.latest_growth(data, "gdp", region)
        (before, _, _), (year, _, flag) = rows[-2:]
        cells = {year: value for year, value, _ in volume.get(region, [])}
        if "b" in flag:
            assert found is not None
            assert found.percent is None
        elif before in cells and year in cells:
            assert found is not None
            assert found.percent == pytest.approx(100 * (cells[year] / cells[before] - 1)), region
        else:
            assert found is None, region


def test_every_labour_market_change_since_2019_crosses_the_break_of_2021(data: Data) -> None:
    for code in ("employment_rate", "unemployment_rate", "tertiary_education"):
        for region, rows in by_area(data, code).items():
            if {2019, 2021, 2022} <= {year for year, _, _ in rows}:
                assert 2021 in change.breaks(data, code, region, 2019, 2022), (code, region)
                assert change.breaks(data, code, region, 2021, 2022) == tuple(
                    year for year, _, flag in rows if year == 2022 and "b" in flag
                )


def test_the_scoreboards_values_stand_against_the_union_of_the_same_year(data: Data) -> None:
    derived = {code for code, indicator in data.indicators.items() if indicator.relative_to}
    assert derived == set(data.published)
    assert {code for code in data.indicators if code.startswith("ris_")} == derived | {"ris_index_eu2016"}
    for code in derived:
        raw = {(r["region"], r["year"]): r["value"] for r in data.published[code].to_dict("records")}
        shown = {(r["region"], r["year"]): r["value"] for r in data.values[code].to_dict("records")}
        assert shown.keys() == raw.keys(), code
        for (region, year), value in shown.items():
            assert math.isclose(value, 100 * raw[region, year] / raw["EU27_2020", year]), (code, region)
        assert data.indicators[code].standing == "recomputed"
        assert "same year" in data.indicators[code].unit["en"]


def test_the_innovation_of_berlin_fell_against_the_union_though_its_score_rose(data: Data) -> None:
    relative = change.latest_change(data, "ris_index", "DE30")
    score = change.latest_change(data, "ris_index_eu2016", "DE30")
    assert relative is not None
    assert score is not None
    assert round(relative.difference or 0, 1) == -0.6
    assert round(score.difference or 0, 1) == 0.2
    assert "2016" in data.indicators["ris_index_eu2016"].title["en"]


def test_size_has_no_direction_and_money_says_its_prices(data: Data) -> None:
    for code, indicator in data.indicators.items():
        unit = indicator.unit["en"]
        if any(
            word in unit for word in ("inhabitants", "persons employed", "thousand people", "million EUR")
        ):
            assert indicator.size or "per" in unit, code
        assert not indicator.size or indicator.direction == "neither", code
        if "PPS" in unit or "PPCS" in unit:
            assert indicator.prices == "pps", code
        elif "EUR" in unit:
            assert indicator.prices == "current", code
        if indicator.growth:
            assert data.indicators[indicator.growth].prices in ("volume", "none"), code
        if indicator.size and indicator.prices == "current" and f"{code}_volume" in data.indicators:
            assert indicator.growth, code


def test_the_same_country_is_all_regions_of_the_country(data: Data) -> None:
    weights = tuple(dict.fromkeys(peers.DIMENSIONS, 1.0).items())
    for home in peers.regions(data):
        same = {code for code in peers.regions(data) if code[:2] == home[:2]} - {home}
        found = peers.compared_regions(data, home, "country", weights, 3)["region"]
        assert set(found) == same, home
        assert found.is_unique
        assert len(peers.compared_regions(data, home, "structure", weights, 3)) <= 3
