"""Replaces files of one folder together: after a crash at any point all of them are old or all of them are new.

The new files are written beside the old ones and flushed to disk; a journal that names them, put in place by one
rename, is the point of no return. `recover` finishes what a journal says was decided."""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

JOURNAL = ".replacing"


def replace(folder: Path, contents: dict[str, bytes]) -> None:
    """Write each file of `contents` (name: bytes) in `folder`, all or none."""
    with _lock(folder):
        _recover(folder)
        try:
            for name, content in contents.items():
                _write(_new(folder, name), content)
            _write(_new(folder, JOURNAL), _journal(contents))
        except OSError:
            _discard(folder, contents)
            raise
        _sync(folder)
        _new(folder, JOURNAL).replace(folder / JOURNAL)
        _sync(folder)
        _recover(folder)


def recover(folder: Path) -> bool:
    """Finish an interrupted `replace`; says whether there was one to finish. Raises OSError where the folder
    cannot be written."""
    if not (folder / JOURNAL).exists():
        return False
    with _lock(folder):
        return _recover(folder)


def _recover(folder: Path) -> bool:
    journal = folder / JOURNAL
    if not journal.exists():
        return False
    for line in journal.read_text(encoding="utf-8").splitlines():
        checksum, name = line.split("  ", 1)
        new = _new(folder, name)
        if new.exists() and hashlib.sha256(new.read_bytes()).hexdigest() == checksum:
            new.replace(folder / name)
    _sync(folder)
    journal.unlink()
    _sync(folder)
    return True


def _journal(contents: dict[str, bytes]) -> bytes:
    """A line per file, as sha256sum writes it."""
    lines = [f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in contents.items()]
    return "".join(lines).encode("utf-8")


def _new(folder: Path, name: str) -> Path:
    return folder / f".{name.removeprefix('.')}.new"


def _write(file: Path, content: bytes) -> None:
    with file.open("wb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())


def _discard(folder: Path, names: dict[str, bytes]) -> None:
    for name in (*names, JOURNAL):
        _new(folder, name).unlink(missing_ok=True)


def _sync(folder: Path) -> None:
    """Flush the folder itself, so that a rename survives a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """One writer at a time, without a lock file to leave behind."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
