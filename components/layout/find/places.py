"""Places that are no NUTS 2 region of today but lead to some: areas inside the regions with their towns, and codes of
earlier editions of NUTS."""

from functools import cache

from components.i18n.country_names import country_names
from components.i18n.letters import plain_letters
from components.i18n.text import LANGUAGES, has_words, say
from data import Data, inside_region, nuts

Place = tuple[str, tuple[str, ...], tuple[str, ...]]
"""The code of a place, its names, and the codes of the regions it leads to."""


def split_names(key: str) -> list[str]:
    """Names under a key of the words, in every language; none where there is no such key."""
    if not has_words(key):
        return []
    return [name.strip() for language in LANGUAGES for name in say(key, language).split(";")]


@cache
def areas(data: Data) -> tuple[Place, ...]:
    """The NUTS 3 areas by their names and those of their towns, each with its region; without those that are
    called just what their region is called."""
    rows = inside_region.districts(data)
    columns = [f"name_{language}" for language in (*LANGUAGES, "local")]
    found = []
    for district, region, name in zip(rows["district"], rows["region"], rows["name"], strict=True):
        names = dict.fromkeys([name, *name.split(",")[:1], *split_names(f"town.{district}")])
        own = {str(data.regions.at[region, column]) for column in columns}
        if not own.issuperset(names):
            found.append((str(district), tuple(names), (str(region),)))
    return tuple(found)


def former_code(text: str) -> Place | None:
    """The place that a code of an earlier edition of NUTS names, with the regions its area lies in today. None where
    the text is no such code."""
    regions = nuts.regions_of_former_code(text)
    return (text.strip().upper(), (), regions) if regions else None


@cache
def names_of_neighbours() -> dict[str, str]:
    """The code of a country beside the Union by each of its names, as `plain_letters` writes them."""
    names = country_names()
    return {plain_letters(name): code for code in nuts.NEIGHBOURS for name in names[code]}


def foreign_country(text: str) -> str:
    """The country beside the Union that a text names, by a code of NUTS or a name in a language of the Union, or ""."""
    return nuts.foreign_country(text) or names_of_neighbours().get(plain_letters(text.strip()), "")


def country_synonyms(prefix: str) -> tuple[str, ...]:
    """What a country is called in every official language of the Union; nothing for other groups."""
    return country_names().get(prefix, ())
