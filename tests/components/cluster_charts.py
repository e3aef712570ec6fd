"""Results of the cluster view's charts and the marks that they draw: for the rules about organisations."""

from typing import Any

from components.charts.result import ChartResult
from components.layout import chart_results
from components.state.selection import Selection, choices
from components.views.clusters.organisations import FILTERS
from data import Data


def picture(data: Data, name: str, **chosen: Any) -> ChartResult:
    return chart_results.chart_result(f"clusters.{name}", data, Selection(tab="clusters", **chosen))


def marks(drawn: ChartResult) -> list[dict[str, Any]]:
    assert isinstance(drawn.figure, dict)
    return [trace for trace in drawn.figure["data"] if trace.get("customdata")]


def selections(data: Data) -> list[Selection]:
    """Every choice of every control alone, in both places."""
    base = Selection(tab="clusters")
    alone = [base.but(**{name: (option,)}) for name in FILTERS for option in choices(data)[name]]
    return [item.but(location=place) for item in [base, *alone] for place in choices(data)["location"]]
