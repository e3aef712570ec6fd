"""The addresses of the pages beside the views."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from flask import Response, abort, jsonify, request
from werkzeug.wrappers import Response as Answer

from components.i18n.text import say
from components.layout.find.box import FIND
from components.layout.find.hits import find
from components.layout.find.match import LONGEST_QUERY
from components.layout.find.options import KINDS, options
from components.layout.find.page import find_page
from components.layout.pages.about import ADDRESS as ABOUT
from components.layout.pages.about import references
from components.layout.pages.accessibility import ADDRESS as ACCESSIBILITY
from components.layout.pages.accessibility import statement
from components.layout.pages.glossary import glossary
from components.layout.pages.indicator import all_values, indicator_page
from components.layout.pages.indicator_index import ADDRESS as INDICATORS
from components.layout.pages.indicator_index import indicator_index
from components.layout.pages.indicator_ranking import known_sort
from components.layout.pages.unknown_indicator import unknown_indicator
from components.layout.term_links import GLOSSARY
from components.render import csv_file
from components.render import facts as about
from components.render.workbook import workbook
from components.state.base_path import with_base
from components.state.selection import Selection
from serving.document import LIGHT, Regioscope, document, page_html, requested_selection
from serving.routes import redirect_to

LISTED = 10
PAGE_FIELDS = ("lang", "theme")
INDEX_FIELDS = (*PAGE_FIELDS, "region")
INDICATOR_FIELDS = (*INDEX_FIELDS, "within")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MIMETYPES = {"csv": "text/csv", "xlsx": XLSX, "about.txt": "text/plain"}


def add_pages(app: Regioscope) -> None:
    """Add the indicators with their files, the search and the glossary."""
    add_indicators(app)
    add_indicator_files(app)

    add_find(app)

    @app.server.get(GLOSSARY)
    def glossary_page() -> str:
        chosen = requested_selection(app.data)
        return page_of(app, chosen, say("glossary.title", chosen.lang), glossary(chosen))


def add_words(app: Regioscope, contact: str) -> None:
    """`/about`: the paper, its bibliography and errata, and the sources of the data. `/accessibility`: the
    accessibility statement, with whom to write to."""

    @app.server.get(ABOUT)
    def about_page() -> str:
        chosen = requested_selection(app.data)
        return page_of(app, chosen, say("references.title", chosen.lang), references(app.data, chosen))

    @app.server.get(ACCESSIBILITY)
    def accessibility() -> str:
        chosen = requested_selection(app.data)
        return page_of(app, chosen, say("statement.link", chosen.lang), statement(chosen, contact))


def add_find(app: Regioscope) -> None:
    """`/find?q=`, and the same as JSON for the list under the box; with `kind` the choices of a control."""

    @app.server.get(FIND)
    def find_address() -> str:
        chosen, text = requested_selection(app.data), request.args.get("q", "")[:LONGEST_QUERY]
        return page_of(app, chosen, say("search.title", chosen.lang), find_page(text, app.data, chosen))

    @app.server.get(f"{FIND}.json")
    def find_json() -> Response:
        chosen, text = requested_selection(app.data), request.args.get("q", "")[:LONGEST_QUERY]
        if (kind := request.args.get("kind", "")) in KINDS:
            return jsonify(asdict(options(text, kind, app.data, chosen.lang)))
        result = find(text, app.data, chosen, LISTED)
        return jsonify({"count": result.count, "hits": [asdict(entry) for entry in result.hits]})


def add_indicators(app: Regioscope) -> None:
    """`/indicators` and `/indicators/CODE`; an unknown code is a 404 with those that are nearest."""

    @app.server.get(INDICATORS)
    def indicators() -> str:
        chosen = requested_selection(app.data)
        title = say("indicators.title", chosen.lang)
        return page_of(app, chosen, title, indicator_index(app.data, chosen), fields=INDEX_FIELDS)

    @app.server.get(f"{INDICATORS}/<code>")
    def indicator(code: str) -> Response | Answer:
        chosen = requested_selection(app.data)
        spelt = next((name for name in app.data.indicators if name.casefold() == code.casefold()), code)
        if spelt != code:
            return redirect_to(f"{INDICATORS}/{spelt}", 302)
        if code not in app.data.indicators:
            body = unknown_indicator(code, app.data, chosen)
            return Response(page_of(app, chosen, say("indicators.unknown", chosen.lang), body), 404)
        chosen = chosen.but(indicator=code)
        title = str(app.data.indicators[code].title[chosen.lang])
        sort = known_sort(request.args.get("sort", ""))
        body = indicator_page(app.data, chosen, sort)
        return Response(page_of(app, chosen, title, body, fields=INDICATOR_FIELDS))


def add_indicator_files(app: Regioscope) -> None:
    """`/indicators/CODE.csv`, `.xlsx` and `.about.txt`: every value of an indicator."""

    @app.server.get(f"{INDICATORS}/<code>.<any(csv, xlsx, 'about.txt'):kind>")
    def values(code: str, kind: str) -> Response:
        chosen = requested_selection(app.data)
        if code not in app.data.indicators:
            abort(404)
        chosen = Selection(lang=chosen.lang, indicator=code)
        headers = {"Content-Disposition": f'attachment; filename="{code}.{kind}"'}
        return Response(WRITERS[kind](app, chosen), mimetype=MIMETYPES[kind], headers=headers)


def csv_of(app: Regioscope, chosen: Selection) -> str:
    """Every value of the chosen indicator as CSV."""
    return csv_file.csv(all_values(app.data, chosen), chosen.lang)


def xlsx_of(app: Regioscope, chosen: Selection) -> bytes:
    """The same as a workbook."""
    return workbook(all_values(app.data, chosen), title_of(app, chosen), chosen)


def about_of(app: Regioscope, chosen: Selection) -> str:
    """What stands beside the CSV: definition, sources, and what each column holds."""
    address = with_base(f"{INDICATORS}/{chosen.indicator}")
    return about.text_file(all_values(app.data, chosen), title_of(app, chosen), address, chosen.lang)


def title_of(app: Regioscope, chosen: Selection) -> str:
    return str(app.data.indicators[chosen.indicator].title[chosen.lang])


WRITERS: dict[str, Callable[[Regioscope, Selection], str | bytes]] = {
    "csv": csv_of,
    "xlsx": xlsx_of,
    "about.txt": about_of,
}


def page_of(
    app: Regioscope,
    chosen: Selection,
    title: str,
    body: Any,
    style: str = "",
    fields: tuple[str, ...] = PAGE_FIELDS,
) -> str:
    """A page beside the views as a document; `style` names its own sheet, `fields` the fields of its
    address that the page uses."""
    html = page_html(body, app.data, chosen, fields)
    return document(chosen, f"{title} · Regioscope", html, app.addresses, scripts=(LIGHT,), style=style)
