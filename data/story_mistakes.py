"""What can be wrong with a story's file: each mistake with its line and its sentence in every language."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from pydantic import ValidationError

from data.records import LANGUAGES, words
from data.toml_limits import Path, key_lines, line_of

MOST_SLIDES = 60
MOST_MISTAKES = 20
LONGEST_NAME = 80

MISTAKES = {
    "toml": words("this is not valid TOML: {why}", "non è TOML valido: {why}"),
    "letters": words("the file is not UTF-8 text", "il file non è testo UTF-8"),
    "large": words(
        "the file is larger than {limit} bytes",
        "il file supera {limit} byte",
    ),
    "lines": words("the file has more than {limit} lines", "il file ha più di {limit} righe"),
    "escapes": words("the file has more than {limit} backslashes", "il file ha più di {limit} barre inverse"),
    "parts": words("a key has more than {limit} parts", "una chiave ha più di {limit} parti"),
    "depth": words(
        "brackets are nested more than {limit} deep", "le parentesi sono annidate oltre {limit} livelli"
    ),
    "values": words("the file has more than {limit} values", "il file ha più di {limit} valori"),
    "word": words(
        "a word without quotes is longer than {limit} letters",
        "una parola senza virgolette supera {limit} lettere",
    ),
    "more": words(
        "and mistakes beyond the first {limit}; mend these and load the file again",
        "e altri errori oltre i primi {limit}; corregga questi e ricarichi il file",
    ),
    "missing": words("{where} is missing", "manca {where}"),
    "unknown": words("a story knows no {where}", "una storia non conosce {where}"),
    "empty": words("{where} is empty", "{where} è vuoto"),
    "long": words(
        "{where} is longer than {limit} letters; from the back of a room nobody reads it",
        "{where} supera {limit} lettere; dal fondo della sala nessuno lo legge",
    ),
    "sentences": words(
        "{where} has {count} sentences; a slide has room for two",
        "{where} ha {count} frasi; in una diapositiva ce ne stanno due",
    ),
    "language": words("{where} lacks its translation", "a {where} manca la traduzione"),
    "range": words(
        "{where} must be a number from {least} to {most}",
        "{where} deve essere un numero da {least} a {most}",
    ),
    "kind": words(
        "{where} is not what belongs there: words stand in quotes under .en and .it, minutes are a number",
        "{where} non è ciò che ci va: le parole stanno tra virgolette sotto .en e .it, i minuti sono un numero",
    ),
    "slides": words(
        "a story has between 1 and {limit} slides",
        "una storia ha da 1 a {limit} diapositive",
    ),
    "view": words(
        '"{value}" is not the address of a view as the dashboard writes it; it would write "{meant}"',
        '"{value}" non è l\'indirizzo di una vista come lo scrive la dashboard; scriverebbe "{meant}"',
    ),
    "chart": words('there is no chart "{value}"', 'non c\'è nessun grafico "{value}"'),
    "elsewhere": words(
        'the chart "{value}" is not on the view {view}',
        'il grafico "{value}" non è nella vista {view}',
    ),
}


@dataclass(frozen=True)
class Mistake:
    """One thing that is wrong with a story's file, and on which line."""

    line: int
    code: str
    blanks: dict[str, Any] = field(default_factory=dict)

    def sentence(self, language: str) -> str:
        """What is wrong, without the line."""
        return MISTAKES[self.code][language].format(**self.blanks)


def first_mistakes(mistakes: Iterable[Mistake]) -> tuple[Mistake, ...]:
    """As many mistakes as anybody mends at once; the last line says that there are more."""
    shown = list(islice(mistakes, MOST_MISTAKES + 1))
    if len(shown) > MOST_MISTAKES:
        shown[-1] = Mistake(shown[-2].line, "more", {"limit": MOST_MISTAKES})
    return tuple(shown)


def broken(error: tomllib.TOMLDecodeError, text: str) -> Mistake:
    """Where a file stops being TOML; what is missing at its end is missing on its last line."""
    why, _, place = str(error).rpartition(" (at ")
    found = re.search(r"line (\d+)", place)
    line = int(found[1]) if found else text.rstrip("\n").count("\n") + 1
    return Mistake(line, "toml", {"why": why or str(error)})


def mistakes(error: ValidationError, text: str) -> list[Mistake]:
    """All mistakes from top to bottom. A slide that is wrong is not also one too few."""
    errors: list[dict[str, Any]] = [{**item} for item in error.errors(include_url=False, include_input=False)]
    inside = any(len(item["loc"]) > 1 and item["loc"][0] == "slides" for item in errors)
    first_errors = [item for item in errors if not (inside and item["loc"] == ("slides",))]
    lines = key_lines(text)
    return sorted((mistake(item, lines) for item in first_errors), key=lambda item: item.line)


def mistake(error: dict[str, Any], lines: dict[Path, int]) -> Mistake:
    """One of pydantic's errors as a line of the file and a sentence a reader can act on."""
    place = error["loc"]
    code, blanks = mistake_of(place, error["type"], error.get("ctx", {}))
    where = field_name(place[:-1] if code == "language" else place)
    return Mistake(line_of(lines, place), code, {"where": where[:LONGEST_NAME], **blanks})


def mistake_of(place: tuple[Any, ...], kind: str, limits: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Which of our mistakes one of pydantic's is, with its limits."""
    if kind == "missing" and place[-1] in LANGUAGES:
        return "language", {}
    if place[-1] == "minutes" and kind not in PLAIN:
        return "range", {"least": 0.5, "most": 60}
    if place == ("slides",) and kind in ("too_short", "too_long"):
        return "slides", {"limit": MOST_SLIDES}
    if kind == "value_error":
        code, _, amount = str(limits["error"]).partition(" ")
        return code, {"limit": amount, "count": amount}
    return PLAIN.get(kind, "kind"), {"limit": limits.get("max_length", "")}


PLAIN = {
    "missing": "missing",
    "extra_forbidden": "unknown",
    "string_too_short": "empty",
    "string_too_long": "long",
}


def field_name(place: tuple[Any, ...]) -> str:
    """A field as its writer thinks of it: ("slides", 2, "headline", "it") is "slide 3, headline.it"."""
    if len(place) > 1 and place[0] == "slides":
        return f"slide {place[1] + 1}" + (f", {'.'.join(map(str, place[2:]))}" if place[2:] else "")
    return ".".join(map(str, place))
