"""Opens a user's download, a text file (gzip or plain) or a workbook; one sentence says where it is something else."""

import gzip
import re
import zipfile
import zlib
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from openpyxl import Workbook

TITLES = 20

GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"


class NotThisFormat(Exception):
    """The file is not what the importer expects; the message is one sentence with the file's name."""


def text(file: Path) -> str:
    """The text of a csv or tsv download, unpacked if it is gzip. Raises NotThisFormat for anything else."""
    content = _content(file)
    if content.startswith(GZIP):
        content = _unpack(content, file)
    _refuse_other_forms(content, file)
    return _decode(content, file)


def _decode(content: bytes, file: Path) -> str:
    """UTF-8, or what spreadsheets write: UTF-16 with its mark, or the Windows code page."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _utf16(content, file)
    if b"\x00" in content:
        raise NotThisFormat(f"{file.name} is not text; download it again as csv or tsv.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            raise NotThisFormat(
                f"{file.name} is cut off in the middle of a letter; download it again."
            ) from None
        return content.decode("cp1252", errors="replace")


def _utf16(content: bytes, file: Path) -> str:
    try:
        return content.decode("utf-16")
    except UnicodeDecodeError:
        raise NotThisFormat(f"{file.name} is cut off in the middle of a letter; download it again.") from None


def is_workbook(file: Path) -> bool:
    """Whether the file is a workbook, rather than another archive."""
    return _content(file).startswith(ZIP) and "[Content_Types].xml" in _members(file)


def sheet(file: Path, name: str) -> list[tuple[object, ...]]:
    """The rows of one sheet, with the values that its formulas last had.

    Read-only on purpose: some of the publishers' workbooks refer to drawings that are not in the file."""
    with closing(_workbook(file)) as book:
        if name not in book.sheetnames:
            found = ", ".join(book.sheetnames)
            raise NotThisFormat(f"{file.name} has no sheet '{name}'; it has: {found}.")
        return list(book[name].iter_rows(values_only=True))


def sheets(file: Path) -> dict[str, list[list[str]]]:
    """Every sheet as rows of text; an empty cell is ""."""
    with closing(_workbook(file)) as book:
        return {
            name: [
                ["" if cell is None else str(cell) for cell in line]
                for line in book[name].iter_rows(values_only=True)
            ]
            for name in book.sheetnames
        }


def table(file: Path, name: str, columns: tuple[str, ...]) -> pd.DataFrame:
    """One sheet below its header, which may stand under lines of title, and `line`, the row in the sheet."""
    lines = sheet(file, name) or [()]
    at = next((at for at, line in enumerate(lines[:TITLES]) if set(columns) <= set(map(_heading, line))), 0)
    header = [_heading(cell) for cell in lines[at]]
    require_columns(columns, header, file)
    rows = pd.DataFrame(lines[at + 1 :], columns=header, dtype=object)
    return rows.assign(line=range(at + 2, at + 2 + len(rows)))


def _heading(cell: object) -> str:
    return "" if cell is None else str(cell).strip()


def _workbook(file: Path) -> "Workbook":
    import openpyxl

    if not _content(file).startswith(ZIP):
        raise NotThisFormat(
            f"{file.name} is not an Excel workbook (.xlsx); it may be an error page saved as one."
        )
    try:
        return openpyxl.load_workbook(file, read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError):
        raise NotThisFormat(f"{file.name} is a damaged Excel workbook; download it again.") from None


def _members(file: Path) -> list[str]:
    try:
        with zipfile.ZipFile(file) as archive:
            return archive.namelist()
    except zipfile.BadZipFile:
        return []


def require_columns(columns: tuple[str, ...], found: list[str], file: Path) -> None:
    """Raise NotThisFormat unless the file has all these columns."""
    for column in columns:
        if column not in found:
            raise NotThisFormat(f"{file.name} has no column '{column}'; it has: {', '.join(found[:12])}.")


def _content(file: Path) -> bytes:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise NotThisFormat(f"{file} cannot be read: {error.strerror}.") from None
    if not content.strip():
        raise NotThisFormat(f"{file.name} is empty.")
    return content


def _unpack(content: bytes, file: Path) -> bytes:
    try:
        return gzip.decompress(content)
    except (OSError, EOFError, zlib.error):
        raise NotThisFormat(
            f"{file.name} is a gzip file that is cut off or damaged; download it again."
        ) from None


def _refuse_other_forms(content: bytes, file: Path) -> None:
    """A service that is down, or refuses, answers with a page, with XML or with JSON, sometimes with HTTP
    200."""
    if content.startswith(ZIP):
        inside = ", ".join(_members(file)[:3])
        what = (
            "an Excel workbook"
            if "[Content_Types].xml" in _members(file)
            else f"a zip archive (of {inside or '?'})"
        )
        raise NotThisFormat(
            f"{file.name} is {what}, not a csv or tsv text; unpack it, or download it as csv."
        )
    start = content[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if complaint := _complaint(content):
        raise NotThisFormat(
            f"{file.name} is not a table but the service's refusal: {complaint}; change the request or try again later."
        )
    if start.startswith(b"<"):
        raise NotThisFormat(
            f"{file.name} is a web page or an XML answer, not a table: the service may be under maintenance, "
            "or it refused the request."
        )
    if start.startswith((b"{", b"[")):
        raise NotThisFormat(f"{file.name} is JSON; ask the service for SDMX-CSV (format=SDMX-CSV).")


def _complaint(content: bytes) -> str:
    """What a service's error says, in short."""
    found = re.search(
        rb'<faultstring>([^<]{1,400})|"(?:error|warning)".{0,200}?"label"\s*:\s*"([^"]{1,400})',
        content,
        re.DOTALL,
    )
    if not found:
        return ""
    message = " ".join((found[1] or found[2]).decode("utf-8", errors="replace").split())
    return f"'{message[:150].rstrip('. ')}'"
