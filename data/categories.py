"""Groups of regions: by their category under cohesion policy (the dataset `region_categories`), by their performance
in the innovation scoreboard, and those of the capitals."""

from functools import cache

import pandas as pd

from data import Data
from data.dataset import DatasetSource

NAME = "region_categories"


def source(data: Data) -> DatasetSource:
    return data.datasets[NAME].source


@cache
def categories(data: Data) -> dict[str, str]:
    """The category by region: less_developed, transition or more_developed; regions without one are absent."""
    rows = data.datasets[NAME].tables["categories"]
    return dict(zip(rows["region"].astype(str), rows["category"].astype(str), strict=True))


def same_category(data: Data, near: pd.DataFrame, home: str) -> pd.DataFrame:
    """Those of the regions in `near` that are of the same category as `home`, in their order; none where the
    category of `home` is not known."""
    known = categories(data)
    alike = {region for region, category in known.items() if category == known.get(home)}
    return near[near["region"].isin(alike)].reset_index(drop=True)


GROUPS = (("leader", 125.0), ("strong", 100.0), ("moderate", 70.0), ("emerging", 0.0))
"""The performance groups of the Regional Innovation Scoreboard, each from an index with the Union of the year = 100."""

CAPITALS = frozenset(
    "AT13 BE10 BG41 CY00 CZ01 DE30 DK01 EE00 EL30 ES30 FI1B FR10 HR05 HU11 IE06 ITI4 LT01 LU00 LV00 MT00 NL32 PL91 "
    "PT1A RO32 SE11 SI04 SK01".split()
)
"""The region of each country's capital, in NUTS 2024."""


def innovation_group(index: float) -> str:
    """The performance group of an index, "" without one."""
    return next((name for name, least in GROUPS if index >= least), "")


def same_innovation_group(indices: pd.Series, near: pd.DataFrame, home: str) -> pd.DataFrame:
    """Those of the regions in `near` whose index is of the same performance group as that of `home`, in their order;
    none where `home` has no index. `indices` are by region."""
    groups = indices.map(innovation_group)
    own = groups.get(home, "")
    return near[(near["region"].map(groups) == own) & (own != "")].reset_index(drop=True)


def capital_regions(near: pd.DataFrame) -> pd.DataFrame:
    """Those of the regions in `near` that hold a capital, in their order."""
    return near[near["region"].isin(CAPITALS)].reset_index(drop=True)
