"""Who stands beside a region in a rank, in words: who is missing, and whether the region is a whole country."""

from components.charts.naming import name_of
from components.i18n.text import listing, say
from components.state.selection import Selection
from data import Data, queries

FEW = 6


def ranked_among(data: Data, code: str, year: int, chosen: Selection, within: str = "") -> list[str]:
    """Who has no value in the year of a rank: by name when few, else how many."""
    missing = queries.without_value(data, code, year, within)
    if not missing:
        return []
    words = {"label": data.indicators[code].short[chosen.lang], "year": year}
    names = [name_of(data, item, chosen.lang) for item in merge_into_countries(data, code, missing)]
    if len(names) > FEW:
        return [say("indicator.missing.many", chosen.lang, **words, count=len(missing))]
    return [say("indicator.missing.few", chosen.lang, **words, names=listing(names, chosen.lang))]


def merge_into_countries(data: Data, code: str, areas: tuple[str, ...]) -> list[str]:
    """The same areas, with the country in place of several areas that are all of it."""
    every = queries.areas(data, data.indicators[code])
    found = []
    for area in areas:
        country = area[:2]
        inside = {item for item in every if item.startswith(country)}
        found.append(country if len(inside) > 1 and inside <= set(areas) else area)
    return list(dict.fromkeys(found))
