"""What countries are called in the official languages of the Union, from CLDR (Babel).

`python -m components.i18n.country_names` writes country_names.toml: at run time the names in 24 languages would take
30 MB of every worker's memory."""

import json
import tomllib
from functools import cache
from pathlib import Path

from babel import Locale

from components.i18n.cldr import territory
from data.nuts import NEIGHBOURS

FILE = Path(__file__).with_suffix(".toml")
OFFICIAL = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv".split()
MEMBERS = "AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
ISO = {"EL": "GR", "UK": "GB"}
"""Where Eurostat's two letters are not those of ISO 3166."""
FIRST_LINE = (
    "# Written by `python -m components.i18n.country_names`: CLDR's names in the Union's languages.\n"
)


@cache
def country_names() -> dict[str, tuple[str, ...]]:
    """Every name of a country by Eurostat's two letters."""
    return {code: tuple(names) for code, names in tomllib.loads(FILE.read_text(encoding="utf-8")).items()}


def country_name(code: str, language: str) -> str:
    """What a country is called in one language, by Eurostat's two letters."""
    return territory(ISO.get(code, code), language)


def names_from_cldr() -> dict[str, list[str]]:
    """The same from CLDR, each name once, with those of countries beside the Union."""
    return {code: names_of(code) for code in (*MEMBERS, *NEIGHBOURS)}


def names_of(code: str) -> list[str]:
    """The names of one country in all these languages, in alphabetical order."""
    return sorted({str(Locale.parse(language).territories[ISO.get(code, code)]) for language in OFFICIAL})


def file_text(names: dict[str, list[str]]) -> str:
    """The file's text: one line for each country."""
    lines = (f"{code} = {json.dumps(found, ensure_ascii=False)}\n" for code, found in names.items())
    return FIRST_LINE + "".join(lines)


if __name__ == "__main__":
    FILE.write_text(file_text(names_from_cldr()), encoding="utf-8")
