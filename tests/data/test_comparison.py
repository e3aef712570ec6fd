"""Scales, coverage and places against a second path in plain Python."""

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import Data, queries, scaling
from data.statistics import bands, places_within
from tests.data.test_statistics import frame

FINE = 1e-9


@pytest.mark.parametrize("scale", scaling.SCALES)
def test_every_indicator_has_every_scale_or_a_reason(data: Data, scale: str) -> None:
    for code in data.indicators:
        made = scaling.scale_rows(data, code, scale, "ITC4")
        assert made.scale == scale or made.refused, code
        assert len(made.rows), code
        assert {"region", "year", "value", "flag"} <= set(made.rows), code


@pytest.mark.parametrize("code", ["gdp_per_head_pps", "ris_index", "gdp_volume"])
def test_eu100_is_a_hundred_times_the_value_over_the_unions(data: Data, code: str) -> None:
    rows = data.values[code].to_dict("records")
    union = {row["year"]: row["value"] for row in rows if row["region"] == queries.UNION}
    made = scaling.scale_rows(data, code, "eu100", "ITC4").rows
    expected = {
        (row["region"], row["year"]): 100 * row["value"] / union[row["year"]]
        for row in rows
        if row["year"] in union
    }
    found = {(row["region"], row["year"]): row["value"] for row in made.to_dict("records")}
    assert found.keys() == expected.keys()
    assert all(math.isclose(found[key], expected[key], abs_tol=FINE) for key in found)


def test_an_index_is_a_hundred_times_the_value_over_its_own_of_the_base_year(data: Data) -> None:
    made = scaling.scale_rows(data, "gdp_per_head_pps", "index", "ITC4", "2015")
    values = {
        row["year"]: row["value"]
        for row in data.values["gdp_per_head_pps"].to_dict("records")
        if row["region"] == "ITC4"
    }
    own = made.rows[made.rows["region"] == "ITC4"].set_index("year")["value"]
    assert made.base == 2015
    assert all(
        math.isclose(own[year], 100 * value / values[2015], abs_tol=FINE) for year, value in values.items()
    )


def test_an_index_begins_with_100_in_the_first_year_that_most_regions_have(data: Data) -> None:
    told_apart = 0
    for code, indicator in data.indicators.items():
        made = scaling.scale_rows(data, code, "index", "ITC4")
        if made.refused:
            continue
        inside = queries.areas(data, indicator)
        counts = Counter(
            row["year"] for row in data.values[code].to_dict("records") if row["region"] in inside
        )
        years = [year for year, count in counts.items() if 2 * count >= max(counts.values())]
        assert made.base == min(years), code
        first = made.rows.loc[made.rows["year"] == min(years), "value"]
        assert first.to_numpy() == pytest.approx(100), code
        told_apart += min(years) < max(years)
    assert told_apart > 20


def test_sums_and_scores_are_not_set_against_the_union(data: Data) -> None:
    assert scaling.scale_rows(data, "gdp", "eu100", "ITC4").refused == "total"
    assert scaling.scale_rows(data, "rci_corruption", "eu100", "ITC4").refused == "no_ratio"
    assert scaling.scale_rows(data, "gerd", "eu100", "ITC4").refused == "no_union"
    assert scaling.scale_rows(data, "rci_rd", "index", "ITC4").refused == "one_year"


@given(st.lists(st.integers(0, 400), min_size=1, max_size=60), st.sampled_from(["higher", "lower"]))
def test_near_ties_share_the_fifth_of_the_best_of_them(tenths: list[int], direction: str) -> None:
    values = [item / 10 for item in tenths]
    placed = bands(frame({(f"R{at:03}", 2020): value for at, value in enumerate(values)}), direction, 0)
    for value, band, rank in zip(placed["value"], placed["band"], placed["rank"], strict=True):
        better = sum(item > value if direction == "higher" else item < value for item in values)
        shown = sum(
            round(item) > round(value) if direction == "higher" else round(item) < round(value)
            for item in values
        )
        assert rank == 1 + better
        assert band == 1 + 5 * shown // len(values)


@given(
    st.lists(st.integers(0, 40), min_size=1, max_size=30),
    st.integers(0, 40),
    st.sampled_from(["higher", "lower"]),
)
def test_places_within_rounding_are_the_best_and_the_worst_that_can_be(
    others: list[int], own: int, direction: str
) -> None:
    rows = frame({(f"R{at}", 2020): value for at, value in enumerate(others)})
    best, worst = places_within(rows["value"], own, 0.5, direction)
    sign = 1 if direction == "higher" else -1
    assert best == 1 + sum(sign * (code - own) > 1 for code in others)
    assert worst == 1 + sum(sign * (code - own) > -1 for code in others)
    assert best <= 1 + sum(sign * (code - own) > 0 for code in others) <= worst
