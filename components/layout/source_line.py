"""The line that says who publishes what a chart shows."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.provenance import Cited
from components.charts.result import ChartResult
from components.i18n.text import listing, say
from components.render import facts as about
from data.records import STANDINGS


def source_line(picture: ChartResult, language: str, *, most: int | None = None) -> list[Any]:
    """Who says so, of when, under which licence, in which standing; more sources than `most` behind one line."""
    standing = ", ".join(STANDINGS[one][language] for one in picture.standings)
    lines = [one_source(one, language) for one in picture.cited]
    if not lines:
        return [say("source.none", language)]
    return [
        *(lines if most is None or len(lines) <= most else [folded_sources(picture, lines, language)]),
        html.Span(say("source.standing", language, standing=standing), className="standing")
        if standing
        else None,
    ]


def folded_sources(picture: ChartResult, lines: list[Component], language: str) -> Component:
    """Many sources behind one line that names their publishers."""
    publishers = dict.fromkeys(
        about.name_in("publisher", one.source.publisher, language) for one in picture.cited
    )
    words = say("source.several", language, count=len(lines), publishers=listing(list(publishers), language))
    return html.Details([html.Summary(words), *lines], className="sources-fold")


def one_source(cited: Cited, language: str) -> Component:
    """One publisher with its dataset, years and licence, linked to its own page."""
    words, address = about.source_text(cited, language), cited.source.address
    link = (
        html.A(words, href=address, rel="noopener noreferrer", target="_blank")
        if address
        else html.Span(words)
    )
    return html.Span([link, about.source_terms(cited, language), " "])
