"""A chart result as CSV that no spreadsheet runs."""

import re
from typing import Any

import pandas as pd

from components.charts.provenance import rows_of
from components.charts.result import ChartResult
from components.i18n.cldr import csv_marks
from components.render.cells import is_missing, year_or_period
from data.periods import period_of

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
RUNS = re.compile(r"^(?=[\t\r\n]|\s*[=+\-@＝＋－＠])|(?<=[;\t\r\n])(?=\s*[=+\-@＝＋－＠])")
LINE_END = re.compile(r"\r\n?|\x00")
BOM = "\ufeff"
LARGEST_WHOLE = 2**53


def csv(result: ChartResult, language: str) -> str:
    """The rows as CSV, text inert. It begins with a byte order mark, by which Excel knows UTF-8; it has the
    separator and the decimal mark that Excel expects in the language."""
    rows = rows_with_sources(result).rename(columns=inert_text)
    rows = rows.assign(**{column: csv_cells(rows[column]) for column in rows})
    separator, decimal = csv_marks(language)
    return BOM + rows.to_csv(index=False, lineterminator="\n", sep=separator, decimal=decimal)


def rows_with_sources(result: ChartResult) -> pd.DataFrame:
    """The rows, every number as the publisher gave it, with who says so in the last columns: of the row where it names
    its indicator or source, else of all rows."""
    periods = {indicator.code: period_of(indicator) for indicator in result.indicators if indicator.period}
    rows = result.rows
    sources = sources_by_row(result)
    says = {
        name: ["; ".join(dict.fromkeys(str(getattr(item, name)) for item in given)) for given in sources]
        for name in ("publisher", "licence")
    }
    if periods and "year" in rows:
        rows = rows.assign(period=[str(year_or_period(result, row)) for row in rows.to_dict("records")])
    return rows.assign(**says)


def sources_by_row(result: ChartResult) -> list[list[Any]]:
    """The sources of each row: those it names, else all that are cited."""
    rows = result.rows.reset_index(drop=True)
    named: list[list[Any]] = [[] for _ in range(len(rows))]
    for citation in result.cited:
        for at in rows_of(citation.source, citation.indicators, rows).index:
            named[at].append(citation.source)
    every = [citation.source for citation in result.cited]
    return [given or every for given in named]


def csv_cells(cells: pd.Series) -> pd.Series:
    """Numbers as numbers, also where some are missing; text inert."""
    if pd.api.types.is_float_dtype(cells):
        return integers_where_whole(cells)
    if pd.api.types.is_numeric_dtype(cells):
        return cells
    filled = [cell for cell in cells if not is_missing(cell)]
    if filled and all(isinstance(item, (int, float)) and not isinstance(item, bool) for item in filled):
        return integers_where_whole(
            pd.Series([None if is_missing(cell) else cell for cell in cells], cells.index, dtype="float64")
        )
    return cells.map(inert_text)


def integers_where_whole(cells: pd.Series) -> pd.Series:
    """Numbers without a decimal mark where none of them needs one: a year with gaps is 2018, not 2018.0."""
    known = cells.dropna()
    fits = ((known % 1 == 0) & (known.abs() < LARGEST_WHOLE)).all()
    return cells.astype("Int64") if len(known) and fits else cells


def inert_text(text: Any) -> Any:
    """Text that a spreadsheet will not run: a cell that starts like a formula, and what starts like one after a
    mark that some spreadsheets take for the end of a cell, gets an apostrophe before it."""
    return RUNS.sub("'", LINE_END.sub("\n", text)) if isinstance(text, str) else text
