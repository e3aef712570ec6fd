"""The rules that each cell of a pack's table must keep. Knows columns and texts, no file."""

from collections.abc import Mapping

import pandas as pd

from data import validation
from data.packs.schema import TableSchema
from data.records import STANDINGS, WITHOUT_VALUE, PackColumn, PackTable, number

ERRATA = "errata"
Rule = tuple[str, "pd.Series[bool]", str]
Tables = Mapping[str, pd.DataFrame]


def rules(
    rows: pd.DataFrame,
    table: TableSchema,
    record: PackTable,
    sources: set[str],
    others: Tables,
) -> list[Rule]:
    """Every rule as column, which rows keep it, and what is wrong with the others; in the order of the columns.

    `record` may narrow what the schema allows; `others` are all tables of the pack as text."""
    errata = set(others[ERRATA]["id"]) if ERRATA in others else set()
    return [
        *(rule for name, column in table.columns.items() for rule in column_rules(rows, name, column)),
        *(rule for name, column in record.columns.items() for rule in type_rules(rows[name], column)),
        *(
            rule
            for name, column in table.columns.items()
            for rule in reference_rules(rows[name], column, others)
        ),
        ("standing", rows["standing"].isin(list(STANDINGS)), f"is not a standing ({', '.join(STANDINGS)})"),
        ("source", all_known(rows["source"], sources), "is not a source of pack.toml"),
        ("note", all_known(rows["note"], errata, blank=True), f"is not an id of {ERRATA}.csv"),
        *silence_rules(rows),
        *language_rules(rows),
        (
            table.key[0],
            ~rows.duplicated(list(table.key)),
            f"stands twice for the key {', '.join(table.key)}",
        ),
    ]


def column_rules(rows: pd.DataFrame, name: str, column: PackColumn) -> list[Rule]:
    """A required column is filled, save a value without a figure; and every cell is of the column's type."""
    texts = rows[name]
    silent = rows["standing"].isin(WITHOUT_VALUE) & (name == "value")
    filled = [(name, (texts != "") | silent, "may not be blank")] if column.required else []
    return [*filled, *type_rules(texts, column)]


def type_rules(texts: pd.Series, column: PackColumn) -> list[Rule]:
    name, blank = str(texts.name), texts == ""
    if column.type in ("number", "integer"):
        return number_rules(texts, column)
    if column.type == "choice":
        return [(name, blank | texts.isin(column.choices), f"is not one of {', '.join(column.choices)}")]
    if column.type == "date":
        return [(name, blank | validation.is_date(texts), "is not a date (2024, 2024-03 or 2024-03-21)")]
    return []


def number_rules(texts: pd.Series, column: PackColumn) -> list[Rule]:
    name, blank, numbers = str(texts.name), texts == "", number(texts)
    found = [(name, blank | numbers.notna(), "is not a number")]
    if column.type == "integer":
        found.append((name, blank | (numbers == numbers.round()), "is not a whole number"))
    if column.minimum is not None:
        found.append((name, blank | (numbers >= column.minimum), f"is below {column.minimum:g}"))
    if column.maximum is not None:
        found.append((name, blank | (numbers <= column.maximum), f"is above {column.maximum:g}"))
    return found


def reference_rules(texts: pd.Series, column: PackColumn, others: Tables) -> list[Rule]:
    """What a column names in another table of the pack is there, where the pack has that table with rows."""
    table, _, key = column.refers.partition(".")
    if table not in others or others[table].empty:
        return []
    known = texts.isin(set(others[table][key])) | (texts == "")
    return [(str(texts.name), known, f"is not a {key} of {table}.csv")]


def all_known(texts: pd.Series, known: set[str], *, blank: bool = False) -> pd.Series:
    """Which cells name only known ids, separated by spaces; `blank` says whether naming none is right."""
    return texts.map(lambda text: set(text.split()) <= known and (blank or text.strip() != "")).astype(bool)


def silence_rules(rows: pd.DataFrame) -> list[Rule]:
    """Rows that are `not-published` or `not-in-our-copy` must have an empty value."""
    if "value" not in rows:
        return []
    return [
        (
            "value",
            (rows["standing"] != standing) | (rows["value"] == ""),
            f"has a value although its standing is {standing}",
        )
        for standing in WITHOUT_VALUE
    ]


def language_rules(rows: pd.DataFrame) -> list[Rule]:
    """A text in one language is there in the other."""
    names = [str(name) for name in rows.columns]
    stems = [name[:-3] for name in names if name.endswith("_en") and f"{name[:-3]}_it" in names]
    return [
        (
            f"{stem}_{lacking}",
            (rows[f"{stem}_{lacking}"] != "") | (rows[f"{stem}_{has}"] == ""),
            "lacks its translation",
        )
        for stem in stems
        for has, lacking in (("en", "it"), ("it", "en"))
    ]
