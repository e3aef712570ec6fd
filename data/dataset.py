"""Datasets: tables of one source whose rows are no value of one region in one year (pairs of regions, participants,
parts of a region).

A folder `data/datasets/NAME` holds `dataset.toml` (the source, and a block per table) and `TABLE.csv` for each of
them. A record without any csv is a form to import into: it is loaded without tables."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self

import pandas as pd
from pydantic import Field, model_validator

from data import reading, validation
from data.errors import DataError, Fault
from data.records import Record, Source, Words, number

RECORD = "dataset.toml"
RECORD_BLOCKS = ("tables", "checksums")
REGION_LEVELS = {"region": "nuts2", "country": "country"}
TYPES = {
    **dict.fromkeys(("region", "country", "choice", "code"), "category"),
    "integer": "int32",
    "number": "float64",
    "text": "str",
}
NOT_IMPORTED = "sha256:" + 64 * "0"


class Column(Record):
    """One column: `region` and `country` hold codes of regions.csv, `choice` one of `choices`, `code` few
    texts that come back often."""

    type: Literal["region", "country", "choice", "code", "integer", "number", "text"]
    label: Words
    minimum: float | None = None
    maximum: float | None = None
    choices: dict[str, Words] = Field(default_factory=dict)
    required: bool = True

    @model_validator(mode="after")
    def only_a_choice_has_choices(self) -> Self:
        if (self.type == "choice") != bool(self.choices):
            raise ValueError("a column has choices if, and only if, its type is 'choice'")
        return self

    @model_validator(mode="after")
    def whole_numbers_are_never_blank(self) -> Self:
        if self.type == "integer" and not self.required:
            raise ValueError("a column of whole numbers has no blanks: make it 'number' or required")
        return self


class DatasetTable(Record):
    """What one csv holds; `optional` tables may be absent. Rows are sorted by `key`."""

    title: Words
    key: tuple[str, ...] = Field(min_length=1)
    columns: dict[str, Column]
    optional: bool = False

    @model_validator(mode="after")
    def key_is_columns(self) -> Self:
        for name in self.key:
            if name not in self.columns:
                raise ValueError(f"key column '{name}' has no block in columns")
        return self


class DatasetSource(Source):
    """The source of a dataset; `year` is the year or the years that it covers ("2014–2020")."""

    year: str = Field(pattern=r"^\d{4}(–\d{4})?$")


class DatasetRecord(Record):
    """dataset.toml: who published it, the years it covers (`period`), and its tables. `checksums` are those of the csv
    files by table."""

    name: str
    source: DatasetSource
    tables: dict[str, DatasetTable] = Field(min_length=1)
    checksums: dict[str, str]


@dataclass(frozen=True, eq=False)
class Dataset:
    """A dataset as loaded: `tables` is empty where nothing was imported. Codes and choices are categoricals,
    blanks are "" in text and NaN in numbers."""

    record: DatasetRecord
    tables: dict[str, pd.DataFrame]

    @property
    def source(self) -> DatasetSource:
        return self.record.source


def datasets(root: Path, regions: pd.DataFrame) -> dict[str, Dataset]:
    """Every dataset by name, checked; raises DataError on the first fault."""
    folders = sorted(file.parent for file in (root / "datasets").glob(f"*/{RECORD}"))
    return {folder.name: dataset(folder, root, regions) for folder in folders}


def dataset(folder: Path, root: Path, regions: pd.DataFrame, *, stamped: bool = True) -> Dataset:
    """The dataset in `folder`.

    A file that is the one its record was stamped for was checked then, cell by cell: it is only read, ten times as
    fast. `stamped` False checks every cell whatever the record says: before stamping it."""
    file = folder / RECORD
    record = read_record(folder, root)
    reading.check_stamp(file, root)
    found = {csv.stem for csv in folder.glob("*.csv")}
    for name in sorted(found - record.tables.keys()):
        stray = folder / f"{name}.csv"
        problem = f"{RECORD} has no block [tables.{name}]"
        raise DataError(
            Fault(reading.path_in_project(stray, root), problem, reading.restore_command(file, root))
        )
    tables = {
        name: _table(folder / f"{name}.csv", record, regions, root, stamped=stamped)
        for name, table in record.tables.items()
        if found and (name in found or not table.optional)
    }
    return Dataset(record, tables)


def read_record(folder: Path, root: Path) -> DatasetRecord:
    file = folder / RECORD
    return validation.of_file(file, root, lambda: _record(folder.name, reading.toml(file, root)))


def _record(name: str, content: dict[str, object]) -> DatasetRecord:
    head = {
        {"period": "year"}.get(key, key): value for key, value in content.items() if key not in RECORD_BLOCKS
    }
    source = DatasetSource.model_validate({**head, "checksum": NOT_IMPORTED, "rows": 1})
    return DatasetRecord.model_validate(
        {"name": name, "source": source, **{key: content[key] for key in RECORD_BLOCKS if key in content}}
    )


def _table(
    file: Path, record: DatasetRecord, regions: pd.DataFrame, root: Path, *, stamped: bool
) -> pd.DataFrame:
    table, found = record.tables[file.stem], reading.checksum(reading.content(file, root))
    if found == record.checksums.get(file.stem) and stamped:
        return compact_types(file, table, regions, root)
    name, mend = reading.path_in_project(file, root), reading.stamp_or_restore(file, root, file.parent.name)
    texts = reading.rows(file, root, tuple(table.columns), mend)
    check(texts, table, regions, file=name, mend=mend)
    if found != record.checksums.get(file.stem):
        problem = f"the file is not the one that {RECORD} describes"
        raise DataError(Fault(name, problem, mend, "checksums", found[:19] + "..."))
    return compact_types(file, table, regions, root)


def check(texts: pd.DataFrame, table: DatasetTable, regions: pd.DataFrame, *, file: str, mend: str) -> None:
    """Raise DataError on the first cell that its column does not allow, then on a key that stands twice."""
    for name, column in table.columns.items():
        for right, problem in _rules(texts[name], column, regions):
            if not right.all():
                raise _fault(texts, name, right, problem, file, mend)
    once = ~texts.duplicated(list(table.key))
    if not once.all():
        raise _fault(
            texts, table.key[0], once, f"stands twice for the key {', '.join(table.key)}", file, mend
        )


def _fault(
    texts: pd.DataFrame, column: str, right: pd.Series, problem: str, file: str, mend: str
) -> DataError:
    at = int((~right).to_numpy().argmax())
    return DataError(Fault(file, problem, mend, column, texts[column].iloc[at], at + 2))


def _rules(texts: pd.Series, column: Column, regions: pd.DataFrame) -> list[tuple[pd.Series, str]]:
    blank = texts == ""
    rules = [(~blank, "may not be blank")] if column.required else []
    if column.type in REGION_LEVELS:
        problem = f"is not a {column.type} of regions.csv"
        return [*rules, (blank | texts.isin(_codes(column, regions)), problem)]
    if column.type == "choice":
        return [
            *rules,
            (blank | texts.isin(list(column.choices)), f"is not one of {', '.join(column.choices)}"),
        ]
    if column.type in ("integer", "number"):
        return [*rules, *_number_rules(texts, column)]
    return rules


def _codes(column: Column, regions: pd.DataFrame) -> pd.Index:
    return regions.index[regions["level"] == REGION_LEVELS[column.type]]


def _number_rules(texts: pd.Series, column: Column) -> list[tuple[pd.Series, str]]:
    blank, numbers = texts == "", number(texts)
    least, most = (
        column.minimum if column.minimum is not None else -float("inf"),
        column.maximum if column.maximum is not None else float("inf"),
    )
    rules = [
        (blank | numbers.notna(), "is not a number"),
        (blank | (numbers >= least), f"is below {least:g}"),
        (blank | (numbers <= most), f"is above {most:g}"),
    ]
    if column.type == "integer":
        rules.append((blank | (numbers == numbers.round()), "is not a whole number"))
    return rules


def compact_types(file: Path, table: DatasetTable, regions: pd.DataFrame, root: Path) -> pd.DataFrame:
    """The rows of a checked file in compact types. Raises where regions.csv no longer has one of its codes."""
    types = {name: TYPES[column.type] for name, column in table.columns.items()}
    numbers = [name for name, kind in types.items() if kind == "float64"]
    rows = pd.read_csv(
        file, dtype=types, keep_default_na=False, na_values={name: [""] for name in numbers}, index_col=False
    )
    for name, column in table.columns.items():
        if column.type in REGION_LEVELS:
            unknown = set(rows[name].cat.categories) - set(_codes(column, regions)) - {""}
            if unknown:
                problem = f"is not a {column.type} of regions.csv"
                mend = reading.stamp_or_restore(file, root, file.parent.name)
                raise DataError(Fault(reading.path_in_project(file, root), problem, mend, name, min(unknown)))
    return rows
