"""Holds each file against the record beside it and names the first thing that is wrong."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pandas as pd
from pydantic import ValidationError

from data import reading, records, table_rules
from data.errors import DataError, Fault
from data.languages import LANGUAGES, with_fallbacks
from data.records import COLUMNS, Indicator, Source, Table
from data.table_rules import TWICE, Violation

REGION_COLUMNS = (
    "code",
    "level",
    "country",
    "name_en",
    "name_it",
    "name_local",
    "lon",
    "lat",
    "nuts2021",
    "nuts2024",
    "ris_area",
    "rci_area",
    "oversea",
    "successor",
    "article_en",
    "agrees_en",
    "article_it",
    "in_it",
    "agrees_it",
)
LEVELS = ("eu", "country", "nuts1", "nuts2", "nuts3", "rci")
EU = "EU27_2020"
OTHER_LANGUAGES = tuple(
    f"{stem}_{language}"
    for language in LANGUAGES
    for stem in ("name", "article", "agrees", "in")
    if f"name_{language}" not in REGION_COLUMNS
)
"""Columns that regions.csv may have for languages in which not every table has its words."""
GRAMMAR = {
    "article_en": ("", "the"),
    "agrees_en": ("s", "p"),
    "article_it": ("", "il", "lo", "la", "l'", "i", "gli", "le"),
    "in_it": ("a", "alla", "in", "nel", "nello", "nella", "nell'", "nei", "negli", "nelle"),
    "agrees_it": ("ms", "fs", "mp", "fp"),
}

Read = TypeVar("Read")


def of_file(file: Path, root: Path, read: Callable[[], Read]) -> Read:
    """The result of `read`. Raises DataError, naming file and field, where the record breaks its model."""
    try:
        return read()
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        if first["type"] == "missing":
            raise DataError(missing_fields(file, root, error)) from None
        field = ".".join(str(part) for part in first["loc"])
        problem = f"the record's field is wrong: {first['msg'].removeprefix('Value error, ')}"
        value = "" if isinstance(first["input"], dict) else str(first["input"])
        raise DataError(reading.fault(file, root, problem, field, value)) from None
    except ValueError as error:
        raise DataError(reading.fault(file, root, str(error))) from None


def missing_fields(file: Path, root: Path, error: ValidationError) -> Fault:
    """Every field that a record lacks, in one line."""
    faults = [fault for fault in error.errors(include_url=False) if fault["type"] == "missing"]
    names = ", ".join(".".join(map(str, fault["loc"])) for fault in faults)
    restore = reading.restore_command(file, root)
    mend = (
        f"add {names} (data/README.md and data/records.py say what each is), or set the edit aside: {restore}"
    )
    return Fault(reading.path_in_project(file, root), "required fields are missing", mend, names)


def known_codes(regions: pd.DataFrame, areas: str) -> set[str]:
    """The region codes a table may use: NUTS codes (those below level 2 are on no screen), or the areas of the RIS or
    the RCI; always countries and the EU."""
    wide = set(regions.index[regions["level"].isin(["eu", "country"])])
    if areas == "nuts2":
        return wide | set(regions.index[regions["level"].isin(["nuts2", "nuts3"])])
    return wide | (set(regions[f"{areas}_area"]) - {""})


def table(name: str, root: Path, regions: pd.DataFrame) -> tuple[Table, pd.DataFrame]:
    """The record and rows of data/tables/NAME, checked: value as float, year as int, sorted as the record
    promises."""
    csv, toml = root / "tables" / f"{name}.csv", root / "tables" / f"{name}.toml"
    record = of_file(toml, root, lambda: records.table(name, reading.toml(toml, root)))
    reading.check_stamp(toml, root)
    mend = f"python -m data.refresh {name} --from FILE (or: {reading.restore_command(csv, root)})"
    rows = reading.rows(csv, root, COLUMNS, mend)
    values(rows, record, regions, file=reading.path_in_project(csv, root), mend=mend)
    same_as_recorded(rows, record.source, name, csv, root)
    return record, rows.assign(year=rows["year"].astype("int64"), value=rows["value"].astype("float64"))


def values(rows: pd.DataFrame, record: Table, regions: pd.DataFrame, *, file: str, mend: str) -> None:
    """Raise DataError on the first value that breaks a rule of the record."""
    violation = table_rules.first_violation(rows, record, known_codes(regions, record.source.areas))
    if violation is not None:
        raise DataError(_fault(violation, rows, record, file, mend))
    used = set(rows["indicator"].unique())
    unused = next((code for code in record.indicators if code not in used), None)
    if unused is not None:
        raise DataError(
            Fault(file, "the record describes this indicator, but it has no rows", mend, "indicator", unused)
        )
    if not table_rules.is_sorted(rows):
        raise DataError(
            Fault(file, "the rows are not sorted by indicator, region and year", mend, "indicator")
        )


def _fault(violation: Violation, rows: pd.DataFrame, record: Table, file: str, mend: str) -> Fault:
    """The violation in words. Line 1 of a csv is its header, so row 0 stands on line 2."""
    row, line, column = rows.iloc[violation.row], violation.row + 2, violation.column
    if violation.problem == TWICE:
        key = f"{row['indicator']},{row['region']},{row['year']}"
        return Fault(file, violation.problem, mend, column, key, line)
    limits = f" ({_limits(record.indicators[row['indicator']])})" if column == "value" else ""
    return Fault(file, f"{violation.problem}{limits}", mend, column, row[column], line)


def _limits(indicator: Indicator) -> str:
    return f"{indicator.code} may be {indicator.minimum:.12g} to {indicator.maximum:.12g}"


def same_as_recorded(rows: pd.DataFrame, source: Source, table: str, csv: Path, root: Path) -> None:
    """Row count and checksum, last: what has a cause of its own has been named by now."""
    mend = reading.stamp_or_restore(csv, root, table)
    name, found = reading.path_in_project(csv, root), reading.checksum(reading.content(csv, root))
    if len(rows) != source.rows:
        problem = f"the file has {len(rows)} rows, its record says {source.rows}"
        raise DataError(Fault(name, problem, mend, "rows", str(len(rows))))
    if found != source.checksum:
        problem = f"the file is not the one its record describes ({source.checksum[:19]}...)"
        raise DataError(Fault(name, problem, mend, "checksum", found[:19] + "..."))


def regions(root: Path) -> pd.DataFrame:
    """regions.csv indexed by code, with numbers as numbers and the flags of vintages as booleans."""
    csv, toml = root / "regions.csv", root / "regions.toml"
    mend = reading.restore_command(csv, root)
    name = reading.path_in_project(csv, root)
    rows = reading.rows(csv, root, REGION_COLUMNS, mend, optional=OTHER_LANGUAGES)
    for column, right in _region_rules(rows).items():
        if not right.all():
            at = int((~right).to_numpy().argmax())
            raise DataError(
                Fault(name, "is not what this column may hold", mend, column, rows[column].iloc[at], at + 2)
            )
    reading.check_stamp(toml, root)
    recorded, found = reading.toml(toml, root).get("checksum"), reading.checksum(reading.content(csv, root))
    if recorded != found:
        raise DataError(
            Fault(name, f"the file is not the one its record describes ({recorded})", mend, "checksum", found)
        )
    return _typed_regions(rows)


def _region_rules(rows: pd.DataFrame) -> dict[str, pd.Series]:
    """For each column of regions.csv, which rows keep its rule."""
    codes = set(rows["code"])
    blank_or_code = {name: (rows[name] == "") | rows[name].isin(codes) for name in ("ris_area", "rci_area")}
    flags = {name: rows[name].isin(["0", "1"]) for name in ("nuts2021", "nuts2024", "oversea")}
    names = {name: rows[name] != "" for name in ("name_en", "name_it", "name_local")}
    return {
        "code": rows["code"].str.fullmatch(r"[A-Z0-9_]+") & ~rows["code"].duplicated(),
        "level": rows["level"].isin(LEVELS),
        "country": rows["country"].isin(codes) | (rows["level"] == "eu"),
        "lon": _blank_or_between(rows["lon"], -180, 180),
        "lat": _blank_or_between(rows["lat"], -90, 90),
        "successor": rows["successor"].map(lambda text: set(text.split()) <= codes).astype(bool),
        **blank_or_code,
        **flags,
        **names,
        **{name: rows[name].isin(allowed) for name, allowed in GRAMMAR.items()},
    }


def _blank_or_between(texts: pd.Series, least: float, most: float) -> pd.Series:
    return (texts == "") | records.number(texts).between(least, most)


def _typed_regions(rows: pd.DataFrame) -> pd.DataFrame:
    places = {name: records.number(rows[name]) for name in ("lon", "lat")}
    flags = {name: rows[name] == "1" for name in ("nuts2021", "nuts2024", "oversea")}
    return with_fallbacks(rows.assign(**places, **flags), ["name"]).set_index("code")


def names(folder: Path, root: Path) -> list[str]:
    """The names of the tables in a folder; a csv without its record, or a record without its csv, is an
    error."""
    csvs = {file.stem for file in folder.glob("*.csv")}
    tomls = {file.stem for file in folder.glob("*.toml")} - {"pack"}
    for name in sorted(csvs ^ tomls):
        has, lacks = ("csv", "toml") if name in csvs else ("toml", "csv")
        missing = folder / f"{name}.{lacks}"
        problem = f"the file stands alone: there is no {name}.{lacks} beside it"
        raise DataError(
            Fault(
                reading.path_in_project(folder / f"{name}.{has}", root),
                problem,
                reading.restore_command(missing, root),
            )
        )
    return sorted(csvs)


_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def is_date(text: str) -> bool:
    """Whether the text is an ISO date to the day, the month or the year: a paper often gives no more."""
    return _DATE.fullmatch(text) is not None
