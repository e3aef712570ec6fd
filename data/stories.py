"""Stories: a talk as an ordered list of views with words, read from a .toml file; what is wrong with a file is
said line by line. Knows the form of a story, not which views and charts exist."""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError, ValidationInfo, field_validator, model_validator

from data import reading
from data.errors import DataError, Fault
from data.records import LANGUAGES, Record, Words, words

LARGEST = 200_000
MOST_SLIDES = 60
SENTENCE = re.compile(r"[.?](?=\s|$)")

MISTAKES = {
    "toml": words("this is not valid TOML: {why}", "non è TOML valido: {why}"),
    "letters": words("the file is not UTF-8 text", "il file non è testo UTF-8"),
    "large": words(
        "the file is larger than {limit} bytes",
        "il file supera {limit} byte",
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
        '"{value}" non è l\'indirizzo di una vista come lo scrive il cruscotto; scriverebbe "{meant}"',
    ),
    "chart": words('there is no chart "{value}"', 'non c\'è nessun grafico "{value}"'),
    "elsewhere": words(
        'the chart "{value}" is not on the view {view}',
        'il grafico "{value}" non è nella vista {view}',
    ),
}


class Said(Words):
    """Words in each language. A reader's own talk may be in one language only, which then stands for both."""

    @model_validator(mode="before")
    @classmethod
    def lone(cls, given: Any, info: ValidationInfo) -> Any:
        if not (info.context or {}).get("lone"):
            return given
        if isinstance(given, str):
            return dict.fromkeys(LANGUAGES, given)
        if isinstance(given, dict) and len(there := [name for name in LANGUAGES if name in given]) == 1:
            return {**dict.fromkeys(LANGUAGES, given[there[0]]), **given}
        return given


def limited(said: Said | None, letters: int) -> Said | None:
    """`said`, unless one of its languages is longer than so many letters."""
    if said and any(len(said[language]) > letters for language in LANGUAGES):
        raise ValueError(f"long {letters}")
    return said


class Slide(Record):
    """One chart of one view, large, with what is said of it.

    `view` is the view's address, `chart` the full name of one of its charts; `minutes` how long it is to stand."""

    view: str = Field(min_length=1, max_length=2000)
    chart: str = Field(min_length=1, max_length=100)
    minutes: float = Field(default=2, ge=0.5, le=60)
    headline: Said
    text: Said | None = None
    notes: Said | None = None
    question: Said | None = None

    @field_validator("headline")
    @classmethod
    def headline_fits(cls, said: Said) -> Said | None:
        return limited(said, 90)

    @field_validator("text")
    @classmethod
    def text_fits(cls, said: Said | None) -> Said | None:
        for language in LANGUAGES if said else ():
            if (count := len(SENTENCE.findall(said[language] if said else ""))) > 2:
                raise ValueError(f"sentences {count}")
        return limited(said, 260)

    @field_validator("question")
    @classmethod
    def question_fits(cls, said: Said | None) -> Said | None:
        return limited(said, 150)

    @field_validator("notes")
    @classmethod
    def notes_fit(cls, said: Said | None) -> Said | None:
        return limited(said, 2000)

    def words(self, language: str) -> tuple[str, ...]:
        """What stands on the slide in one language."""
        return tuple(one[language] for one in (self.headline, self.text, self.question) if one)


class Story(Record):
    """A talk: its title, what it is for, and its slides in order."""

    title: Said
    lead: Said | None = None
    slides: tuple[Slide, ...] = Field(min_length=1, max_length=MOST_SLIDES)

    @property
    def minutes(self) -> float:
        """How long the whole talk is meant to take."""
        return sum(slide.minutes for slide in self.slides)


@dataclass(frozen=True)
class Mistake:
    """One thing that is wrong with a story's file, and on which line."""

    line: int
    code: str
    blanks: dict[str, Any] = field(default_factory=dict)

    def sentence(self, language: str) -> str:
        """What is wrong, without the line."""
        return MISTAKES[self.code][language].format(**self.blanks)


@dataclass(frozen=True)
class Reading:
    """What came of reading a file: the story, or everything that is wrong with it."""

    story: Story | None
    mistakes: tuple[Mistake, ...]
    text: str = ""


def read(content: bytes, *, lone: bool = False) -> Reading:
    """The story in a file; with `lone`, words in one language are enough."""
    if len(content) > LARGEST:
        return Reading(None, (Mistake(1, "large", {"limit": LARGEST}),))
    try:
        text = content.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return Reading(None, (Mistake(content[: error.start].count(b"\n") + 1, "letters"),))
    try:
        given = tomllib.loads(text)
        return Reading(Story.model_validate(given, context={"lone": lone}), (), text)
    except tomllib.TOMLDecodeError as error:
        return Reading(None, (broken(error, text),))
    except ValidationError as error:
        return Reading(None, tuple(mistakes(error, text)))
    except RecursionError:
        return Reading(None, (Mistake(1, "toml", {"why": "too deep"}),))


def broken(error: tomllib.TOMLDecodeError, text: str) -> Mistake:
    """Where a file stops being TOML; what is missing at its end is missing on its last line."""
    why, _, place = str(error).rpartition(" (at ")
    found = re.search(r"line (\d+)", place)
    line = int(found[1]) if found else text.rstrip("\n").count("\n") + 1
    return Mistake(line, "toml", {"why": why or str(error)})


def mistakes(error: ValidationError, text: str) -> list[Mistake]:
    """All mistakes from top to bottom. A slide that is wrong is not also one too few."""
    errors: list[dict[str, Any]] = [{**one} for one in error.errors(include_url=False)]
    inside = any(len(one["loc"]) > 1 and one["loc"][0] == "slides" for one in errors)
    kept = [one for one in errors if not (inside and one["loc"] == ("slides",))]
    return sorted((mistake(one, text) for one in kept), key=lambda one: one.line)


def mistake(error: dict[str, Any], text: str) -> Mistake:
    """One of pydantic's errors as a line of the file and a sentence a reader can act on."""
    place = error["loc"]
    code, blanks = told(place, error["type"], error.get("ctx", {}))
    where = named(place[:-1] if code == "language" else place)
    return Mistake(line_of(text, place), code, {"where": where, **blanks})


def told(place: tuple[Any, ...], kind: str, limits: dict[str, Any]) -> tuple[str, dict[str, Any]]:
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


def named(place: tuple[Any, ...]) -> str:
    """A field as its writer thinks of it: ("slides", 2, "headline", "it") is "slide 3, headline.it"."""
    if len(place) > 1 and place[0] == "slides":
        return f"slide {place[1] + 1}" + (f", {'.'.join(map(str, place[2:]))}" if place[2:] else "")
    return ".".join(map(str, place))


def line_of(text: str, place: tuple[Any, ...]) -> int:
    """The line a field stands on; a missing one is looked for where it should be."""
    lines, start, end = text.split("\n"), 0, 0
    keys = [str(part) for part in place]
    heads = [at for at, line in enumerate(lines) if re.match(r"\s*\[\[\s*slides\s*\]\]", line)]
    if len(place) > 1 and place[0] == "slides" and isinstance(place[1], int) and place[1] < len(heads):
        start, keys = heads[place[1]], keys[2:]
    following = [at for at in heads if at > start]
    end = following[0] if following else len(lines)
    return found_in(lines[start:end], keys, start) + 1


def found_in(lines: list[str], keys: list[str], start: int) -> int:
    """The number of the first line that names the field, or the nearest thing above it that is named."""
    for length in range(len(keys), 0, -1):
        dotted = r"\s*\.\s*".join(rf"[\"']?{re.escape(key)}[\"']?" for key in keys[:length])
        for at, line in enumerate(lines):
            if re.match(rf"\s*\[*\s*{dotted}\s*[=.\]]", line):
                return start + at
    return start


def stories(folder: Path, root: Path) -> dict[str, Story]:
    """The checked stories of a pack by the name of their file; the first mistake stops the start with one
    line."""
    files = sorted((folder / "stories").glob("*.toml"), key=lambda file: file.stem)
    return {file.stem: story(file, root) for file in files}


def story(file: Path, root: Path) -> Story:
    """The story in a file, or a `DataError` that names file, line and reason."""
    got = read(reading.content(file, root))
    if got.story is None:
        raise refused(got.mistakes[0], file, root)
    return got.story


def refused(mistake: Mistake, file: Path, root: Path) -> DataError:
    """The one line that stops the start."""
    mend = reading.restore(file, root)
    return DataError(Fault(reading.shown(file, root), mistake.sentence("en"), mend, line=mistake.line))
