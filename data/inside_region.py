"""How unequal a region is inside: GDP per head of its NUTS 3 areas. Pure reading of the dataset `inside_regions`."""

from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import pandas as pd

from data import Data
from data.dataset import DatasetSource

NAME = "inside_regions"


@dataclass(frozen=True)
class Spread:
    """How far the areas of a region lie apart in a year.

    ratio      the highest GDP per head / the lowest
    variation  the coefficient of variation weighted by population, in per cent: 100 x sqrt(sum(p_i (y_i - m)^2) /
               sum(p_i)) / m, with m = sum(p_i y_i) / sum(p_i) (J. G. Williamson, Economic Development and Cultural
               Change 13, 1965)
    mean       m, the region's own GDP per head as its areas give it
    """

    year: int
    areas: int
    ratio: float
    variation: float
    mean: float
    highest: str
    lowest: str


def source(data: Data) -> DatasetSource:
    return data.datasets[NAME].source


def districts(data: Data) -> pd.DataFrame:
    """Every area with the region that it lies in: region, district, name."""
    return data.datasets[NAME].tables["districts"].astype(str)


@cache
def years(data: Data) -> tuple[int, ...]:
    return tuple(sorted(int(year) for year in data.datasets[NAME].tables["values"]["year"].unique()))


@cache
def rows(data: Data) -> pd.DataFrame:
    """Every area and year: district, name, region, year, population, value (GDP per head in PPS)."""
    tables = data.datasets[NAME].tables
    areas = tables["districts"].assign(region=tables["districts"]["region"].astype(str))
    values = tables["values"].assign(district=tables["values"]["district"].astype(str))
    return values.rename(columns={"gdp_per_head_pps": "value"}).merge(areas, on="district")


@lru_cache(maxsize=64)
def areas(data: Data, region: str, year: int) -> pd.DataFrame:
    """The NUTS 3 areas of a region in a year, from the highest GDP per head: district, name, population, value."""
    every = rows(data)
    chosen = every[(every["region"] == region) & (every["year"] == year)]
    return chosen.sort_values(["value", "district"], ascending=[False, True], ignore_index=True)


@lru_cache(maxsize=1024)
def spread(data: Data, region: str, year: int) -> Spread | None:
    """How unequal the region is inside; None where it has fewer than two areas."""
    inside = areas(data, region, year)
    if len(inside) < 2:
        return None
    weights = inside["population"].to_numpy(dtype=float)
    values = inside["value"].to_numpy(dtype=float)
    mean = float(np.average(values, weights=weights))
    deviation = float(np.sqrt(np.average((values - mean) ** 2, weights=weights)))
    return Spread(
        year,
        len(inside),
        float(values.max() / values.min()),
        100 * deviation / mean,
        mean,
        str(inside["name"].iloc[0]),
        str(inside["name"].iloc[-1]),
    )


@cache
def variations(data: Data, year: int) -> pd.Series:
    """The weighted coefficient of variation in per cent (see `Spread`) of every region with two areas or more, by
    region, the most unequal first."""
    regions = sorted(set(rows(data)["region"]))
    found = {region: inner.variation for region in regions if (inner := spread(data, region, year))}
    return pd.Series(found, dtype=float).sort_values(ascending=False, kind="stable")
