"""`/forms`: the forms for what no public source has for all of Europe, what each column means, and how a team loads
them."""

from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.naming import heading, name_of
from components.i18n.cldr import csv_marks
from components.i18n.text import say
from components.layout.pages.site import site_page
from components.layout.term_links import GLOSSARY
from components.state.page_urls import FORMS, page_url
from components.state.selection import Selection
from data import Data
from data.packs.forms import SEPARATORS, Form, column, forms
from data.standings import STANDINGS

STEPS = ("download", "fill", "place", "check", "stamp")
COLUMNS = ("name", "meaning", "required", "allowed")


def forms_page(data: Data, chosen: Selection) -> list[Component]:
    """The whole page; the commands name the region at hand."""
    lang = chosen.lang
    blanks = {"region": name_of(data, chosen.region, lang), "code": chosen.region}
    steps = [html.Li(step(name, blanks, lang)) for name in STEPS]
    body = [
        html.H1(say("forms.title", lang)),
        html.P(say("forms.lead", lang)),
        html.H2(say("forms.how", lang), id="how"),
        html.Ol(steps),
        html.P(html.A(say("forms.standings", lang), href=page_url(GLOSSARY, chosen) + "#standings")),
        *(part for name, form in forms().items() for part in section(name, form, chosen)),
    ]
    return site_page(FORMS, chosen, body)


def step(name: str, blanks: dict[str, Any], language: str) -> list[Any]:
    """One step in words, with the command that it takes."""
    command = f"python -m data.{COMMANDS[name]} {blanks['code']}" if name in COMMANDS else ""
    return [say(f"forms.step.{name}", language, **blanks), *([" ", html.Code(command)] if command else [])]


COMMANDS = {"place": "packs new", "check": "packs check", "stamp": "refresh --stamp"}


def section(name: str, form: Form, chosen: Selection) -> list[Component]:
    """One form: what it is for, its files, its columns."""
    lang = chosen.lang
    links = [
        file_link(f"{name}.{separator}.csv", say(f"forms.{separator}", lang), chosen)
        for separator in SEPARATORS
    ]
    links.append(file_link(f"{name}.columns.csv", say("forms.columns", lang), chosen))
    return [
        html.H2(form.title[lang], id=name),
        html.P(form.text[lang]),
        html.P(say("forms.shown", lang, places=form.shown[lang])),
        html.Ul([html.Li(link) for link in links], className="place-links"),
        figures.scroll_box(column_table(name, lang), str(form.title[lang])),
    ]


def file_link(file: str, text: str, chosen: Selection) -> Component:
    """A link that downloads a file of a form."""
    return html.A(text, href=page_url(f"{FORMS}/{file}", Selection(lang=chosen.lang)), download="")


def column_table(name: str, language: str) -> Component:
    """The columns of a form: what each means, whether it is required, what it may hold."""
    rows = column_rows(name, language)
    heads = [html.Th(heading(f"form_{row}", language), scope="col") for row in rows]
    body = [
        html.Tr([html.Th(html.Code(row["name"]), scope="row"), *(html.Td(row[item]) for item in COLUMNS[1:])])
        for row in rows.to_dict("records")
    ]
    return html.Table([html.Thead(html.Tr(heads)), html.Tbody(body)], className="rows")


def column_rows(name: str, language: str) -> pd.DataFrame:
    """The same as rows: name, meaning, required, allowed."""
    found = [
        {
            "name": field,
            "meaning": str(meaning[language]),
            "required": say("forms.required" if column(name, field).required else "forms.optional", language),
            "allowed": allowed_values(name, field, language),
        }
        for field, meaning in forms()[name].columns.items()
    ]
    return pd.DataFrame(found, columns=list(COLUMNS))


def allowed_values(form: str, name: str, language: str) -> str:
    """What a column may hold."""
    about = column(form, name)
    choices = about.choices or (tuple(STANDINGS) if name == "standing" else ())
    if choices:
        return say("forms.one_of", language, choices=", ".join(choices))
    if about.minimum is not None and about.maximum is not None:
        return say("forms.between", language, low=f"{about.minimum:g}", high=f"{about.maximum:g}")
    return say(f"forms.type.{about.type}", language)


def columns_csv(name: str, language: str) -> str:
    """The columns of a form as a CSV that spreadsheets of the language open."""
    rows = column_rows(name, language)
    named = rows.rename(columns={item: heading(f"form_{item}", language) for item in COLUMNS})
    return "\ufeff" + named.to_csv(index=False, sep=csv_marks(language)[0], lineterminator="\r\n")
