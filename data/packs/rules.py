"""The rules that each cell of a pack's table must keep."""

from collections.abc import Callable, Iterator, Mapping
from itertools import permutations

import numpy as np
import numpy.typing as npt
import pandas as pd

from data import validation
from data.languages import stems
from data.pack_records import PackColumn
from data.packs.schema import TableSchema
from data.records import TRANSLATED, number
from data.standings import STANDINGS, WITHOUT_VALUE

ERRATA = "errata"
Cells = npt.NDArray[np.object_]
Mask = npt.NDArray[np.bool_]
Rule = tuple[str, Mask, str]
Tables = Mapping[str, pd.DataFrame]


def rules(
    rows: pd.DataFrame,
    table: TableSchema,
    narrowed: Mapping[str, PackColumn],
    sources: set[str],
    others: Tables,
) -> Iterator[Rule]:
    """Every rule as column, which rows keep it, and what is wrong with the others; in the order of the columns.

    `narrowed` are columns of which the record allows less than the schema; `others` are all tables of the pack as text.
    Tables of a pack have few rows: the cells are plain arrays, because a Series costs a hundred times as much as what
    is asked of it."""
    errata = set(others[ERRATA]["id"]) if ERRATA in others else set()
    cells = {str(name): rows[name].to_numpy(object) for name in rows.columns}
    silent = is_among(cells["standing"], WITHOUT_VALUE)
    for name, column in table.columns.items():
        yield from column_rules(name, cells[name], column, silent)
    for name, column in narrowed.items():
        yield from type_rules(name, cells[name], column)
    for name, column in table.columns.items():
        yield from reference_rules(name, cells[name], column, others)
    known_standing = is_among(cells["standing"], STANDINGS)
    yield "standing", known_standing, f"is not a standing ({', '.join(STANDINGS)})"
    yield "source", all_known(cells["source"], sources), "is not a source of pack.toml"
    yield "note", all_known(cells["note"], errata, blank=True), f"is not an id of {ERRATA}.csv"
    yield from silence_rules(cells)
    yield from language_rules(cells)
    yield from order_rules(cells)
    once = ~rows.duplicated(list(table.key)).to_numpy()
    yield table.key[0], once, f"stands twice for the key {', '.join(table.key)}"


def column_rules(name: str, texts: Cells, column: PackColumn, silent: Mask) -> Iterator[Rule]:
    """A required column is filled, save a value without a figure; and every cell is of the column's type."""
    if column.required:
        filled = texts != ""
        yield name, filled | silent if name == "value" else filled, "may not be blank"
    yield from type_rules(name, texts, column)


def type_rules(name: str, texts: Cells, column: PackColumn) -> Iterator[Rule]:
    if column.type in ("number", "integer"):
        yield from number_rules(name, texts, column)
    if column.type == "choice":
        yield name, is_among(texts, ("", *column.choices)), f"is not one of {', '.join(column.choices)}"
    if column.type == "date":
        dates = passes(texts, lambda text: text == "" or validation.is_date(text))
        yield name, dates, "is not a date (2024, 2024-03 or 2024-03-21)"


def number_rules(name: str, texts: Cells, column: PackColumn) -> Iterator[Rule]:
    blank, numbers = texts == "", number(pd.Series(texts, dtype=str)).to_numpy()
    yield name, blank | ~np.isnan(numbers), "is not a number"
    if column.type == "integer":
        yield name, blank | (numbers == numbers.round()), "is not a whole number"
    if column.minimum is not None:
        yield name, blank | (numbers >= column.minimum), f"is below {column.minimum:g}"
    if column.maximum is not None:
        yield name, blank | (numbers <= column.maximum), f"is above {column.maximum:g}"


def reference_rules(name: str, texts: Cells, column: PackColumn, others: Tables) -> Iterator[Rule]:
    """What a column names in another table of the pack is there, where the pack has that table with rows."""
    table, _, key = column.refers.partition(".")
    if table in others and not others[table].empty:
        yield name, is_among(texts, {"", *others[table][key]}), f"is not a {key} of {table}.csv"


def passes(texts: Cells, test: Callable[[str], bool]) -> Mask:
    """Which cells pass a test."""
    return np.fromiter(map(test, texts), bool, len(texts))


def is_among(texts: Cells, known: Mapping[str, object] | set[str] | tuple[str, ...]) -> Mask:
    """Which cells are one of the known texts."""
    return passes(texts, known.__contains__)


def all_known(texts: Cells, known: set[str], *, blank: bool = False) -> Mask:
    """Which cells name only known ids, separated by spaces; `blank` says whether naming none is right."""
    return passes(texts, lambda text: set(text.split()) <= known and (blank or text.strip() != ""))


def silence_rules(cells: Mapping[str, Cells]) -> Iterator[Rule]:
    """Rows that are `not-published` or `not-in-our-copy` must have an empty value."""
    if "value" not in cells:
        return
    for standing in WITHOUT_VALUE:
        empty = (cells["standing"] != standing) | (cells["value"] == "")
        yield "value", empty, f"has a value although its standing is {standing}"


def language_rules(cells: Mapping[str, Cells]) -> Iterator[Rule]:
    """A text in one language is there in the others that every table has."""
    for stem in stems(cells):
        for has, lacking in permutations(TRANSLATED, 2):
            translated = (cells[f"{stem}_{lacking}"] != "") | (cells[f"{stem}_{has}"] == "")
            yield f"{stem}_{lacking}", translated, "lacks its translation"


def order_rules(cells: Mapping[str, Cells]) -> Iterator[Rule]:
    """What ends does not end before it starts, as far as both dates go."""
    if "start" not in cells or "end" not in cells:
        return
    pairs = zip(cells["start"], cells["end"], strict=True)
    in_order = [not (start and end) or end[: len(start)] >= start[: len(end)] for start, end in pairs]
    yield "end", np.array(in_order, bool), "is before the start"
