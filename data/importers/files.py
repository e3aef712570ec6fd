"""Opens a user's download: gzip or plain text, workbook or not. Says in one sentence when it is something
else."""

import gzip
import zipfile
import zlib
from contextlib import closing
from pathlib import Path

GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"


class NotThisFormat(Exception):
    """The file is not what the importer expects; the message is one sentence with the file's name."""


def text(file: Path) -> str:
    """The text of a csv or tsv download, unpacked if it is gzip."""
    content = _content(file)
    if content.startswith(GZIP):
        content = _unpacked(content, file)
    _refuse_other_forms(content, file)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotThisFormat(f"{file.name} is not UTF-8 text; download it again as csv or tsv.") from None


def is_workbook(file: Path) -> bool:
    """Whether the file begins as every .xlsx does."""
    return _content(file).startswith(ZIP)


def sheet(file: Path, name: str) -> list[tuple[object, ...]]:
    """The rows of one sheet, with the values that its formulas last had.

    Read-only on purpose: some of the publishers' workbooks refer to drawings that are not in the file."""
    import openpyxl

    if not is_workbook(file):
        raise NotThisFormat(
            f"{file.name} is not an Excel workbook (.xlsx); it may be an error page saved as one."
        )
    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError):
        raise NotThisFormat(f"{file.name} is a damaged Excel workbook; download it again.") from None
    with closing(book):
        if name not in book.sheetnames:
            found = ", ".join(book.sheetnames)
            raise NotThisFormat(f"{file.name} has no sheet '{name}'; it has: {found}.")
        return list(book[name].iter_rows(values_only=True))


def needed(columns: tuple[str, ...], found: list[str], file: Path) -> None:
    """Raise unless the file has all these columns."""
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


def _unpacked(content: bytes, file: Path) -> bytes:
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
        raise NotThisFormat(f"{file.name} is a zip archive or an Excel workbook, not a csv or tsv text.")
    start = content[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"<"):
        raise NotThisFormat(
            f"{file.name} is a web page or an XML answer, not a table: the service may be under maintenance, "
            "or it refused the request."
        )
    if start.startswith((b"{", b"[")):
        raise NotThisFormat(f"{file.name} is JSON; ask the service for SDMX-CSV (format=SDMX-CSV).")
