"""A view's page: masthead, sections of cards, what is not covered, foot."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.charts.view import Entry, Section, Tab, full_name
from components.i18n.cldr import language_tag
from components.i18n.text import has_words, say
from components.layout.boxes import PageContent, joined_boxes, part
from components.layout.card import card
from components.layout.content import page_content
from components.layout.masthead import masthead
from components.layout.notice import notice
from components.layout.selection_bar import controls
from components.state.address_faults import Fault
from components.state.selection import ALL, Selection, to_url
from components.views import TABS
from data import Data


def page(data: Data, chosen: Selection, faults: Sequence[Fault] = ()) -> list[Component | None]:
    """The whole page of a Selection; `faults` are what its address asks for and the page cannot show."""
    tab, content = TABS[chosen.tab], page_content(data, chosen)
    body = [
        part("intro", content, className="intro"),
        *[section(tab, item, content, data, chosen) for item in tab.sections_of(chosen.part)],
        part("not_covered", content, className="not-covered", **{"data-part": "not-covered"}),
        part("bar", content, className="foot-bar") if tab.bar else None,
    ]
    skip = html.A(say("skip", chosen.lang), href="#content", className="skip")
    return [
        skip,
        connection(chosen.lang),
        masthead(content, data, chosen),
        paper_line(chosen.lang),
        notice(faults, data, chosen),
        html.Main(body, id="content", tabIndex="-1", className="whole" if chosen.part == ALL else None),
        foot(chosen),
    ]


def section(tab: Tab, item: Section, content: PageContent, data: Data, chosen: Selection) -> Component | None:
    """A heading, an introduction, the controls of the section and its cards; none where no chart is covered."""
    entries = [
        entry for entry in item.on_screen(chosen) if full_name(tab.name, entry[0]) not in content.not_covered
    ]
    if not entries:
        return None
    key = f"{tab.name}.section.{item.name}"
    head = [
        html.H2(say(key, chosen.lang)),
        html.P(say(f"{key}.text", chosen.lang), className="section-text")
        if has_words(f"{key}.text")
        else None,
    ]
    return html.Section(
        [
            joined_boxes("div", head, "head"),
            controls(tab.own_controls(item), data, chosen, heading=say(key, chosen.lang)),
            cards(tab, item, entries, content, chosen.lang),
        ],
        id=item.name,
        **{"data-view-part": item.shown_in},
    )


def cards(tab: Tab, item: Section, entries: list[Entry], content: PageContent, language: str) -> Component:
    """The cards of a section: in a row, three abreast, or in two columns."""

    def card_of(entry: Entry) -> Component:
        name = full_name(tab.name, entry[0])
        return card(name, content, language, wide=item.is_wide(*entry), asks=entry[0] in item.asks)

    three = item.is_three_abreast(len(entries))
    if three or not item.second_column or len(entries) == 1:
        return html.Div([card_of(entry) for entry in entries], className="cards three" if three else "cards")
    return html.Div(
        [
            html.Div([card_of(entry) for entry in column], className="column")
            for column in item.columns(entries)
        ],
        className="cards two",
    )


def connection(language: str) -> Component:
    """The line that says when the server does not answer; empty while it does."""
    words = {f"data-{name}": say(f"connection.{name}", language) for name in ("lost", "back", "refused")}
    return html.Div(className="connection", role="status", **words)


def foot(chosen: Selection) -> Component:
    """What this is, whose figures, under which terms."""
    query = to_url(Selection(lang=chosen.lang, theme=chosen.theme)).partition("?")[2]
    links = {
        "indicators.title": "/indicators",
        "glossary.title": "/glossary",
        "factsheet.name": "/factsheet",
        "references.title": "/about",
        "forms.title": "/forms",
        "present.link": "/present",
        "statement.link": "/accessibility",
    }
    return html.Footer(
        [
            *[html.P(say(f"foot.{name}", chosen.lang)) for name in ("about", "data", "boundaries")],
            html.P(
                [
                    html.A(say(key, chosen.lang), href=address + (f"?{query}" if query else ""))
                    for key, address in links.items()
                ],
                className="foot-links",
            ),
        ]
    )


def paper_line(language: str) -> Component:
    """Empty on a screen; on paper a script writes the day and the address, see assets/36_paper_line.js."""
    words = {"data-foot": say("image.foot", language), "data-locale": language_tag(language)}
    return html.P(className="paper-line", **words)
