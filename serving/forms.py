"""The addresses of the forms: the page, their templates, and what their columns mean as a file."""

from flask import Response, abort

from components.i18n.text import say
from components.layout.pages.forms import columns_csv, forms_page
from components.state.page_urls import FORMS
from data.packs.forms import SEPARATORS, forms, template
from serving.document import Regioscope, requested_selection
from serving.pages import page_of


def add_forms(app: Regioscope) -> None:
    """`/forms`, `/forms/NAME.comma.csv`, `/forms/NAME.semicolon.csv` and `/forms/NAME.columns.csv`."""

    @app.server.get(FORMS)
    def page() -> str:
        chosen = requested_selection(app.data)
        return page_of(app, chosen, say("forms.title", chosen.lang), forms_page(app.data, chosen))

    @app.server.get(f"{FORMS}/<name>.<kind>.csv")
    def file(name: str, kind: str) -> Response:
        if name not in forms() or kind not in (*SEPARATORS, "columns"):
            abort(404)
        text = (
            columns_csv(name, requested_selection(app.data).lang)
            if kind == "columns"
            else template(name, kind)
        )
        saved_as = f"{name}.columns.csv" if kind == "columns" else f"{name}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{saved_as}"'}
        return Response(text, mimetype="text/csv", headers=headers)
