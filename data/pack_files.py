"""The files of a region pack: read as far as they can be, and every mistake named with its file, column and line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
import pandas as pd

from data import reading, validation
from data import stories as talks
from data.errors import DataError, Fault
from data.pack_records import PackRecord, PackTable
from data.packs import folder as names
from data.packs import header, rules, schema, spreadsheet
from data.packs.folder import nearest_word

Read = TypeVar("Read")
FEW = 8


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

    def attempt(self, read: Callable[[], Read]) -> Read | None:
        """The result of `read`; None where it raises DataError, whose fault is added to `faults`."""
        try:
            return read()
        except DataError as error:
            self.faults.append(error.fault)
            return None

    def mistakes(self) -> Iterator[Fault]:
        """Everything that is wrong: files, then cells (the first of each rule), then records and checksums."""
        yield from self.faults
        if self.head is None:
            return
        yield from unnamed_sources(self.head, self.texts, self.folder / "pack.toml", self.root)
        for name, rows in self.texts.items():
            file, record = self.folder / f"{name}.csv", self.records.get(name)
            cells = list(cell_faults(rows, record, self.head, self.texts, file, self.root))
            yield from cells or self.stamp_faults(file, record)
            if record is not None:
                yield from errata_faults(record, self.texts, file.with_suffix(".toml"), self.root)

    def stamp_faults(self, file: Path, record: PackTable | None) -> Iterator[Fault]:
        """That a table has no record yet, or is not the one that was stamped."""
        if record is not None:
            yield from checksum_faults(file, record, self.root)
        elif not file.with_suffix(".toml").exists():
            problem = f"has no record yet: there is no {file.stem}.toml beside it"
            advice = f"python -m data.refresh --stamp {self.folder.name} writes one"
            yield Fault(reading.path_in_project(file, self.root), problem, advice)


def unnamed_sources(
    head: PackRecord, texts: dict[str, pd.DataFrame], file: Path, root: Path
) -> Iterator[Fault]:
    """Sources that rows quote and that still say what a new pack says."""
    quoted = {key for rows in texts.values() for names in rows["source"] for key in names.split()}
    for key, source in head.sources.items():
        if key in quoted and source.publisher == schema.UNNAMED:
            problem = "rows quote this source, and it names nobody yet"
            advice = f"write who published it, then python -m data.packs check {file.parent.name}"
            yield Fault(
                reading.path_in_project(file, root),
                problem,
                advice,
                f"sources.{key}.publisher",
                source.publisher,
            )


def without_record(folder: Path) -> list[str]:
    """The tables of a pack that have no record beside them."""
    found = {file.stem for file in folder.glob("*.csv") if not file.with_suffix(".toml").exists()}
    return sorted(found & schema.tables().keys())


def read_files(folder: Path, root: Path, regions: pd.DataFrame) -> PackFiles:
    """The head, records and rows of the pack in `folder`, as far as each can be read."""
    read = PackFiles(folder, root)
    read.head = read.attempt(lambda: head_of(folder, root, regions))
    if read.head is not None:
        read.attempt(lambda: reading.check_stamp(folder / "pack.toml", root))
    read.faults += names.faults(folder, root)
    for name in sorted(names.stems(folder) & schema.tables().keys()):
        texts = read.attempt(partial(texts_of, folder / f"{name}.csv", root))
        read.texts |= {} if texts is None else {name: texts}
        if name in without_record(folder):
            continue
        record = read.attempt(partial(record_of, folder / f"{name}.toml", root))
        read.records |= {} if record is None else {name: record}
    read.stories = read.attempt(partial(talks.stories, folder, root)) or {}
    return read


def head_of(folder: Path, root: Path, regions: pd.DataFrame) -> PackRecord:
    """The pack.toml of a pack. Raises DataError where it is missing, breaks its model, or names another region than the
    folder does, an unknown one, or another country."""
    file = folder / "pack.toml"
    if not file.exists():
        problem = "is missing: it names the region and whom its tables quote"
        raise DataError(
            Fault(
                reading.path_in_project(file, root),
                problem,
                f"python -m data.packs new {folder.name} writes one",
            )
        )
    head = validation.of_file(file, root, lambda: PackRecord.model_validate(reading.toml(file, root)))
    for name, code in (("region", head.region), ("country", head.country)):
        if code not in regions.index:
            raise DataError(reading.fault(file, root, "is not a region of regions.csv", name, code))
    if head.region != folder.name:
        raise DataError(
            reading.fault(file, root, f"the folder is named {folder.name}", "region", head.region)
        )
    if regions.at[head.region, "country"] != head.country:
        problem = f"{head.region} is not a region of this country"
        raise DataError(reading.fault(file, root, problem, "country", head.country))
    return head


def record_of(file: Path, root: Path) -> PackTable:
    """The record of one table. Raises DataError where it names a column that the schema does not have, or is not the
    one that was stamped."""
    record = validation.of_file(file, root, lambda: PackTable.model_validate(reading.toml(file, root)))
    columns = schema.tables()[file.stem].all_columns
    for name in (*record.columns, *record.errata):
        if name not in columns:
            problem = f"the table has no such column{nearest_word(name, columns)}"
            raise DataError(Fault(reading.path_in_project(file, root), problem, f"correct {file.name}", name))
    reading.check_stamp(file, root)
    return record


def texts_of(file: Path, root: Path) -> pd.DataFrame:
    """The rows as text with every column of the schema, indexed by their line in the file; a column that the file
    leaves out is blank. Raises DataError where there is no file, or its header or cells cannot be read."""
    table = schema.tables()[file.stem]
    if not file.exists():
        record = file.with_suffix(".toml")
        problem = f"the file stands alone: there is no {file.name} beside it"
        raise DataError(
            Fault(reading.path_in_project(record, root), problem, reading.restore_command(file, root))
        )
    sheet = header.as_in_schema(spreadsheet.read(file, root), table)
    for fault in header.faults(sheet, table):
        raise DataError(fault)
    return spreadsheet.rows(sheet, table).reindex(columns=list(table.all_columns), fill_value="")


def cell_faults(
    rows: pd.DataFrame,
    record: PackTable | None,
    head: PackRecord,
    texts: dict[str, pd.DataFrame],
    file: Path,
    root: Path,
) -> Iterator[Fault]:
    """The first cell that breaks each rule, with the lines of the others."""
    table = schema.tables()[file.stem]
    narrowed = record.columns if record is not None else {}
    for column, right, problem in first_of_each(rules.rules(rows, table, narrowed, set(head.sources), texts)):
        if not right.all():
            first, *others = rows.index[~right].tolist()
            also = f" (so on {len(others)} other lines: {first_lines(others)})" if others else ""
            advice = f"correct it in {file.name}, then python -m data.packs check {file.parent.name}"
            value = rows.at[first, column]
            yield Fault(reading.path_in_project(file, root), f"{problem}{also}", advice, column, value, first)


def first_of_each(every: Iterator[rules.Rule]) -> Iterator[rules.Rule]:
    """The rules, each without the cells that have broken one before: a word is not also a number below zero."""
    broken: dict[str, rules.Mask] = {}
    for column, right, problem in every:
        before = broken.get(column, np.zeros(len(right), bool))
        yield column, right | before, problem
        broken[column] = before | ~right


def first_lines(lines: list[int]) -> str:
    """The numbers of the first few lines."""
    named = ", ".join(str(line) for line in lines[:FEW])
    return f"{named} ..." if len(lines) > FEW else named


def errata_faults(
    record: PackTable, texts: dict[str, pd.DataFrame], file: Path, root: Path
) -> Iterator[Fault]:
    """Errata of a whole column that errata.csv does not have."""
    known = set(texts[rules.ERRATA]["id"]) if rules.ERRATA in texts else set()
    for column, numbers in record.errata.items():
        if not set(numbers.split()) <= known:
            problem = f"is not an id of {rules.ERRATA}.csv"
            yield Fault(
                reading.path_in_project(file, root),
                problem,
                reading.stamp_or_restore(file, root, file.parent.name),
                f"errata.{column}",
                numbers,
            )


def checksum_faults(file: Path, record: PackTable, root: Path) -> Iterator[Fault]:
    """That a file is not the one that was stamped."""
    found = reading.checksum(reading.content(file, root))
    if found != record.checksum:
        problem = f"the file is not the one its record describes ({record.checksum[:19]}...)"
        yield Fault(
            reading.path_in_project(file, root),
            problem,
            reading.stamp_or_restore(file, root, file.parent.name),
            "checksum",
            found[:19] + "...",
        )
