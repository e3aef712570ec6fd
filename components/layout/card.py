"""A chart's card: question, definitions, ways out, figure, sentence, notes and source."""

from functools import lru_cache
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.result import ChartResult
from components.i18n.text import say
from components.layout.boxes import PageContent, dom_id, part
from components.layout.menu import named_with_question, take_away
from components.layout.source_line import source_line
from components.render import facts as about
from components.render import html_table, markup
from components.state.selection import Selection
from data import Data

SOURCES = 2


def card(name: str, held: PageContent, language: str, *, wide: bool) -> Component:
    """One chart with everything around it."""
    toggle = html.Button(
        say("take.table", language),
        type="button",
        **{
            "data-part": "table-toggle",
            "data-table": name,
            "data-other": say("take.close", language),
            "aria-expanded": "false",
            **named_with_question(name, "toggle"),
        },
    )
    pin = html.Button(
        say("take.pin", language),
        type="button",
        **{
            "data-pin": name,
            "data-said": say("take.pinned", language),
            "data-full": say("take.pin.full", language),
            "data-visit": say("take.pin.visit", language),
            **named_with_question(name, "pin"),
        },
    )
    image = html.Button(
        say("take.image", language),
        type="button",
        **{
            "data-part": "png",
            "data-image": name,
            "data-foot": say("image.foot", language),
            "data-locale": say("image.locale", language),
        },
        **named_with_question(name, "png"),
    )
    paper = html.Button(
        say("take.print", language),
        type="button",
        **{"data-part": "print", "data-print": name},
        **named_with_question(name, "print"),
    )
    take = [toggle, part(f"{name}.take", held, "span", className="take-links"), image, paper, pin]
    menu = html.Details(
        [
            html.Summary(
                [
                    html.Span(className="menu-sign", **{"aria-hidden": "true"}),
                    html.Span(say("menu", language), id=f"{name}.menu-name", className="unseen"),
                ],
                title=say("menu", language),
                **{"aria-labelledby": f"{name}.menu-name {dom_id(f'{name}.question')}"},
            ),
            html.Div(take, className="take"),
        ],
        **{"data-part": "menu"},
    )
    return html.Figure(
        [
            html.Figcaption([part(f"{name}.question", held, "h3"), info_box(name, held, language), menu]),
            part(f"{name}.summary", held, "p", **{"data-part": "summary"}),
            part(
                f"{name}.frame",
                held,
                className="frame",
                role="group",
                **{
                    "aria-labelledby": dom_id(f"{name}.question"),
                    "aria-describedby": dom_id(f"{name}.summary"),
                },
            ),
            html.Div(
                [
                    part(f"{name}.notes", held, className="notes-box"),
                    part(f"{name}.source", held, **{"data-part": "source"}),
                    part(f"{name}.table", held, **{"data-part": "table"}),
                ],
                className="card-foot",
            ),
        ],
        id=name,
        className="card-chart wide" if wide else "card-chart",
        **{"data-chart": name},
    )


def info_box(name: str, held: PageContent, language: str) -> Component:
    """Definitions and provenance, folded away; named after the chart's question."""
    own = f"{name}.info-name"
    words = say("about.open", language)
    summary = html.Summary(
        [
            html.Span(className="info-sign", **{"aria-hidden": "true"}),
            html.Span(words, id=own, className="unseen"),
        ],
        title=words,
        **{"aria-labelledby": f"{own} {dom_id(f'{name}.question')}"},
    )
    return html.Details([summary, part(f"{name}.info", held)], **{"data-part": "info"})


def frame(name: str, picture: ChartResult) -> Any:
    """What a chart says: words, or a box as high as the figure that is drawn in it; the style sheet makes it larger
    on a wide screen."""
    if not isinstance(picture.figure, dict):
        return picture.figure
    room = html.Div(className="room")
    height = f"{picture.figure['layout']['height']}px"
    return html.Div(room, className="plot", style={"--height": height}, **{"data-figure": name})


def chart_words(
    name: str, picture: ChartResult, data: Data, chosen: Selection, *, is_open: bool
) -> dict[str, Any]:
    """What a chart card says that another choice may change though the picture is the same: its ways out, its table
    if that is open."""
    title = question(name, picture, chosen.lang)
    return {
        f"{name}.take": take_away(name, chosen),
        f"{name}.table": html_table.scrolled(data, picture, chosen.lang, title) if is_open else None,
    }


@lru_cache(maxsize=512)
def lasting_words(name: str, picture: ChartResult, language: str) -> dict[str, str]:
    """What a chart card says as long as its picture is the same, as HTML by part."""
    said = {
        "question": question(name, picture, language),
        "summary": picture.summary,
        "frame": frame(name, picture),
        "notes": folded_notes(picture, language),
        "source": source_line(picture, language, most=SOURCES),
        "info": info(picture, language),
    }
    return {f"{name}.{part}": markup.html_of(one) for part, one in said.items()}


def folded_notes(picture: ChartResult, language: str) -> Component | None:
    """What a careful reader must know, behind a line that says how many notes there are."""
    if not picture.notes:
        return None
    listed = html.Ul([html.Li(note) for note in picture.notes], className="notes")
    count = say("notes", language, count=len(picture.notes))
    return html.Details([html.Summary(count), listed], className="notes-fold")


def question(name: str, picture: ChartResult, language: str) -> str:
    """The chart's title: the one question it answers."""
    if picture.failed:
        return say("chart.failed.title", language)
    return say(name, language, **picture.blanks)


def info(picture: ChartResult, language: str) -> list[Component]:
    """What the chart's numbers mean and where they come from."""
    terms = [
        term
        for fact in about.facts(picture, language)
        for term in (html.Dt(fact.label, className=fact.kind), html.Dd(linked(fact)))
    ]
    return [html.Dl(terms)] if terms else []


def linked(fact: about.Fact) -> Any:
    """A fact's text, as a link where it can be looked up."""
    if not fact.href:
        return fact.text
    return html.A(fact.text, href=fact.href, rel="noopener noreferrer", target="_blank")
