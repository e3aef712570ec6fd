"""A chart result as CSV that no spreadsheet runs."""

import re
from typing import Any

import pandas as pd

from components.charts.result import ChartResult
from components.render.cells import is_missing, moment
from data.periods import period_of

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
RUNS = re.compile(r"^(?=[\t\r\n]|\s*[=+\-@＝＋－＠])|(?<=[;\t\r\n])(?=\s*[=+\-@＝＋－＠])")
LINE_END = re.compile(r"\r\n?|\x00")
BOM = "\ufeff"
WRITTEN = {"en": (",", "."), "it": (";", ",")}


def csv(picture: ChartResult, language: str) -> str:
    """The rows as CSV, text inert. It begins with a byte order mark, by which Excel knows UTF-8; in Italian it has
    the separator and the decimal mark that Excel expects there."""
    rows = attributed(picture).rename(columns=inert)
    rows = rows.assign(**{column: written(rows[column]) for column in rows})
    separator, decimal = WRITTEN[language]
    return BOM + rows.to_csv(index=False, lineterminator="\n", sep=separator, decimal=decimal)


def attributed(picture: ChartResult) -> pd.DataFrame:
    """The rows, every number as the publisher gave it, with who says so in the last columns."""
    periods = {one.code: period_of(one) for one in picture.indicators if one.period}
    says = {
        "publisher": "; ".join(dict.fromkeys(str(one.source.publisher) for one in picture.cited)),
        "licence": "; ".join(dict.fromkeys(str(one.source.licence) for one in picture.cited)),
    }
    rows = picture.rows
    if periods and "year" in rows:
        rows = rows.assign(period=[str(moment(picture, row)) for row in rows.to_dict("records")])
    return rows.assign(**says)


def written(cells: pd.Series) -> pd.Series:
    """Numbers as numbers, also where some are missing; text inert."""
    if pd.api.types.is_numeric_dtype(cells):
        return cells
    filled = [one for one in cells if not is_missing(one)]
    if filled and all(isinstance(one, (int, float)) and not isinstance(one, bool) for one in filled):
        return pd.Series([None if is_missing(one) else one for one in cells], cells.index, dtype="float64")
    return cells.map(inert)


def inert(text: Any) -> Any:
    """Text that a spreadsheet will not run: a cell that starts like a formula, and what starts like one after a
    mark that some spreadsheets take for the end of a cell, gets an apostrophe before it."""
    return RUNS.sub("'", LINE_END.sub("\n", text)) if isinstance(text, str) else text
