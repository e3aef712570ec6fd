"""Under which region an area is marked, where one area stands for several regions."""

from components.views.compare.context import CompareContext
from data import peers, queries


def aliases(now: CompareContext) -> dict[str, str]:
    """The regions that a larger area stands for, by code: the region under which the area's mark goes."""
    regions = peers.regions(now.data)
    covering = {code: queries.area(now.data, now.indicator, code) for code in regions}
    keys = {code: key_of(now, area) for code, area in covering.items() if area}
    return {code: key for code, key in keys.items() if key != code}


def key_of(now: CompareContext, area: str) -> str:
    """The region under which an area is marked: itself, or the first of the regions it covers."""
    if queries.region_column(now.data, "level")[area] == "nuts2":
        return area
    return next(
        (code for code in peers.regions(now.data) if queries.area(now.data, now.indicator, code) == area),
        area,
    )
