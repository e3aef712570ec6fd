"""Median and median absolute deviation: which values are higher or lower than the middle, by a rule that a few extreme
values do not change."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class MedianSpread:
    """The median of values and their median absolute deviation from it, both in the values' own unit."""

    median: float
    deviation: float

    def level(self, value: float) -> str:
        """Whether a value is "higher" or "lower" than the middle, or "similar": within one median absolute deviation of
        the median, its ends included.

        The Office for National Statistics (United Kingdom) compares areas by this rule where it has no intervals of
        uncertainty; none is published for these values.
        """
        if abs(value - self.median) <= self.deviation:
            return "similar"
        return "higher" if value > self.median else "lower"


def middle_of(values: pd.Series) -> MedianSpread:
    """Median and median absolute deviation of values, missing ones left out: median(x) and median(|x - median(x)|), not
    scaled to a standard deviation (F. R. Hampel, Journal of the American Statistical Association 69, 1974)."""
    known = values.dropna()
    median = float(known.median())
    return MedianSpread(median, float((known - median).abs().median()))
