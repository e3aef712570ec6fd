"""Imports the files of a dataset, checks them, and replaces its tables and its record together."""

import shutil
import tempfile
from datetime import date
from pathlib import Path

import pandas as pd

from data import dataset, reading, replacing, stamping, validation
from data.importers import datasets
from data.importers.files import NotThisFormat
from data.importers.result import Result

TOLERATED = 0.1


def is_dataset(name: str, root: Path) -> bool:
    return (root / "datasets" / name / dataset.RECORD).is_file()


def names(root: Path) -> list[str]:
    """The datasets that there are, imported or not."""
    return sorted(file.parent.name for file in (root / "datasets").glob(f"*/{dataset.RECORD}"))


def overview(root: Path) -> list[str]:
    """One line per dataset: rows, retrieval, title."""
    return [_line(name, root) for name in names(root)]


def _line(name: str, root: Path) -> str:
    folder = root / "datasets" / name
    source, rows = dataset.read_record(folder, root).source, sum(counts(folder).values())
    when = f"retrieved {source.retrieved}" if rows else "not imported yet    "
    return f"{name:22} {rows:>6} rows             {when}  {source.title.en}"


def refresh(
    name: str, files: list[Path], *, root: Path, retrieved: date | None, write: bool, accept_loss: bool
) -> str:
    """Import `files` as dataset `name`; returns the report to print.

    Raises NotThisFormat where the files are of something else or lose more than a tenth of the rows, and DataError
    where their tables break a rule; nothing is written then."""
    folder = root / "datasets" / name
    regions = validation.regions(root)
    record = dataset.read_record(folder, root)
    imported = datasets.read(files, record, regions)
    contents = {table: content(rows) for table, rows in imported.tables.items()}
    before = counts(folder)
    if not accept_loss:
        _refuse_loss(name, files, before, imported)
    changed = any(
        not (folder / f"{table}.csv").is_file() or (folder / f"{table}.csv").read_bytes() != text
        for table, text in contents.items()
    )
    day = retrieved or (date.today() if changed else record.source.retrieved)
    stamped = stamped_record(
        reading.text(folder / dataset.RECORD, root),
        contents,
        {**imported.fields, "retrieved": day.isoformat()},
    )
    check_copy(name, stamped, contents, regions)
    if write:
        files_by_name = {f"{table}.csv": text for table, text in contents.items()}
        replacing.replace(folder, {**files_by_name, dataset.RECORD: stamped})
        for table in before.keys() - contents.keys():
            (folder / f"{table}.csv").unlink()
    return report(name, imported, before, changed=changed, written=write)


def content(rows: pd.DataFrame) -> bytes:
    return rows.to_csv(index=False, lineterminator="\n").encode("utf-8")


def counts(folder: Path) -> dict[str, int]:
    """How many rows each table of the dataset has now."""
    return {file.stem: file.read_bytes().count(b"\n") - 1 for file in sorted(folder.glob("*.csv"))}


def _refuse_loss(name: str, files: list[Path], before: dict[str, int], imported: Result) -> None:
    """Raise if the files hold clearly less than the dataset: another selection, or a download that was cut off."""
    for table, count in before.items():
        now = len(imported.tables.get(table, ()))
        if now < (1 - TOLERATED) * count:
            names = ", ".join(file.name for file in files)
            raise NotThisFormat(
                f"{names} gives {now} rows of the table {table}, and {name} has {count}; if that is right, say "
                "--accept-loss. Nothing was changed."
            )


def stamped_record(text: str, contents: dict[str, bytes], fields: dict[str, str]) -> bytes:
    """The record with the checksums of its tables, further top-level fields, and its own checksum."""
    listed = ", ".join(f'{table} = "{reading.checksum(bytes_)}"' for table, bytes_ in contents.items())
    stamps = {"checksums": f"{{ {listed} }}" if listed else "{}", **fields}
    return stamping.with_own_checksum(stamping.replace_fields(text, stamps)).encode("utf-8")


def check_copy(
    name: str, record: bytes, contents: dict[str, bytes], regions: pd.DataFrame
) -> dataset.Dataset:
    """The dataset as `load()` would read these files; raises DataError on the first fault."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "datasets" / name
        folder.mkdir(parents=True)
        (folder / dataset.RECORD).write_bytes(record)
        for table, text in contents.items():
            (folder / f"{table}.csv").write_bytes(text)
        return dataset.dataset(folder, Path(temporary), regions, stamped=False)


def stamp(name: str, root: Path) -> str:
    """Check a dataset edited by hand and stamp its record."""
    folder = root / "datasets" / name
    contents = {file.stem: reading.content(file, root) for file in sorted(folder.glob("*.csv"))}
    record = stamped_record(reading.text(folder / dataset.RECORD, root), contents, {})
    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(temporary) / "datasets" / name
        shutil.copytree(folder, copy)
        (copy / dataset.RECORD).write_bytes(record)
        dataset.dataset(copy, Path(temporary), validation.regions(root), stamped=False)
    replacing.replace(folder, {dataset.RECORD: record})
    return f"{name}: {len(contents)} tables checked and stamped."


def report(name: str, imported: Result, before: dict[str, int], *, changed: bool, written: bool) -> str:
    lines = [
        f"{name}: table {table}, {len(rows)} rows (before: {before.get(table, 0)})."
        for table, rows in imported.tables.items()
    ]
    lines += [f"Left out, {reason}: {what}." for reason, what in imported.left_out.items()]
    ending = "The tables were replaced." if changed else "Nothing changed."
    return "\n".join([*lines, ending if written else "Nothing written: this was --check."])
