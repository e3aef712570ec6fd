"""The papers that packs are made from: each once, with the regions that it is quoted for, its bibliography, footnotes,
errata and who else is quoted."""

from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.errata import place_in_language
from components.charts.naming import licence_name, publisher_name
from components.i18n.text import format_date, listing, say
from components.render.web_link import web_link, without_scheme
from data import Data, Pack

OPTIONAL = ("bibliography", "footnotes", "errata")


def in_order(data: Data) -> list[Pack]:
    """The packs, that of the default region first."""
    return sorted(data.packs.values(), key=lambda pack: not pack.default)


def by_paper(data: Data) -> list[list[tuple[Pack, str]]]:
    """The packs with their marks, those made from the same paper together, in the order of their first."""
    found: dict[tuple[str, ...], list[tuple[Pack, str]]] = {}
    for at, pack in enumerate(in_order(data)):
        source = pack.paper
        key = (source.publisher, source.title.en, source.address, source.published)
        found.setdefault(key, []).append((pack, anchor_suffix(pack, at)))
    return list(found.values())


def anchor_suffix(pack: Pack, at: int) -> str:
    """What tells the addresses of a pack's parts from those of the first pack."""
    return f"-{pack.region}" if at else ""


def erratum_anchor(data: Data, region: str, number: object) -> str:
    """Where on the page an erratum of a region's pack stands."""
    marks = {pack.region: mark for packs in by_paper(data) for pack, mark in packs}
    return f"erratum{marks[region]}-{number}"


def pack_links(pack: Pack, mark: str, language: str) -> list[Component]:
    """Links to the parts of one pack."""
    names = {part: say(f"references.{part}", language) for part in parts(pack) if part != "paper"}
    names = {"paper": str(pack.title[language]), **names}
    return [html.Li(html.A(name, href=f"#{part}{mark}")) for part, name in names.items()]


def parts(pack: Pack) -> list[str]:
    """The parts that a pack has on the page."""
    there = [part for part in OPTIONAL if part in pack.tables]
    return ["paper", *there, *(["sources"] if others_quoted(pack) else [])]


def others_quoted(pack: Pack) -> list[Any]:
    """The sources of a pack beside its paper."""
    return [source for source in pack.sources.values() if source != pack.paper]


def heading(part: str, language: str, mark: str = "") -> Component:
    """A part's heading, which a link can lead to."""
    return html.H2(say(f"references.{part}", language), id=f"{part}{mark}")


def of_paper(packs: list[tuple[Pack, str]], language: str) -> list[Component]:
    """One paper with the regions that it is quoted for, then what each pack has beside it."""
    (first, first_mark), *others = packs
    return [
        html.H2(first.title[language], id=f"paper{first_mark}"),
        paper(first, language),
        *(part for pack, mark in others for part in same_paper(pack, mark, language)),
        *(part for pack, mark in packs for part in beside_paper(pack, mark, language)),
    ]


def same_paper(pack: Pack, mark: str, language: str) -> list[Component]:
    """That the paper is quoted for another region too, and what of it."""
    copy = str(pack.paper.obtained[language]) if pack.paper.obtained else ""
    text = say("references.same_paper", language)
    return [html.H3(pack.title[language], id=f"paper{mark}"), html.P(f"{text} {copy}".strip())]


def beside_paper(pack: Pack, mark: str, language: str) -> list[Component]:
    """The paper's bibliography, the sources of its footnotes, its errata, and who else is quoted."""
    tables, others = pack.tables, others_quoted(pack)
    quoted_sources = [
        heading("sources", language, mark),
        html.Ul([html.Li(source_entry(source, language)) for source in others]),
    ]
    return [
        *(bibliography(tables["bibliography"], language, mark) if "bibliography" in tables else []),
        *(footnotes(tables["footnotes"], language, mark) if "footnotes" in tables else []),
        *(errata(tables["errata"], language, mark) if "errata" in tables else []),
        *(quoted_sources if others else []),
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
        "date": format_date(source.published, language),
        "address": link(source.address) if source.address else "",
        "licence": licence_name(source.licence, language),
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
    read = format_date(row["accessed"], language) if row["accessed"] else ""
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
        figures.scroll_box(
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
        html.Th(place_in_language(row["footnote"], language), scope="row"),
        html.Td(say("source.line", language, publisher=row["publisher"], title=row[f"name_{language}"])),
        html.Td(where),
        html.Td(format_date(row["accessed"], language) if row["accessed"] else ""),
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
        html.Strong(f"{place_in_language(str(row['place']), language)}. "),
        f"{row[f'problem_{language}']} {row[f'reading_{language}']} ({certainty}) ",
        html.Span(row[f"treatment_{language}"], className="what"),
    ]


def source_entry(source: Any, language: str) -> list[Any]:
    """One source of a pack or of the boundaries: publisher, title, address, licence."""
    publisher = publisher_name(source.publisher, language)
    title = say("source.line", language, publisher=publisher, title=source.title[language])
    licence = say("references.licence", language, licence=licence_name(source.licence, language))
    return [title, ". ", *([link(source.address), ". "] if source.address else []), licence]


def link(address: str) -> Component:
    """An address as a link that says it whole."""
    return web_link(address, without_scheme(address))
