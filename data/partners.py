"""With whom a region works: projects shared with other regions, against what the sizes of both would suggest.
Pure reading of the datasets that the importer `collaboration` makes."""

from dataclasses import dataclass
from functools import cache, lru_cache

import pandas as pd

from data import Data, queries
from data.dataset import DatasetSource

PROGRAMMES = ("horizon_europe", "h2020")
ALL, RESEARCH = "all", "research"
TYPES = ("HES", "REC", "PRC", "PUB", "OTH")
RESEARCH_TYPES = ("HES", "REC")
SEATS = ("FR10", "ITI4", "DE21", "ES30")


@dataclass(frozen=True)
class Coverage:
    """How much of a country's EU contribution could be placed in a region: 0 to 1, and of how many participations."""

    share: float
    participations: int


def programmes(data: Data) -> tuple[str, ...]:
    """The programmes there is data of, the newest first."""
    return tuple(name for name in PROGRAMMES if name in data.datasets and data.datasets[name].tables)


def scope_of(data: Data, region: str, programme: str) -> str:
    """The organisations whose projects are counted: universities and research organisations, whose places are known
    best; all where the region has none of them."""
    has_research = region in degrees(data, programme, RESEARCH)
    return RESEARCH if has_research else ALL


def source(data: Data, programme: str) -> DatasetSource:
    return data.datasets[programme].source


def period(data: Data, programme: str) -> str:
    """The years of a programme."""
    return data.datasets[programme].source.year


@cache
def weights(data: Data, programme: str, scope: str) -> pd.DataFrame:
    """Every pair of regions both ways: region, partner, projects (float)."""
    pairs = data.datasets[programme].tables["pairs"]
    chosen = pairs[pairs["scope"] == scope]
    one_way = pd.DataFrame(
        {
            "region": chosen["region_a"].astype(str),
            "partner": chosen["region_b"].astype(str),
            "projects": chosen["projects"].astype(float),
        }
    )
    return pd.concat(
        [one_way, one_way.rename(columns={"region": "partner", "partner": "region"})], ignore_index=True
    )


@cache
def degrees(data: Data, programme: str, scope: str) -> pd.Series:
    """By region, the sum d of the projects it shares, over all partners: a project with two partner regions counts
    twice."""
    return weights(data, programme, scope).groupby("region")["projects"].sum()


@lru_cache(maxsize=32)
def partners(data: Data, region: str, programme: str, scope: str = RESEARCH) -> pd.DataFrame:
    """Every other region of the programme, most shared projects first: partner, projects, expected, ratio, rank.

    expected = d_i x d_j / 2m, with d the sum of a region's shared projects and 2m the sum of all d: what two
    regions of their size would share if partners were found in proportion to size alone. ratio = projects /
    expected, the probabilistic affinity of Zitt, Bassecoulard and Okubo, Scientometrics 47 (2000). Regions that share
    no project stand with 0; `rank` counts shared projects, equal ones share a place. No rows for a region that the
    programme's data do not hold."""
    sums = degrees(data, programme, scope)
    if region not in sums:
        return pd.DataFrame(columns=["partner", "projects", "expected", "ratio", "rank"])
    rows = weights(data, programme, scope)
    shared = rows[rows["region"] == region].set_index("partner")["projects"]
    others = sums.drop(region)
    table = pd.DataFrame(
        {
            "projects": shared.reindex(others.index).fillna(0.0),
            "expected": sums[region] * others / sums.sum(),
        }
    )
    table = table.assign(ratio=table["projects"] / table["expected"]).rename_axis("partner").reset_index()
    ordered = table.sort_values(["projects", "ratio", "partner"], ascending=[False, False, True])
    ranked = ordered.assign(rank=ordered["projects"].rank(method="min", ascending=False).astype(int))
    return ranked.reset_index(drop=True)


@cache
def figures(data: Data, programme: str, scope: str) -> pd.DataFrame:
    """By region: participations, projects, organisations, coordinated, eur. Regions without any are absent."""
    rows = data.datasets[programme].tables["regions"]
    chosen = rows[rows["scope"] == scope].assign(region=lambda r: r["region"].astype(str))
    return chosen.set_index("region").drop(columns="scope")


def by_type(data: Data, region: str, programme: str) -> pd.DataFrame:
    """A region's figures by type of organisation, in the order of TYPES; types without any are absent."""
    rows = data.datasets[programme].tables["regions"]
    chosen = rows[(rows["region"] == region) & rows["scope"].isin(TYPES)]
    named = (
        chosen.assign(type=chosen["scope"].astype(str)).set_index("type").drop(columns=["scope", "region"])
    )
    return named.reindex([kind for kind in TYPES if kind in named.index]).rename_axis("type").reset_index()


@lru_cache(maxsize=512)
def coverage(data: Data, country: str, programme: str, scope: str = RESEARCH) -> Coverage | None:
    """The share of a country's EU contribution that could be placed: located_eur / eur over the types of `scope`, which
    may be one type. None where the programme has none for the country."""
    rows = data.datasets[programme].tables["coverage"]
    types = {RESEARCH: RESEARCH_TYPES, ALL: TYPES}.get(scope, (scope,))
    chosen = rows[(rows["country"] == country) & rows["type"].isin(types)]
    total = chosen["eur"].sum()
    if not total > 0:
        return None
    return Coverage(float(chosen["located_eur"].sum() / total), int(chosen["participations"].sum()))


def union_coverage(data: Data, programme: str, scope: str = RESEARCH) -> float:
    """The same over the 27 countries."""
    rows = data.datasets[programme].tables["coverage"]
    types = {RESEARCH: RESEARCH_TYPES, ALL: TYPES}.get(scope, (scope,))
    chosen = rows[rows["type"].isin(types)]
    return float(chosen["located_eur"].sum() / chosen["eur"].sum())


def country_coverage(data: Data, region: str, programme: str, scope: str = RESEARCH) -> Coverage | None:
    return coverage(data, queries.country(data, region), programme, scope)
