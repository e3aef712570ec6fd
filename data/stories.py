"""Stories: a talk as an ordered list of views with words, read from a .toml file; what is wrong with a file is
said line by line."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import (
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

from data import reading
from data.errors import DataError
from data.languages import LANGUAGES
from data.records import Record, Words
from data.story_mistakes import MOST_SLIDES, Mistake, first_mistakes, mistakes, syntax_mistake
from data.toml_limits import OverLimit, check, key_lines

LARGEST = 200_000
SENTENCE = re.compile(r"[.?](?=\s|$)")


WORDS = ("headline", "text", "notes", "question")


def is_own_talk(info: ValidationInfo) -> bool:
    """Whether a reader's own talk is read, which needs fewer words."""
    return bool((info.context or {}).get("own_talk"))


def is_blank(given: Any) -> bool:
    """Whether there is no word in a field."""
    words = given.values() if isinstance(given, dict) else [given]
    return all(isinstance(text, str) and not text.strip() for text in words)


class TalkWords(Words):
    """Words in each language. A reader's own talk may be in one language only, which then stands for both."""

    _languages: tuple[str, ...] = PrivateAttr(default=())

    @model_validator(mode="wrap")
    @classmethod
    def from_one_language(
        cls, given: Any, handler: ModelWrapValidatorHandler["TalkWords"], info: ValidationInfo
    ) -> "TalkWords":
        if not is_own_talk(info) or not isinstance(given, (str, dict)):
            return handler(given)
        if isinstance(given, str):
            return handler(dict.fromkeys(LANGUAGES, given))
        there = tuple(name for name in LANGUAGES if name in given and not is_blank(given[name]))
        if len(there) != 1:
            return handler(given)
        return handler({**given, **dict.fromkeys(LANGUAGES, given[there[0]])}).only_in(there[0])

    def only_in(self, language: str) -> "TalkWords":
        """These words, written in one language."""
        self._languages = (language,)
        return self

    def language(self, wanted: str) -> str:
        """The language in which these words are written; `wanted` where they are in it."""
        there = self._languages or tuple(self.model_dump())
        return wanted if wanted in there else there[0]


def limit_length(text: TalkWords | None, letters: int) -> TalkWords | None:
    """`text` itself. Raises ValueError where it is longer than so many letters in any language."""
    if text and any(len(text[language]) > letters for language in LANGUAGES):
        raise ValueError(f"long {letters}")
    return text


class Slide(Record):
    """One chart of one view with the words around it.

    `view` is the view's address, `chart` the full name of one of its charts, `minutes` how long it is shown."""

    view: str = Field(min_length=1, max_length=2000)
    chart: str = Field(min_length=1, max_length=100)
    minutes: float = Field(default=2, ge=0.5, le=60)
    headline: TalkWords
    text: TalkWords | None = None
    notes: TalkWords | None = None
    question: TalkWords | None = None

    @model_validator(mode="before")
    @classmethod
    def without_blanks(cls, given: Any, info: ValidationInfo) -> Any:
        """A slide of a reader's own talk needs no words: its chart's question then takes the headline's place."""
        if not is_own_talk(info) or not isinstance(given, dict):
            return given
        full = {name: value for name, value in given.items() if name not in WORDS or not is_blank(value)}
        return {"headline": TalkWords.model_construct(en="", it=""), **full}

    @field_validator("headline")
    @classmethod
    def headline_fits(cls, text: TalkWords) -> TalkWords | None:
        return limit_length(text, 90)

    @field_validator("text")
    @classmethod
    def text_fits(cls, text: TalkWords | None, info: ValidationInfo) -> TalkWords | None:
        for language in LANGUAGES if text and not is_own_talk(info) else ():
            if (count := len(SENTENCE.findall(text[language] if text else ""))) > 2:
                raise ValueError(f"sentences {count}")
        return limit_length(text, 260)

    @field_validator("question")
    @classmethod
    def question_fits(cls, text: TalkWords | None) -> TalkWords | None:
        return limit_length(text, 150)

    @field_validator("notes")
    @classmethod
    def notes_fit(cls, text: TalkWords | None) -> TalkWords | None:
        return limit_length(text, 2000)

    def words(self, language: str) -> tuple[str, ...]:
        """What stands on the slide in one language."""
        return tuple(
            text[language] for text in (self.headline, self.text, self.question) if text and text[language]
        )

    def language(self, wanted: str) -> str:
        """The language in which the slide is written; `wanted` where all its texts are in it."""
        fields = [
            text for text in (self.headline, self.text, self.notes, self.question) if text and text["en"]
        ]
        return next((text.language(wanted) for text in fields if text.language(wanted) != wanted), wanted)


class Story(Record):
    """A talk: its title, what it is for, and its slides in order."""

    title: TalkWords
    lead: TalkWords | None = None
    slides: tuple[Slide, ...] = Field(min_length=1, max_length=MOST_SLIDES)

    @property
    def minutes(self) -> float:
        """How long the whole talk is meant to take."""
        return sum(slide.minutes for slide in self.slides)


@dataclass(frozen=True)
class Reading:
    """The result of reading a file: the story, or what is wrong with it. A file beyond the limits is not parsed."""

    story: Story | None
    mistakes: tuple[Mistake, ...]
    text: str = ""
    over_limit: bool = False


def read_story(content: bytes, *, own_talk: bool = False) -> Reading:
    """The story in a file. A reader's own talk (`own_talk`) needs words in one language only."""
    if len(content) > LARGEST:
        return Reading(None, (Mistake(1, "large", {"limit": LARGEST}),), over_limit=True)
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return Reading(None, (Mistake(content[: error.start].count(b"\n") + 1, "letters"),))
    try:
        check(text)
        number_of_slides(text)
    except OverLimit as over:
        return Reading(None, (Mistake(over.line, over.code, {"limit": over.limit}),), over_limit=True)
    return parse_story(text, own_talk=own_talk)


def number_of_slides(text: str) -> None:
    """Raise `OverLimit` at the first slide that is too many."""
    line = key_lines(text).get(("slides", MOST_SLIDES))
    if line:
        raise OverLimit("slides", MOST_SLIDES, line)


def parse_story(text: str, *, own_talk: bool) -> Reading:
    """The story in a text that is within the limits."""
    try:
        return Reading(Story.model_validate(tomllib.loads(text), context={"own_talk": own_talk}), (), text)
    except tomllib.TOMLDecodeError as error:
        return Reading(None, (syntax_mistake(error, text),))
    except ValidationError as error:
        return Reading(None, first_mistakes(mistakes(error, text)))


def stories(folder: Path, root: Path) -> dict[str, Story]:
    """The checked stories of a pack by the name of their file. Raises DataError on the first mistake."""
    files = sorted((folder / "stories").glob("*.toml"), key=lambda file: file.stem)
    return {file.stem: story(file, root) for file in files}


def story(file: Path, root: Path) -> Story:
    """The story in a file. Raises DataError, which names file, line and reason."""
    result = read_story(reading.content(file, root))
    if result.story is None:
        raise story_error(result.mistakes[0], file, root)
    return result.story


def story_error(mistake: Mistake, file: Path, root: Path) -> DataError:
    """The error that stops the start: file, line and mistake."""
    return DataError(reading.fault(file, root, mistake.sentence("en"), line=mistake.line))
