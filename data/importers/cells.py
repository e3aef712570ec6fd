"""Holds imported rows against their record and names the first bad cell where the reader finds it: file, line
and value. Knows no format."""

import pandas as pd
import pandera.errors

from data import records
from data.importers.files import NotThisFormat
from data.records import KEY, Table


def refuse_bad_cells(rows: pd.DataFrame, record: Table, known: set[str]) -> None:
    """Raise on the first value that the record does not allow; `rows` have the columns `file` and `line`."""
    try:
        records.schema(record, known).validate(rows)
    except pandera.errors.SchemaError as error:
        raise NotThisFormat(_sentence(error, rows, record)) from None


def _sentence(error: pandera.errors.SchemaError, rows: pd.DataFrame, record: Table) -> str:
    problem = str(error.check.error if hasattr(error.check, "error") else error)
    cases = error.failure_cases
    at = int(cases["index"].dropna().min()) if isinstance(cases, pd.DataFrame) and "index" in cases else 0
    row = rows.iloc[at]
    if "twice" in problem:
        return _twice(rows, row)
    column = str(error.schema.name) if error.schema.name in ("year", "flag") else "value"
    limits = record.indicators[row["indicator"]]
    allowed = (
        f" ({row['indicator']} may be {limits.minimum:.12g} to {limits.maximum:.12g})"
        if column == "value"
        else ""
    )
    return (
        f"{row['file']} line {row['line']}: the {column} '{row[column]}' of {row['region']}, {row['year']}, "
        f"{problem}{allowed}; nothing was changed."
    )


def _twice(rows: pd.DataFrame, row: pd.Series) -> str:
    same = rows[(rows[list(KEY)] == row[list(KEY)]).all(axis=1)]
    lines = " and ".join(f"{file} line {line}" for file, line in same[["file", "line"]].head(2).to_numpy())
    return f"{lines}: the value of {row['indicator']}, {row['region']}, {row['year']}, stands twice; leave one out."
