"""How stable a rank is: over the last years, over the lenses, and under rounding."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data import Data, groups, peers, queries
from data.statistics import places_within, rank

YEARS = 3


def places(data: Data, code: str, region: str, year: int, within: str = "eu") -> dict[str, Any] | None:
    """A region's rank in a year among the areas of a group (`data.groups`): year, best (the rank) and of (how many
    areas are ranked); None where it has no value or the year is not ranked."""
    if not queries.is_ranked(data, code, year):
        return None
    rows = rows_within(data, code, year, within)
    area = queries.area(data, data.indicators[code], region)
    placed = rank(rows, data.indicators[code].direction).set_index("region")
    if area not in placed.index:
        return None
    return {"year": year, "best": int(placed.at[area, "rank"]), "of": int(placed.at[area, "of"])}


def over_years(data: Data, code: str, region: str, year: int, within: str = "eu") -> list[dict[str, Any]]:
    """`places` in the last three years up to `year` in which the region can be ranked, newest first. The years have
    different sets of regions: see `change.places` for one set."""
    years = ranked_years(data, code, region, year)
    found = [places(data, code, region, year, within) for year in reversed(years)]
    return [entry for entry in found if entry]


def ranked_years(data: Data, code: str, region: str, year: int) -> tuple[int, ...]:
    """The last three years up to `year` in which the region can be ranked, in order."""
    years = [value.year for value in queries.history(data, code, region) if value.year <= year]
    return tuple([year for year in years if queries.is_ranked(data, code, year)][-YEARS:])


def over_rounding(data: Data, code: str, region: str, year: int, within: str = "eu") -> dict[str, Any] | None:
    """year, best, worst and of: the best and the worst rank if every value may be off by half a unit of its last shown
    decimal (`statistics.places_within`); None where `places` is."""
    if not queries.is_ranked(data, code, year):
        return None
    indicator = data.indicators[code]
    values = rows_within(data, code, year, within).set_index("region")["value"]
    area = queries.area(data, indicator, region)
    if area not in values.index:
        return None
    half = 0.5 * 10.0**-indicator.decimals
    others = values.drop(area)
    best, worst = places_within(others, float(values[area]), half, indicator.direction)
    return {"year": year, "best": best, "worst": worst, "of": len(values)}


def over_lenses(
    data: Data, code: str, region: str, year: int, weights: Mapping[str, float], count: int
) -> list[dict[str, Any]]:
    """The rank among the nearest `count` peers of each lens that has any with a value: lens, year, and the keys of
    `rank_among`."""
    found = []
    for lens in peers.LENSES:
        near = peers.compared_regions(data, region, lens, tuple(weights.items()), count)["region"]
        placed = rank_among(data, code, region, tuple(near), year)
        if placed:
            found.append({"lens": lens, "year": year, **placed})
    return found


def rank_among(
    data: Data, code: str, region: str, others: tuple[str, ...], year: int
) -> dict[str, int] | None:
    """A region's rank among some others in a year: best (the rank), of (how many with itself), ahead (how many it is
    ahead of) and level (how many have the same value); None without a value or without any other. An area that covers
    several of the others counts once."""
    indicator = data.indicators[code]
    home = queries.area(data, indicator, region)
    areas = {queries.area(data, indicator, code) for code in others} - {home}
    values = queries.values_of(data, code, areas, year)
    own = queries.cells(data, code, year).get(home)
    if own is None or not values:
        return None
    sign = -1 if indicator.direction == "lower" else 1
    leads = [sign * (value - own) for value in values.values()]
    return {
        "best": 1 + sum(lead > 0 for lead in leads),
        "of": 1 + len(leads),
        "ahead": sum(lead < 0 for lead in leads),
        "level": leads.count(0),
    }


def rows_within(data: Data, code: str, year: int, within: str) -> pd.DataFrame:
    """The rows of `queries.ranked_rows` of the areas in a group (`data.groups`)."""
    rows = queries.ranked_rows(data, code, year)
    return rows[rows["region"].isin(groups.areas_in(data, code, within))]
