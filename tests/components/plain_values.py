"""Values, flags and ranks of regions in plain Python: for the rules that work out a sentence again."""

from collections import Counter
from functools import cache

from data import Data

Rows = list[tuple[int, float, str]]


def every_region(data: Data) -> list[str]:
    return list(data.regions.index[data.regions["level"] == "nuts2"])


@cache
def areas(data: Data, code: str) -> dict[str, str]:
    """The area whose value covers each region."""
    kind = data.indicators[code].source.areas
    level2 = data.regions[data.regions["level"] == "nuts2"]
    return dict(zip(level2.index, level2.index if kind == "nuts2" else level2[f"{kind}_area"], strict=True))


@cache
def ranked_areas(data: Data, code: str) -> set[str]:
    """The areas that are ranked: those of the table's own NUTS edition, or the scoreboards' own."""
    source = data.indicators[code].source
    if source.areas != "nuts2":
        return set(areas(data, code).values()) - {""}
    edition = "nuts2024" if source.nuts == "2024" else "nuts2021"
    return {item for item in every_region(data) if data.regions.at[item, edition]}


@cache
def history(data: Data, code: str) -> dict[str, Rows]:
    """Year, value and flag by area, in order of years."""
    rows = data.values[code].sort_values(["region", "year"])
    return {
        str(region): list(zip(part["year"], part["value"], part["flag"], strict=True))
        for region, part in rows.groupby("region")
    }


@cache
def ranks(data: Data, code: str) -> tuple[int, dict[str, int]]:
    """The last year that is no forecast and that half as many areas have as the fullest, and the ranks in it."""
    rows = data.values[code]
    rows = rows[rows["region"].isin(ranked_areas(data, code))]
    counts = Counter(rows["year"])
    firm = data.indicators[code].source.firm_until or max(counts)
    year = max(item for item, count in counts.items() if 2 * count >= max(counts.values()) and item <= firm)
    values = rows[rows["year"] == year].set_index("region")["value"]
    placed = values.rank(method="min", ascending=data.indicators[code].direction == "lower")
    return int(year), placed.astype(int).to_dict()
