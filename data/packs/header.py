"""The names of the columns in the first line of a pack's csv."""

from collections.abc import Iterator
from dataclasses import replace

from data import reading
from data.errors import Fault
from data.packs.folder import nearest_word
from data.packs.schema import TableSchema
from data.packs.spreadsheet import Sheet


def as_in_schema(sheet: Sheet, table: TableSchema) -> Sheet:
    """The sheet with its columns spelt as the schema has them: a person may write `Name` for `name`."""
    spelt = {name.casefold(): name for name in table.all_columns}
    return replace(sheet, header=tuple(spelt.get(name.casefold(), name) for name in sheet.header))


def faults(sheet: Sheet, table: TableSchema) -> Iterator[Fault]:
    """Lines above the header; else columns that are not of the table, stand twice or are missing."""
    title = title_line(sheet, table)
    yield from [title] if title else column_faults(sheet, table)


def title_line(sheet: Sheet, table: TableSchema) -> Fault | None:
    """That lines such as a title in merged cells stand above the header."""
    known = table.all_columns.keys()
    below = [number for number, cells in sheet.lines if len(known & {cell.casefold() for cell in cells}) > 1]
    if known & set(sheet.header) or not below:
        return None
    problem = f"is above the names of the columns, which stand on line {below[0]}"
    shown = reading.path_in_project(sheet.file, sheet.root)
    return Fault(shown, problem, "remove what stands above them", "", sheet.header[0], 1)


def column_faults(sheet: Sheet, table: TableSchema) -> Iterator[Fault]:
    """Columns that are not of the table, stand twice or are missing."""
    shown, columns, header = reading.path_in_project(sheet.file, sheet.root), table.all_columns, sheet.header
    for at, name in enumerate(header):
        if name not in columns:
            problem = f"is not a column of {sheet.file.stem}{nearest_word(name, columns)}"
            yield Fault(shown, problem, "remove or rename the column", name, "", 1)
        if name in header[:at]:
            yield Fault(shown, "the column stands twice", "remove one of them", name, "", 1)
    for name, column in columns.items():
        if column.required and name not in header:
            yield Fault(
                shown, "the column is missing", "add it with a value in each row", name, ",".join(header), 1
            )
