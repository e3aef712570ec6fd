"""Makes each piece that is missing or out of date, with its compressed twins."""

import fcntl
import gzip
import hashlib
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import brotli

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "build"
PUBLIC = BUILD / "public"
MANIFEST = BUILD / "manifest.json"
KEYS = BUILD / "keys.json"
IN_USE = BUILD / ".in-use"
TEXT = {".css", ".js", ".svg", ".geojson", ".json"}

Addresses = dict[str, str]


@dataclass(frozen=True)
class Piece:
    """One file for the browser, made again when a source, or the address of a piece it needs, is another."""

    name: str
    sources: tuple[Path, ...]
    make: Callable[[Addresses], bytes]
    needs: tuple[str, ...] = ()
    folder: str = "static"


def collect(say: Callable[[str], None] = lambda _: None) -> Addresses:
    """The address of every piece by name. Makes what is missing or was made of something else.

    `say` is called with a sentence on what a developer should know, such as a fallback.
    """
    from serving.collect.pieces import pieces

    known, keys = _read(MANIFEST), _read(KEYS)
    addresses: Addresses = {}
    for piece in pieces(say):
        key = _key(piece, addresses)
        fresh = keys.get(piece.name) == key and _is_collected(known.get(piece.name, "/"))
        addresses[piece.name] = known[piece.name] if fresh else _write_piece(piece, piece.make(addresses))
        keys[piece.name] = key
    if addresses != known or keys != _read(KEYS):
        _write(MANIFEST, _json(addresses))
        _write(KEYS, _json({name: keys[name] for name in addresses}))
    if _files_unused():
        _sweep(addresses.values())
    return addresses


def mark_in_use() -> IO[bytes] | None:
    """Keep what is gathered as long as the file that is returned stays open; workers inherit it.

    Pages that a server has sent name files by their content. Another `make run` or `make assets` makes new ones beside
    them; the old ones go with the next run that finds no server.
    """
    try:
        BUILD.mkdir(exist_ok=True)
        IN_USE.touch()
        lock = IN_USE.open("rb")
        fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return None  # a folder that cannot be written cannot be swept either
    return lock


def _files_unused() -> bool:
    """Whether no server has marked the files as in use."""
    try:
        with IN_USE.open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def fingerprint(content: bytes) -> str:
    """The twelve letters that a name carries: the beginning of the content's SHA-256."""
    return hashlib.sha256(content).hexdigest()[:12]


def _key(piece: Piece, addresses: Addresses) -> str:
    """What the piece is made of: its sources, what it needs, and the code that makes it."""
    code = sorted(Path(__file__).parent.glob("*.py"))
    made_of = [addresses[name] for name in piece.needs]
    made_of += [fingerprint(path.read_bytes()) for path in (*piece.sources, *code)]
    return fingerprint(" ".join(made_of).encode())


def _write_piece(piece: Piece, content: bytes) -> str:
    """Write the file and its twins; its address."""
    stem, _, ending = piece.name.rpartition("/")[2].rpartition(".")
    path = PUBLIC / piece.folder / f"{stem}.{fingerprint(content)}.{ending}"
    _write(path, content)
    if path.suffix in TEXT:
        _write(path.with_name(path.name + ".br"), brotli.compress(content, quality=11, lgwin=22))
        _write(path.with_name(path.name + ".gz"), gzip.compress(content, 9, mtime=0))
    return f"/{piece.folder}/{path.name}"


def _is_collected(address: str) -> bool:
    return (PUBLIC / address[1:]).is_file()


def _sweep(addresses: Iterable[str]) -> None:
    """Remove what no address leads to."""
    current = {PUBLIC / address[1:] for address in addresses}
    for path in PUBLIC.rglob("*.*"):
        if path.is_file() and path not in current and path.with_suffix("") not in current:
            path.unlink(missing_ok=True)


def _read(path: Path) -> dict[str, str]:
    return dict(json.loads(path.read_text())) if path.is_file() else {}


def _json(content: dict[str, str]) -> bytes:
    return f"{json.dumps(content, indent=1)}\n".encode()


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all, also when two do it at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.part")
    beside.write_bytes(content)
    beside.replace(path)
