"""Files in, text frames and toml contents out, every unreadable file said in one line."""

import hashlib
import io
import re
import tomllib
from pathlib import Path

import pandas as pd

from data.errors import DataError, Fault

OWN_CHECKSUM = "record_checksum"
OWN_CHECKSUM_LINE = re.compile(rb'^record_checksum = "[^"\n]*"\n', re.MULTILINE)


def path_in_project(file: Path, root: Path) -> str:
    """The file as a person in the project's folder would name it, wherever `root` lies."""
    return (Path("data") / file.relative_to(root)).as_posix()


def restore_command(file: Path, root: Path) -> str:
    """The command that brings the committed file back; `git stash pop` brings the edit back."""
    return f"git stash push -- {path_in_project(file, root)}"


def stamp_or_restore(file: Path, root: Path, name: str) -> str:
    """How to mend a file that is not the one that was stamped; `name` is what `--stamp` calls its record."""
    return f"python -m data.refresh --stamp {name} if it was edited; otherwise {restore_command(file, root)}"


def fault(
    file: Path, root: Path, problem: str, column: str = "", value: str = "", line: int | None = None
) -> Fault:
    """What is wrong with a committed file, to be mended by restoring it."""
    return Fault(path_in_project(file, root), problem, restore_command(file, root), column, value, line)


def checksum(content: bytes) -> str:
    return "sha256:" + hashlib.sha256(content).hexdigest()


def record_checksum(content: bytes) -> str:
    """The checksum of a record's bytes without the line that holds this checksum."""
    return checksum(OWN_CHECKSUM_LINE.sub(b"", content, count=1))


def content(file: Path, root: Path) -> bytes:
    """The bytes of a file. Raises DataError where it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        why = error.strerror or "cannot be read"
        raise DataError(fault(file, root, f"the file cannot be read ({why})")) from None


def text(file: Path, root: Path) -> str:
    """A file as UTF-8 text. Raises DataError where it cannot be read or is not UTF-8."""
    try:
        return content(file, root).decode("utf-8")
    except UnicodeDecodeError as error:
        raise DataError(fault(file, root, f"is not UTF-8 text at byte {error.start}")) from None


def toml(file: Path, root: Path) -> dict[str, object]:
    """What the file says, without a record's own checksum (see `check_stamp`). Raises DataError for what is no TOML."""
    try:
        content = tomllib.loads(text(file, root))
        return {key: value for key, value in content.items() if key != OWN_CHECKSUM}
    except tomllib.TOMLDecodeError as error:
        raise DataError(fault(file, root, f"is not valid TOML ({error})")) from None


def check_stamp(file: Path, root: Path) -> None:
    """Raise DataError unless the record is, byte for byte, the one that was stamped."""
    stamped, found = content(file, root), record_checksum(content(file, root))
    if f'{OWN_CHECKSUM} = "{found}"\n'.encode() not in stamped:
        problem = "the record is not the one that was stamped"
        mend = stamp_or_restore(file, root, stamp_name(file))
        raise DataError(Fault(path_in_project(file, root), problem, mend, OWN_CHECKSUM, found[:19] + "..."))


def stamp_name(file: Path) -> str:
    """What `--stamp` calls the record: a table or breakdown by its name, a pack or the shapes by their folder."""
    by_file = file.parent.name in ("tables", "breakdowns") or file.stem == "regions"
    return file.stem if by_file else file.parent.name


def rows(
    file: Path, root: Path, columns: tuple[str, ...], mend: str, optional: tuple[str, ...] = ()
) -> pd.DataFrame:
    """The csv as text columns, blanks as "". Raises DataError unless it has exactly these columns in this order, any of
    `optional` after them, and whole lines; `mend` is the command that the error recommends."""
    name, lines = path_in_project(file, root), text(file, root)
    header = tuple(lines.split("\n", 1)[0].split(","))
    columns += tuple(column for column in optional if column in header)
    if header != columns:
        raise DataError(_header_fault(name, header, columns, mend))
    if not lines.endswith("\n"):
        last = lines.rsplit("\n", 1)[-1]
        raise DataError(
            Fault(name, "the file is cut off in the middle of its last line", mend, columns[-1], last)
        )
    try:
        return pd.read_csv(
            io.StringIO(lines), dtype=str, na_filter=False, keep_default_na=False, index_col=False
        )
    except (pd.errors.ParserError, ValueError) as error:
        problem = f"a line does not have the {len(columns)} values of the header ({error})"
        raise DataError(Fault(name, problem, mend, columns[-1])) from None


def _header_fault(name: str, header: tuple[str, ...], columns: tuple[str, ...], mend: str) -> Fault:
    missing = next((column for column in columns if column not in header), None)
    if missing is not None:
        return Fault(name, "the column is missing", mend, missing, ",".join(header), 1)
    extra = next((column for column in header if column not in columns), None)
    if extra is not None:
        return Fault(name, "its record knows no such column", mend, extra, ",".join(header), 1)
    return Fault(
        name, f"the columns are not in the order {','.join(columns)}", mend, header[0], ",".join(header), 1
    )
