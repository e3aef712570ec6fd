"""Named groups of regions: the Union, a country, the capitals, a performance group of the innovation scoreboard, a
category under cohesion policy (the dataset `region_categories`), a region with its neighbours."""

from functools import cache, lru_cache

import pandas as pd

from data import Data, areas, queries
from data.borders import longest_first
from data.dataset import DatasetSource

NAME = "region_categories"

INNOVATION = (("leader", 125.0), ("strong", 100.0), ("moderate", 70.0), ("emerging", 0.0))
"""The performance groups of the Regional Innovation Scoreboard, each from an index with the Union of the year = 100."""

CATEGORIES = ("less_developed", "transition", "more_developed")

CAPITALS = frozenset(
    "AT13 BE10 BG41 CY00 CZ01 DE30 DK01 EE00 EL30 ES30 FI1B FR10 HR05 HU11 IE06 ITI4 LT01 LU00 LV00 MT00 NL32 PL91 "
    "PT1A RO32 SE11 SI04 SK01".split()
)
"""The region of each country's capital, in NUTS 2024."""

EVERYWHERE, BORDER = "eu", "border"

ACROSS = ("capitals", *(name for name, _ in INNOVATION), *CATEGORIES)
"""The groups whose regions lie all over the Union."""

GROUPS = (*ACROSS, BORDER)
"""The groups beside the Union and its countries. `border` belongs to one region and is named with it: "border.ITC4"."""


def source(data: Data) -> DatasetSource:
    return data.datasets[NAME].source


@cache
def categories(data: Data) -> dict[str, str]:
    """The category by region: less_developed, transition or more_developed; regions without one are absent."""
    rows = data.datasets[NAME].tables["categories"]
    return dict(zip(rows["region"].astype(str), rows["category"].astype(str), strict=True))


def innovation_group(index: float) -> str:
    """The performance group of an index (100 = the Union of the same year); "" for NaN."""
    return next((name for name, least in INNOVATION if index >= least), "")


@cache
def innovation_groups(data: Data) -> dict[str, str]:
    """The performance group by region, of the latest edition, through the area that covers it; regions without an
    index are absent."""
    year = queries.latest_year(data, "ris_index")
    found = {region: queries.value_at(data, "ris_index", region, year) for region in level2(data).index}
    return {region: innovation_group(value.value) for region, value in found.items() if value}


@cache
def level2(data: Data) -> pd.DataFrame:
    """The rows of `Data.regions` for the NUTS 2 regions of both editions (2021 and 2024)."""
    return data.regions[data.regions["level"] == "nuts2"]


@lru_cache(maxsize=128)
def regions_in(data: Data, group: str) -> frozenset[str]:
    """The regions of a group: the Union ("eu"), a country by its code, or one of `GROUPS`. A region of NUTS 2021 that
    was redrawn is in it where one of its successors is. Raises KeyError for any other group."""
    rows = level2(data)
    if group == EVERYWHERE:
        return frozenset(rows.index)
    if group in set(rows["country"]):
        return frozenset(rows.index[rows["country"] == group])
    inside = known_members(data, group)
    before = {
        str(region)
        for region, successors in rows["successor"].items()
        if inside & set(str(successors).split())
    }
    return frozenset(inside | before)


def known_members(data: Data, group: str) -> set[str]:
    """The regions that a group names, redrawn ones left out. Raises KeyError for a group that is not in `GROUPS`."""
    if group == "capitals":
        return set(CAPITALS)
    if group.startswith(f"{BORDER}."):
        home = group.removeprefix(f"{BORDER}.")
        return {home, *longest_first(home)["neighbour"]}
    if group not in GROUPS:
        raise KeyError(group)
    by_region = categories(data) if group in CATEGORIES else innovation_groups(data)
    return {region for region, name in by_region.items() if name == group}


@lru_cache(maxsize=256)
def areas_in(data: Data, code: str, group: str) -> frozenset[str]:
    """The areas of an indicator in a group: those that hold at least one of its regions."""
    every = queries.areas(data, data.indicators[code])
    if group == EVERYWHERE:
        return every
    inside = regions_in(data, group)
    return frozenset(area for area in every if inside & set(areas.regions_of_area(data, area)))


def alike(near: pd.DataFrame, by_region: dict[str, str], home: str) -> pd.DataFrame:
    """Those of the regions in `near` that are of the same group as `home`, in their order; none where that of `home` is
    not known."""
    members = {region for region, name in by_region.items() if name == by_region.get(home)}
    return near[near["region"].isin(members)].reset_index(drop=True)
