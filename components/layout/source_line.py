"""The line that says who publishes what a chart shows."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.naming import licence_name, publisher_name
from components.charts.provenance import Citation
from components.charts.result import ChartResult
from components.i18n.text import format_date, say
from components.render import facts as about
from components.render.web_link import web_link
from data.periods import span

MOST = 3


def source_line(result: ChartResult, language: str) -> list[Any]:
    """Who says so, of when, under which licence, in which standing."""
    if not result.cited:
        return [say("source.none", language)]
    standing = standing_words(result, language)
    words = say("source.standing", language, standing=standing)
    return [
        *(source_item(cited, language) for cited in result.cited),
        html.Span(words, className="standing") if standing else None,
    ]


def slide_source(result: ChartResult, language: str) -> list[Any]:
    """As `source_line`; of more than three sources publishers, years and licences only, so that a slide's foot stays
    short: each in full stands on the view behind it."""
    if len(result.cited) <= MOST:
        return source_line(result, language)
    return [printed_source([result], language)]


def short_source(result: ChartResult, language: str) -> Component:
    """Publishers, years and standing in one line, which unfolds to each source in full: of more than
    three publishers the first two and how many others."""
    if not result.cited:
        return html.Span(say("source.none", language))
    years: dict[str, list[str]] = {}
    for cited in result.cited:
        publisher = publisher_name(cited.source.publisher, language)
        dates = years.setdefault(publisher, [])
        published = getattr(cited.source, "published", "")
        dates.append(format_date(published, language) if published else cited.years)
    entries = [short_entry(publisher, dates, language) for publisher, dates in years.items()]
    if len(entries) > MOST:
        others = say("source.short.more", language, count=len(entries) - MOST + 1)
        entries = [*entries[: MOST - 1], others]
    words = " · ".join(filter(None, [*entries, standing_words(result, language)]))
    return html.Details([html.Summary(words), *source_line(result, language)], className="sources-fold")


def printed_source(results: Sequence[ChartResult], language: str) -> str:
    """The publishers of some charts with years and licences, and the standings of their rows, without links."""
    terms: dict[str, dict[str, list[str]]] = {}
    for cited in (cited for result in results for cited in result.cited):
        publisher = publisher_name(cited.source.publisher, language)
        licence = licence_name(cited.source.licence, language)
        published = getattr(cited.source, "published", "")
        dates = terms.setdefault(licence, {}).setdefault(publisher, [])
        dates.append(format_date(published, language) if published else cited.years)
    if not terms:
        return say("source.none", language)
    entries = [
        say(
            "source.printed.entry",
            language,
            sources="; ".join(short_entry(publisher, dates, language) for publisher, dates in years.items()),
            licence=licence,
        )
        for licence, years in terms.items()
    ]
    standings = dict.fromkeys(standing for result in results for standing in result.standings)
    named = ", ".join(say(f"standing.{standing}", language) for standing in standings)
    text = say("source.printed", language, sources="; ".join(entries))
    return f"{text} {say('source.standing', language, standing=named)}" if named else text


def short_entry(publisher: str, dates: list[str], language: str) -> str:
    """A publisher with the date of its only document, or the years of all its values."""
    found = list(dict.fromkeys(filter(None, dates)))
    when = found[0] if len(found) == 1 else span(found)
    return say("source.short.years", language, publisher=publisher, years=when) if when else publisher


def standing_words(result: ChartResult, language: str) -> str:
    """The standings of the rows in words."""
    return ", ".join(say(f"standing.{standing}", language) for standing in result.standings)


def source_item(cited: Citation, language: str) -> Component:
    """One publisher with its dataset, years and licence, linked to its own page."""
    link = web_link(cited.source.address, about.source_text(cited, language))
    return html.Span([link, about.source_terms(cited, language), " "])
