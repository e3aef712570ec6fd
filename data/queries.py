"""One region among the others: which area's value covers it, its latest value, its country's and the
Union's. Pure reading."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import pandas as pd

from data import Data
from data.records import Indicator
from data.statistics import bands

UNION = "EU27_2020"
COLUMN = {"ris": "ris_area", "rci": "rci_area"}
LEAST_COVERAGE = 1 / 2


@dataclass(frozen=True, slots=True)
class Value:
    """One published value: the code it was published for, its year, the number and its flag."""

    region: str
    year: int
    value: float
    flag: str


def area(data: Data, indicator: Indicator, region: str) -> str:
    """The code under which an indicator's publisher covers a region; "" where none does."""
    column = COLUMN.get(indicator.source.areas)
    return str(region_column(data, column)[region]) if column else region


@cache
def region_column(data: Data, column: str) -> dict[str, object]:
    """One column of the regions by code: a frame takes a thousand times as long for a single cell."""
    return dict(zip(data.regions.index, data.regions[column].tolist(), strict=True))


@cache
def spans(data: Data, code: str) -> dict[str, tuple[int, int]]:
    """Where each region's rows begin and end; rows are sorted by region, so one pass over the changes finds
    them."""
    regions = data.values[code]["region"].to_numpy(dtype=object)
    starts = np.flatnonzero(np.r_[True, regions[1:] != regions[:-1]])
    ends = np.r_[starts[1:], len(regions)]
    return {str(regions[start]): (int(start), int(end)) for start, end in zip(starts, ends, strict=True)}


@cache
def columns(data: Data, code: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Years, values and flags of an indicator's rows, for reading single cells."""
    rows = data.values[code]
    return rows["year"].to_numpy(), rows["value"].to_numpy(), rows["flag"].to_numpy(dtype=object)


def series(data: Data, code: str, region: str) -> pd.DataFrame:
    """All years of an indicator for what covers a region: region, year, value, flag."""
    start, end = spans(data, code).get(area(data, data.indicators[code], region), (0, 0))
    return data.values[code].iloc[start:end]


@lru_cache(maxsize=4096)
def value_at(data: Data, code: str, region: str, year: int | None = None) -> Value | None:
    """The value of a year, or of the last year there is; None where nothing was published."""
    covers = area(data, data.indicators[code], region)
    start, end = spans(data, code).get(covers, (0, 0))
    years, values, flags = columns(data, code)
    found = range(start, end) if year is None else start + np.flatnonzero(years[start:end] == year)
    if not len(found):
        return None
    last = int(found[-1])
    return Value(covers, int(years[last]), float(values[last]), str(flags[last]))


def history(data: Data, code: str, region: str) -> list[Value]:
    """The values of all years for what covers a region."""
    covers = area(data, data.indicators[code], region)
    start, end = spans(data, code).get(covers, (0, 0))
    cells = (column[start:end].tolist() for column in columns(data, code))
    return [Value(covers, year, value, flag) for year, value, flag in zip(*cells, strict=True)]


def newest_value(data: Data, code: str, region: str) -> Value | None:
    """The newest value that is not (probably) a forecast."""
    until = data.indicators[code].source.firm_until
    firm = [value for value in history(data, code, region) if value.year <= (until or value.year)]
    return firm[-1] if firm else None


@lru_cache(maxsize=256)
def ranked_rows(data: Data, code: str, year: int) -> pd.DataFrame:
    """The rows of a year that can be ranked (region, year, value, flag): one per area the indicator's publisher covers,
    no country and no Union.

    Codes of the other NUTS vintage are left out, so that no area is counted twice.
    """
    rows = data.values[code]
    return rows[(rows["year"] == year) & rows["region"].isin(areas(data, data.indicators[code]))]


@lru_cache(maxsize=32)
def with_ranks(data: Data, code: str, year: int) -> pd.DataFrame:
    """The rows of `ranked_rows` indexed by region, with rank, of and band (`statistics.bands`) in the indicator's own
    direction; values that are equal as shown share a band. No rows in a year that is not one of `ranked_years`."""
    indicator = data.indicators[code]
    rows = (
        ranked_rows(data, code, year)
        if is_ranked(data, code, year)
        else ranked_rows(data, code, year).iloc[:0]
    )
    return bands(rows, indicator.direction, indicator.decimals).set_index("region", drop=False)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an area stands in a year: its rank, among how many, and its fifth."""

    rank: int
    of: int
    band: int

    @property
    def position(self) -> float:
        """The rank on a scale from 0 (last) to 100 (first): 100 x (of - rank) / (of - 1), the share of the other areas,
        in per cent, that do no better. Areas with equal values share the rank, and so the position."""
        return 100 * (self.of - self.rank) / max(self.of - 1, 1)


@lru_cache(maxsize=256)
def places(data: Data, code: str, year: int, inside: frozenset[str] | None = None) -> dict[str, Place]:
    """The places of a year by area, for reading single ones: among all, or among the areas `inside`. None in
    a year that is not one of `ranked_years`."""
    indicator = data.indicators[code]
    rows = with_ranks(data, code, year)
    if inside is not None:
        few = rows.loc[rows["region"].isin(inside), ["region", "year", "value", "flag"]]
        rows = bands(few, indicator.direction, indicator.decimals).set_index("region", drop=False)
    cells = zip(rows.index, rows["rank"].tolist(), rows["of"].tolist(), rows["band"].tolist(), strict=True)
    return {str(area): Place(rank, of, band) for area, rank, of, band in cells}


@cache
def areas(data: Data, indicator: Indicator) -> frozenset[str]:
    """The codes an indicator's regions live in."""
    level2 = data.regions[data.regions["level"] == "nuts2"]
    column = COLUMN.get(indicator.source.areas)
    if column:
        return frozenset(level2[column]) - {""}
    vintage = "nuts2024" if indicator.source.nuts == "2024" else "nuts2021"
    return frozenset(level2.index[level2[vintage].astype(int) == 1])


@cache
def ranked_years(data: Data, code: str) -> tuple[int, ...]:
    """The years in which a region may be ranked, in order: those in which at least half as many regions have a
    value as in the indicator's fullest year. A place among the few that report first would say nothing."""
    rows = data.values[code]
    counts = rows[rows["region"].isin(areas(data, data.indicators[code]))].groupby("year").size()
    return tuple(int(year) for year in counts.index[counts >= LEAST_COVERAGE * counts.max()])


@cache
def is_ranked(data: Data, code: str, year: int) -> bool:
    """Whether a year is one of `ranked_years`."""
    return year in ranked_years(data, code)


@cache
def latest_year(data: Data, code: str) -> int:
    """The last of `ranked_years` that is not (probably) a forecast: the year every rank, map and scorecard takes
    unless another is chosen."""
    firm_until = data.indicators[code].source.firm_until
    years = ranked_years(data, code)
    return max((year for year in years if firm_until is None or year <= firm_until), default=years[-1])


@lru_cache(maxsize=128)
def without_value(data: Data, code: str, year: int, within: str = "") -> tuple[str, ...]:
    """The areas of an indicator that have no value in a year, sorted: all, or those of one country."""
    valued = set(ranked_rows(data, code, year)["region"])
    every = areas(data, data.indicators[code])
    return tuple(sorted(value for value in every - valued if value.startswith(within)))


@lru_cache(maxsize=1024)
def country(data: Data, region: str) -> str:
    """The code of a region's country."""
    return str(region_column(data, "country")[region])


@lru_cache(maxsize=1024)
def is_whole_country(data: Data, region: str) -> bool:
    """Whether a region is the only one of its country."""
    level2 = data.regions[(data.regions["level"] == "nuts2") & (data.regions["nuts2024"].astype(int) == 1)]
    return list(level2.index[level2["country"] == country(data, region)]) == [region]


@lru_cache(maxsize=128)
def cells(data: Data, code: str, year: int) -> dict[str, float]:
    """Every value of a year by the code it was published for."""
    rows = data.values[code]
    rows = rows[rows["year"] == year]
    return dict(zip(rows["region"].tolist(), rows["value"].tolist(), strict=True))


@lru_cache(maxsize=64)
def published_cells(data: Data, code: str, year: int) -> dict[str, float]:
    """The same of the publisher's own file, for an indicator whose values are derived from it."""
    rows = data.published[code]
    rows = rows[rows["year"] == year]
    return dict(zip(rows["region"].tolist(), rows["value"].tolist(), strict=True))


def values_of(data: Data, code: str, codes: Iterable[str], year: int) -> dict[str, float]:
    """The values of a year of the given codes, by code; a code without one is left out."""
    values = cells(data, code, year)
    return {code: values[code] for code in dict.fromkeys(codes) if code in values}
