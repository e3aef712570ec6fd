"""Since when a region has had its place among some others."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from data import Data, queries
from data.change import breaks


@dataclass(frozen=True)
class PlaceSince:
    """The place of an area among a set in a year, and the first year since which it has had it without a gap.

    `before` is its place in the ranked year before `since` where that can be compared; else None: a value of the set
    is missing there, a series of the set breaks, or no year is before. `mean` is the unweighted mean of the others."""

    year: int
    rank: int
    of: int
    since: int
    before: tuple[int, int] | None
    mean: float


def place_since(
    data: Data, code: str, rows: pd.DataFrame, home: str, others: Sequence[str], year: int
) -> PlaceSince | None:
    """The place of `home` among itself and those of `others` that have a value in `year`, and since when.

    `rows` are tidy values (region, year, value) of the indicator on any scale. Earlier years are compared only on the
    same set: while each of them has a value and no series among them breaks in between, in years in which regions
    may be ranked (`queries.ranked_years`). None without a value of `home` or of any other."""
    of_set = rows[rows["region"].isin([home, *others])]
    wide = of_set.set_index(["region", "year"])["value"].unstack()  # noqa: PD010 - without its sums of single values
    if year not in wide or home not in wide.index[wide[year].notna()]:
        return None
    values = wide[wide[year].notna()]
    if len(values) < 2:
        return None
    ranks = values.rank(method="min", ascending=data.indicators[code].direction == "lower")
    rank, since, before = int(ranks.at[home, year]), year, None
    for earlier in reversed(comparable_years(data, code, values, year)):
        if ranks.at[home, earlier] != rank:
            before = (earlier, int(ranks.at[home, earlier]))
            break
        since = earlier
    return PlaceSince(year, rank, len(values), since, before, float(values[year].drop(home).mean()))


def comparable_years(data: Data, code: str, values: pd.DataFrame, year: int) -> list[int]:
    """The ranked years before `year`, in order, back to the first gap or break of any of the areas."""
    found: list[int] = []
    for earlier in reversed([item for item in queries.ranked_years(data, code) if item < year]):
        has_all = earlier in values and bool(values[earlier].notna().all())
        if not has_all or any(breaks(data, code, str(area), earlier, year) for area in values.index):
            break
        found.insert(0, earlier)
    return found
