"""What a record (.toml) says."""

import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Self, get_args

import pandas as pd
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator
from pydantic_core import InitErrorDetails

from data.languages import LANGUAGES, Untranslated

COLUMNS = ("indicator", "region", "year", "value", "flag")
KEY = ("indicator", "region", "year")
PROVENANCE = ("standing", "source", "note")
FIRST_YEAR, LAST_YEAR = 1950, 2100
BLOCKS = ("indicators", "as_published", "groups")


class Record(BaseModel):
    """A frozen model that knows every one of its fields: a misspelt field in a .toml is an error, not a
    silence."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Words(Record):
    """The same words in each language: `words["it"]`. The languages named here are required; any other of `LANGUAGES`
    may be left out, and then English stands for it as `Untranslated`."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Annotated[str, Field(min_length=1)]]

    en: str = Field(min_length=1)
    it: str = Field(min_length=1)

    def __getitem__(self, language: str) -> str:
        return str(getattr(self, language)) if hasattr(self, language) else Untranslated(self.en)

    @model_validator(mode="after")
    def languages_are_known(self) -> Self:
        """Refuse a language that is not one of `LANGUAGES`, as any other misspelt field."""
        unknown = [
            InitErrorDetails(type="extra_forbidden", loc=(name,), input=text)
            for name, text in self.__pydantic_extra__.items()
            if name not in LANGUAGES
        ]
        if unknown:
            raise ValidationError.from_exception_data("Words", unknown)
        return self


TRANSLATED = tuple(Words.model_fields)
"""The languages in which every record and table has its words."""


def read_words(file: Path) -> dict[str, Words]:
    """A .toml of texts in every language, by key. Raises pydantic's ValidationError for a text that lacks one."""
    entries = tomllib.loads(file.read_text(encoding="utf-8"))
    return {key: Words.model_validate(entry) for key, entry in entries.items()}


def languages_of_all(texts: Iterable[Words]) -> list[str]:
    """The languages that all of these texts are in, in the order of `LANGUAGES`."""
    known = [text.model_dump() for text in texts]
    return [language for language in LANGUAGES if all(language in languages for languages in known)]


Theme = Literal[
    "population",
    "economy",
    "labour",
    "education",
    "research",
    "innovation",
    "competitiveness",
    "industry",
    "environment",
]
THEMES = get_args(Theme)


class Source(Record):
    """Who published a table, where, under which licence, and how this copy was come by.

    `areas` names the column of regions.csv in which the table's region codes live; `firm_until` is the last
    year that is not (probably) a forecast, `until` the last year that is imported at all; `recoded` maps codes of
    an earlier NUTS to the region of today with the same territory; `standing` says whether the file holds the
    publisher's values or ours, derived from them before the import; `notes` says what a reader must know before
    comparing."""

    publisher: str = Field(min_length=1)
    dataset: str = Field(min_length=1)
    title: Words
    address: str = Field(pattern=r"^https?://\S+$")
    request: str = Field(min_length=1)
    licence: str = Field(min_length=1)
    licence_address: str = Field(pattern=r"^https?://\S+$")
    retrieved: date
    obtained: Words
    nuts: Literal["2021", "2024", "2013", "none"]
    areas: Literal["nuts2", "ris", "rci"] = "nuts2"
    flags: Literal["published", "unknown"] = "unknown"
    firm_until: int | None = None
    standing: Literal["published", "recomputed"] = "published"
    until: int | None = None
    recoded: tuple[tuple[str, str], ...] = ()
    notes: Words | None = None
    checksum: str = Field(pattern=r"^sha256:[0-9a-f]{64}$")
    rows: int = Field(ge=1)
    importer: str = Field(min_length=1)

    @field_validator("recoded", mode="before")
    @classmethod
    def recoded_is_a_block(cls, given: object) -> object:
        """A block of the record, kept as pairs: a source is hashed, and a dict cannot be."""
        return tuple(given.items()) if isinstance(given, dict) else given


class Indicator(Record):
    """What one indicator measures, in both languages, and what a value of it may be.

    `scale` says whether the value is the figure itself or a score made from it; "inverted" scores rise where the
    figure falls. `minimum` and `maximum` are hard bounds that only an error can pass. `national` marks a country's
    value repeated for each of its regions; `national_in` names the countries for which alone that is so. `period`
    is what the values refer to where `year` is only the edition's. `pick` says which rows or column of the
    publisher's file the indicator is (see data/importers).

    `size` marks what says how large a region is (people, output, jobs): a large one is not a better one, so
    its direction is "neither". `prices` says in which prices money is counted: "current" and "pps" rise with
    inflation, so that a rise is no growth; "volume" has inflation taken out. `growth` names the indicator
    that says how this one has grown. `relative_to` names the region whose value of the same year is 100: the
    file holds other values, and `data.load` derives these from them (see data/derived.py).
    `published_values_of` names the indicator whose values this one gives as the file has them. `sum_of` names the
    measure of a breakdown that this indicator sums where each of `required_members` has a value, `divided_by` the
    indicators by whose product the sum is divided, `times` the factor that brings the ratio into its unit."""

    code: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: Words
    short: Words
    unit: Words
    definition: Words
    direction: Literal["higher", "lower", "neither"]
    scale: Literal["raw", "normalised", "inverted"] = "raw"
    decimals: int = Field(ge=0, le=6)
    minimum: float
    maximum: float
    theme: Theme
    group: str | None = None
    national: bool = False
    national_in: tuple[str, ...] = ()
    period: Words | None = None
    size: bool = False
    prices: Literal["none", "current", "pps", "volume"] = "none"
    growth: str = ""
    relative_to: str = ""
    published_values_of: str = ""
    sum_of: str = ""
    required_members: tuple[str, ...] = ()
    divided_by: tuple[str, ...] = ()
    times: float = 1.0
    pick: dict[str, str] = Field(default_factory=dict, repr=False)
    table: str
    source: Source = Field(repr=False)

    def __hash__(self) -> int:
        return hash(self.code)

    @property
    def standing(self) -> str:
        """Whose numbers the values are: the publisher's, or ours derived from them."""
        return "recomputed" if self.relative_to or self.sum_of else self.source.standing

    @model_validator(mode="after")
    def size_has_no_direction(self) -> Self:
        if self.size and self.direction != "neither":
            raise ValueError(f"{self.code} is a size: its direction must be 'neither'")
        return self

    @model_validator(mode="after")
    def bounds_are_in_order(self) -> Self:
        if not self.minimum < self.maximum:
            raise ValueError(f"minimum {self.minimum:g} is not below maximum {self.maximum:g}")
        return self


class Table(Record):
    """A table's whole record: its source, its indicators, and the names of its groups (pillars,
    dimensions).

    `indicators` have rows in the csv. `as_published` have none of their own: each gives the values of one of
    `indicators` before `relative_to` is applied."""

    name: str
    source: Source
    indicators: dict[str, Indicator]
    as_published: dict[str, Indicator] = Field(default_factory=dict)
    groups: dict[str, Words] = Field(default_factory=dict)

    @model_validator(mode="after")
    def groups_are_named(self) -> Self:
        for code, indicator in (self.indicators | self.as_published).items():
            if indicator.group is not None and indicator.group not in self.groups:
                raise ValueError(
                    f"indicators.{code}.group '{indicator.group}' has no [groups.{indicator.group}] block"
                )
        return self

    @model_validator(mode="after")
    def published_values_are_of_an_indicator(self) -> Self:
        for code, indicator in self.as_published.items():
            if indicator.published_values_of not in self.indicators:
                raise ValueError(f"as_published.{code}.published_values_of must name one of the indicators")
        return self


def table(name: str, content: dict[str, object]) -> Table:
    """The record of table `name` from what its .toml holds: source fields at the top, then groups and
    indicators."""
    fields = {key: value for key, value in content.items() if key not in BLOCKS}
    source = Source.model_validate(fields)
    if not isinstance(content.get("indicators"), dict) or not content["indicators"]:
        raise ValueError("it describes no indicators: no [indicators.CODE] block")
    entries = {kind: _entries(content.get(kind), name, source) for kind in ("indicators", "as_published")}
    return Table.model_validate(
        {"name": name, "source": source, **entries, "groups": content.get("groups", {})}
    )


def _entries(blocks: object, name: str, source: Source) -> dict[str, object]:
    """The indicators of one kind of block, each with its code, table and source."""
    found = blocks if isinstance(blocks, dict) else {}
    return {code: {**block, "code": code, "table": name, "source": source} for code, block in found.items()}


def number(texts: pd.Series) -> pd.Series:
    """The texts as numbers; what is not a finite number is missing."""
    numbers = pd.to_numeric(texts, errors="coerce").astype("float64")
    return numbers.where(numbers.abs() != float("inf"))
