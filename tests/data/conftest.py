"""Copies of the data, to spoil."""

import shutil
from pathlib import Path

import pytest

from data import ROOT, validation

FEW = ("gdp", "rci_2022", "unemployment_rate")


def copy_of_tables(folder: Path, tables: tuple[str, ...], folders: tuple[str, ...]) -> Path:
    """A copy of what `load()` reads, with these of its tables and folders."""
    (folder / "tables").mkdir(parents=True)
    for file in [*ROOT.glob("regions.*"), *(ROOT / "tables").glob("*.*")]:
        if file.parent == ROOT or file.stem in tables:
            shutil.copy(file, folder / file.relative_to(ROOT))
    for name in folders:
        shutil.copytree(ROOT / name, folder / name)
    (folder / "shapes").symlink_to(ROOT / "shapes")
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of everything `load()` reads."""
    tables = tuple(validation.names(ROOT / "tables", ROOT))
    return copy_of_tables(tmp_path / "data", tables, ("breakdowns", "packs", "datasets"))


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """A copy with a few tables and the packs, which is read in a fraction of the time."""
    return copy_of_tables(tmp_path / "few", FEW, ("packs",))
