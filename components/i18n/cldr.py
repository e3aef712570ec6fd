"""Numbers, plurals, lists and dates as the CLDR writes them in each language, through Babel."""

from collections.abc import Sequence
from copy import copy
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from babel import Locale
from babel.core import get_global
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import NumberPattern, get_decimal_symbol, get_group_symbol

from components.i18n.articles import articles_of

LOCALES = {"en": "en_GB", "pt": "pt_PT"}
"""Where a locale is not that of its language alone: English and Portuguese are those of the European Union."""
PLURALS = ("zero", "one", "two", "few", "many", "other")
MINUS = "−"


@cache
def locale(language: str) -> Locale:
    """The CLDR's locale of a language."""
    return Locale.parse(LOCALES.get(language, language))


@cache
def language_name(language: str) -> str:
    """What a language calls itself, as a heading: "English", "Italiano"."""
    name = str(locale(language).get_language_name(language))
    return name[:1].upper() + name[1:]


@cache
def language_tag(language: str) -> str:
    """A language with its country, as documents and browsers name it: "en-GB", "it-IT"."""
    own = locale(language)
    likely = Locale.parse(get_global("likely_subtags")[own.language])
    return f"{own.language}-{own.territory or likely.territory}"


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
def large_number(power: int, language: str) -> tuple[int, dict[str, str]]:
    """The divisor of numbers of the size 1000 ** `power`, and the word that follows the quotient, by plural category:
    1,000,000 and "million" for `power` 2, in Italian "milione" and "milioni". Spanish has no word of its own for
    `power` 3: 1,000,000 and "millones"."""
    formats = locale(language).compact_decimal_formats["long"]
    patterns = {name: formats[name][str(1000**power)].pattern for name in PLURALS if name in formats}
    words = {name: pattern.replace("0", "").strip() for name, pattern in patterns.items()}
    return 1000**power // 10 ** (patterns["other"].count("0") - 1), words


def power_word(power: int, language: str, number: str = "") -> str:
    """The word for a power of a thousand after a number: "million", "billion", in Italian "milioni", "miliardi"."""
    _, words = large_number(power, language)
    category = plural_category(parse_number(number, language), language) if number else "other"
    return words.get(category, words["other"])


def parse_number(text: str, language: str) -> Decimal:
    """The number that `decimal` wrote; its decimals count, as in "1.0"."""
    mark, group = marks(language)
    return Decimal(text.replace(group, "").replace(mark, ".").replace(MINUS, "-"))


@cache
def plural_categories(language: str) -> tuple[str, ...]:
    """The plurals that a language has, in the order of the CLDR: "one" and "other" in English."""
    return tuple(name for name in PLURALS if name in {*locale(language).plural_form.tags, "other"})


def plural_category(count: Decimal, language: str) -> str:
    """The plural of a noun after this number: "one" as in "1 region", "other" as in "1.0 regions", "0 regions"."""
    return str(locale(language).plural_form(abs(count)))


def enumeration(items: Sequence[str], language: str) -> str:
    """Items in a row as a sentence has them: "a, b and c", in Italian "a ed e", and "a, b; c and d" where an item
    has a comma of its own."""
    if any(", " in item for item in items):
        items = ["; ".join(items[:-1]), items[-1]] if len(items) > 1 else items
    text = str(format_list(list(items), locale=locale(language)))
    return articles_of(language).list(text, items[-1]) if len(items) > 1 else text


@cache
def days(first: str, last: str, language: str) -> str:
    """The days from one ISO date to another in words: "16–17 February 2022", "30 March – 1 April 2023"."""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{calendar(last, language)}"
    pattern = "d MMMM" if start.year == end.year else "d MMMM y"
    return f"{format_date(start, pattern, locale(language))} – {calendar(last, language)}"


@cache
def calendar(when: str, language: str) -> str:
    """An ISO date to the year, month or day in words: "2024", "March 2024", "21 March 2024"."""
    if "-" not in when:
        return when
    year, month, *day = (int(part) for part in when.split("-"))
    shown = format_date(date(year, month, *(day or [1])), "d MMMM y" if day else "MMMM y", locale(language))
    return str(shown)
