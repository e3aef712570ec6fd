"""Holds imported rows against their record and names the first bad cell where the reader finds it: file, line
and value."""

import pandas as pd

from data import table_rules
from data.importers.files import NotThisFormat
from data.records import KEY, Table
from data.table_rules import TWICE, Violation


def refuse_bad_cells(rows: pd.DataFrame, record: Table, known: set[str]) -> None:
    """Raise on the first value that the record does not allow; `rows` have the columns `file` and `line`."""
    violation = table_rules.first_violation(rows, record, known)
    if violation is not None:
        raise NotThisFormat(_sentence(violation, rows, record))


def _sentence(violation: Violation, rows: pd.DataFrame, record: Table) -> str:
    row, column = rows.iloc[violation.row], violation.column
    if violation.problem == TWICE:
        return _twice(rows, row)
    limits = record.indicators[row["indicator"]]
    allowed = (
        f" ({row['indicator']} may be {limits.minimum:.12g} to {limits.maximum:.12g})"
        if column == "value"
        else ""
    )
    return (
        f"{row['file']} line {row['line']}: the {column} '{row[column]}' of {row['region']}, {row['year']}, "
        f"{violation.problem}{allowed}; nothing was changed."
    )


def _twice(rows: pd.DataFrame, row: pd.Series) -> str:
    same = rows[(rows[list(KEY)] == row[list(KEY)]).all(axis=1)]
    lines = " and ".join(f"{file} line {line}" for file, line in same[["file", "line"]].head(2).to_numpy())
    return f"{lines}: the value of {row['indicator']}, {row['region']}, {row['year']}, stands twice; leave one out."
