"""A region pack: what the input paper says about one region, as checked tables. Knows the form, not the
region."""

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

import pandas as pd

from data import reading, validation
from data import stories as talks
from data.errors import DataError, Fault
from data.packs import rules, schema
from data.packs.schema import TableSchema
from data.records import PackRecord, PackSource, PackTable, Words, number

Read = TypeVar("Read")


@dataclass(frozen=True, eq=False)
class Pack:
    """One region's pack. `tables` are those with rows, each with every column of its schema: blanks are "" in text
    columns and NaN in numbers; dates stay ISO text."""

    region: str
    country: str
    title: Words
    sources: dict[str, PackSource]
    tables: dict[str, pd.DataFrame]
    records: dict[str, PackTable]
    stories: dict[str, talks.Story]
    default: bool = False

    def has(self, *tables: str) -> bool:
        """Whether it has rows in all of these tables."""
        return all(name in self.tables for name in tables)

    def rows(self, table: str) -> pd.DataFrame:
        """The rows of a table; none where the pack does not have it."""
        return self.tables[table] if table in self.tables else blank(table)

    @property
    def paper(self) -> PackSource:
        """The document that the pack is made from: the first source of pack.toml."""
        return next(iter(self.sources.values()))

    @property
    def year(self) -> str:
        """The year in which that document was published, "" where pack.toml does not say it."""
        return self.paper.published[:4]


def pack(folder: Path, root: Path, regions: pd.DataFrame) -> Pack:
    """The checked pack in `folder`, named after its region; raises DataError on the first mistake."""
    read = read_files(folder, root, regions)
    for fault in read.mistakes():
        raise DataError(fault)
    head = head_of(folder, root, regions)
    tables = {name: typed(rows, schema.tables()[name]) for name, rows in read.texts.items() if len(rows)}
    return Pack(
        head.region, head.country, head.title, head.sources, tables, read.records, read.stories, head.default
    )


@dataclass(eq=False)
class PackFiles:
    """The files of a pack as they were read, and what was wrong with those that could not be."""

    folder: Path
    root: Path
    head: PackRecord | None = None
    records: dict[str, PackTable] = field(default_factory=dict)
    texts: dict[str, pd.DataFrame] = field(default_factory=dict)
    stories: dict[str, talks.Story] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def take(self, read: Callable[[], Read]) -> Read | None:
        """What `read` gives; where it raises, nothing, and its fault is kept."""
        try:
            return read()
        except DataError as error:
            self.faults.append(error.fault)
            return None

    def mistakes(self) -> Iterator[Fault]:
        """Everything that is wrong: files, then cells (the first of each rule), then checksums."""
        yield from self.faults
        for name, record in self.records.items():
            if self.head is not None and name in self.texts:
                file = self.folder / f"{name}.csv"
                cells = list(cell_faults(self.texts[name], record, self.head, self.texts, file, self.root))
                yield from cells or checksum_faults(file, record, self.root)
                yield from errata_faults(record, self.texts, file.with_suffix(".toml"), self.root)


def read_files(folder: Path, root: Path, regions: pd.DataFrame) -> PackFiles:
    """The head, records and rows of the pack in `folder`, as far as each can be read."""
    read = PackFiles(folder, root)
    read.head = read.take(lambda: head_of(folder, root, regions))
    for name in read.take(lambda: validation.names(folder, root)) or []:
        record = read.take(partial(record_of, folder / f"{name}.toml", root))
        texts = read.take(partial(texts_of, folder / f"{name}.csv", root))
        read.records |= {} if record is None else {name: record}
        read.texts |= {} if texts is None or name not in schema.tables() else {name: texts}
    read.stories = read.take(partial(talks.stories, folder, root)) or {}
    return read


def head_of(folder: Path, root: Path, regions: pd.DataFrame) -> PackRecord:
    file = folder / "pack.toml"
    head = validation.of_file(file, root, lambda: PackRecord.model_validate(reading.toml(file, root)))
    for name, code in (("region", head.region), ("country", head.country)):
        if code not in regions.index:
            raise DataError(head_fault(file, root, "is not a region of regions.csv", name, code))
    if head.region != folder.name:
        raise DataError(head_fault(file, root, f"the folder is named {folder.name}", "region", head.region))
    if regions.at[head.region, "country"] != head.country:
        problem = f"{head.region} is not a region of this country"
        raise DataError(head_fault(file, root, problem, "country", head.country))
    reading.intact(file, root)
    return head


def head_fault(file: Path, root: Path, problem: str, name: str, value: str) -> Fault:
    return Fault(reading.shown(file, root), problem, reading.restore(file, root), name, value)


def record_of(file: Path, root: Path) -> PackTable:
    """The record of one table, whose columns are those of its schema."""
    if file.stem not in schema.tables():
        problem = f"is not a table that a pack may have{nearest(file.stem, schema.tables())}"
        fault = Fault(
            reading.shown(file, root), problem, "rename it, or remove both of its files", "table", file.stem
        )
        raise DataError(fault)
    record = validation.of_file(file, root, lambda: PackTable.model_validate(reading.toml(file, root)))
    columns = schema.tables()[file.stem].all_columns
    for name in (*record.columns, *record.errata):
        if name not in columns:
            problem = f"the table has no such column{nearest(name, columns)}"
            raise DataError(Fault(reading.shown(file, root), problem, f"correct {file.name}", name))
    reading.intact(file, root)
    return record


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like a word, as a question; which there are where none is."""
    every = list(known)
    close = difflib.get_close_matches(word, every, 1)
    return f"; did you mean {close[0]}?" if close else f" ({', '.join(every)})"


def texts_of(file: Path, root: Path) -> pd.DataFrame:
    """The rows as text with every column of the schema; a column that may be left out and is, is blank."""
    table = schema.tables().get(file.stem)
    if table is None:
        return pd.DataFrame()
    header = tuple(reading.text(file, root).split("\n", 1)[0].split(","))
    for fault in header_faults(header, table, file, root):
        raise DataError(fault)
    rows = reading.rows(file, root, header, mend(file, root))
    return rows.reindex(columns=list(table.all_columns), fill_value="")


def header_faults(header: tuple[str, ...], table: TableSchema, file: Path, root: Path) -> Iterator[Fault]:
    """Columns that are not of the table, stand twice or are missing."""
    shown, columns = reading.shown(file, root), table.all_columns
    for at, name in enumerate(header):
        if name not in columns:
            problem = f"is not a column of {file.stem}{nearest(name, columns)}"
            yield Fault(shown, problem, "remove or rename the column", name, "", 1)
        if name in header[:at]:
            yield Fault(shown, "the column stands twice", "remove one of them", name, "", 1)
    for name, column in columns.items():
        if column.required and name not in header:
            yield Fault(
                shown, "the column is missing", f"add it, or {mend(file, root)}", name, ",".join(header), 1
            )


def cell_faults(
    rows: pd.DataFrame,
    record: PackTable,
    head: PackRecord,
    texts: dict[str, pd.DataFrame],
    file: Path,
    root: Path,
) -> Iterator[Fault]:
    """The first cell that breaks each rule."""
    table = schema.tables()[file.stem]
    for column, right, problem in rules.rules(rows, table, record, set(head.sources), texts):
        if not right.all():
            at = int(right.argmin())
            value = rows[column].iloc[at]
            yield Fault(reading.shown(file, root), problem, mend(file, root), column, value, at + 2)


def errata_faults(
    record: PackTable, texts: dict[str, pd.DataFrame], file: Path, root: Path
) -> Iterator[Fault]:
    """Errata of a whole column that errata.csv does not have."""
    known = set(texts[rules.ERRATA]["id"]) if rules.ERRATA in texts else set()
    for column, numbers in record.errata.items():
        if not set(numbers.split()) <= known:
            problem = f"is not an id of {rules.ERRATA}.csv"
            yield Fault(reading.shown(file, root), problem, mend(file, root), f"errata.{column}", numbers)


def checksum_faults(file: Path, record: PackTable, root: Path) -> Iterator[Fault]:
    """That a file is not the one that was stamped."""
    found = reading.checksum(reading.content(file, root))
    if found != record.checksum:
        problem = f"the file is not the one its record describes ({record.checksum[:19]}...)"
        yield Fault(reading.shown(file, root), problem, mend(file, root), "checksum", found[:19] + "...")


def mend(file: Path, root: Path) -> str:
    stamp = f"python -m data.refresh --stamp {file.parent.name}"
    return f"{stamp} if it was edited; otherwise {reading.restore(file, root)}"


def blank(table: str) -> pd.DataFrame:
    """No rows of a table."""
    form = schema.tables()[table]
    return typed(pd.DataFrame(columns=list(form.all_columns), dtype=str), form)


def typed(rows: pd.DataFrame, table: TableSchema) -> pd.DataFrame:
    numbers = {
        name: whole(rows[name]) if column.type == "integer" else number(rows[name])
        for name, column in table.columns.items()
        if column.type in ("number", "integer")
    }
    return rows.assign(**numbers)


def whole(texts: pd.Series) -> pd.Series:
    """Whole numbers as int64; as float64 with NaN where some are blank, because NaN survives plotly and
    JSON."""
    numbers = number(texts)
    return numbers if numbers.isna().any() else numbers.astype("int64")
