"""What can be wrong with a story's file: each mistake with its line and its sentence in every language."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from data.records import TRANSLATED, read_words
from data.toml_limits import Path as KeyPath
from data.toml_limits import key_lines, line_of

MOST_SLIDES = 60
MOST_MISTAKES = 20
LONGEST_NAME = 80

MISTAKES = read_words(Path(__file__).with_suffix(".toml"))


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
    """The first `MOST_MISTAKES`; where there are more, one last mistake says so."""
    shown = list(islice(mistakes, MOST_MISTAKES + 1))
    if len(shown) > MOST_MISTAKES:
        shown[-1] = Mistake(shown[-2].line, "more", {"limit": MOST_MISTAKES})
    return tuple(shown)


def syntax_mistake(error: tomllib.TOMLDecodeError, text: str) -> Mistake:
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


def mistake(error: dict[str, Any], lines: dict[KeyPath, int]) -> Mistake:
    """One of pydantic's errors as a line of the file and a sentence a reader can act on."""
    place = error["loc"]
    code, blanks = mistake_of(place, error["type"], error.get("ctx", {}))
    where = field_name(place[:-1] if code == "language" else place)
    return Mistake(line_of(lines, place), code, {"where": where[:LONGEST_NAME], **blanks})


def mistake_of(place: tuple[Any, ...], kind: str, limits: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Which of our mistakes one of pydantic's is, with its limits."""
    if kind == "missing" and place[-1] in TRANSLATED:
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
