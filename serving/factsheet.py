"""`/factsheet` and `/factsheet.pptx`: the fact sheet of a region as a page and as a PowerPoint file."""

from datetime import date

from flask import Response, request

from components.charts.naming import name_of
from components.i18n.text import format_date, say
from components.layout.factsheet.choice import (
    ADDRESS,
    FACTSHEET_FIELDS,
    PARAMETER,
    blocks_in,
    factsheet_selection,
    factsheet_url,
    unknown_blocks,
)
from components.layout.factsheet.page import factsheet_page
from components.layout.factsheet.sheet_layout import layout
from components.layout.notice import notice, quotable_text
from components.render import markup
from components.state.base_path import base_path, with_base
from components.state.selection import Selection
from serving.document import LIGHT, Regioscope, document, faults, requested_selection
from serving.powerpoint import KIND, ONE_AT_A_TIME
from serving.share_links import local, public

STYLE = "factsheet.css"


def host() -> str:
    """The host before an address that is printed; "" where others could not reach it."""
    at = "" if local(request.host) else request.host_url.rstrip("/") + base_path()
    return public() or at


def foot(chosen: Selection, blocks: tuple[str, ...]) -> str:
    """The day on which the sheet is made, and its address."""
    address = host() + factsheet_url(factsheet_selection(chosen).but(theme="light"), blocks)
    return say(
        "factsheet.made",
        chosen.lang,
        date=format_date(date.today().isoformat(), chosen.lang),
        address=address,
    )


def add_factsheet(app: Regioscope) -> None:
    """The page and its file."""

    @app.server.get(ADDRESS)
    def factsheet() -> str:
        chosen, named = requested_selection(app.data), request.args.getlist(PARAMETER)
        blocks = blocks_in(named)
        body = factsheet_page(
            app.data, chosen, blocks, foot=foot(chosen, blocks), unknown=unknown_blocks(named)
        )
        in_vain = tuple(fault for fault in faults(app.data) if fault.field in FACTSHEET_FIELDS)
        html = markup.html_of([notice(in_vain, app.data, chosen), body])
        title = say("factsheet.title", chosen.lang, region=name_of(app.data, chosen.region, chosen.lang))
        return document(chosen, f"{title} · Regioscope", html, app.addresses, scripts=(LIGHT,), style=STYLE)

    @app.server.get(f"{ADDRESS}.pptx")
    def factsheet_powerpoint() -> Response:
        from serving.factsheet_file import file_of  # see serving/powerpoint.py

        chosen, blocks = (
            factsheet_selection(requested_selection(app.data)).but(theme="light"),
            blocks_in(request.args.getlist(PARAMETER)),
        )
        code = next((fault.text for fault in faults(app.data) if fault.field == "region"), "")
        if code:
            return unknown_region(code, chosen.lang)
        with ONE_AT_A_TIME:
            content = file_of(
                app.data,
                chosen,
                layout(app.data, chosen, blocks),
                foot(chosen, blocks),
                host(),
            )
        named = {
            "Content-Disposition": f'attachment; filename="regioscope-{chosen.region}-{chosen.lang}.pptx"'
        }
        return Response(content, mimetype=KIND, headers=named)


def unknown_region(code: str, language: str) -> Response:
    """Why there is no file for a region that does not exist, and where one can be chosen."""
    words = say("factsheet.unknown.region", language, asked=quotable_text(code), address=with_base(ADDRESS))
    return Response(words, 404, mimetype="text/plain")
