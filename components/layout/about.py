"""The page about the paper and the data: the paper with its bibliography, footnotes and errata, and every source with
its date and how its copy was obtained."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.errata import translated
from components.i18n.text import LANGUAGES, dated, known, listing, say
from components.state.selection import Selection, to_url
from data import Data, Pack
from data.records import Source, Table
from data.standings import STANDINGS

ADDRESS = "/about"
OF_PACK = ("paper", "bibliography", "footnotes", "errata", "sources")
OPTIONAL = ("bibliography", "footnotes", "errata")
COMMON = ("data", "boundaries", "standings")


def references(data: Data, chosen: Selection) -> list[Component]:
    """The whole page in the reader's language; what a pack does not have is left out."""
    language = chosen.lang
    parts = [
        part for at, pack in enumerate(in_order(data)) for part in of_pack(pack, language, mark(pack, at))
    ]
    common = [*of_tables(data, language), *of_shapes(data, language), *of_standings(language)]
    head = [
        html.H1(say("references.title", language)),
        html.P(say("references.lead", language)),
        contents(data, language),
    ]
    return [
        html.Header(ways(chosen), className="masthead-row"),
        html.Main([*head, *parts, *common], id="content", className="statement about"),
    ]


def ways(chosen: Selection) -> list[Component]:
    """Back to the dashboard, and to the other language."""
    other = next(name for name in LANGUAGES if name != chosen.lang)
    query = f"?lang={other}" if other != LANGUAGES[0] else ""
    back = html.A(say("statement.back", chosen.lang), href=to_url(chosen))
    return [back, html.A(say("switch.language", chosen.lang), href=f"{ADDRESS}{query}", lang=other)]


def contents(data: Data, language: str) -> Component:
    """Links to the parts of the page."""
    links = [
        *(
            link
            for at, pack in enumerate(in_order(data))
            for link in pack_links(pack, mark(pack, at), language)
        ),
        *(html.Li(html.A(say(f"references.{part}", language), href=f"#{part}")) for part in COMMON),
    ]
    return html.Nav(html.Ul(links), **{"aria-label": say("contents", language)})


def in_order(data: Data) -> list[Pack]:
    """The packs, that of the default region first."""
    return sorted(data.packs.values(), key=lambda pack: not pack.default)


def mark(pack: Pack, at: int) -> str:
    """What tells the addresses of a pack's parts from those of the first pack."""
    return f"-{pack.region}" if at else ""


def pack_links(pack: Pack, mark: str, language: str) -> list[Component]:
    """Links to the parts of one pack."""
    parts = [part for part in OF_PACK if part not in OPTIONAL or part in pack.tables]
    names = {part: say(f"references.{part}", language) for part in parts if part != "paper"}
    names["paper"] = str(pack.title[language])
    return [html.Li(html.A(names[part], href=f"#{part}{mark}")) for part in parts]


def heading(part: str, language: str, mark: str = "") -> Component:
    """A part's heading, which a link can lead to."""
    return html.H2(say(f"references.{part}", language), id=f"{part}{mark}")


def of_pack(pack: Pack, language: str, mark: str = "") -> list[Component]:
    """The paper, its bibliography, the sources of its footnotes, its errata, and who else is quoted."""
    tables = pack.tables
    return [
        html.H2(pack.title[language], id=f"paper{mark}"),
        paper(pack, language),
        *(bibliography(tables["bibliography"], language, mark) if "bibliography" in tables else []),
        *(footnotes(tables["footnotes"], language, mark) if "footnotes" in tables else []),
        *(errata(tables["errata"], language, mark) if "errata" in tables else []),
        heading("sources", language, mark),
        html.Ul([html.Li(quoted(source, language)) for source in pack.sources.values()]),
    ]


def paper(pack: Pack, language: str) -> Component:
    """Title, authors, publisher, date, address of the paper, and what our copy of it holds."""
    source = pack.paper
    authors = pack.rows("authors")
    names = [
        say("references.author", language, name=row["name"], affiliation=row["affiliation"])
        if row["affiliation"]
        else row["name"]
        for row in authors.to_dict("records")
    ]
    terms = {
        "title": str(source.title[language]),
        "authors": listing(names, language),
        "publisher": source.publisher,
        "series": source.dataset,
        "date": dated(source.published, language),
        "address": link(source.address) if source.address else "",
        "licence": worded("licence", source.licence, language),
        "copy": str(source.obtained[language]) if source.obtained else "",
    }
    return definitions(
        {say(f"references.paper.{key}", language): text for key, text in terms.items() if text}
    )


def definitions(terms: dict[str, Any]) -> Component:
    """Terms with what is said of each."""
    return html.Dl(
        [html.Div([html.Dt(term), html.Dd(text)]) for term, text in terms.items()], className="facts"
    )


def bibliography(table: pd.DataFrame, language: str, mark: str) -> list[Component]:
    """The paper's bibliography in its own order."""
    items = [
        html.Li(entry(row, language), id=f"entry{mark}-{row['entry']}") for row in table.to_dict("records")
    ]
    return [heading("bibliography", language, mark), html.Ol(items)]


def entry(row: dict[str, Any], language: str) -> list[Any]:
    """One entry: authors, year, title, where it appeared, its address, when the authors of the paper read it."""
    year = f" ({int(row['year'])})" if row["year"] == row["year"] else ""
    where = f"{row['published_in']}. " if row["published_in"] else ""
    address = [link(row["address"])] if row["address"] else []
    read = dated(row["accessed"], language) if row["accessed"] else ""
    accessed = [f" ({say('references.accessed', language, date=read)})"] if read else []
    return [f"{row['authors']}{year}: {row['title']}. {where}", *address, *accessed]


def footnotes(table: pd.DataFrame, language: str, mark: str) -> list[Component]:
    """The sources of the footnotes; one that cites the bibliography leads to its entry."""
    heads = [
        say(f"references.footnote.{name}", language) for name in ("number", "source", "address", "accessed")
    ]
    body = [html.Tr(footnote(row, language, mark)) for row in table.to_dict("records")]
    head = html.Thead(html.Tr([html.Th(text, scope="col") for text in heads]))
    return [
        heading("footnotes", language, mark),
        figures.boxed(
            html.Table([head, html.Tbody(body)], className="rows"), say("references.footnotes", language)
        ),
    ]


def footnote(row: dict[str, Any], language: str, mark: str) -> list[Component]:
    """One source of the footnotes."""
    where = link(row["address"]) if row["address"] else None
    if row["entry"] == row["entry"]:
        number = int(row["entry"])
        cited = html.A(say("references.entry", language, number=number), href=f"#entry{mark}-{number}")
        where = html.Span([cited, ", ", where]) if where else cited
    return [
        html.Th(translated(row["footnote"], language), scope="row"),
        html.Td(say("source.line", language, publisher=row["publisher"], title=row[f"name_{language}"])),
        html.Td(where),
        html.Td(dated(row["accessed"], language) if row["accessed"] else ""),
    ]


def errata(table: pd.DataFrame, language: str, mark: str) -> list[Component]:
    """Where the paper contradicts itself or its sources, each with a place that a link can lead to."""
    items = [
        html.Li(erratum(row, language), id=f"erratum{mark}-{row['id']}", value=str(row["id"]))
        for row in table.sort_values("id").to_dict("records")
    ]
    return [
        heading("errata", language, mark),
        html.P(say("references.errata.text", language)),
        html.Ol(items),
    ]


def erratum(row: dict[str, Any], language: str) -> list[Any]:
    """One contradiction: where, what is wrong, how it is read, how sure that is, how it is shown."""
    certainty = say(f"value.certainty.{row['certainty']}", language)
    return [
        html.Strong(f"{translated(str(row['place']), language)}. "),
        f"{row[f'problem_{language}']} {row[f'reading_{language}']} ({certainty}) ",
        html.Span(row[f"treatment_{language}"], className="what"),
    ]


def quoted(source: Any, language: str) -> list[Any]:
    """One source of a pack or of the boundaries: publisher, title, address, licence."""
    publisher = worded("publisher", source.publisher, language)
    title = say("source.line", language, publisher=publisher, title=source.title[language])
    licence = say("references.licence", language, licence=worded("licence", source.licence, language))
    return [title, ". ", *([link(source.address), ". "] if source.address else []), licence]


def worded(kind: str, name: str, language: str) -> str:
    """A publisher or a licence in the reader's language, where it is a description and not a name."""
    key = f"{kind}.{name}"
    return say(key, language) if known(key) else name


def of_tables(data: Data, language: str) -> list[Component]:
    """Every table of official figures: who publishes it, which years, when and how our copy was obtained."""
    tables = [
        (table.source, years_between(years_of(table, data), language)) for table in data.tables.values()
    ]
    breakdowns = [
        (table.record.source, years_between(table.years, language)) for table in data.breakdowns.values()
    ]
    datasets = [(one.source, one.source.year) for one in data.datasets.values() if one.tables]
    every = (*tables, *breakdowns, *datasets)
    items = [html.Div(of_source(source, years, language)) for source, years in every]
    return [heading("data", language), html.P(say("references.data.text", language)), *items]


def years_of(table: Table, data: Data) -> list[int]:
    """The years in which any of a table's indicators has a value."""
    years = pd.concat([data.values[code]["year"] for code in table.indicators if code in data.values])
    return years.tolist()


def years_between(years: Sequence[int], language: str) -> str:
    return years_said(min(years), max(years), language)


def of_source(source: Source, years: str, language: str) -> list[Component]:
    """One table of official figures."""
    terms = {
        "publisher": f"{worded('publisher', source.publisher, language)} ({source.dataset})",
        "years": years,
        "retrieved": dated(source.retrieved.isoformat(), language),
        "obtained": source.obtained[language],
        "address": link(source.address) if source.address else "",
        "licence": source.licence,
        "notes": source.notes[language] if source.notes else "",
    }
    said = {say(f"references.table.{key}", language): text for key, text in terms.items() if text}
    return [html.H3(source.title[language]), definitions(said)]


def years_said(first: int, last: int, language: str) -> str:
    return str(first) if first == last else say("references.years", language, first=first, last=last)


def of_shapes(data: Data, language: str) -> list[Component]:
    """Whose boundaries the maps show."""
    lines = dict.fromkeys(str(shape.attribution[language]) for shape in data.shapes.values())
    return [heading("boundaries", language), html.Ul([html.Li(line) for line in lines])]


def of_standings(language: str) -> list[Component]:
    """What each standing means."""
    terms = {say(f"standing.short.{name}", language): words[language] for name, words in STANDINGS.items()}
    return [heading("standings", language), definitions(terms)]


def link(address: str) -> Component:
    """An address as a link that says it whole."""
    return html.A(
        address.partition("://")[2].rstrip("/"), href=address, rel="noopener noreferrer", target="_blank"
    )
