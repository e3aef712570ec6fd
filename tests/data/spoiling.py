"""Ways of spoiling a table, its record or the list of regions in a copy of the data."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Fault:
    """What is done to a copy of the data, and what the one line must then say."""

    name: str
    spoil: Callable[[Path], None]
    says: tuple[str, ...]


def edit_lines(root: Path, file: str, edit: Callable[[list[str]], list[str]]) -> None:
    path = root / file
    path.write_text("\n".join(edit(path.read_text(encoding="utf-8").split("\n"))), encoding="utf-8")


def with_cell(file: str, column: int, value: str, line: int = 5) -> Callable[[Path], None]:
    """Put `value` into one cell of a line (the header is line 1)."""

    def edit(lines: list[str]) -> list[str]:
        cells = lines[line - 1].split(",")
        cells[column] = value
        return [*lines[: line - 1], ",".join(cells), *lines[line:]]

    return lambda root: edit_lines(root, file, edit)


def with_text(file: str, old: str, new: str) -> Callable[[Path], None]:
    def spoil(root: Path) -> None:
        text = (root / file).read_text(encoding="utf-8")
        assert old in text, f"{file} no longer holds {old}"
        (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


def with_bytes(file: str, edit: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def spoil(root: Path) -> None:
        (root / file).write_bytes(edit((root / file).read_bytes()))

    return spoil


def copy_table(root: Path, name: str, other: str) -> None:
    for ending in ("csv", "toml"):
        shutil.copy(root / "tables" / f"{name}.{ending}", root / "tables" / f"{other}.{ending}")
