"""What we know and who said so: `load()` reads every table, holds it against its record and raises on the
first bad one."""

from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from data import breakdown, breakdown_validation, derived, reading, replacing, validation
from data import shapes as boundaries
from data.breakdown import BreakdownTable
from data.dataset import Dataset, datasets
from data.errors import DataError, Fault
from data.pack import Pack, pack
from data.records import Indicator, Table

__all__ = ["Data", "DataError", "Dataset", "Pack", "load"]

ROOT = Path(__file__).parent


@dataclass(frozen=True, eq=False)
class Data:
    """Everything the dashboard shows, compared by identity.

    `regions` is indexed by code. `values[indicator]` has the columns region, year, value, flag, sorted by
    region and year, with a row only where a value was published. `tables` are the records the indicators come
    from, `shapes` the boundaries with what must stand beside a map. `published` holds the file's own values
    of every indicator whose `values` are derived from them. `datasets` holds the tables whose rows are not values
    of one region in one year (see data/dataset.py), `breakdowns` values by region, year and one more dimension
    (data/breakdown.py)."""

    regions: pd.DataFrame
    indicators: dict[str, Indicator]
    values: dict[str, pd.DataFrame]
    packs: dict[str, Pack]
    tables: dict[str, Table] = field(default_factory=dict)
    shapes: dict[str, boundaries.Shape] = field(default_factory=dict)
    published: dict[str, pd.DataFrame] = field(default_factory=dict)
    datasets: dict[str, Dataset] = field(default_factory=dict)
    breakdowns: dict[str, BreakdownTable] = field(default_factory=dict)


def load(root: Path | str = ROOT) -> Data:
    """All data under `root`, checked.

    Raises DataError on the first fault; tables are read in alphabetical order, so it is always the same one."""
    root = Path(root).resolve()
    _finish_interrupted_refresh(root)
    regions = validation.regions(root)
    tables: dict[str, Table] = {}
    values: dict[str, pd.DataFrame] = {}
    for name in validation.names(root / "tables", root):
        record, rows = validation.table(name, root, regions)
        _known_once(record, tables, root)
        tables[name] = record
        values |= _by_indicator(rows)
    indicators = {
        code: indicator
        for record in tables.values()
        for code, indicator in (record.indicators | record.as_published).items()
    }
    shown, published = derived.derive(indicators, values)
    breakdowns = {
        name: breakdown_validation.load(name, root, regions) for name in breakdown_validation.names(root)
    }
    summed = {
        code: (indicator, derived.from_breakdown(indicator, table, shown, regions))
        for table in breakdowns.values()
        for code, indicator in table.record.indicators.items()
    }
    return Data(
        regions,
        indicators | {code: indicator for code, (indicator, _) in summed.items()},
        shown | {code: rows for code, (_, rows) in summed.items()},
        _packs(root, regions),
        tables,
        boundaries.check_shapes(root),
        published,
        datasets(root, regions),
        breakdowns,
    )


def _finish_interrupted_refresh(root: Path) -> None:
    """Complete what a refresh had decided when it was stopped, before anything is read."""
    for folder in (
        root,
        root / "tables",
        root / breakdown.FOLDER,
        root / "shapes",
        *(root / "packs").glob("*/"),
        *(root / "datasets").glob("*/"),
    ):
        try:
            replacing.recover(folder)
        except OSError as error:
            problem = f"a refresh was interrupted here and cannot be finished ({error.strerror})"
            mend = "make the folder writable for a moment and start again"
            raise DataError(Fault(reading.path_in_project(folder, root), problem, mend)) from None


def _by_indicator(rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
    parts = rows.groupby("indicator", sort=False)
    return {str(code): part.drop(columns="indicator").reset_index(drop=True) for code, part in parts}


def _known_once(record: Table, tables: dict[str, Table], root: Path) -> None:
    for other in tables.values():
        mine, theirs = (item.indicators | item.as_published for item in (record, other))
        for code in sorted(mine.keys() & theirs.keys()):
            file = root / "tables" / f"{record.name}.toml"
            problem = f"is already an indicator of data/tables/{other.name}.toml; give it another code"
            raise DataError(reading.fault(file, root, problem, "indicators", code))


def _packs(root: Path, regions: pd.DataFrame) -> dict[str, Pack]:
    folders = sorted(
        folder
        for folder in (root / "packs").glob("*")
        if folder.is_dir() and not folder.name.startswith((".", "_"))
    )
    packs = {folder.name: pack(folder, root, regions) for folder in folders}
    _default_once(packs, root)
    return packs


def _default_once(packs: dict[str, Pack], root: Path) -> None:
    """Raise where more than one pack says that its region is the default."""
    for region in [region for region, own in packs.items() if own.default][1:]:
        file = root / "packs" / region / "pack.toml"
        problem = "another pack says so too; only one region can be the default"
        mend = f"remove the line, then python -m data.refresh --stamp {region}"
        raise DataError(Fault(reading.path_in_project(file, root), problem, mend, "default", "true"))
