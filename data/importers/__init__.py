"""A publisher's files -> the tidy rows of one table."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data.importers import (
    ardeco,
    ardeco_sections,
    cells,
    edgar,
    eurostat,
    identity,
    rci,
    ris,
    sbs,
    sbs_divisions,
)
from data.importers.files import NotThisFormat
from data.records import COLUMNS, KEY, Indicator, Source, Table

__all__ = ["FORMATS", "ImportResult", "NotThisFormat", "tidy"]

FORMATS: dict[str, Callable[[Path], pd.DataFrame]] = {
    "ardeco": ardeco.read,
    "ardeco_sections": ardeco_sections.read,
    "edgar": edgar.read,
    "eurostat": eurostat.read,
    "rci": rci.read,
    "ris": ris.read,
    "sbs": sbs.read,
    "sbs_divisions": sbs_divisions.read,
}


@dataclass(frozen=True, eq=False)
class ImportResult:
    """Tidy rows as text, ready for a table's csv, and what was left out: reason -> codes."""

    rows: pd.DataFrame
    left_out: dict[str, tuple[str, ...]]


def tidy(files: list[Path], record: Table, regions: pd.DataFrame, known: set[str]) -> ImportResult:
    """The rows of `record`'s indicators in the files; codes that are not `known` are left out, each for a
    reason.

    Raises NotThisFormat, naming file, line and column, where a file is of another dataset or another NUTS vintage
    than the record says, or holds a value that the record does not allow. Reasons: Extra-Regio (..ZZ) is no
    territory; countries outside the Union are in no other table; NUTS 1 and 3 are not shown; what remains belongs
    to an older or newer NUTS than regions.csv knows."""
    names = ", ".join(file.name for file in files)
    long = pd.concat([_read(file, record) for file in files], ignore_index=True)
    picked = pd.concat(
        [_pick_rows(long, indicator, names) for indicator in record.indicators.values()], ignore_index=True
    )
    picked = _todays_codes(picked, record.source)
    identity.refuse_other_vintage(picked, record, regions, names)
    rows = picked[picked["region"].isin(known)].reset_index(drop=True)
    for code in record.indicators:
        if code not in set(rows["indicator"].unique()):
            raise NotThisFormat(f"{names} has no rows of {code} for any region that regions.csv knows.")
    cells.refuse_bad_cells(rows, record, known)
    left_out = _left_out(set(picked["region"]) - known, set(regions["country"]))
    numbers = rows.assign(value=rows["value"].map(shortest_number))
    ordered = numbers.sort_values(list(KEY), kind="stable", ignore_index=True)
    return ImportResult(ordered[list(COLUMNS)], left_out)


def _todays_codes(rows: pd.DataFrame, source: Source) -> pd.DataFrame:
    """Up to the last year that is imported, with the codes that the regions of an earlier NUTS have today."""
    rows = rows if source.until is None else rows[rows["year"].astype(int) <= source.until]
    return rows.assign(region=rows["region"].replace(dict(source.recoded)))


def _read(file: Path, record: Table) -> pd.DataFrame:
    """The file's long rows, each with the name of its file."""
    read = FORMATS.get(record.source.importer)
    if read is None:
        raise NotThisFormat(
            f"There is no importer '{record.source.importer}'; there is: {', '.join(FORMATS)}."
        )
    rows = read(file)
    if rows.empty:
        raise NotThisFormat(f"{file.name} has no rows with a value below its header.")
    identity.refuse_other_dataset(rows, record, file.name)
    return rows.assign(file=file.name)


def _pick_rows(long: pd.DataFrame, indicator: Indicator, names: str) -> pd.DataFrame:
    """The rows the indicator's `pick` chooses."""
    rows = long
    for column, wanted in indicator.pick.items():
        if column not in rows:
            raise NotThisFormat(f"{names} has no column '{column}', by which {indicator.code} is picked.")
        found = rows[column]
        rows = rows[found == wanted]
        if rows.empty:
            seen = ", ".join(sorted(found.dropna().unique())[:8])
            raise NotThisFormat(
                f"No row of {names} has {column} = '{wanted}' ({indicator.code}); it has: {seen}."
            )
    columns = [*COLUMNS, "file", "line", *(name for name in ("VERSIONS",) if name in rows)]
    return rows.assign(indicator=indicator.code)[columns]


def _left_out(codes: set[str], countries: set[str]) -> dict[str, tuple[str, ...]]:
    reasons: dict[str, list[str]] = {}
    for code in sorted(codes):
        reasons.setdefault(_reason(code, countries), []).append(code)
    return {reason: tuple(found) for reason, found in reasons.items()}


def _reason(code: str, countries: set[str]) -> str:
    if code.endswith("ZZ"):
        return "Extra-Regio, no territory"
    if code[:2] not in countries or code.startswith("EU"):
        return "outside the 27 countries"
    if len(code) in (3, 5):
        return "NUTS 1 or NUTS 3"
    return "not in regions.csv (another NUTS vintage)"


def shortest_number(text: str) -> str:
    """The shortest text that reads back as the same number: "9976509.0" is 9976509. No number stays as it
    is."""
    try:
        number = float(text)
    except ValueError:
        return text
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    return repr(number)
