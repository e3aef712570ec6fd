"""Large text downloads, line by line: plain, gzip, or a member of a zip archive.

A row may span lines inside quotation marks. A quotation mark that is never closed spoils one row, not the rest of the
file: the row is given up after `SPAN` lines and reading goes on with the line after its first."""

import csv
import gzip
import io
import zipfile
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from data.importers.files import GZIP, ZIP, NotThisFormat

SPAN = 50
LONGEST = 1_000_000
SEPARATORS = (";", "\t", ",")


@contextmanager
def open_texts(file: Path) -> Iterator[Iterator[tuple[str, Iterator[str]]]]:
    """The csv texts in a file, each as its name and its lines; the lines of one are read before the next is opened."""
    try:
        with file.open("rb") as handle:
            start = handle.read(4)
            handle.seek(0)
            if start.startswith(ZIP):
                with zipfile.ZipFile(handle) as archive:
                    yield _members(archive)
            else:
                is_packed = start.startswith(GZIP)
                raw = cast("IO[bytes]", gzip.GzipFile(fileobj=handle) if is_packed else handle)
                with _lines(raw) as lines:
                    yield iter([(file.name, lines)])
    except (OSError, EOFError, zipfile.BadZipFile) as error:
        raise NotThisFormat(f"{file.name} cannot be read to its end ({error}); download it again.") from None


def _members(archive: zipfile.ZipFile) -> Iterator[tuple[str, Iterator[str]]]:
    for name in sorted(archive.namelist()):
        if name.lower().endswith(".csv"):
            with archive.open(name) as member, _lines(member) as lines:
                yield name, lines


def _lines(raw: IO[bytes]) -> io.TextIOWrapper:
    return io.TextIOWrapper(raw, encoding="utf-8-sig", errors="replace", newline="\n")


def separator(header: str) -> str:
    """The mark that separates most names of a header."""
    return max(SEPARATORS, key=header.count)


def cells(text: str, mark: str) -> list[str]:
    """The values of one row, which may hold line ends within quotes."""
    return next(csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=mark), [])


def rows(lines: Iterator[str], mark: str, width: int) -> Iterator[list[str] | str]:
    """Each row's values; a row that has not `width` values, or never closes its quotes, comes as its first line."""
    waiting: deque[str] = deque()
    while True:
        first = waiting.popleft() if waiting else next(lines, None)
        if first is None:
            return
        if not first.strip(" \r\n;,\t"):
            continue
        odd = first.count('"') % 2
        found = _join_row(first, lines, waiting, mark, width) if odd else _split_row(first, mark)
        yield found if len(found) == width else first


def _split_row(text: str, mark: str) -> list[str]:
    if len(text) > LONGEST:
        return []
    try:
        return cells(text, mark) if '"' in text else text.rstrip("\r\n").split(mark)
    except csv.Error:
        return []


def _join_row(first: str, lines: Iterator[str], waiting: deque[str], mark: str, width: int) -> list[str]:
    """The row of `width` values that begins with `first` and ends where its quotes are closed; none if that is
    nowhere near. Lines that were read in vain go back to `waiting`."""
    taken: list[str] = []
    while len(taken) < SPAN:
        line = waiting.popleft() if waiting else next(lines, None)
        if line is None:
            break
        taken.append(line)
        if line.count('"') % 2:
            found = _split_row(first + "".join(taken), mark)
            if len(found) == width:
                return found
    waiting.extendleft(reversed(taken))
    return []
