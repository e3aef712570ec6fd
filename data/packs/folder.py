"""The names of the files in a pack's folder: which are tables, and which look like one and are none. Reads no table."""

import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path

from data import reading
from data.errors import Fault
from data.packs import schema

HEAD = "pack"
SPREADSHEETS = (".csv", ".tsv", ".xlsx", ".xls", ".xlsm", ".ods", ".numbers")


def faults(folder: Path, root: Path) -> Iterator[Fault]:
    """Files that look like a table and are not read, each with what to do."""
    yield from unread(folder, root)
    yield from unknown(folder, root)


def unread(folder: Path, root: Path) -> Iterator[Fault]:
    """A spreadsheet named after a table of which there is no csv; endings and names are written small."""
    for file in sorted(folder.iterdir()):
        name = file.stem.casefold().replace(" ", "_")
        is_table = name in schema.tables() and not (folder / f"{name}.csv").exists()
        if file.suffix.lower() in SPREADSHEETS and file.suffix != ".csv" and is_table:
            again = (
                "rename it" if file.suffix == ".CSV" else "save it in the spreadsheet as “CSV UTF-8”, named"
            )
            shown = reading.path_in_project(file, root)
            yield Fault(shown, "is not read: a table of a pack is a csv", f"{again} {name}.csv")


def unknown(folder: Path, root: Path) -> Iterator[Fault]:
    """Tables that no pack may have, by the csv where there is one, else by the record."""
    for name in sorted(stems(folder) - {HEAD} - schema.tables().keys()):
        file = next(file for end in ("csv", "toml") if (file := folder / f"{name}.{end}").exists())
        problem = f"is not a table that a pack may have{nearest_word(name, schema.tables())}"
        yield Fault(
            reading.path_in_project(file, root), problem, "rename it, or take it out of the folder", "", name
        )


def stems(folder: Path) -> set[str]:
    """The names of everything that is a table or the record of one, and of the head."""
    return {file.stem for end in ("csv", "toml") for file in folder.glob(f"*.{end}")}


def nearest_word(word: str, known: Iterable[str]) -> str:
    """The known word that is most like a word, as a question; which there are where none is."""
    every = list(known)
    close = difflib.get_close_matches(word.casefold(), every, 1)
    return f"; did you mean {close[0]}?" if close else f" ({', '.join(every)})"
