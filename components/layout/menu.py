"""The ways to take a chart along: link, table, files, slide, image, paper, pin."""

from dash import html
from dash.development.base_component import Component

from components.charts.view import without_mark
from components.i18n.cldr import language_tag
from components.i18n.text import say
from components.layout.boxes import PageContent, dom_id, part
from components.layout.chart_address import chart_address
from components.state.selection import Selection, to_url
from components.views import TABS


def menu(name: str, content: PageContent, language: str) -> Component:
    """Everything that can be done with the chart, behind one sign."""
    sign = html.Span(className="menu-sign", **{"aria-hidden": "true"})
    label = html.Span(say("menu", language), id=f"{name}.menu-name", className="unseen")
    summary = html.Summary(
        [sign, label],
        title=say("menu", language),
        **{"aria-labelledby": f"{name}.menu-name {dom_id(f'{name}.question')}"},
    )
    links = part(f"{name}.take", content, "span", className="take-links")
    first, *others = actions(name, language)
    return html.Details(
        [summary, html.Div([first, links, *others], className="take")], **{"data-part": "menu"}
    )


def actions(name: str, language: str) -> list[Component]:
    """The buttons of the menu: table, image, print, pin; each is named after the chart's question too."""
    table = {
        "data-part": "table-toggle",
        "data-table": name,
        "data-other": say("take.close", language),
        "aria-expanded": "false",
    }
    image = {
        "data-part": "png",
        "data-image": name,
        "data-foot": say("image.foot", language),
        "data-locale": language_tag(language),
    }
    pin = {
        "data-pin": name,
        "data-said": say("take.pinned", language),
        "data-full": say("take.pin.full", language),
        "data-visit": say("take.pin.visit", language),
    }
    printing = {"data-part": "print", "data-print": name}
    buttons = [
        ("table", "toggle", table),
        ("image", "png", image),
        ("print", "print", printing),
        ("pin", "pin", pin),
    ]
    return [
        html.Button(
            say(f"take.{words}", language), type="button", **attributes, **named_with_question(name, kind)
        )
        for words, kind, attributes in buttons
    ]


def take_away(name: str, chosen: Selection) -> list[Component]:
    """Ways to take the chart and its rows along."""
    query = to_url(without_mark(chosen)).partition("?")[2]
    files = [
        html.A(
            say(f"take.{kind}", chosen.lang),
            href=f"/data/{name}.{kind}" + (f"?{query}" if query else ""),
            download=f"{name}.{kind}",
            **{"data-part": kind},
            **named_with_question(name, kind),
        )
        for kind in ("csv", "xlsx", "about.txt")
    ]
    return [
        chart_link(name, chosen),
        *files,
        html.A(
            say("take.present", chosen.lang),
            href=slide_of(name, chosen),
            **{"data-part": "present"},
            **named_with_question(name, "present"),
        ),
    ]


def chart_link(name: str, chosen: Selection) -> Component:
    """The address of the chart in this state: a script copies it, and without one it is a link like any other."""
    return html.A(
        say("take.link", chosen.lang),
        href=chart_address(name, chosen),
        **{"data-part": "link", "data-said": say("take.link.copied", chosen.lang)},
        **named_with_question(name, "link"),
    )


def named_with_question(name: str, kind: str) -> dict[str, str]:
    """An accessible name of its own for a link or button that each card has: its words, then the chart's question."""
    own = f"{name}.{kind}"
    return {"id": own, "aria-labelledby": f"{own} {dom_id(f'{name}.question')}"}


def slide_of(name: str, chosen: Selection) -> str:
    """The chart as a slide, in the state in which it is seen; its view's other charts are the slides beside
    it."""
    tab = name.partition(".")[0]
    number = list(TABS[tab].charts).index(name) + 1
    query = to_url(chosen.but(tab=tab)).partition("?")[2]
    return f"/present/{tab}/{number}" + (f"?{query}" if query else "")
