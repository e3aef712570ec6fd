"""Values that are derived from a publisher's once, when the data are loaded, so that every consumer sees the
same numbers on the same base. Knows records and rows, no regions."""

from collections.abc import Mapping

import pandas as pd

from data.records import Indicator
from data.statistics import relative_to

Values = dict[str, pd.DataFrame]


def derive(indicators: Mapping[str, Indicator], values: Mapping[str, pd.DataFrame]) -> tuple[Values, Values]:
    """The values of every indicator as its record describes them, in the order of `indicators`, and the
    file's own values of those that were derived."""
    shown = {code: _values(one, values) for code, one in indicators.items()}
    published = {code: values[code] for code, one in indicators.items() if one.relative_to}
    return shown, published


def _values(indicator: Indicator, values: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    rows = values[indicator.published_values_of or indicator.code]
    return relative_to_region(rows, indicator.relative_to) if indicator.relative_to else rows


def relative_to_region(rows: pd.DataFrame, region: str) -> pd.DataFrame:
    """Each value as a percentage of `region`'s value of the same year, with the flag of the value it comes
    from; years in which `region` has no value are left out. Sorted by region and year."""
    return with_flags(relative_to(rows, rows[rows["region"] == region]), rows)


def with_flags(derived: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Derived rows with the flag of the value they were derived from, sorted by region and year."""
    return derived.merge(rows[["region", "year", "flag"]], on=["region", "year"], how="left").sort_values(
        ["region", "year"], ignore_index=True
    )
