"""What of an indicator is there to compare: years, gaps, flags, larger areas, repeated national values. Knows
rows, no words."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import pandas as pd

from data import Data, areas, groups, queries


def coverage(data: Data, code: str, regions: Iterable[str], year: int) -> pd.DataFrame:
    """One row per region: region, area (whose value is used), first and last year, years (how many have a value), gaps
    (years between without one), year, value and flag of `year`, obstacle.

    `obstacle` is why the region cannot be compared in that year: "missing" (nothing published),
    "vintage" (the code belongs to another NUTS vintage than the table), "area" (a larger area's value),
    "earlier" (the region's value within its boundaries of an earlier NUTS), "national" (a country's value
    repeated), or "" where nothing stands against it."""
    return pd.DataFrame([coverage_row(data, code, region, year) for region in regions])


def coverage_row(data: Data, code: str, region: str, year: int) -> dict[str, Any]:
    """One row of `coverage`, by column."""
    indicator = data.indicators[code]
    rows = queries.series(data, code, region)
    years = rows["year"].tolist()
    now = rows[rows["year"] == year]
    return {
        "region": region,
        "area": queries.area(data, indicator, region),
        "first": min(years, default=None),
        "last": max(years, default=None),
        "years": len(years),
        "gaps": max(years) - min(years) + 1 - len(years) if years else 0,
        "year": year,
        "value": float(now["value"].iloc[0]) if len(now) else None,
        "flag": str(now["flag"].iloc[0] or "") if len(now) else "",
        "obstacle": obstacle(data, code, region, has_value=bool(len(now))),
    }


def obstacle(data: Data, code: str, region: str, *, has_value: bool) -> str:
    """What stands against comparing a region, the gravest first."""
    indicator = data.indicators[code]
    if not has_value:
        return "vintage" if out_of_vintage(data, code, region) else "missing"
    if indicator.national or queries.country(data, region) in indicator.national_in:
        return "national" if data.regions.at[region, "level"] == "nuts2" else ""
    if data.regions.at[region, "level"] != "nuts2":
        return ""
    relation = areas.relation(data, queries.area(data, indicator, region), region)
    return {areas.LARGER: "area", areas.EARLIER: "earlier"}.get(relation, "")


def out_of_vintage(data: Data, code: str, region: str) -> bool:
    """Whether a region's code is not one of the vintage in which the table is published."""
    level2 = data.regions.at[region, "level"] == "nuts2"
    return bool(
        level2
        and queries.area(data, data.indicators[code], region)
        not in queries.areas(data, data.indicators[code])
    )


@lru_cache(maxsize=256)
def overall(data: Data, code: str, year: int, within: str = "eu") -> dict[str, int]:
    """Counts of areas: `areas` in the group, and of these in `year` `valued` (with a value), `flagged`, and `national`
    (with the country's value repeated)."""
    indicator = data.indicators[code]
    every = groups.areas_in(data, code, within)
    rows = queries.ranked_rows(data, code, year)
    rows = rows[rows["region"].isin(every)]
    countries = rows["region"].str[:2]
    repeated = len(rows) if indicator.national else int(countries.isin(indicator.national_in).sum())
    flags = rows["flag"].fillna("").astype(str)
    return {
        "areas": len(every),
        "valued": len(rows),
        "flagged": int((flags != "").sum()),
        "national": repeated,
    }
