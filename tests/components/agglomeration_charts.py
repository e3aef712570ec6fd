"""Results of the charts about divisions and their agglomerations: for the rules about them."""

from typing import Any

from components.charts.result import ChartResult
from components.layout import chart_results
from components.state.selection import Selection
from components.theme import palette
from data import Data

REGIONS = ("ITC4", "DE30", "ES21", "EE00", "FR10", "FRY1", "LU00", "PT1A", "HU11", "NL35", "FI20", "CY00")


COLOURS = palette("light")


def result_of(name: str, data: Data, **fields: Any) -> ChartResult:
    return chart_results.chart_result(name, data, Selection(tab=name.partition(".")[0], **fields))


def bars(result: ChartResult) -> dict[str, Any]:
    assert isinstance(result.figure, dict)
    return next(trace for trace in result.figure["data"] if trace["type"] == "bar")
