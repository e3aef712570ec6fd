"""A pack's csv as a person or a spreadsheet writes it: commas or semicolons, a byte order mark, decimal commas, empty
rows and columns at the end. Gives plain text cells, or says on which line they cannot be read."""

import re
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from data import reading
from data.errors import DataError, Fault
from data.packs.schema import TableSchema
from data.separated_text import SEPARATOR_LINE, SEPARATORS, UnclosedQuote, numbered_lines

SPACED = re.compile(r"[+-]?\d{1,3}([ \u00a0\u2009\u202f]\d{3})+([.,]\d+)?")
THOUSANDS = re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?")
ONE_MARK = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}")
DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")
DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
NUMERIC = ("integer", "number")
BYTE_ORDER_MARK = "\ufeff"
WORKBOOK = b"PK\x03\x04"
AS_CSV = "save it in the spreadsheet as “CSV UTF-8”"

Lines = list[tuple[int, list[str]]]


@dataclass(frozen=True)
class Sheet:
    """A file as cells: the header, the rows with their line in the file, and what separates the cells."""

    file: Path
    root: Path
    header: tuple[str, ...]
    lines: Lines
    separator: str


def read(file: Path, root: Path) -> Sheet:
    """The cells of a file."""
    text = decode_file(file, root)
    sep_line = SEPARATOR_LINE.match(text)
    body = text[sep_line.end() :] if sep_line else text
    separator = sep_line[1] if sep_line else separator_of(body)
    try:
        lines = numbered_lines(body, separator, skipped=1 if sep_line else 0)
    except UnclosedQuote as error:
        problem = "a quotation mark is opened here and never closed"
        raise fault(file, root, problem, "close it, or remove it", error.line) from None
    if not lines:
        raise fault(file, root, "the file is empty", "begin with the header of the form, its first line")
    header, content = without_empty_edge(lines)
    return Sheet(file, root, tuple(header), content, separator)


def rows(sheet: Sheet, table: TableSchema) -> pd.DataFrame:
    """The rows as text under the names of the header, indexed by their line in the file."""
    for number, cells in sheet.lines:
        if len(cells) != len(sheet.header):
            raise uneven_line(sheet, number, len(cells))
    cells_only = [cells for _, cells in sheet.lines]
    frame = pd.DataFrame(cells_only, columns=list(sheet.header), dtype=str)
    frame.index = pd.Index([number for number, _ in sheet.lines], dtype="int64")
    spaced = frame.assign(**{name: frame[name].map(without_spaces) for name in numeric(frame, table)})
    return spaced if sheet.separator == "," else with_plain_numbers(spaced, table, sheet)


def numeric(frame: pd.DataFrame, table: TableSchema) -> list[str]:
    """The columns of the file that hold numbers."""
    return [name for name in frame if name in table.columns and table.columns[name].type in NUMERIC]


def without_spaces(cell: str) -> str:
    """A number without the spaces that some languages write between thousands."""
    return re.sub(r"\s", "", cell) if SPACED.fullmatch(cell) else cell


def decode_file(file: Path, root: Path) -> str:
    """The text of the file, which must be UTF-8."""
    content = reading.content(file, root)
    if content.startswith(WORKBOOK):
        raise fault(file, root, "is a workbook, not a csv", AS_CSV)
    try:
        return content.decode("utf-8").removeprefix(BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise fault(file, root, "the letters are not UTF-8", AS_CSV, line) from None


def separator_of(text: str) -> str:
    """What separates the names of the header."""
    header = text.lstrip("\r\n").partition("\n")[0]
    return max(SEPARATORS, key=header.count) if any(mark in header for mark in SEPARATORS) else ","


def without_empty_edge(lines: Lines) -> tuple[list[str], Lines]:
    """The header and the rows, cells without spaces around them and without columns that are empty to the last row."""
    stripped = [(number, [cell.strip() for cell in cells]) for number, cells in lines]
    header = stripped[0][1]
    while len(header) > 1 and not header[-1]:
        header = header[:-1]
    width = len(header)
    return header, [
        (number, cells[:width] if not any(cells[width:]) else cells) for number, cells in stripped[1:]
    ]


def with_plain_numbers(frame: pd.DataFrame, table: TableSchema, sheet: Sheet) -> pd.DataFrame:
    """Numbers with a decimal point, and days as years first: files with semicolons come from where these are written
    otherwise."""
    changed = {}
    for name, column in table.columns.items():
        if name not in frame:
            continue
        if column.type == "integer":
            changed[name] = frame[name].map(plain_integer)
        elif column.type == "number":
            changed[name] = frame[name].map(plain_number)
            for line, cell in changed[name][changed[name].str.fullmatch(ONE_MARK.pattern)].items():
                raise two_readings(sheet, name, cell, int(str(line)))
        elif column.type == "date":
            changed[name] = frame[name].map(lambda cell: DAY_FIRST.sub(year_first, cell))
    return frame.assign(**changed)


def plain_integer(cell: str) -> str:
    """A whole number without marks between thousands; decimals stay, so that the rules can name them."""
    return cell.replace(".", "").replace(",", ".") if THOUSANDS.fullmatch(cell) else plain_number(cell)


def plain_number(cell: str) -> str:
    """A number as the tables have it: "1.234,5" and "1234,5" are 1234.5; "1.234" is left, for it may be either."""
    if THOUSANDS.fullmatch(cell) and not ONE_MARK.fullmatch(cell):
        return cell.replace(".", "").replace(",", ".")
    return cell.replace(",", ".") if DECIMAL_COMMA.fullmatch(cell) else cell


def year_first(found: re.Match[str]) -> str:
    """A day as the tables have it; one with a month above 12 stays as the reader wrote it, to be named so."""
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if int(found[2]) <= 12 else found[0]


def two_readings(sheet: Sheet, column: str, cell: str, line: int) -> DataError:
    """A number whose mark may stand before decimals or between thousands."""
    digits = cell.replace(".", "")
    problem = f"may mean {digits}, or a number with decimals"
    advice = f"write {digits}, or a comma before the decimals"
    return DataError(
        Fault(reading.path_in_project(sheet.file, sheet.root), problem, advice, column, cell, line)
    )


def uneven_line(sheet: Sheet, line: int, found: int) -> DataError:
    """A line that has not as many cells as the header."""
    problem = f"the line has {found} cells, the header {len(sheet.header)}"
    advice = f"add or remove “{sheet.separator}”, and put a cell that contains one between quotation marks"
    return fault(sheet.file, sheet.root, problem, advice, line)


def fault(file: Path, root: Path, problem: str, mend: str, line: int | None = None) -> DataError:
    """The error to raise: what is wrong with the file, and how to mend it."""
    return DataError(Fault(reading.path_in_project(file, root), problem, mend, line=line))
