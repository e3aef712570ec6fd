"""Values that are derived from a publisher's once, when the data are loaded, so that every consumer sees the
same numbers on the same base."""

from collections.abc import Mapping

import pandas as pd

from data.breakdown import BreakdownTable
from data.records import Indicator
from data.statistics import relative_to

Values = dict[str, pd.DataFrame]


def derive(indicators: Mapping[str, Indicator], values: Mapping[str, pd.DataFrame]) -> tuple[Values, Values]:
    """The values of every indicator as its record describes them, in the order of `indicators`, and the
    file's own values of those that were derived."""
    shown = {code: _values(indicator, values) for code, indicator in indicators.items()}
    published = {code: values[code] for code, indicator in indicators.items() if indicator.relative_to}
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


def from_breakdown(
    indicator: Indicator, table: BreakdownTable, values: Mapping[str, pd.DataFrame], regions: pd.DataFrame
) -> pd.DataFrame:
    """A sum over a breakdown's members, or its ratio to other indicators, as rows: region, year, value, flag.

    value = times x sum / product of `divided_by`, per region and year; none where one of `required_members` has no
    value, or a divisor is missing. Countries and the EU are the same of the sums over their regions that have
    all of them: sum of the numerators / sum of the divisors."""
    totals = table.totals(indicator.sum_of, indicator.required_members)
    divisor = _product([_wide(values[code]) for code in indicator.divided_by], totals)
    both = totals.notna() & divisor.notna()
    numerator, divisor = _with_groups(totals.where(both), regions), _with_groups(divisor.where(both), regions)
    wide = numerator / divisor * indicator.times if indicator.divided_by else numerator
    long = wide.rename_axis(index="region").reset_index().melt("region", var_name="year", value_name="value")
    rows = long.dropna(subset=["value"]).assign(flag="")
    return rows.astype({"year": "int64"}).sort_values(["region", "year"], ignore_index=True)


def _product(factors: list[pd.DataFrame], like: pd.DataFrame) -> pd.DataFrame:
    """The factors multiplied cell by cell, in the shape of `like`; ones where there are none."""
    product = pd.DataFrame(1.0, index=like.index, columns=like.columns)
    for factor in factors:
        product = product * factor.reindex(index=like.index, columns=like.columns)
    return product


def _wide(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.pivot_table(index="region", columns="year", values="value")


def _with_groups(wide: pd.DataFrame, regions: pd.DataFrame) -> pd.DataFrame:
    """Regions x years with a line for each country and one for the EU: the sums over the regions that have a value."""
    countries = wide.groupby(regions.loc[wide.index, "country"].to_numpy()).sum(min_count=1)
    union = wide.sum(min_count=1).to_frame("EU27_2020").T
    return pd.concat([wide, countries, union])
