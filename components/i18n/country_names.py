"""What countries are called in the official languages of the Union, from CLDR (Babel).

`python -m components.i18n.country_names` writes country_names.toml: at run time the names in 24 languages would take
30 MB of every worker's memory."""

import json
import tomllib
from functools import cache
from pathlib import Path

from babel import Locale

FILE = Path(__file__).with_suffix(".toml")
OFFICIAL = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv".split()
MEMBERS = "AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
ISO = {"EL": "GR"}
"""Where Eurostat's two letters are not those of ISO 3166."""
FIRST_LINE = (
    "# Written by `python -m components.i18n.country_names`: CLDR's names in the Union's languages.\n"
)


@cache
def country_names() -> dict[str, tuple[str, ...]]:
    """Every name of a country by Eurostat's two letters."""
    return {code: tuple(names) for code, names in tomllib.loads(FILE.read_text(encoding="utf-8")).items()}


def names_from_cldr() -> dict[str, list[str]]:
    """The same from CLDR, each name once."""
    return {code: names_of(code) for code in MEMBERS}


def names_of(code: str) -> list[str]:
    """The names of one country in all these languages, in alphabetical order."""
    return sorted({str(Locale.parse(language).territories[ISO.get(code, code)]) for language in OFFICIAL})


def file_text(names: dict[str, list[str]]) -> str:
    """The file's text: one line for each country."""
    lines = (f"{code} = {json.dumps(found, ensure_ascii=False)}\n" for code, found in names.items())
    return FIRST_LINE + "".join(lines)


if __name__ == "__main__":
    FILE.write_text(file_text(names_from_cldr()), encoding="utf-8")
