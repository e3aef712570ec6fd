"""Numbers, plurals, lists and dates as the CLDR writes them in each language, through Babel."""

from collections.abc import Sequence
from copy import copy
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import NumberPattern, get_decimal_symbol, get_group_symbol

LOCALES = {"en": "en_GB", "it": "it"}
MINUS = "−"


@cache
def locale(language: str) -> Locale:
    """The CLDR's locale of a language: English is British, as in the papers of the European Union."""
    return Locale.parse(LOCALES[language])


def territory(code: str, language: str) -> str:
    """What a country is called, by its two letters in ISO 3166."""
    return str(locale(language).territories[code])


@cache
def csv_marks(language: str) -> tuple[str, str]:
    """The separator and the decimal mark that a spreadsheet expects in a CSV: semicolons where the decimal mark is a
    comma."""
    decimal = get_decimal_symbol(locale(language))
    return ";" if decimal == "," else ",", decimal


@cache
def marks(language: str) -> tuple[str, str]:
    """The decimal mark and the mark between groups of three digits."""
    return get_decimal_symbol(locale(language)), get_group_symbol(locale(language))


@cache
def pattern(language: str, places: int) -> NumberPattern:
    """The parsed pattern of plain numbers, with so many decimals."""
    plain = copy(locale(language).decimal_formats[None])
    plain.frac_prec = (places, places)
    return plain


@lru_cache(maxsize=8192)
def decimal(value: float, language: str, places: int, *, sign: bool = False) -> str:
    """A number with `places` decimals; one that rounds to zero has no sign.

    Cached: formatting takes ten times as long, and a page writes the same numbers again and again.
    """
    rounded = Decimal(f"{value:.{places}f}")
    digits = pattern(language, places).apply(abs(rounded), locale(language))
    before = "" if rounded == 0 else MINUS if rounded < 0 else "+" if sign else ""
    return before + digits


@cache
def power_word(power: int, language: str) -> str:
    """The word for a power of a thousand from the second on: "million", "billion", in Italian "milioni", "miliardi"."""
    long = locale(language).compact_decimal_formats["long"]["other"]
    return str(long[str(1000**power)].pattern.replace("0", "").strip())


def parse_number(text: str, language: str) -> Decimal:
    """The number that `decimal` wrote; its decimals count, as in "1.0"."""
    mark, group = marks(language)
    return Decimal(text.replace(group, "").replace(mark, ".").replace(MINUS, "-"))


def plural(count: Decimal, language: str) -> bool:
    """Whether a noun after this number is plural: "1 region", "1.0 regions", "0 regions"."""
    return locale(language).plural_form(abs(count)) != "one"


def enumeration(items: Sequence[str], language: str) -> str:
    """Items in a row as a sentence has them: "a, b and c", in Italian "a ed e", and "a, b; c and d" where an item
    has a comma of its own."""
    if any(", " in item for item in items):
        items = ["; ".join(items[:-1]), items[-1]] if len(items) > 1 else items
    row = format_list(list(items), locale=locale(language))
    if language == "it" and len(items) > 1 and items[-1][:1].lower() in ("e", "è", "é"):
        return row.removesuffix(items[-1]).rstrip() + f"d {items[-1]}"
    return row


@cache
def calendar(when: str, language: str) -> str:
    """An ISO date to the year, month or day in words: "2024", "March 2024", "21 March 2024"."""
    if "-" not in when:
        return when
    year, month, *day = (int(part) for part in when.split("-"))
    shown = format_date(date(year, month, *(day or [1])), "d MMMM y" if day else "MMMM y", locale(language))
    return str(shown)
