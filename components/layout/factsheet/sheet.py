"""The two sheets as HTML: the same blocks, places and type sizes as in the PowerPoint file."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components import figures
from components.figures.frame import Look
from components.figures.svg_lines import svg_lines
from components.i18n.text import say
from components.layout.chart_address import chart_address
from components.layout.factsheet.block import Block, Table
from components.layout.factsheet.locator import locator, svg_locator
from components.layout.factsheet.measure import TREND_HEIGHT, column_widths, limits_text
from components.layout.factsheet.sheet_layout import Layout
from components.render.markup import Words
from components.state.selection import Selection
from data import Data

BAR = '<svg class="sheet-bar" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">'


def sheets(data: Data, chosen: Selection, placed: Layout, foot: str) -> list[Component]:
    """Both sheets; `foot` is printed under them, with their number."""
    first = [
        head(data, chosen, placed),
        *[block(item, chosen) for item in placed.wide],
        columns(placed.columns[:2], chosen),
    ]
    second = [columns(placed.columns[2:], chosen), closing_box(placed)]
    return [
        html.Article(
            [
                *body,
                html.P(say("factsheet.foot", chosen.lang, foot=foot, number=number), className="sheet-foot"),
            ],
            className="sheet",
            **{"aria-label": say("factsheet.sheet", chosen.lang, number=number)},
        )
        for number, body in enumerate((first, second), start=1)
    ]


def head(data: Data, chosen: Selection, placed: Layout) -> Component:
    """The region's name, its code and country, what its headline numbers say, and where it lies."""
    drawing = Words(children=svg_locator(locator(data, chosen)), tag="div", className="sheet-map")
    texts = [
        html.H2(placed.title, className="sheet-title"),
        html.P(placed.subtitle, className="sheet-subtitle"),
    ]
    texts += [html.P(text) for text in placed.lead]
    return html.Header([html.Div(texts), drawing], className="sheet-head")


def block(shown: Block, chosen: Selection) -> Component:
    """A block: title, sentences, drawing, tables, limits, source."""
    lines = [html.P(text) for text in shown.texts]
    points = html.Ul([html.Li(text) for text in shown.points]) if shown.points else None
    limits = html.P(limits_text(shown), className="limits") if shown.limits else None
    link = html.A(shown.title, href=chart_address(shown.chart, chosen))
    return html.Section(
        [
            html.H3(link),
            *lines,
            trend_lines(shown, chosen.lang),
            *[
                figures.scroll_box(table(item), item.label) if shown.is_wide else table(item)
                for item in shown.tables
            ],
            points,
            limits,
            html.P(shown.source, className="sheet-source"),
        ],
        className="block wide" if shown.is_wide else "block",
        **{"data-block": shown.name},
    )


def trend_lines(shown: Block, language: str) -> Component | None:
    """The lines of a trend."""
    if shown.trend is None:
        return None
    look = Look("light", language, shown.trend.unit, shown.trend.decimals)
    text = svg_lines(list(shown.trend.series), look, label=shown.trend.label, height=TREND_HEIGHT)
    return Words(children=text, tag="div", className="sheet-lines")


def table(shown: Table) -> Component:
    """A table, its columns as wide as in the file; a bar under the first text of a row where there are bars."""
    widths = column_widths(shown, 100)
    numbers = tuple(at for at, column in enumerate(shown.columns) if column.is_number)
    columns = html.Colgroup([html.Col(style={"width": f"{width:.2f}%"}) for width in widths])
    heads = figures.headings([column.head for column in shown.columns], numbers)
    rows = [
        html.Tr(
            [html.Th([row[0], bar(shown, at)], scope="row"), *cells(row, numbers)],
            className="strong" if at in shown.strong else None,
        )
        for at, row in enumerate(shown.rows)
    ]
    return html.Table([html.Caption(shown.label, className="unseen"), columns, heads, html.Tbody(rows)])


def cells(row: tuple[str, ...], numbers: tuple[int, ...]) -> list[Component]:
    """The cells of a row after its first."""
    return [
        html.Td(text, className="number" if at in numbers else None)
        for at, text in enumerate(row[1:], start=1)
    ]


def bar(shown: Table, at: int) -> Component | None:
    """The bar of a row, drawn so that it prints without a background."""
    if not shown.bars:
        return None
    svg_text = f'{BAR}<rect width="{100 * shown.bars[at]:.1f}" height="2"/></svg>'
    return Words(children=svg_text, tag="span")


def columns(shown: tuple[tuple[Block, ...], ...], chosen: Selection) -> Component:
    """The columns of a sheet."""
    return html.Div(
        [html.Div([block(item, chosen) for item in column], className="sheet-column") for column in shown],
        className="sheet-columns",
    )


def closing_box(placed: Layout) -> Component:
    """With whom the region is compared, what is not covered, how to read the numbers."""
    texts: list[Any] = [html.P(text) for text in placed.closing.texts]
    return html.Section([html.H3(placed.closing.title), *texts], className="sheet-closing")
