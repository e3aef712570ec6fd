"""What every page beside the views has around it: masthead with views and switches, and the foot."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.i18n.text import say
from components.layout.find.box import find_box
from components.layout.language_links import language_links
from components.layout.page import foot, paper_line
from components.state.page_urls import home_url, page_url
from components.state.selection import OVERVIEW, TABS, Selection, to_url
from components.theme import THEMES


def site_page(
    path: str,
    chosen: Selection,
    body: list[Any],
    more: dict[str, str] | None = None,
    *,
    looked_for: str = "",
) -> list[Component]:
    """A whole page at `path`, whose own query is `more`: the language and theme switches keep both. `looked_for` stands
    in the find box."""
    return [
        html.A(say("skip", chosen.lang), href="#content", className="skip"),
        masthead(path, chosen, more or {}, looked_for),
        paper_line(chosen.lang),
        html.Main(body, id="content", tabIndex="-1", className="place"),
        foot(chosen),
    ]


def masthead(path: str, chosen: Selection, more: dict[str, str], looked_for: str) -> Component:
    """Brand, views, find box, and the two switches."""
    row = [brand(chosen), view_links(chosen), find_box(chosen, looked_for), switches(path, chosen, more)]
    return html.Header(html.Div(row, className="masthead-row"), className="masthead site")


def brand(chosen: Selection) -> Component:
    """The name, which leads home."""
    return html.A(html.Span("Regioscope", className="brand-name"), href=home_url(chosen), className="brand")


def view_links(chosen: Selection) -> Component:
    """The views, none of them the present one."""
    links = [
        html.A(say(f"{name}.name", chosen.lang), href=to_url(chosen.but(tab=name, part=OVERVIEW)))
        for name in TABS
    ]
    return html.Nav(links, className="tabs", **{"aria-label": say("tabs", chosen.lang)})


def switches(path: str, chosen: Selection, more: dict[str, str]) -> Component:
    """The same page in other languages and in the other theme."""
    theme = next(name for name in THEMES if name != chosen.theme)
    links = [
        *language_links(chosen, lambda other: page_url(path, other, **more)),
        html.A(say(f"switch.{theme}", chosen.lang), href=page_url(path, chosen.but(theme=theme), **more)),
    ]
    return html.Div(links, className="switches")


def facts(terms: dict[str, Any]) -> Component:
    """Terms with what is to say of each; those without are left out."""
    items = [html.Div([html.Dt(term), html.Dd(text)]) for term, text in terms.items() if text]
    return html.Dl(items, className="facts")
