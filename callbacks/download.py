"""Rows to take away or to look at: one plain address per chart and format, so that a link to the data is a
link."""

from collections.abc import Callable

from dash import Dash
from flask import Response, abort, request

from components.charts.result import ChartResult
from components.i18n.text import say
from components.layout import card, chart_results
from components.layout.notice import quotable_text
from components.render import csv_file, html_table, markup
from components.render import facts as about
from components.render.workbook import workbook
from components.state.address_faults import not_understood
from components.state.base_path import with_base
from components.state.selection import Selection, from_url, to_url
from components.views import CHARTS
from data import Data

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Writer = Callable[[str, ChartResult, Selection], str | bytes]
FORMATS: dict[str, tuple[str, Writer]] = {
    "csv": ("text/csv", lambda _, result, chosen: csv_file.csv(result, chosen.lang)),
    "xlsx": (
        XLSX,
        lambda name, result, chosen: workbook(result, card.question(name, result, chosen.lang), chosen),
    ),
    "about.txt": (
        "text/plain",
        lambda name, result, chosen: about.text_file(
            result, card.question(name, result, chosen.lang), with_base(to_url(chosen)), chosen.lang
        ),
    ),
}


def register(app: Dash, data: Data) -> None:
    """Add `/data/<tab>.<chart>.csv`, `.xlsx`, `.about.txt`, which says what the CSV holds, and `.table`, the same rows
    as a piece of HTML; the query is the Selection's."""

    @app.server.get("/data/<name>.<any(csv, xlsx, 'about.txt'):kind>")
    def rows(name: str, kind: str) -> Response:
        """Exactly the rows that the chart draws for this Selection."""
        chosen = chosen_for(name, data)
        refuse_what_is_not_understood(chosen, data)
        mimetype, write = FORMATS[kind]
        body = write(name, chart_to_download(name, data, chosen), chosen)
        headers = {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
        if kind == "csv":
            query = to_url(chosen).partition("?")[2]
            about_address = with_base(f"/data/{name}.about.txt?{query}")
            headers["Link"] = f'<{about_address}>; rel="describedby"'
        return Response(body, mimetype=mimetype, headers=headers)

    @app.server.get("/data/<name>.table")
    def table(name: str) -> str:
        """The rows as the table that opens under the chart."""
        chosen = chosen_for(name, data)
        result = chart_to_download(name, data, chosen)
        shown = html_table.table_box(data, result, chosen.lang, card.question(name, result, chosen.lang))
        return markup.html_of(shown)


def chosen_for(name: str, data: Data) -> Selection:
    """The Selection that the query asks for, of the chart's tab; 404 where there is no such chart."""
    if name not in CHARTS:
        abort(404)
    return from_url(name.partition(".")[0], request.query_string.decode("utf-8", "replace"), data)


def refuse_what_is_not_understood(chosen: Selection, data: Data) -> None:
    """404 and a sentence where the query asks for what does not exist: a file that is taken away has no notice above it
    that says what is shown instead."""
    faults = not_understood(request.query_string.decode("utf-8", "replace"), data)
    if faults:
        words = ", ".join(f"{field}={quotable_text(text)}" for field, text in faults.items())
        abort(Response(say("download.unknown", chosen.lang, asked=words) + "\n", 404, mimetype="text/plain"))


def chart_to_download(name: str, data: Data, chosen: Selection) -> ChartResult:
    """The chart's result, or a 500 that says in a sentence that there is none."""
    result = chart_results.chart_result(name, data, chosen)
    if result.failed:
        sentence = f"{say('chart.failed.title', chosen.lang)}. {say('chart.failed.text', chosen.lang)}\n"
        abort(Response(sentence, 500, mimetype="text/plain"))
    return result
