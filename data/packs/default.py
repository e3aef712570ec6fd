"""Which region a fresh address shows: that of the pack that says so, else of the first pack, else the first region.
Read before the data is, so that it is the same for as long as the dashboard runs."""

import csv
from pathlib import Path

from data import reading
from data.errors import DataError

ROOT = Path(__file__).parents[1]


def default_region(root: Path = ROOT) -> str:
    """The code of the region. Files with mistakes are passed over: loading the data names them."""
    found = {
        file.parent.name: says_default(file, root)
        for file in sorted((root / "packs").glob("[!._]*/pack.toml"))
    }
    chosen = [region for region, default in found.items() if default] or list(found)
    return chosen[0] if chosen else first_region(root)


def says_default(file: Path, root: Path) -> bool:
    """Whether a pack says that its region is the default."""
    try:
        return reading.toml(file, root).get("default") is True
    except DataError:
        return False


def first_region(root: Path) -> str:
    """The first region of level 2 in regions.csv."""
    with (root / "regions.csv").open(encoding="utf-8", newline="") as file:
        return next(row["code"] for row in csv.DictReader(file) if row["level"] == "nuts2")
