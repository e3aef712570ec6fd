"""The values of every area over the years, and what each gained."""

from dataclasses import dataclass
from functools import lru_cache

from components.views.compare.context import CompareContext
from data import queries, scaling
from data.change import since_break

BACK = 5


@dataclass(frozen=True)
class Gain:
    """What a value gained since the first year that can be compared with it, and the break that cut it short."""

    since: int | None = None
    difference: float | None = None
    broken: int | None = None


def recent_gain(values: list[queries.Value], year: int) -> Gain:
    """The gain over at most the last five years before `year`."""
    period = [value for value in values if value.year >= year - BACK]
    comparable = since_break(period)
    broken = comparable[0].year if len(comparable) < len(period) else None
    if len(comparable) < 2:
        return Gain(broken=broken)
    return Gain(comparable[0].year, comparable[-1].value - comparable[0].value, broken)


def series(now: CompareContext) -> dict[str, list[queries.Value]]:
    """The values of every area up to the year of the context and on its scale, by area, in order of years."""
    every = series_by_area(now.scaled)
    return {
        area: upto for area, values in every.items() if (upto := [v for v in values if v.year <= now.year])
    }


@lru_cache(maxsize=4)
def series_by_area(scaled: scaling.ScaledRows) -> dict[str, list[queries.Value]]:
    """The values of all years by area, in order of years."""
    found: dict[str, list[queries.Value]] = {}
    columns = scaled.rows.assign(flag=scaled.rows["flag"].fillna(""))
    cells = (columns[name].tolist() for name in ("region", "year", "value", "flag"))
    for area, year, value, flag in zip(*cells, strict=True):
        found.setdefault(str(area), []).append(queries.Value(str(area), int(year), value, flag))
    return found
