"""Numbers as the CLDR writes them in the reader's language: exact in tables, rounded in sentences."""

import tomllib
from collections.abc import Sequence
from functools import cache
from math import floor, log10
from pathlib import Path

from components.i18n import cldr

DASH = "–"
LARGE = 1_000_000
DIGITS, MOST_DIGITS = 3, 6
MULTIPLES = {"unit.multiple.thousand": 1e3, "unit.multiple.million": 1e6}
"""The words with which a unit says that its numbers count more than ones. The CLDR has no such words in its units."""
WORDS = Path(__file__).parent / "words" / "numbers.toml"


@cache
def entries() -> dict[str, dict[str, str]]:
    """The texts of numbers.toml. Figures use this module, and may not import `components.i18n.text`."""
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


def with_word(key: str, language: str, unit: str) -> str:
    """The text under `key` with its {unit} filled in."""
    return entries()[key][language].replace("{unit}", unit)


def number(value: float | None, language: str, decimals: int | None = 1, *, sign: bool = False) -> str:
    """A number as the CLDR writes it in the reader's language; a dash when there is none.

    Thousands are grouped in every number, four digits too, so that the numbers of a column look alike. `decimals=None`
    keeps the decimals that the number has, up to six.
    """
    if value is None or value != value:
        return DASH
    places = len(f"{value:.6f}".rstrip("0").partition(".")[2]) if decimals is None else decimals
    return cldr.decimal(float(value), language, places, sign=sign)


def whole_percent(share: float, language: str) -> str:
    """A share of a whole (0 to 100) in whole percent; with up to two decimals where it would look like none or all of
    it and is neither."""
    exact = round(share, 6)
    places = next((each for each in range(2) if exact in (0, 100) or round(exact, each) not in (0, 100)), 2)
    return number(exact, language, places)


def number_in_words(
    value: float | None, language: str, unit: str = "", decimals: int | None = 1, *, sign: bool = False
) -> str:
    """A value with its unit as people say it: "10.0 million inhabitants", "EUR 490 billion", in Italian "490 miliardi
    di euro". Below a million the number is exact. `unit` may itself count thousands or millions ("million EUR")."""
    (text,) = spoken_numbers([value], language, unit, decimals, sign=sign)
    times, base_unit = unit_multiple(unit, language)
    if times > 1 and base_unit == entries()["unit.before_number"][language]:
        return f"{base_unit} {text}"
    base_unit = unit_after(value, language, unit)
    return f"{text} {f'({base_unit})' if '=' in base_unit else base_unit}".strip()


def unit_after(value: float | None, language: str, unit: str) -> str:
    """The unit as it follows a number of `spoken_numbers`: in Italian "di abitanti" after millions."""
    times, base_unit = unit_multiple(unit, language)
    large = value is not None and value == value and round(abs(value) * times) >= LARGE
    return with_word("unit.after_large", language, base_unit) if large and base_unit else base_unit


def spoken_numbers(
    values: Sequence[float | None],
    language: str,
    unit: str = "",
    decimals: int | None = 1,
    *,
    sign: bool = False,
) -> list[str]:
    """The numbers of one sentence without their unit (see `spoken_unit`), three digits each from a million on, or as
    many more as tell different values apart."""
    times, _ = unit_multiple(unit, language)
    amounts = [None if value is None or value != value else value * times for value in values]
    for digits in range(DIGITS, MOST_DIGITS + 1):
        texts = [
            compact(value, language, 0 if times > 1 else decimals, digits, sign=sign) for value in amounts
        ]
        if len(set(texts)) == len(set(amounts)):
            break
    return texts


def spoken_unit(unit: str, language: str) -> str:
    """The unit of `spoken_numbers`: "EUR" for "million EUR"."""
    return unit_multiple(unit, language)[1]


def unit_multiple(unit: str, language: str) -> tuple[float, str]:
    """How many ones a unit counts, and the unit without that word: "million EUR" is 1,000,000 and "EUR"."""
    written_in = getattr(unit, "written_in", language)
    words = ((with_word(key, written_in, ""), times) for key, times in MULTIPLES.items())
    found = ((times, unit.removeprefix(word)) for word, times in words if unit.startswith(word))
    return next(found, (1.0, unit))


def compact(
    value: float | None, language: str, decimals: int | None, digits: int = DIGITS, *, sign: bool = False
) -> str:
    """A bare number, from a million on with so many digits and the CLDR's word for its power of a thousand."""
    if value is None or value != value or round(abs(value)) < LARGE:
        return number(value, language, decimals, sign=sign)
    size = floor(log10(abs(float(f"{value:.{digits - 1}e}"))))
    power = min(size // 3, 4)
    places = max(0, digits - 1 - (size - 3 * power))
    divisor, _ = cldr.large_number(power, language)
    text = number(value / divisor, language, places, sign=sign)
    return f"{text} {cldr.power_word(power, language, text)}"


def axis_unit(unit: str, language: str, reach: float) -> tuple[float, str]:
    """What the numbers of an axis that reaches so far are divided by, and the unit that they then have: "million
    inhabitants", "billion EUR"; 1 and the unit itself where no number has seven digits."""
    times, base_unit = unit_multiple(unit, language)
    if abs(reach) * times < LARGE:
        return 1.0, unit
    power = min(floor(log10(abs(reach) * times) + 1e-9) // 3, 4)
    divisor, _ = cldr.large_number(power, language)
    unit = with_word("unit.after_large", language, base_unit) if base_unit else ""
    return divisor / times, f"{cldr.power_word(power, language)} {unit}".strip()


def separators(language: str) -> str:
    """Plotly's own decimal and thousands marks, as `number` writes them."""
    return "".join(cldr.marks(language))
