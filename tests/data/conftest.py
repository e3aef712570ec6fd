"""Copies of the data, to spoil."""

import shutil
from pathlib import Path

import pytest

from data import ROOT


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of everything `load()` reads."""
    copy = tmp_path / "data"
    copy.mkdir()
    for name in ("regions.csv", "regions.toml"):
        shutil.copy(ROOT / name, copy / name)
    for name in ("tables", "breakdowns", "packs", "datasets"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name)
    (copy / "shapes").symlink_to(ROOT / "shapes")
    return copy
