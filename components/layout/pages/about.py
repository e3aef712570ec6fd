"""The page about the paper and the data: the paper with its bibliography, footnotes and errata, and every source with
its date and how its copy was obtained."""

from collections.abc import Sequence

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components.charts.naming import licence_name, publisher_name
from components.i18n.text import format_date, say
from components.layout.pages.about_papers import (
    by_paper,
    definitions,
    heading,
    link,
    of_paper,
    pack_links,
)
from components.layout.pages.site import site_page
from components.state.selection import Selection
from data import Data
from data.records import Source, Table
from data.standings import STANDINGS

ADDRESS = "/about"
COMMON = ("data", "boundaries", "standings")


def references(data: Data, chosen: Selection) -> list[Component]:
    """The whole page in the reader's language; what a pack does not have is left out."""
    language = chosen.lang
    parts = [part for packs in by_paper(data) for part in of_paper(packs, language)]
    common = [*of_tables(data, language), *of_shapes(data, language), *of_standings(language)]
    head = [
        html.H1(say("references.title", language)),
        html.P(say("references.lead", language)),
        contents(data, language),
    ]
    return site_page(ADDRESS, chosen, [html.Div([*head, *parts, *common], className="statement about")])


def contents(data: Data, language: str) -> Component:
    """Links to the parts of the page."""
    links = [
        *(
            link
            for packs in by_paper(data)
            for pack, mark in packs
            for link in pack_links(pack, mark, language)
        ),
        *(html.Li(html.A(say(f"references.{part}", language), href=f"#{part}")) for part in COMMON),
    ]
    return html.Nav(html.Ul(links), **{"aria-label": say("contents", language)})


def of_tables(data: Data, language: str) -> list[Component]:
    """Every table of official figures: who publishes it, which years, when and how our copy was obtained."""
    tables = [
        (table.source, years_between(years_of(table, data), language)) for table in data.tables.values()
    ]
    breakdowns = [
        (table.record.source, years_between(table.years, language)) for table in data.breakdowns.values()
    ]
    datasets = [(dataset.source, dataset.source.year) for dataset in data.datasets.values() if dataset.tables]
    every = (*tables, *breakdowns, *datasets)
    items = [html.Div(of_source(source, years, language)) for source, years in every]
    return [heading("data", language), html.P(say("references.data.text", language)), *items]


def years_of(table: Table, data: Data) -> list[int]:
    """The years in which any of a table's indicators has a value."""
    years = pd.concat([data.values[code]["year"] for code in table.indicators if code in data.values])
    return years.tolist()


def years_between(years: Sequence[int], language: str) -> str:
    return years_text(min(years), max(years), language)


def of_source(source: Source, years: str, language: str) -> list[Component]:
    """One table of official figures."""
    terms = {
        "publisher": f"{publisher_name(source.publisher, language)} ({source.dataset})",
        "years": years,
        "retrieved": format_date(source.retrieved.isoformat(), language),
        "obtained": source.obtained[language],
        "address": link(source.address) if source.address else "",
        "licence": licence_name(source.licence, language),
        "notes": source.notes[language] if source.notes else "",
    }
    labelled = {say(f"references.table.{key}", language): text for key, text in terms.items() if text}
    return [html.H3(source.title[language]), definitions(labelled)]


def years_text(first: int, last: int, language: str) -> str:
    return str(first) if first == last else say("references.years", language, first=first, last=last)


def of_shapes(data: Data, language: str) -> list[Component]:
    """Whose boundaries the maps show."""
    lines = dict.fromkeys(str(shape.attribution[language]) for shape in data.shapes.values())
    return [heading("boundaries", language), html.Ul([html.Li(line) for line in lines])]


def of_standings(language: str) -> list[Component]:
    """What each standing means."""
    terms = {say(f"standing.short.{name}", language): say(f"standing.{name}", language) for name in STANDINGS}
    return [heading("standings", language), definitions(terms)]
