"""What regions, areas, columns, flags and standings are called in the reader's language."""

from collections.abc import Iterable
from functools import cache
from typing import Any

import pandas as pd

from components.figures.frame import Look
from components.i18n.articles import Grammar
from components.i18n.country_names import country_name
from components.i18n.grammar import Name
from components.i18n.text import has_words, say
from data import Data, areas
from data.languages import FALLBACK, Untranslated
from data.standings import FLAGS, STANDINGS

CITED, REPEATED = ", as cited in the input paper", ", as repeated by "
CODES = {"flag": FLAGS, "standing": STANDINGS}


def heading(column: str, language: str) -> str:
    """What stands above a column."""
    return say(f"column.{column}", language)


GRAMMAR = {"article": "article", "agrees": "agrees", "place": "in"}
"""The column of regions.csv for each field of `Grammar`, without its language."""


@cache
def names(data: Data, language: str) -> dict[str, Name]:
    """Every region's name in a language, with its grammar as far as regions.csv has it."""
    columns = {field: f"{column}_{language}" for field, column in GRAMMAR.items()}
    known = {"agrees": f"agrees_{FALLBACK}"} | {
        field: column for field, column in columns.items() if column in data.regions
    }
    rows = data.regions.to_dict("index")
    return {
        str(code): Name(
            region_text(row, language), language, Grammar(**{field: row[known[field]] for field in known})
        )
        for code, row in rows.items()
    }


def region_text(row: dict[str, Any], language: str) -> str:
    """A region's name; that of a country as the CLDR has it where regions.csv has none in the language."""
    text = row[f"name_{language}"]
    is_country = row["level"] in ("eu", "country")
    return country_name(row["country"], language) if is_country and isinstance(text, Untranslated) else text


def name_of(data: Data, code: str, language: str) -> Name:
    """A region's name in the reader's language, ready for any form a template asks for; the code itself where it is
    no region."""
    return names(data, language).get(code) or Name(code, language)


def area_name(data: Data, area: str, language: str) -> Name:
    """What an area is called: the region that it is under another code, else its own name."""
    return name_of(data, areas.region_of(data, area), language)


def area_note(data: Data, area: str, region: str, language: str) -> tuple[str, ...]:
    """Said where the area whose value covers a region is not the region itself."""
    relation = areas.relation(data, area, region)
    if relation not in (areas.LARGER, areas.EARLIER):
        return ()
    return (say(f"area.{relation}", language, area=name_of(data, area, language), code=area),)


def member_name(data: Data, table: str, code: str, language: str, *, with_code: bool = False) -> str:
    """What a section, division or sector of a breakdown is called in short; with its code where that is one that
    readers know (NACE)."""
    short = str(data.breakdowns[table].record.members[code].short[language])
    return f"{code} {short}" if with_code else short


def code_label(column: str, value: str, language: str) -> str:
    """A standing in words, or each letter of a publisher's flag in words."""
    known = CODES[column]
    codes = [value] if value in known else list(value)
    return "; ".join(say(f"{column}.{code}", language) if code in known else code for code in codes)


def flag_legend(flags: Iterable[str], language: str) -> tuple[str, ...]:
    """What the open marks mean and each letter of the publisher's flags, where there are any."""
    letters = sorted({letter for flag in flags for letter in flag})
    if not letters:
        return ()
    legend = "; ".join(f"{flag} = {say(f'flag.{flag}', language)}" for flag in letters)
    return (say("indicator.flags", language, legend=legend),)


def with_flag_text(rows: pd.DataFrame, language: str) -> pd.DataFrame:
    """The rows with the publisher's `flag` in words as `flag_text`, "" where there is none."""
    return rows.assign(
        flag_text=[code_label("flag", flag, language) if flag else "" for flag in rows["flag"].fillna("")]
    )


def publisher_name(name: str, language: str) -> str:
    """A publisher in the reader's language, where it is a description and not a name; the name of one that another
    cites or repeats stays."""
    publisher, is_cited, _ = name.partition(CITED)
    if is_cited:
        return say("publisher_cited", language, publisher=publisher)
    publisher, is_repeated, through = name.partition(REPEATED)
    if is_repeated:
        return say("publisher_repeated", language, publisher=publisher, through=through)
    return say(f"publisher.{name}", language) if has_words(f"publisher.{name}") else name


def licence_name(name: str, language: str) -> str:
    """A licence in the reader's language, where it is a description and not a name."""
    return say(f"licence.{name}", language) if has_words(f"licence.{name}") else name


def median_line(values: pd.Series, look: Look) -> dict[str, float]:
    """The median of some values by the name of its line; empty for fewer than two values."""
    middle = float(values.median())
    return (
        {say("line.median", look.lang, value=look.spoken_number(middle)): middle} if len(values) > 1 else {}
    )
