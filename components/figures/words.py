"""Figures made of words: what to show when there is nothing to draw, and headline cards."""

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component


@dataclass(frozen=True)
class Card:
    """One headline number: what it is, the value, its unit, when, lines of context, and a way on."""

    title: str
    value: str
    unit: str
    when: str
    context: tuple[str, ...] = ()
    standing: str = "published"
    onward: Component | None = None


def nothing(sentence: str, *ways: Component) -> Component:
    """Why nothing is drawn, in words, and the ways on from here."""
    onward = [part for way in ways for part in (" ", way)]
    return html.P([sentence, *onward], className="nothing")


def cards(items: list[Card]) -> Component:
    """Headline numbers side by side."""
    return html.Ul(
        [html.Li(card(item), **{"data-standing": item.standing}) for item in items], className="headlines"
    )


def card(item: Card) -> list[Component | None]:
    """The lines of one headline card."""
    return [
        html.Span(item.title, className="headline-title"),
        html.Span([html.Strong(item.value), " ", html.Span(item.unit)], className="headline-value"),
        html.Span(item.when, className="headline-when"),
        *[html.Span(line, className="headline-context") for line in item.context],
        item.onward,
    ]


def boxed(table: Component, label: str) -> Component:
    """A wide table in a box of its own that scrolls, by keyboard too, so that the page never does."""
    return html.Div(table, className="scroll tall", tabIndex="0", role="group", **{"aria-label": label})


def headings(texts: list[str], numbers: tuple[int, ...] = ()) -> html.Thead:
    """The head of a table; the columns at the places `numbers` hold numbers."""
    cells = [
        html.Th(text, scope="col", className="number" if at in numbers else None)
        for at, text in enumerate(texts)
    ]
    return html.Thead(html.Tr(cells))
