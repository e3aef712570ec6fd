"""`python -m data.refresh`: import a publisher's file, check it, show what changes, and replace a table.

    python -m data.refresh gdp --from FILE           import a download (--from again for a second file)
    python -m data.refresh gdp --from FILE --check   only show what would change
    python -m data.refresh h2020 --from A --from B   the same for a dataset of several tables (data/datasets)
    python -m data.refresh --stamp ITC4              after editing a pack or a table by hand: check and stamp
    python -m data.refresh --stamp                   check and stamp everything
    python -m data.refresh --list                    the tables, their years and the day of retrieval

The same file gives the same bytes. Each record keeps the exact request (`request`) that fetches its table
from the publisher."""

import argparse
import sys
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd

from data import (
    ROOT,
    breakdown,
    breakdown_rows,
    breakdown_validation,
    dataset_refresh,
    importers,
    reading,
    records,
    replacing,
    stamping,
    validation,
)
from data.difference import difference, loss
from data.errors import DataError, Fault
from data.records import COLUMNS, Source, Table
from data.refresh_report import report_text

EVERYTHING = "*"


def refresh(
    name: str,
    files: list[Path],
    *,
    root: Path = ROOT,
    retrieved: date | None = None,
    write: bool = True,
    accept_loss: bool = False,
) -> str:
    """Import `files` as table, breakdown or dataset `name`; returns the report to print.

    Raises NotThisFormat where the files are of something else or lose too much (`data.difference.loss`), and DataError
    where their rows break a rule of the record; nothing is written then."""
    if dataset_refresh.is_dataset(name, root):
        return dataset_refresh.refresh(
            name, files, root=root, retrieved=retrieved, write=write, accept_loss=accept_loss
        )
    if (root / breakdown.FOLDER / f"{name}.toml").is_file():
        return _refresh_breakdown(name, files, root, retrieved, write=write, accept_loss=accept_loss)
    record, old = _record(name, root), _rows(name, root)
    regions = validation.regions(root)
    imported = importers.tidy(files, record, regions, validation.known_codes(regions, record.source.areas))
    if not accept_loss:
        _refuse_loss(name, files, old, imported.rows)
    differences = difference(old, imported.rows)
    day = retrieved or (date.today() if differences else record.source.retrieved)
    content = imported.rows.to_csv(index=False, lineterminator="\n").encode("utf-8")
    text = reading.text(root / "tables" / f"{name}.toml", root)
    stamped_record = stamping.table_record(text, content, retrieved=day.isoformat())
    with tempfile.TemporaryDirectory() as folder:
        validation.table(name, stamping.table_copy(Path(folder), name, content, stamped_record), regions)
    if write:
        replacing.replace(root / "tables", {f"{name}.csv": content, f"{name}.toml": stamped_record})
    return report_text(name, imported, differences, written=write)


def _refresh_breakdown(
    name: str, files: list[Path], root: Path, retrieved: date | None, *, write: bool, accept_loss: bool
) -> str:
    """The same for a breakdown, whose csv is wide and in a folder of its own."""
    record, old = _breakdown_record(name, root), breakdown_rows.long_rows(name, root)
    regions = validation.regions(root)
    imported = importers.tidy(
        files, record.table, regions, validation.known_codes(regions, record.source.areas)
    )
    content = breakdown_rows.content(imported.rows, record)
    new = breakdown_rows.long_rows_of(content)
    if not accept_loss:
        _refuse_loss(name, files, old, new)
    differences = difference(old, new)
    day = retrieved or (date.today() if differences else record.source.retrieved)
    text = reading.text(root / breakdown.FOLDER / f"{name}.toml", root)
    stamped_record = stamping.table_record(text, content, retrieved=day.isoformat())
    stamping.check_breakdown(name, content, stamped_record, regions)
    if write:
        files_written = {f"{name}.csv": content, f"{name}.toml": stamped_record}
        replacing.replace(root / breakdown.FOLDER, files_written)
    return report_text(name, replace(imported, rows=new), differences, written=write)


def _breakdown_record(name: str, root: Path) -> breakdown.Breakdown:
    file = root / breakdown.FOLDER / f"{name}.toml"
    return validation.of_file(
        file, root, lambda: breakdown_validation.record_of(name, reading.toml(file, root))
    )


def _refuse_loss(name: str, files: list[Path], old: pd.DataFrame, new: pd.DataFrame) -> None:
    lost = loss(old, new)
    if lost:
        names = ", ".join(file.name for file in files)
        raise importers.NotThisFormat(
            f"{names} lacks what the table {name} has: {lost}; if that is right, say --accept-loss. "
            "Nothing was changed."
        )


def overview(*, root: Path = ROOT) -> str:
    """One line per table, breakdown and dataset: rows, years, retrieval, title."""
    tables = [_line(name, _record(name, root).source, _rows(name, root)) for name in _tables(root)]
    breakdowns = [
        _line(name, _breakdown_record(name, root).source, breakdown_rows.long_rows(name, root))
        for name in breakdown_validation.names(root)
    ]
    return "\n".join([*sorted(tables + breakdowns), *dataset_refresh.overview(root)])


def _tables(root: Path) -> list[str]:
    return validation.names(root / "tables", root)


def _line(name: str, source: Source, rows: pd.DataFrame) -> str:
    years = f"{rows['year'].min()}-{rows['year'].max()}"
    return f"{name:22} {len(rows):>6} rows  {years}  retrieved {source.retrieved}  {source.title.en}"


def _record(name: str, root: Path) -> Table:
    file = root / "tables" / f"{name}.toml"
    if not file.is_file():
        folders = (file.parent, root / breakdown.FOLDER)
        tables = sorted(record.stem for folder in folders for record in folder.glob("*.toml"))
        names = ", ".join([*tables, *dataset_refresh.names(root)])
        raise DataError(
            Fault(reading.path_in_project(file, root), "there is no such record", f"choose one of: {names}")
        )
    return validation.of_file(file, root, lambda: records.table(name, reading.toml(file, root)))


def _rows(name: str, root: Path) -> pd.DataFrame:
    """The table's rows as text; none if it has never been imported or cannot be read."""
    file = root / "tables" / f"{name}.csv"
    try:
        return reading.rows(file, root, COLUMNS, "")
    except DataError:
        return pd.DataFrame(columns=list(COLUMNS), dtype=str)


def main(arguments: list[str] | None = None, *, root: Path = ROOT) -> int:
    """The command; 0 if done, 1 with one sentence on stderr if not."""
    options = _parser().parse_args(arguments)
    try:
        print(_run(options, root))
    except (DataError, importers.NotThisFormat) as error:
        print(str(error), file=sys.stderr)
        return 1
    return 0


def _run(options: argparse.Namespace, root: Path) -> str:
    if options.list:
        return overview(root=root)
    if options.stamp == EVERYTHING:
        names = dataset_refresh.names(root)
        return "\n".join([stamping.stamp_all(root), *(dataset_refresh.stamp(name, root) for name in names)])
    if options.stamp and dataset_refresh.is_dataset(options.stamp, root):
        return dataset_refresh.stamp(options.stamp, root)
    if options.stamp:
        return stamping.stamp(options.stamp, root)
    if not (options.name and options.files):
        raise importers.NotThisFormat(
            "Say which table and from which file: python -m data.refresh NAME --from FILE."
        )
    return refresh(
        options.name,
        options.files,
        root=root,
        retrieved=options.retrieved,
        write=not options.check,
        accept_loss=options.accept_loss,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data.refresh", description=__doc__.split("\n\n")[0])
    parser.add_argument("name", nargs="?", help="the table: the name of its record in data/tables")
    parser.add_argument(
        "--from", dest="files", action="append", type=Path, metavar="FILE", help="the file to import"
    )
    parser.add_argument("--check", action="store_true", help="show what would change and write nothing")
    parser.add_argument(
        "--accept-loss",
        action="store_true",
        help="import although years, regions or many rows of the table are not in the file",
    )
    parser.add_argument(
        "--retrieved", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the day of the download"
    )
    parser.add_argument(
        "--stamp",
        metavar="NAME",
        nargs="?",
        const=EVERYTHING,
        help="check a pack or table edited by hand and stamp its records; without a name, everything",
    )
    parser.add_argument("--list", action="store_true", help="the tables that there are")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
