"""Name, views, selection bar, parts of the view, language and theme."""

from dash import html
from dash.development.base_component import Component

from components.charts import naming
from components.charts.view import Tab, full_name, without_mark
from components.i18n.text import say
from components.layout.boxes import PageContent, part
from components.layout.chart_results import charts_of
from components.layout.coverage import waits_for_pack
from components.layout.factsheet.choice import factsheet_url
from components.layout.find.box import find_box
from components.layout.language_links import language_links
from components.layout.menu import slide_of
from components.layout.selection_bar import controls, plain_form
from components.state.page_urls import home_url
from components.state.selection import ALL, OVERVIEW, VIEWS, Selection, to_url
from components.theme import THEMES
from components.views import TABS
from data import Data

GLOBAL = ("region",)


def masthead(content: PageContent, data: Data, chosen: Selection) -> Component:
    """Name, views, region, language and theme."""
    brand = html.A(
        [
            html.Span("Regioscope", className="brand-name"),
            html.Span(say("brand", chosen.lang), className="brand-text"),
        ],
        href=home_url(chosen),
        className="brand",
    )
    return html.Header(
        [
            html.Div(
                [
                    brand,
                    part(
                        "tabs",
                        content,
                        "nav",
                        className="tabs",
                        **{"aria-label": say("tabs", chosen.lang), "data-roving": "true"},
                    ),
                    find_box(chosen),
                    part("switches", content, className="switches", **{"data-roving": "true"}),
                ],
                className="masthead-row",
            ),
            selection_bar(content, data, chosen),
            part(
                "parts",
                content,
                "nav",
                className="parts",
                **{"aria-label": say("parts", chosen.lang), "data-roving": "true"},
            ),
        ],
        className="masthead",
    )


def selection_bar(content: PageContent, data: Data, chosen: Selection) -> Component:
    """The controls that are the same on every view, as a form without scripts too, and the chips of what is chosen."""
    tab = TABS[chosen.tab]
    return html.Div(
        [
            controls((*GLOBAL, *tab.common), data, chosen, folded=tab.folded_on(chosen.part)),
            plain_form(data, chosen),
            part("chips", content, className="chips"),
        ],
        className="selection-bar",
        **{"data-bar": "selection"},
    )


def tab_links(chosen: Selection) -> list[Component]:
    """The views, the present one marked; what is chosen stays, but a mark only where it can be taken off."""
    return [
        html.A(
            say(f"{name}.name", chosen.lang),
            href=to_url(
                (chosen if TABS[name].bar else without_mark(chosen)).but(tab=name, part=OVERVIEW, form="")
            ),
            **{"data-nav": "tab", **({"aria-current": "page"} if name == chosen.tab else {})},
        )
        for name in TABS
    ]


def switches(chosen: Selection) -> list[Component]:
    """The same screen as slides, its region on two pages, the screen in other languages and in the other theme."""
    theme = next(name for name in THEMES if name != chosen.theme)
    return [
        html.A(
            say("present.here", chosen.lang),
            href=slide_of(charts_of(TABS[chosen.tab], chosen)[0], chosen),
            **{"data-part": "present"},
        ),
        html.A(say("factsheet.name", chosen.lang), href=factsheet_url(chosen), **{"data-part": "factsheet"}),
        *language_links(chosen, to_url, **{"data-nav": "switch"}),
        html.A(
            say(f"switch.{theme}", chosen.lang),
            href=to_url(chosen.but(theme=theme)),
            **{"data-nav": "switch"},
        ),
    ]


def part_links(tab: Tab, data: Data, chosen: Selection) -> list[Component]:
    """The parts of the view and the whole of it, the present one marked; a part that waits for a pack says so.
    `data-holds` names what each holds, so that an address with the anchor of a section or a chart leads to its part."""
    return [
        html.A(
            part_name(tab, name, data, chosen),
            href=to_url(chosen.but(part=name, form=chosen.form if chosen.form in tab.forms_of(name) else "")),
            **{
                "data-nav": "tab",
                "data-part-link": name,
                "data-holds": "" if name == ALL else " ".join(part_contents(tab, name)),
                **({"aria-current": "page"} if name == chosen.part else {}),
            },
        )
        for name in (*VIEWS[tab.name], ALL)
    ]


def part_name(tab: Tab, part: str, data: Data, chosen: Selection) -> list[Component | str]:
    """What a part is called, and that it has nothing for the region where it waits for a pack."""
    if part == ALL:
        return [say("part.all", chosen.lang)]
    name = say(f"{tab.name}.part.{part}", chosen.lang)
    if not waits_for_pack(data, tab.name, part, chosen.region):
        return [name]
    return [name, " ", html.Small(say("part.empty", chosen.lang))]


def part_contents(tab: Tab, part: str) -> tuple[str, ...]:
    """The sections and charts of a part by name."""
    sections = tab.sections_of(part)
    charts = (full_name(tab.name, chart) for section in sections for chart in section.every_chart)
    names = (name for section in sections for name in (section.name, *section.former))
    return (*names, *charts)


def view_heading(tab: Tab, data: Data, chosen: Selection) -> list[Component]:
    """The view's heading: what it shows, of which region."""
    region = naming.name_of(data, chosen.region, chosen.lang)
    return [
        html.H1(say(f"{tab.name}.title", chosen.lang, region=region)),
        html.P(say(f"{tab.name}.lead", chosen.lang, region=region), className="lead")
        if chosen.part == ALL
        else None,
    ]
