"""Limits on TOML from outside, checked in one linear pass before it is parsed, and the line of every key.

`tomllib` needs quadratic time and memory for a dotted key of many parts (cpython#149231), and a few bytes can ask for
thousands of tables. What passes `check` is parsed in milliseconds.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

PARTS, DEPTH, VALUES, WORD = 4, 6, 1_500, 100
TOKENS, LINES, ESCAPES = 20_000, 5_000, 10_000

TOKEN = re.compile(
    r"""
      (?P<string> \"{3} (?> [^"\\]+ | \\. | "(?!"") )*+ \"{3,5}
                | '{3} (?> [^']+ | '(?!'') )*+ '{3,5}
                | (?!\"{3}) " (?> [^"\\\n]+ | \\[^\n] )*+ "
                | (?!'{3}) ' [^'\n]*+ ' )
    | (?P<comment> \# [^\n]*+ )
    | (?P<newline> \n )
    | (?P<mark> [\[\]{},.=] )
    | (?P<word> [^\s"'\#\[\]{},.=]++ )
    | (?P<space> [^\S\n]++ )
    | (?P<quote> ["'] )
    """,
    re.VERBOSE | re.DOTALL,
)
OPENS, CLOSES = "[{", "]}"

Path = tuple[str | int, ...]


class OverLimit(ValueError):
    """A file larger or deeper than any story needs to be: which limit it passes, and on which line."""

    def __init__(self, code: str, limit: int, line: int) -> None:
        super().__init__(code)
        self.code, self.limit, self.line = code, limit, line


class Token(NamedTuple):
    """A word, string or mark of the file, outside of comments."""

    kind: str
    text: str
    start: int


def tokens(text: str) -> Iterator[Token]:
    """The tokens up to the first quote that is never closed, where `tomllib` stops too."""
    for match in TOKEN.finditer(text):
        kind = str(match.lastgroup)
        if kind == "quote":
            return
        if kind not in ("comment", "space"):
            yield Token(kind, match[0], match.start())


def check(text: str) -> None:
    """Raise `OverLimit` at the first limit that the file passes."""
    for code, letter, limit in (("lines", "\n", LINES), ("escapes", "\\", ESCAPES)):
        if text.count(letter) > limit:
            raise OverLimit(code, limit, limit + 1 if code == "lines" else 1)
    for code, limit, start in excesses(text):
        raise OverLimit(code, limit, text.count("\n", 0, start) + 1)


def excesses(text: str) -> Iterator[tuple[str, int, int]]:
    """Each place where a limit is passed: a key's parts, the depth of brackets, values, tokens, a word's letters."""
    dots = depth = values = 0
    before = "newline"
    for count, (kind, piece, start) in enumerate(tokens(text)):
        if kind == "mark":
            dots = dots + 1 if piece == "." else 0
            depth = max(0, depth + (piece in OPENS) - (piece in CLOSES))
            values += piece in ",=" or (piece == "[" and before == "newline")
            if dots >= PARTS:
                yield "parts", PARTS, start
            if depth > DEPTH:
                yield "depth", DEPTH, start
            if values > VALUES:
                yield "values", VALUES, start
        elif kind == "newline":
            dots = 0
        elif kind == "word" and len(piece) > WORD:
            yield "word", WORD, start
        if count > TOKENS:
            yield "values", VALUES, start
        before = kind


def key_lines(text: str) -> dict[Path, int]:
    """The first line of every key and table of a file that is TOML; entries of `[[tables]]` are numbered."""
    lines: dict[Path, int] = {}
    table: Path = ()
    entries: dict[str, int] = {}
    for line, brackets, parts in statements(text):
        if brackets:
            if brackets == 2 and len(parts) == 1:
                entries[parts[0]] = entries.get(parts[0], -1) + 1
            table = numbered_path(parts, entries)
        path = table if brackets else (*table, *parts)
        for length in range(1, len(path) + 1):
            lines.setdefault(path[:length], line)
    return lines


def numbered_path(parts: list[str], entries: dict[str, int]) -> Path:
    """The path of a table's head, with the number of the entry it belongs to."""
    return (parts[0], entries[parts[0]], *parts[1:]) if parts[0] in entries else tuple(parts)


def statements(text: str) -> Iterator[tuple[int, int, list[str]]]:
    """Line, brackets (0 for `key = value`, 1 for `[table]`, 2 for `[[table]]`) and key of each statement."""
    line, depth, brackets = 1, 0, 0
    parts: list[str] | None = []
    for kind, piece, _ in tokens(text):
        if kind == "mark" and parts is not None and piece in "[=]":
            brackets += piece == "["
            if piece != "[" and parts:
                yield line, brackets, parts
            parts = parts if piece == "[" else None
        elif kind == "mark" and brackets == 0:
            depth += (piece in OPENS) - (piece in CLOSES)
        elif kind in ("word", "string") and parts is not None:
            parts.append(piece.strip("\"'"))
        elif kind == "newline" and depth <= 0:
            depth, brackets, parts = 0, 0, []
        line += piece.count("\n")


def line_of(lines: dict[Path, int], place: tuple[Any, ...]) -> int:
    """The line a field stands on; a missing one is looked for where it should be."""
    return next((lines[place[:length]] for length in range(len(place), 0, -1) if place[:length] in lines), 1)
