"""Text of a csv or tsv download -> rows as text, each with its line in the file."""

import re
from pathlib import Path

import pandas as pd

from data.importers.files import NotThisFormat
from data.separated_text import SEPARATOR_LINE, SEPARATORS, UnclosedQuote, numbered_lines

TITLES = 20
LINE = "line"
DECIMAL_COMMA, DECIMAL_POINT = re.compile(r"-?\d+,\d+"), re.compile(r"-?\d+\.\d+")
GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+")


def rows(text: str, file: Path, wanted: tuple[tuple[str, ...], ...]) -> pd.DataFrame:
    """The table in the text as text columns and `line`, counted from 1 as an editor counts.

    The header is the first of the leading lines that has a name of each group in `wanted`; titles above it are
    skipped. Raises NotThisFormat where the file is cut off, or a line has not the values of its header."""
    body, separator, skipped = _find_separator(text)
    lines = _lines(body, separator, file, skipped)
    start = header_at([cells for _, cells in lines], wanted)
    if start is None:
        raise missing_columns(lines[0][1] if lines else [], wanted, file)
    header = [cell.strip() for cell in lines[start][1]]
    content = lines[start + 1 :]
    _check_line_lengths(header, content, body, file)
    frame = pd.DataFrame([cells[: len(header)] for _, cells in content], columns=header, dtype=str)
    return frame.assign(**{LINE: [number for number, _ in content]})


def header_at(lines: list[list[str]], wanted: tuple[tuple[str, ...], ...]) -> int | None:
    """Which of the leading lines holds a column of every group in `wanted`."""
    for at, cells in enumerate(lines[:TITLES]):
        names = {code(cell) for cell in cells}
        if all(names & set(group) for group in wanted):
            return at
    return None


def code(cell: str) -> str:
    """`geo` of "geo: Geopolitical entity (reporting)"."""
    return cell.split(": ", 1)[0].strip()


def missing_columns(found: list[str], wanted: tuple[tuple[str, ...], ...], file: Path) -> NotThisFormat:
    names = [code(cell) for cell in found]
    lacking = next((group[0] for group in wanted if not set(group) & set(names)), wanted[0][0])
    shown = ", ".join(names[:12])
    return NotThisFormat(
        f"{file.name} has no column '{lacking}'; it has: {shown}. Download it as SDMX-CSV, with codes or with "
        "codes and labels."
    )


def point_decimals(values: pd.Series, lines: pd.Series, file: Path) -> pd.Series:
    """Numbers with a decimal comma written with a point; refuses a file in which the comma can be read two
    ways."""
    commas = values.str.fullmatch(DECIMAL_COMMA.pattern)
    grouped = values.str.fullmatch(GROUPED.pattern)
    points = values.str.fullmatch(DECIMAL_POINT.pattern)
    if not commas.any():
        return values
    if points.any() or (grouped == commas).all():
        at = int(commas.to_numpy().argmax())
        raise NotThisFormat(
            f"{file.name} line {lines.iloc[at]} has the number '{values.iloc[at]}', in which the comma may be a "
            "decimal mark or separate thousands; save the file with a decimal point and no thousands separator."
        )
    return values.where(~commas, values.str.replace(",", ".", regex=False))


def _find_separator(text: str) -> tuple[str, str, int]:
    """The text without Excel's `sep=` line, its separator, and how many lines were taken off."""
    declared = SEPARATOR_LINE.match(text)
    if declared:
        return text[declared.end() :], declared[1], 1
    leading = text.splitlines()[:TITLES]
    counts = {
        mark: max((_outside_quotes(line).count(mark) for line in leading), default=0) for mark in SEPARATORS
    }
    return text, next((mark for mark in SEPARATORS[:2] if counts[mark] >= 2), ","), 0


def _outside_quotes(line: str) -> str:
    return re.sub(r'"[^"]*"', "", line)


def _lines(text: str, separator: str, file: Path, skipped: int) -> list[tuple[int, list[str]]]:
    """The lines that are not blank, with their numbers."""
    try:
        return numbered_lines(text, separator, skipped)
    except UnclosedQuote as error:
        raise NotThisFormat(f"{file.name} {error}: the file is cut off or damaged.") from None


def _check_line_lengths(
    header: list[str], content: list[tuple[int, list[str]]], text: str, file: Path
) -> None:
    width, ended = len(header), text.endswith(("\n", "\r"))
    for at, (number, cells) in enumerate(content):
        last = at == len(content) - 1
        if len(cells) < width and last:
            raise _cut_off(number, "ends in the middle of it", file)
        if len(cells) < width or any(cell.strip() for cell in cells[width:]):
            raise NotThisFormat(
                f"{file.name} line {number} has {len(cells)} values where the header has {width}: the file is damaged, "
                "or a value holds the separator and is not in quotes."
            )
    if content and not ended and content[-1][1][width - 1].strip():
        raise _cut_off(content[-1][0], "has no line end, so its last value may not be whole", file)


def _cut_off(number: int, why: str, file: Path) -> NotThisFormat:
    return NotThisFormat(f"{file.name} is cut off: line {number}, its last, {why}; download it again.")
