"""Which regions are like a region: structural distance and the other lenses, each as a distance with its parts.

Structural distance follows Navarro, Gibaja, Franco, Murciego, Gianelle, Hegyi and Kleibrink, Regional
benchmarking in the smart specialisation process (S3 Working Paper 03/2014, JRC 89819): compare a region with
those that face the same conditions. The variables and weights here are ours."""

from collections.abc import Mapping
from functools import cache, lru_cache

import numpy as np
import pandas as pd

from data import Data, queries
from data.borders import longest_first
from data.groups import CAPITALS, alike, categories, innovation_groups
from data.peer_profiles import latest_values, profiles, standardise, variables
from data.statistics import LEAST_QUOTIENT, LEAST_SHARE

LENSES = tuple(
    "structure income size specialisation neighbours country category innovation capitals own".split()
)
LEAST_WEIGHT = 0.5
REASONS = 3
UNLIMITED_LENSES = ("country", "own")


DIMENSIONS = ("sectors", "manufacturing", "size", "income", "education", "innovation")


@cache
def regions(data: Data) -> tuple[str, ...]:
    """The regions among which peers are sought: those of NUTS 2024, sorted."""
    level2 = data.regions[data.regions["level"] == "nuts2"]
    return tuple(sorted(level2.index[level2["nuts2024"].astype(int) == 1]))


@cache
def scores(data: Data) -> pd.DataFrame:
    """The standardised profiles of all regions, by the mean and deviation of the present ones."""
    return standardise(profiles(data), regions(data))


def parts(z: pd.DataFrame, home: str) -> pd.DataFrame:
    """Squared distance from `home` by dimension: D_k = mean of (z_a - z_b)^2 over the variables of k that
    both have; missing where they share none."""
    squared = (z - z.loc[home]) ** 2
    dimensions = [name for name in DIMENSIONS if name in squared.columns.get_level_values(0)]
    return pd.DataFrame({name: squared[name].mean(axis=1) for name in dimensions})


def combine_distances(by_dimension: pd.DataFrame, weights: Mapping[str, float]) -> pd.Series:
    """D = sqrt(sum(w_k x D_k) / sum(w_k)) over the dimensions that both regions have.

    Missing where less than half of the weight is there, or where every weight is 0."""
    weight = pd.Series({name: float(weights.get(name, 0)) for name in by_dimension})
    if weight.sum() <= 0:
        return pd.Series(np.nan, index=by_dimension.index)
    there = by_dimension.notna() * weight
    total = there.sum(axis=1)
    enough = total >= LEAST_WEIGHT * weight.sum()
    return np.sqrt((by_dimension.fillna(0) * weight).sum(axis=1) / total.where(enough))


def structure(data: Data, home: str, weights: Mapping[str, float]) -> pd.DataFrame:
    """All regions by structural distance from `home`, nearest first: region, distance, D_k by dimension."""
    by_dimension = parts(scores(data), home).loc[list(regions(data))]
    return nearest_first(by_dimension.assign(distance=combine_distances(by_dimension, weights)), home)


def reasons(
    row: Mapping[str, float], typical: Mapping[str, float], weights: Mapping[str, float]
) -> list[str]:
    """The dimensions in which two regions are nearest, strongest first: least D_k against the D_k that is
    typical between regions (the median), among those with a weight."""
    known = [k for k in DIMENSIONS if weights.get(k, 0) > 0 and row[k] == row[k] and typical[k] > 0]
    return sorted(known, key=lambda k: (row[k] / typical[k], k))[:REASONS]


def ratio(data: Data, home: str, code: str) -> pd.DataFrame:
    """All regions by how near their latest value of an indicator is to that of `home`, nearest first: region, distance.

    distance = |ln(x_b / x_a)|: the same in both directions and in any unit."""
    values = latest_values(data, code)
    values = values.where(values > 0)
    distance = np.log(values / values.get(home, np.nan)).abs()
    return nearest_first(distance.loc[list(regions(data))].to_frame("distance"), home)


@cache
def specialisations(data: Data) -> dict[str, frozenset[str]]:
    """The manufacturing divisions in which each region is specialised: location quotient >= 1.5 against the
    27 countries together and >= 1 % of manufacturing employment. Regions without a total are left out."""
    codes = [variable.code for variable in variables(data) if variable.dimension == "manufacturing"]
    shares = profiles(data)["manufacturing"][codes]
    countries = data.regions.index[data.regions["level"] == "country"]
    persons = {
        code: sum(queries.values_of(data, code, countries, queries.latest_year(data, code)).values())
        for code in ["employed_c", *codes]
    }
    base = pd.Series({code: 100 * persons[code] / persons["employed_c"] for code in codes})
    special = (shares >= LEAST_QUOTIENT * base) & (shares >= LEAST_SHARE)
    with_shares = shares.notna().any(axis=1)
    return {str(region): frozenset(row.index[row]) for region, row in special[with_shares].iterrows()}


def specialisation(data: Data, home: str) -> pd.DataFrame:
    """All regions by the Jaccard distance of their specialisations from those of `home` (see `jaccard`), nearest first:
    region, distance."""
    sets = specialisations(data)
    own = sets.get(home)
    distance = {
        region: np.nan
        if own is None or region not in sets
        else jaccard(own, sets[region], same=region == home)
        for region in regions(data)
    }
    return nearest_first(pd.Series(distance, dtype=float).to_frame("distance"), home)


def jaccard(own: frozenset[str], other: frozenset[str], *, same: bool = False) -> float:
    """Jaccard distance of two sets, 0 to 1: 1 - |A and B| / |A or B| (P. Jaccard, New Phytologist 11, 1912). Two empty
    sets are at distance 1, or at 0 where `same` says that they belong to one region."""
    apart = 1 - len(own & other) / len(own | other) if own | other else 1.0
    return 0.0 if same else apart


def neighbours(data: Data, home: str) -> pd.DataFrame:
    """The regions that share a land border with `home`, the longest border first: region, distance (0), km."""
    rows = longest_first(home).loc[lambda r: r["neighbour"].isin(regions(data))].reset_index(drop=True)
    return pd.DataFrame({"region": rows["neighbour"], "distance": 0.0, "km": rows["km"]})


def country(data: Data, home: str, weights: Mapping[str, float]) -> pd.DataFrame:
    """The other regions of the same country, rows as in `structure`; those without a distance come last."""
    near = structure(data, home, weights)
    same = [code for code in regions(data) if queries.country(data, code) == queries.country(data, home)]
    rows = near[near["region"].isin(same)]
    rest = pd.DataFrame(
        {"region": [code for code in same if code not in set(rows["region"]) and code != home]}
    )
    return pd.concat([rows, rest], ignore_index=True) if len(rest) else rows.reset_index(drop=True)


def peers(
    data: Data, home: str, lens: str, weights: Mapping[str, float], own: tuple[str, ...] = ()
) -> pd.DataFrame:
    """The other regions through a lens, nearest first: region, distance and what the lens adds.

    Raises KeyError for a lens that is not one of LENSES."""
    near = {
        "structure": lambda: structure(data, home, weights),
        "income": lambda: ratio(data, home, "gdp_per_head_pps"),
        "size": lambda: ratio(data, home, "population"),
        "specialisation": lambda: specialisation(data, home),
        "neighbours": lambda: neighbours(data, home),
        "country": lambda: country(data, home, weights),
        "category": lambda: alike(structure(data, home, weights), categories(data), home),
        "innovation": lambda: alike(structure(data, home, weights), innovation_groups(data), home),
        "capitals": lambda: capital_regions(data, home, weights),
        "own": lambda: chosen_regions(data, home, weights, own),
    }
    return near[lens]()


@lru_cache(maxsize=64)
def nearest_regions(
    data: Data, home: str, lens: str, weights: tuple[tuple[str, float], ...], own: tuple[str, ...] = ()
) -> pd.DataFrame:
    """`peers`, cached; `weights` as (dimension, weight) pairs, which can be hashed."""
    return peers(data, home, lens, dict(weights), own)


def compared_regions(
    data: Data,
    home: str,
    lens: str,
    weights: tuple[tuple[str, float], ...],
    count: int,
    own: tuple[str, ...] = (),
) -> pd.DataFrame:
    """The nearest `count` rows of `nearest_regions`, or all where the lens means a set: the country's regions, the
    reader's own."""
    near = nearest_regions(data, home, lens, weights, own)
    return near if lens in UNLIMITED_LENSES else near.head(count)


def capital_regions(data: Data, home: str, weights: Mapping[str, float]) -> pd.DataFrame:
    """The regions that hold a capital, rows as in `structure`."""
    near = structure(data, home, weights)
    return near[near["region"].isin(CAPITALS)].reset_index(drop=True)


def chosen_regions(data: Data, home: str, weights: Mapping[str, float], own: tuple[str, ...]) -> pd.DataFrame:
    """The reader's own regions in the order in which they were chosen, rows as in `structure`; NaN where a distance
    cannot be computed."""
    by_dimension = parts(scores(data), home)
    table = by_dimension.assign(distance=combine_distances(by_dimension, weights)).reindex(
        [code for code in own if code != home]
    )
    return table.rename_axis("region").reset_index()


def nearest_first(table: pd.DataFrame, home: str) -> pd.DataFrame:
    """The rows of a table by region that have a `distance`, nearest first, equal ones by code; without `home` itself.
    The region becomes a column."""
    rows = table.rename_axis("region").reset_index()
    rows = rows[(rows["region"] != home) & rows["distance"].notna()]
    return rows.sort_values(["distance", "region"], ignore_index=True)
