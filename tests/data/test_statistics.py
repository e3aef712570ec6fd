"""Every statistic against a second path in plain Python, and against what must hold whatever the numbers."""

import math
import random
from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import Data, statistics

FINE = 1e-9


def frame(values: dict[tuple[str, int], float]) -> pd.DataFrame:
    return pd.DataFrame(
        [(region, year, float(value), "") for (region, year), value in values.items()],
        columns=["region", "year", "value", "flag"],
    )


def cells(rows: pd.DataFrame) -> dict[tuple[str, int], float]:
    return {
        (region, year): value for region, year, value in rows[["region", "year", "value"]].to_numpy().tolist()
    }


REGIONS = frame({("A", 2020): 50, ("A", 2021): 60, ("B", 2020): 0, ("B", 2021): 30, ("C", 2021): 90})
UNION = frame({("EU", 2020): 100, ("EU", 2021): 120, ("EU", 2022): 130})

numbers = st.floats(min_value=0.01, max_value=1e6, allow_nan=False)
samples = st.lists(numbers, min_size=1, max_size=60)


def _year(values: list[float]) -> pd.DataFrame:
    return frame({(f"R{at:03}", 2020): value for at, value in enumerate(values)})


def test_relative_to_is_a_hundred_times_value_over_reference_of_the_same_year() -> None:
    assert cells(statistics.relative_to(REGIONS, UNION)) == {
        ("A", 2020): 50,
        ("A", 2021): 50,
        ("B", 2020): 0,
        ("B", 2021): 25,
        ("C", 2021): 75,
    }


def test_the_reference_relative_to_itself_is_100() -> None:
    assert set(statistics.relative_to(UNION, UNION)["value"]) == {100.0}


def test_a_year_without_reference_or_with_a_reference_of_zero_is_left_out() -> None:
    assert statistics.relative_to(REGIONS, frame({("EU", 2020): 0})).empty


def test_rebased_is_100_in_its_base_year() -> None:
    assert cells(statistics.rebase(REGIONS, 2020)) == {("A", 2020): 100, ("A", 2021): 120}


def test_change_keeps_the_unit_and_percent_change_does_not_divide_by_zero() -> None:
    assert statistics.change(REGIONS, 2020, 2021).to_numpy().tolist() == [["A", 10.0], ["B", 30.0]]
    assert statistics.percent_change(REGIONS, 2020, 2021).to_numpy().tolist() == [["A", pytest.approx(20)]]
    assert statistics.change(REGIONS, 2020, 1999).empty


def test_yearly_growth_compounds_to_the_whole_change() -> None:
    rows = frame({("A", 2016): 90.68, ("A", 2023): 105.67})
    rate = statistics.yearly_growth(rows, 2016, 2023)["value"].item()
    assert 90.68 * (1 + rate / 100) ** 7 == pytest.approx(105.67, abs=FINE)


@given(samples, st.sampled_from(["higher", "lower", "neither"]))
@settings(max_examples=60)
def test_a_rank_is_one_more_than_the_number_of_better_values(values: list[float], direction: str) -> None:
    placed = statistics.rank(_year(values), direction)
    for value, rank, of in placed[["value", "rank", "of"]].to_numpy().tolist():
        better = [other for other in values if (other < value if direction == "lower" else other > value)]
        assert (rank, of) == (1 + len(better), len(values))


@given(samples, st.sampled_from(["higher", "lower"]))
@settings(max_examples=60)
def test_bands_are_fifths_and_ties_share_one(values: list[float], direction: str) -> None:
    banded = statistics.bands(_year(values), direction)
    assert banded["band"].between(1, 5).all()
    assert len(banded[["value", "band"]].drop_duplicates()) == banded["value"].nunique()
    for rank, of, band in banded[["rank", "of", "band"]].to_numpy().tolist():
        assert band == 1 + math.floor(5 * (rank - 1) / of)


def test_ten_different_values_make_five_bands_of_two() -> None:
    bands = statistics.bands(_year([float(value) for value in range(10)]), "lower")["band"].tolist()
    assert bands == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]


@given(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=40))
@settings(max_examples=60)
def test_a_weighted_mean_is_the_sum_of_products_over_the_sum_of_weights(
    pairs: list[tuple[float, float]],
) -> None:
    values, weights = (_year([pair[at] for pair in pairs]) for at in (0, 1))
    found = statistics.weighted_mean(values, weights)
    plain = sum(value * weight for value, weight in pairs) / sum(weight for _, weight in pairs)
    assert found["value"].item() == pytest.approx(plain, rel=FINE)
    assert found["n"].item() == len(pairs)


def test_a_region_without_a_weight_does_not_count() -> None:
    found = statistics.weighted_mean(frame({("A", 1): 10, ("B", 1): 99}), frame({("A", 1): 2}))
    assert found.to_numpy().tolist() == [[1, 10, 1]]


def test_a_sum_says_how_many_had_a_value() -> None:
    summed = statistics.sum_by_year(REGIONS, ["A", "B", "C"])
    assert summed.to_numpy().tolist() == [[2020, 50, 2], [2021, 180, 3]]


EMPLOYED = pd.DataFrame(
    {"activity": ["all", "textiles", "food", "secret"], "value": [1000.0, 27.0, 100.0, float("nan")]}
)
BASE = pd.DataFrame(
    {"activity": ["all", "textiles", "food", "secret"], "value": [100_000.0, 1100.0, 20_000.0, 500.0]}
)


def test_a_location_quotient_is_share_over_share() -> None:
    found = statistics.location_quotients(EMPLOYED, BASE, total="all").set_index("activity")
    assert found.at["textiles", "quotient"] == pytest.approx(2.7 / 1.1, abs=FINE)
    assert found.at["textiles", "quotient"] == pytest.approx(2.45, abs=0.005)
    assert found.at["food", "quotient"] == pytest.approx(0.5, abs=FINE)
    assert "secret" not in found.index, "what is not published is not zero"
    assert "all" not in found.index


def test_specialised_needs_both_thresholds_and_both_may_be_met_exactly() -> None:
    quotients = pd.DataFrame(
        {"activity": ["both", "small", "weak"], "share": [1.0, 0.99, 5.0], "quotient": [1.5, 3.0, 1.49]}
    )
    assert statistics.select_specialised(quotients)["activity"].tolist() == ["both"]
    assert statistics.select_specialised(quotients, least_share=0.5)["activity"].tolist() == ["both", "small"]


def test_without_a_total_there_are_no_quotients() -> None:
    assert statistics.location_quotients(EMPLOYED, BASE, total="nothing").empty


@pytest.mark.parametrize(
    ("relative", "group"),
    [
        (125.01, "leader"),
        (125, "strong"),
        (100, "strong"),
        (99.9, "moderate"),
        (70, "moderate"),
        (69.9, "emerging"),
        (0, "emerging"),
    ],
)
def test_the_scoreboards_groups_meet_at_125_100_and_70(relative: float, group: str) -> None:
    assert statistics.performance_group(relative) == group


@given(st.lists(st.tuples(numbers, numbers), min_size=3, max_size=40))
@settings(max_examples=60)
def test_a_correlation_is_symmetric_within_one_and_blind_to_units(pairs: list[tuple[float, float]]) -> None:
    first, second = (_year([pair[at] for pair in pairs]) for at in (0, 1))
    found = statistics.correlation(first, second)
    assert found.n == len(pairs)
    assert found == statistics.correlation(second, first)
    if found.r is not None:
        assert -1 - FINE <= found.r <= 1 + FINE
        scaled = statistics.correlation(first.assign(value=first["value"] * 1024), second)
        assert scaled.r == pytest.approx(found.r, abs=1e-6)


def test_a_correlation_is_the_textbooks() -> None:
    x, y = [1.0, 2.0, 4.0, 7.0], [2.0, 3.0, 3.0, 9.0]
    mean_x, mean_y = sum(x) / 4, sum(y) / 4
    over = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True))
    under = math.sqrt(sum((a - mean_x) ** 2 for a in x) * sum((b - mean_y) ** 2 for b in y))
    assert statistics.correlation(_year(x), _year(y)).r == pytest.approx(over / under, abs=FINE)


def test_a_correlation_of_two_regions_or_of_a_constant_is_not_defined() -> None:
    assert statistics.correlation(_year([1, 2]), _year([1, 2])) == statistics.Correlation(None, 2)
    assert statistics.correlation(_year([1, 2, 3]), _year([5, 5, 5])).r is None


def test_a_national_value_is_seen_only_where_three_regions_share_it_in_every_year() -> None:
    countries = pd.Series(
        {code: code[0] for code in ("A1", "A2", "A3", "B1", "B2", "C1", "C2", "C3", "Z1", "Z2", "Z3")}
    )
    same = {(code, 2020): float(code[0] != "B") for code in countries.index if code[0] in "AB"}
    differs = {("C1", 2020): 1, ("C2", 2020): 1, ("C3", 2020): 2}
    zeros = dict.fromkeys([("Z1", 2020), ("Z2", 2020), ("Z3", 2020)], 0.0)
    rows = frame({**same, **differs, **zeros})
    assert statistics.repeated_nationally(rows, countries) == {"A"}


def test_no_statistic_depends_on_the_order_of_rows_or_changes_them(data: Data) -> None:
    rows = data.values["unemployment_rate"]
    order = list(range(len(rows)))
    random.Random(5).shuffle(order)  # noqa: S311 - a shuffle, not a secret
    mixed = rows.iloc[order]
    kept = rows.copy()
    made: tuple[Callable[[pd.DataFrame], pd.DataFrame], ...] = (
        lambda given: statistics.bands(given, "lower"),
        lambda given: statistics.rebase(given, 2019),
        lambda given: statistics.change(given, 2019, 2023),
    )
    for row in made:
        keys = [name for name in ("region", "year") if name in row(rows)]
        first, second = (row(given).sort_values(keys, ignore_index=True) for given in (rows, mixed))
        pd.testing.assert_frame_equal(first, second)
    pd.testing.assert_frame_equal(rows, kept)
