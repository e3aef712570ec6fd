"""`/find?q=`: everything that is found for a text, without scripts."""

from dash import html
from dash.development.base_component import Component

from components.charts.naming import name_of
from components.i18n.text import say
from components.layout.find.box import FIND
from components.layout.find.hits import Hit, find, suggestions
from components.layout.notice import quotable_text
from components.layout.pages.indicator_index import ADDRESS as INDICATORS
from components.layout.pages.site import site_page
from components.layout.term_links import GLOSSARY
from components.state.page_urls import page_url
from components.state.selection import Selection, to_url
from data import Data

MOST = 60


def find_page(text: str, data: Data, chosen: Selection) -> list[Component]:
    """The whole page."""
    body = [html.H1(say("search.title", chosen.lang)), *result(text, data, chosen)]
    return site_page(FIND, chosen, body, {"q": text} if text else {}, looked_for=text)


def result(text: str, data: Data, chosen: Selection) -> list[Component | None]:
    """How much is found and what; or what to do where nothing is."""
    lang = chosen.lang
    if not text.strip():
        return [html.P(say("search.empty", lang)), browse_links(chosen)]
    found = find(text, data, chosen, MOST)
    if not found.count:
        near = suggestions(text, data, chosen)
        nothing = html.P(say("search.nothing", lang, text=quotable_text(text)))
        return [
            nothing,
            html.P(say("search.alike", lang)) if near else None,
            hit_list(near),
            browse_links(chosen),
        ]
    key = "search.found.more" if found.count > MOST else "search.found"
    blanks = {"text": quotable_text(text), "count": found.count, "region": name_of(data, found.region, lang)}
    return [html.P(say(key, lang, most=MOST, **blanks), role="status"), hit_list(found.hits)]


def hit_list(found: list[Hit]) -> Component | None:
    """Hits as links, each with its kind and a line about it."""
    items = [
        html.Li(
            [
                html.A(hit.title, href=hit.href),
                html.Span(hit.kind, className="hit-kind"),
                html.Small(hit.detail),
            ],
            **{"data-hit": hit.href.partition("?")[0].partition("#")[0]},
        )
        for hit in found
    ]
    return html.Ol(items, className="hits") if items else None


def browse_links(chosen: Selection) -> Component:
    """Where everything stands that can be looked through instead."""
    addresses = {
        say("indicators.title", chosen.lang): page_url(INDICATORS, chosen),
        say("glossary.title", chosen.lang): page_url(GLOSSARY, chosen),
        say("compare.name", chosen.lang): to_url(chosen.but(tab="compare")),
    }
    links = [html.Li(html.A(text, href=href)) for text, href in addresses.items()]
    return html.Div([html.P(say("search.ways", chosen.lang)), html.Ul(links, className="links")])
