"""A chart result as an HTML table."""

from typing import Any, SupportsFloat

import pandas as pd
from dash import html

from components.charts.naming import CODES, code_label, heading, name_of
from components.charts.result import ChartResult
from components.i18n.numbers import number
from components.i18n.text import has_words, say
from components.render.cells import is_missing, year_or_period
from data import Data

PLAIN = ("year", "no", "code", "since", "broken", "rank_year", "first", "last", "second_year")


def cell(data: Data, result: ChartResult, column: str, value: Any, language: str) -> str:
    """One value as a reader reads it."""
    if column == "flag" and not (isinstance(value, str) and value):
        return ""
    if is_missing(value) or value == "":
        return say("value.none", language) if column == "value" else ""
    if column == "region":
        return name_of(data, str(value), language)
    if column in CODES:
        return code_label(column, str(value), language)
    if isinstance(value, bool) or not isinstance(value, SupportsFloat):
        key = f"value.{column}.{value}"
        return say(key, language) if has_words(key) else str(value)
    return f"{value:.0f}" if column in PLAIN else number(float(value), language, result.places(column))


def table_box(data: Data, result: ChartResult, language: str, caption: str) -> html.Div:
    """The table in a box of its own that a keyboard can scroll."""
    return html.Div(
        table(data, result, language, caption),
        className="scroll",
        role="group",
        tabIndex="0",
        **{"aria-label": caption},
    )


def table(data: Data, result: ChartResult, language: str, caption: str) -> html.Table:
    """All rows of a result, each row carrying its standing."""
    columns = [column for column in result.rows if has_words(f"column.{column}")]
    numeric = {column for column in columns if pd.api.types.is_numeric_dtype(result.rows[column])}
    head = html.Tr(
        [
            html.Th(heading(c, language), scope="col", className="number" if c in numeric else None)
            for c in columns
        ]
    )
    body = [
        row(data, result, dict(zip(result.rows.columns, values, strict=True)), columns, numeric, language)
        for values in result.rows.itertuples(index=False, name=None)
    ]
    return html.Table([html.Caption(caption), html.Thead(head), html.Tbody(body)], className="rows")


def row(
    data: Data,
    result: ChartResult,
    values: dict[str, Any],
    columns: list[str],
    numeric: set[str],
    language: str,
) -> html.Tr:
    """One row: its first cell is its name."""
    values = {**values, "year": year_or_period(result, values)} if "year" in values else values
    cells = [cell(data, result, column, values[column], language) for column in columns]
    first = html.Th(cells[0], scope="row") if cells else None
    rest = [
        html.Td(text, className="number" if c in numeric else None)
        for c, text in zip(columns[1:], cells[1:], strict=True)
    ]
    standing = {"data-standing": values["standing"]} if values.get("standing") else {}
    return html.Tr([first, *rest], **standing)
