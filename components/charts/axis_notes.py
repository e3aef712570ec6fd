"""Says in words where the axis of a figure's values leaves out zero."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from components.charts.result import ChartResult
from components.i18n.text import say

CARTESIAN = ("scatter", "bar")


def with_axis_note(result: ChartResult, truncated: list[str], language: str) -> ChartResult:
    """The result with one more note, which names the axes where both count something."""
    key = "axis.truncated.both" if len(value_axes(result.figure)) > 1 else "axis.truncated"
    return replace(result, notes=(*result.notes, say(key, language, names="; ".join(truncated))))


def truncated_axes(figure: Any) -> list[str]:
    """The titles of the value axes of a figure that leave out zero."""
    return [
        axis.get("title", {}).get("text", "").replace("<br>", " ")
        for axis, values in value_axes(figure)
        if not has_zero(axis.get("range") or values)
    ]


def value_axes(figure: Any) -> list[tuple[dict[str, Any], list[float]]]:
    """The axes of a plotly figure that count something, each with its values: not those of names or years."""
    if not isinstance(figure, dict):
        return []
    traces = [trace for trace in figure.get("data", ()) if trace["type"] in CARTESIAN]
    found = []
    for letter in ("x", "y") if traces else ():
        axis = figure["layout"][f"{letter}axis"]
        if axis.get("visible") is not False and axis.get("tickformat") != "d" and axis.get("type") is None:
            values = [value for trace in traces for value in trace.get(letter) or () if is_number(value)]
            found.append((axis, values))
    return [(axis, values) for axis, values in found if values]


def is_number(value: object) -> bool:
    """Whether a mark stands at a number."""
    return isinstance(value, int | float) and value == value


def has_zero(values: Iterable[float]) -> bool:
    """Whether zero is among or between values; plotly begins an axis without a range near the least of them."""
    ends = list(values)
    return min(ends) <= 0 <= max(ends)
