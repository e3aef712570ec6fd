"""The middle of many values."""

import statistics

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from data.spread import middle_of

VALUES = st.lists(st.integers(-1000, 1000).map(lambda tenth: tenth / 10), min_size=1, max_size=40)


@given(VALUES)
def test_the_middle_is_the_median_and_the_median_of_what_lies_between(values: list[float]) -> None:
    middle = middle_of(pd.Series([*values, None], dtype="float64"))
    median = statistics.median(values)
    assert middle.median == median
    assert abs(middle.deviation - statistics.median(abs(value - median) for value in values)) < 1e-9


@given(VALUES)
def test_half_of_the_values_at_least_are_similar_and_higher_ones_are_above(values: list[float]) -> None:
    middle = middle_of(pd.Series(values))
    levels = [(value, middle.level(value)) for value in values]
    assert sum(level == "similar" for _, level in levels) * 2 >= len(values)
    assert all(value > middle.median for value, level in levels if level == "higher")
    assert all(value < middle.median for value, level in levels if level == "lower")


def test_the_ends_of_the_middle_are_similar() -> None:
    middle = middle_of(pd.Series([1.0, 2.0, 3.0, 4.0, 5.0]))
    assert (middle.median, middle.deviation) == (3.0, 1.0)
    assert [middle.level(value) for value in (1.9, 2.0, 4.0, 4.1)] == [
        "lower",
        "similar",
        "similar",
        "higher",
    ]
