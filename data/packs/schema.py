"""What the tables of a pack may be: columns, types and keys, read from `_schema/`."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import Field

from data.languages import LANGUAGES, stems
from data.pack_records import PackColumn
from data.records import Record

FOLDER = Path(__file__).parent / "_schema"
UNNAMED = "Who published it"  # what a new pack says of its source until somebody names it


class TableSchema(Record):
    """One table that a pack may have: what it is about, which columns make a row unique, every column in order.

    A column that is `required` must be there and must be filled in each row; any other may be left out."""

    about: str = Field(min_length=1)
    key: tuple[str, ...] = Field(min_length=1)
    columns: dict[str, PackColumn]

    @property
    def all_columns(self) -> dict[str, PackColumn]:
        """Its own columns, then those that every table has."""
        return {**self.columns, **provenance()}


@cache
def tables() -> dict[str, TableSchema]:
    """Every table by name, in the order of the files and within them."""
    files = [file for file in sorted(FOLDER.glob("*.toml")) if file.stem != "common"]
    return {
        name: TableSchema.model_validate({**block, "columns": in_every_language(block["columns"])})
        for file in files
        for name, block in blocks(file).items()
    }


def in_every_language(columns: dict[str, object]) -> dict[str, object]:
    """The columns, with one that may be left out for each text in a language that not every table has."""
    texts = {f"{stem}_{name}": {"type": "text"} for stem in stems(columns) for name in LANGUAGES}
    return {**columns, **{name: column for name, column in texts.items() if name not in columns}}


@cache
def provenance() -> dict[str, PackColumn]:
    """The columns that say where each row comes from."""
    return {
        name: PackColumn.model_validate(block)
        for name, block in blocks(FOLDER / "common.toml")["columns"].items()
    }


def blocks(file: Path) -> dict[str, dict[str, Any]]:
    return tomllib.loads(file.read_text(encoding="utf-8"))
