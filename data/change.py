"""How a value and a place changed over time, and where that cannot be said: across a break in the series, or
between different sets of regions."""

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

import numpy as np
import pandas as pd

from data import Data, groups, queries
from data.queries import Value

BREAK = "b"


@dataclass(frozen=True)
class Change:
    """From one value of a region to a later one that can be compared with it.

    `broken` is the year of the break before which earlier values of the period asked for cannot be compared;
    None where no break cut it short. A change that has no comparable earlier value has `first` equal to
    `last`, and no difference."""

    first: Value
    last: Value
    broken: int | None = None

    @property
    def difference(self) -> float | None:
        """What the value gained, in its own unit."""
        return self.last.value - self.first.value if self.first.year < self.last.year else None

    @property
    def percent(self) -> float | None:
        """The same in per cent of the first value: 100 x (last / first - 1)."""
        if self.first.year == self.last.year or self.first.value <= 0:
            return None
        return 100 * (self.last.value / self.first.value - 1)


@dataclass(frozen=True)
class Places:
    """The places of a region in several years among the areas that have a value in all of them.

    `broken` counts those of the `of` areas whose series breaks between the first and the last year."""

    years: tuple[int, ...]
    ranks: tuple[int, ...]
    of: int
    broken: int = 0

    @property
    def places_gained(self) -> int:
        """How many places the region went up from the first year to the last; negative where it fell."""
        return self.ranks[0] - self.ranks[-1]


def breaks(data: Data, code: str, region: str, first: int, last: int) -> tuple[int, ...]:
    """The years after `first` up to `last` in which a region's series breaks: values before and after such a
    year are not comparable. Empty for a copy without flags, where breaks are unknown."""
    area = queries.area(data, data.indicators[code], region)
    return tuple(year for year in break_years(data, code).get(area, ()) if first < year <= last)


@cache
def break_years(data: Data, code: str) -> dict[str, tuple[int, ...]]:
    """The years in which the series of each area breaks; areas without a break are left out."""
    years, _, flags = queries.columns(data, code)
    found: dict[str, list[int]] = {}
    areas = data.values[code]["region"].to_numpy(dtype=object)
    for row in np.flatnonzero([BREAK in flag for flag in flags.tolist()]).tolist():
        found.setdefault(str(areas[row]), []).append(int(years[row]))
    return {area: tuple(of_area) for area, of_area in found.items()}


@lru_cache(maxsize=256)
def breaks_of_many(data: Data, code: str, years: tuple[int, ...]) -> tuple[int, ...]:
    """Those of `years` in which the series of at least half of the areas with a value break."""
    rows = pd.concat([queries.ranked_rows(data, code, year) for year in years])
    shares = rows["flag"].fillna("").str.contains(BREAK).groupby(rows["year"]).mean()
    return tuple(int(year) for year in shares.index[shares >= 1 / 2])


def since_break(values: list[Value]) -> list[Value]:
    """The last of `values` (in order of years) that can be compared with each other: those from the last break
    on, all of them without one."""
    after = list(takewhile(lambda value: BREAK not in value.flag, reversed(values)))
    return values[-len(after) - 1 :]


def change(data: Data, code: str, region: str, last: int, back: int | None = None) -> Change | None:
    """The change up to the year `last` from the earliest comparable value, at most `back` years before (from
    the beginning of the series without `back`); None where the region has no value in `last`."""
    start = -1 if back is None else last - back
    period = [value for value in queries.history(data, code, region) if start <= value.year <= last]
    if not period or period[-1].year != last:
        return None
    comparable = since_break(period)
    broken = comparable[0].year if len(comparable) < len(period) else None
    return Change(comparable[0], comparable[-1], broken)


def latest_change(data: Data, code: str, region: str) -> Change | None:
    """The change from the value before the newest one; None where there is no value at all."""
    newest = queries.history(data, code, region)[-2:]
    if not newest:
        return None
    return change(data, code, region, newest[-1].year, newest[-1].year - newest[0].year)


def latest_growth(data: Data, code: str, region: str) -> Change | None:
    """The latest change, in the indicator that says how `code` has grown where its record names one; its years
    are those of `code` itself, and so are its breaks. None where that indicator lacks one of these years."""
    own, other = latest_change(data, code, region), data.indicators[code].growth
    if own is None or not other or own.difference is None:
        return own
    values = [queries.value_at(data, other, region, year.year) for year in (own.first, own.last)]
    if values[0] is None or values[1] is None:
        return None
    crossed = breaks(data, other, region, own.first.year, own.last.year)
    return Change(values[1], values[1], crossed[-1]) if crossed else Change(values[0], values[1])


def places(data: Data, code: str, region: str, years: tuple[int, ...], within: str = "eu") -> Places | None:
    """The places of a region in `years`, in the indicator's direction, among the areas of the group `within` that have
    a value in every one of these years; None where the region lacks one."""
    ranks, broken = ranks_in_all(data, code, years, within)
    area = queries.area(data, data.indicators[code], region)
    if area not in ranks.index or not all(queries.is_ranked(data, code, year) for year in years):
        return None
    return Places(years, tuple(int(ranks.at[area, year]) for year in years), len(ranks), broken)


@lru_cache(maxsize=64)
def ranks_in_all(
    data: Data, code: str, years: tuple[int, ...], within: str = "eu"
) -> tuple[pd.DataFrame, int]:
    """Areas x years: the ranks within each year among the areas that have a value in every one of `years`; and in
    how many of them the series breaks in between."""
    wide = values_in_all(data, code, years, within)
    ranks = wide.rank(method="min", ascending=data.indicators[code].direction == "lower").astype("int64")
    broken = sum(bool(breaks(data, code, str(item), min(years), max(years))) for item in wide.index)
    return ranks, broken


def values_in_all(data: Data, code: str, years: tuple[int, ...], within: str = "eu") -> pd.DataFrame:
    """Areas x years: the values of the areas that have one in every one of `years`."""
    rows = pd.concat([queries.ranked_rows(data, code, year) for year in dict.fromkeys(years)])
    rows = rows[rows["region"].isin(groups.areas_in(data, code, within))]
    return rows.pivot_table(index="region", columns="year", values="value").dropna()
