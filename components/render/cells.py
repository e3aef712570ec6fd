"""Cells of a table, before they are written as HTML, CSV or XLSX."""

from typing import Any

import pandas as pd

from components.charts.provenance import CODES
from components.charts.result import ChartResult
from data.periods import period_of


def year_or_period(result: ChartResult, values: dict[str, Any]) -> Any:
    """The year of a row, or the period that its values refer to."""
    codes = {indicator.code: indicator for indicator in result.indicators}
    named = [values[column] for column in CODES if values.get(column) in codes]
    periods = {period_of(codes[code]) for code in named or codes}
    return next(iter(periods)) or values["year"] if len(periods) == 1 else values["year"]


def is_missing(value: Any) -> bool:
    """Whether a cell has no value."""
    return value is None or value is pd.NA or (isinstance(value, float) and value != value)
