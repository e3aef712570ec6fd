"""The category of each region under cohesion policy, a typology for groups. Pure reading of the dataset
`region_categories`."""

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
