"""Which regions a publisher's area covers, and whether it is a region under another code."""

from functools import lru_cache

from data import Data

SAME, EARLIER, LARGER = "same", "earlier", "larger"


@lru_cache(maxsize=1024)
def regions_of_area(data: Data, area: str) -> tuple[str, ...]:
    """The NUTS 2 regions that an area consists of, sorted: itself where it is one, else those of NUTS 2021 (the
    edition of both scoreboards) for which a scoreboard publishes it."""
    level2 = data.regions[data.regions["level"] == "nuts2"]
    if area in level2.index:
        return (area,)
    inside = level2[(level2["ris_area"] == area) | (level2["rci_area"] == area)]
    return tuple(sorted(inside.index[inside["nuts2021"].astype(int) == 1]))


@lru_cache(maxsize=1024)
def region_of(data: Data, area: str) -> str:
    """The region that an area is under another code ("DE3" is "DE30"); the area itself where it is none."""
    inside = regions_of_area(data, area)
    return inside[0] if len(inside) == 1 else area


@lru_cache(maxsize=2048)
def relation(data: Data, area: str, region: str) -> str:
    """What the area whose value covers a region is to it: the same, the region within its boundaries of an
    earlier NUTS, or a larger area; "" where nothing covers it."""
    if not area or region_of(data, area) == region:
        return SAME if area else ""
    successors = str(data.regions.at[area, "successor"]).split()
    return EARLIER if successors == [region] else LARGER
