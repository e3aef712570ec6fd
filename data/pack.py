"""A region pack: what the input paper says about one region, as checked tables. Knows the form, not the
region."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data import reading, validation
from data import stories as talks
from data.errors import DataError, Fault
from data.records import (
    PROVENANCE,
    STANDINGS,
    WITHOUT_VALUE,
    PackColumn,
    PackRecord,
    PackSource,
    PackTable,
    Words,
    number,
)

ERRATA = "errata"


@dataclass(frozen=True, eq=False)
class Pack:
    """One region's pack. In `tables`, blanks are "" in text columns and NaN in numbers; dates stay ISO
    text."""

    region: str
    country: str
    title: Words
    sources: dict[str, PackSource]
    tables: dict[str, pd.DataFrame]
    records: dict[str, PackTable]
    stories: dict[str, talks.Story]


def pack(folder: Path, root: Path, regions: pd.DataFrame) -> Pack:
    """The checked pack in `folder`, named after its region."""
    head = _head(folder, root, regions)
    names = validation.names(folder, root)
    records = {name: _record(folder / f"{name}.toml", root) for name in names}
    texts = {name: _rows(folder, name, root, records[name]) for name in names}
    errata = set(texts[ERRATA]["id"]) if ERRATA in texts and "id" in texts[ERRATA] else set()
    for name in names:
        _check(texts[name], records[name], head, errata, folder / f"{name}.csv", root)
        _same_as_recorded(folder / f"{name}.csv", records[name], root)
    tables = {name: _typed(texts[name], records[name]) for name in names}
    told = talks.stories(folder, root)
    return Pack(head.region, head.country, head.title, head.sources, tables, records, told)


def _head(folder: Path, root: Path, regions: pd.DataFrame) -> PackRecord:
    file = folder / "pack.toml"
    head = validation.of_file(file, root, lambda: PackRecord.model_validate(reading.toml(file, root)))
    for field, code in (("region", head.region), ("country", head.country)):
        if code not in regions.index:
            problem = "is not a region of regions.csv"
            raise DataError(
                Fault(reading.shown(file, root), problem, reading.restore(file, root), field, code)
            )
    if head.region != folder.name:
        problem = f"the folder is named {folder.name}"
        raise DataError(
            Fault(reading.shown(file, root), problem, reading.restore(file, root), "region", head.region)
        )
    reading.intact(file, root)
    return head


def _record(file: Path, root: Path) -> PackTable:
    record = validation.of_file(file, root, lambda: PackTable.model_validate(reading.toml(file, root)))
    reading.intact(file, root)
    return record


def columns(record: PackTable) -> tuple[str, ...]:
    """The columns its csv must have: those described, then the three that say where each row comes from."""
    return (*record.columns, *(name for name in PROVENANCE if name not in record.columns))


def mend(file: Path, root: Path) -> str:
    meant = f"python -m data.refresh --stamp {file.parent.name}"
    return f"{meant} if it was edited; otherwise {reading.restore(file, root)}"


def _rows(folder: Path, name: str, root: Path, record: PackTable) -> pd.DataFrame:
    file = folder / f"{name}.csv"
    return reading.rows(file, root, columns(record), mend(file, root))


def _check(
    rows: pd.DataFrame, record: PackTable, head: PackRecord, errata: set[str], file: Path, root: Path
) -> None:
    """Raise on the first cell that breaks its column's promise, column by column in the order of the file."""
    rules = [
        *(fault for name, column in record.columns.items() for fault in _column_rules(rows[name], column)),
        ("standing", rows["standing"].isin(list(STANDINGS)), "is not a standing"),
        ("source", _all_known(rows["source"], set(head.sources)), "is not a source of pack.toml"),
        ("note", _all_known(rows["note"], errata, blank=True), f"is not an id of {ERRATA}.csv"),
        *_silence_rules(rows),
        *_language_rules(rows),
        (
            record.key[0],
            ~rows.duplicated(list(record.key)),
            f"stands twice for the key {', '.join(record.key)}",
        ),
    ]
    for column, right, problem in rules:
        if not right.all():
            at = int((~right).to_numpy().argmax())
            fault = Fault(
                reading.shown(file, root), problem, mend(file, root), column, rows[column].iloc[at], at + 2
            )
            raise DataError(fault)


Rule = tuple[str, pd.Series, str]


def _column_rules(texts: pd.Series, column: PackColumn) -> list[Rule]:
    name, blank = str(texts.name), texts == ""
    rules = [(name, ~blank, "may not be blank")] if column.required else []
    if column.type in ("number", "integer"):
        return [*rules, *_number_rules(texts, column)]
    if column.type == "choice":
        rules.append((name, blank | texts.isin(column.choices), f"is not one of {', '.join(column.choices)}"))
    if column.type == "date":
        rules.append((name, blank | validation.is_date(texts), "is not a date (2024, 2024-03 or 2024-03-21)"))
    return rules


def _number_rules(texts: pd.Series, column: PackColumn) -> list[Rule]:
    name, blank, numbers = str(texts.name), texts == "", number(texts)
    rules = [(name, blank | numbers.notna(), "is not a number")]
    if column.type == "integer":
        rules.append((name, blank | (numbers == numbers.round()), "is not a whole number"))
    if column.minimum is not None:
        rules.append((name, blank | (numbers >= column.minimum), f"is below {column.minimum:g}"))
    if column.maximum is not None:
        rules.append((name, blank | (numbers <= column.maximum), f"is above {column.maximum:g}"))
    return rules


def _all_known(texts: pd.Series, known: set[str], *, blank: bool = False) -> pd.Series:
    """Which cells name only known ids, separated by spaces; `blank` says whether naming none is right."""
    return texts.map(lambda text: set(text.split()) <= known and (blank or text.strip() != "")).astype(bool)


def _silence_rules(rows: pd.DataFrame) -> list[Rule]:
    """Rows that are `not-published` or `not-in-our-copy` must have an empty value."""
    if "value" not in rows:
        return []
    return [
        (
            "value",
            (rows["standing"] != standing) | (rows["value"] == ""),
            f"has a value although its standing is {standing}",
        )
        for standing in WITHOUT_VALUE
    ]


def _language_rules(rows: pd.DataFrame) -> list[Rule]:
    """A text in one language is there in the other."""
    names = [str(name) for name in rows.columns]
    stems = [name[:-3] for name in names if name.endswith("_en") and f"{name[:-3]}_it" in names]
    return [
        (
            f"{stem}_{lacking}",
            (rows[f"{stem}_{lacking}"] != "") | (rows[f"{stem}_{has}"] == ""),
            "lacks its translation",
        )
        for stem in stems
        for has, lacking in (("en", "it"), ("it", "en"))
    ]


def _same_as_recorded(file: Path, record: PackTable, root: Path) -> None:
    found = reading.checksum(reading.content(file, root))
    if found != record.checksum:
        problem = f"the file is not the one its record describes ({record.checksum[:19]}...)"
        raise DataError(
            Fault(reading.shown(file, root), problem, mend(file, root), "checksum", found[:19] + "...")
        )


def _typed(rows: pd.DataFrame, record: PackTable) -> pd.DataFrame:
    numbers = {
        name: _whole(rows[name]) if column.type == "integer" else number(rows[name])
        for name, column in record.columns.items()
        if column.type in ("number", "integer")
    }
    return rows.assign(**numbers)


def _whole(texts: pd.Series) -> pd.Series:
    """Whole numbers as int64; as float64 with NaN where some are blank, because NaN survives plotly and
    JSON."""
    numbers = number(texts)
    return numbers if numbers.isna().any() else numbers.astype("int64")
