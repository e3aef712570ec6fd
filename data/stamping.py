"""Checks data edited by hand as `load()` would, then writes the new checksums into its records.

A record holds the checksum of its csv (`checksum`) and, since a damaged record misleads as much as a damaged table,
one of its own (`record_checksum`), over all its other lines."""

import re
import shutil
import tempfile
from pathlib import Path

import pandas as pd

from data import breakdown, breakdown_validation, reading, replacing, shapes, validation
from data.errors import DataError, Fault
from data.pack import pack
from data.pack_files import without_record
from data.packs.folder import faults
from data.packs.new_record import new_record

REGIONS, SHAPES = "regions", "shapes"


def stamp_all(root: Path) -> str:
    """Stamp regions, shapes, every table and every pack; one line for each."""
    return "\n".join(stamp(name, root) for name in stampable(root))


def stamp(name: str, root: Path) -> str:
    """Stamp one table, one pack, `regions` or `shapes`. Nothing is written unless everything is right."""
    if name == REGIONS:
        return _stamp_regions(root)
    if name == SHAPES:
        return _stamp_shapes(root)
    if (root / "packs" / name / "pack.toml").is_file():
        return _stamp_pack(name, root)
    if (root / "tables" / f"{name}.toml").is_file():
        return _stamp_table(name, root)
    if (root / breakdown.FOLDER / f"{name}.toml").is_file():
        return _stamp_breakdown(name, root)
    problem = f"there is no table or pack '{name}'"
    raise DataError(Fault("data", problem, f"choose one of: {', '.join(stampable(root))}"))


def stampable(root: Path) -> list[str]:
    """What `--stamp` can be given."""
    tables = sorted(file.stem for file in (root / "tables").glob("*.toml"))
    packs = sorted(file.parent.name for file in (root / "packs").glob("*/pack.toml"))
    return [REGIONS, SHAPES, *tables, *breakdown_validation.names(root), *packs]


def replace_fields(text: str, stamps: dict[str, str]) -> str:
    """The toml with these top-level fields replaced and every other character as it was."""
    head, mark, rest = _head(text)
    for field, value in stamps.items():
        head, count = re.subn(rf"(?m)^{field}(\s*)=.*$", rf"{field}\1= {value}", head)
        if not count:
            head = f"{head.rstrip()}\n{field} = {value}\n"
    return head + mark + rest


def with_own_checksum(text: str) -> str:
    """The record with `record_checksum` over all its other lines."""
    blank = replace_fields(text, {reading.OWN_CHECKSUM: '""'})
    return replace_fields(text, {reading.OWN_CHECKSUM: f'"{reading.record_checksum(blank.encode("utf-8"))}"'})


def table_record(text: str, content: bytes, **fields: str) -> bytes:
    """A table's record stamped for the csv `content`; `fields` are further top-level fields to set."""
    stamps = {
        "checksum": f'"{reading.checksum(content)}"',
        "rows": str(content.count(b"\n") - 1),
        **fields,
    }
    return with_own_checksum(replace_fields(text, stamps)).encode("utf-8")


def _head(text: str) -> tuple[str, str, str]:
    """The lines before the first [block], and the rest."""
    if text.startswith("["):
        return "", "", text
    return text.partition("\n[")


def _stamp_table(name: str, root: Path) -> str:
    csv, toml = root / "tables" / f"{name}.csv", root / "tables" / f"{name}.toml"
    content = reading.content(csv, root)
    record = table_record(reading.text(toml, root), content)
    with tempfile.TemporaryDirectory() as folder:
        checked = validation.table(
            name, table_copy(Path(folder), name, content, record), validation.regions(root)
        )
    replacing.replace(toml.parent, {toml.name: record})
    return f"{name}: checked and stamped ({len(checked[0].indicators)} indicators)."


def _stamp_breakdown(name: str, root: Path) -> str:
    csv, toml = (root / breakdown.FOLDER / f"{name}.{ending}" for ending in ("csv", "toml"))
    content = reading.content(csv, root)
    record = table_record(reading.text(toml, root), content)
    checked = check_breakdown(name, content, record, validation.regions(root))
    replacing.replace(toml.parent, {toml.name: record})
    return f"{name}: checked and stamped ({len(checked.record.members)} members)."


def check_breakdown(
    name: str, content: bytes, record: bytes, regions: pd.DataFrame
) -> breakdown.BreakdownTable:
    """The breakdown as it would load from this csv and record; raises DataError where it would not."""
    with tempfile.TemporaryDirectory() as folder:
        copy = table_copy(Path(folder), name, content, record, within=breakdown.FOLDER)
        return breakdown_validation.load(name, copy, regions)


def table_copy(folder: Path, name: str, content: bytes, record: bytes, within: str = "tables") -> Path:
    """A data folder that holds only this table."""
    tables = folder / within
    tables.mkdir()
    (tables / f"{name}.csv").write_bytes(content)
    (tables / f"{name}.toml").write_bytes(record)
    return folder


def _stamp_pack(name: str, root: Path) -> str:
    folder = root / "packs" / name
    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(temporary) / "packs" / name
        shutil.copytree(folder, copy)
        for fault in faults(copy, Path(temporary)):
            raise DataError(fault)
        for table in without_record(copy):
            (copy / f"{table}.toml").write_text(new_record(table), encoding="utf-8")
        names = validation.names(copy, Path(temporary))
        for table in names:
            _stamp_file(copy / f"{table}.toml", copy / f"{table}.csv", Path(temporary))
        _stamp_file(copy / "pack.toml", None, Path(temporary))
        pack(copy, Path(temporary), validation.regions(root))
        stamped_records = {
            f"{table}.toml": (copy / f"{table}.toml").read_bytes() for table in [*names, "pack"]
        }
    replacing.replace(folder, stamped_records)
    return f"{name}: {len(names)} {'table' if len(names) == 1 else 'tables'} checked and stamped."


def _stamp_file(toml: Path, csv: Path | None, root: Path) -> None:
    text = reading.text(toml, root)
    if csv is not None:
        text = replace_fields(text, {"checksum": f'"{reading.checksum(reading.content(csv, root))}"'})
    toml.write_bytes(with_own_checksum(text).encode("utf-8"))


def _stamp_regions(root: Path) -> str:
    content = reading.content(root / "regions.csv", root)
    text = replace_fields(
        reading.text(root / "regions.toml", root), {"checksum": f'"{reading.checksum(content)}"'}
    )
    record = with_own_checksum(text).encode("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        (copy / "regions.csv").write_bytes(content)
        (copy / "regions.toml").write_bytes(record)
        rows = validation.regions(copy)
    replacing.replace(root, {"regions.toml": record})
    return f"regions: {len(rows)} regions checked and stamped."


def _stamp_shapes(root: Path) -> str:
    folder = root / "shapes"
    record = with_own_checksum(_with_file_checksums(folder, root)).encode("utf-8")
    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(temporary)
        shutil.copytree(folder, copy / "shapes", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
        (copy / "shapes" / "shapes.toml").write_bytes(record)
        count = len(shapes.check_shapes(copy))
    replacing.replace(folder, {"shapes.toml": record})
    return f"shapes: {count} boundary files checked and stamped."


def _with_file_checksums(folder: Path, root: Path) -> str:
    """shapes.toml with the checksum of each of its files on the line after its name."""

    def current(found: re.Match[str]) -> str:
        return (
            f'file = "{found[1]}"\nchecksum = "{reading.checksum(reading.content(folder / found[1], root))}"'
        )

    text = reading.text(folder / "shapes.toml", root)
    return re.sub(r'^file = "([^"]+)"\nchecksum = "[^"]*"', current, text, flags=re.MULTILINE)
