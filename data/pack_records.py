"""What the records of a region pack (pack.toml, and the .toml of each of its tables) say."""

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from data.records import Record, Words


class PackSource(Record):
    """One source a region pack or a map draws on.

    `key` is its name in pack.toml, `published` the date of the document, `year` its own year where the rows it
    stands beside have another."""

    key: str = ""
    published: str = Field(default="", pattern=r"^(\d{4}(-\d{2}){0,2})?$")

    publisher: str = Field(min_length=1)
    title: Words
    address: str = ""
    licence: str = ""
    retrieved: date | None = None
    dataset: str = ""
    licence_address: str = ""
    obtained: Words | None = None
    year: str = ""


class PackColumn(Record):
    """One column of a pack's table; `refers` names the column of another table in which its values stand."""

    type: Literal["number", "integer", "text", "choice", "date"]
    label: Words | None = None
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()
    required: bool = False
    refers: str = ""
    about: str = ""


class PackTable(Record):
    """The record of one table of a region pack.

    Which columns there are stands in the schema; `columns` may narrow them. `errata` names the errata that touch a
    whole column, and `notes` says what a reader must know of the whole table."""

    title: Words
    place: str = ""
    checksum: str = Field(pattern=r"^sha256:[0-9a-f]{64}$")
    key: tuple[str, ...] = ()
    columns: dict[str, PackColumn] = Field(default_factory=dict)
    errata: dict[str, str] = Field(default_factory=dict)
    notes: Words | None = None


class PackRecord(Record):
    """pack.toml: whose region, from which sources, the paper first; the region of one pack may be the default."""

    region: str
    country: str
    title: Words
    default: bool = False
    sources: dict[str, PackSource] = Field(min_length=1)

    @model_validator(mode="after")
    def sources_know_their_keys(self) -> Self:
        named = {key: source.model_copy(update={"key": key}) for key, source in self.sources.items()}
        object.__setattr__(self, "sources", named)
        return self
