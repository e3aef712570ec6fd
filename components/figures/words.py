"""Figures made of words: what to show when there is nothing to draw, and headline cards."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component


@dataclass(frozen=True)
class Card:
    """One headline number: what it is, the value, its unit, when, a line of context, and behind `more`, the name of
    what unfolds, further lines and a way on. `choose` is the address at which it is the chosen indicator, `line` its
    small line over the years, `exact` the value in full where `value` is rounded."""

    title: str
    value: str
    unit: str
    when: str
    context: tuple[str, ...] = ()
    standing: str = "published"
    onward: Component | None = None
    more: str = ""
    choose: str = ""
    chosen: bool = False
    line: Component | str = ""
    exact: str = ""


def empty_state(sentence: str, *ways: Component) -> Component:
    """Why nothing is drawn, in words, and links to what can be seen instead."""
    onward = [part for way in ways for part in (" ", way)]
    return html.P([sentence, *onward], className="nothing")


def cards(items: list[Card]) -> Component:
    """Headline numbers side by side."""
    return html.Ul(
        [
            html.Li(card(item), className="here" if item.chosen else None, **{"data-standing": item.standing})
            for item in items
        ],
        className="headlines",
    )


def card(item: Card) -> list[Component | None]:
    """The lines of one headline card."""
    title = html.A(item.title, href=item.choose, **{"data-nav": "mark"}) if item.choose else item.title
    lines = [html.Span(line, className="headline-context") for line in item.context]
    folded = [*lines[1:], item.onward] if item.more else []
    unit = [html.Span(item.unit), html.Span(", "), html.Span(item.when)]
    return [
        html.Span(title, className="headline-title"),
        html.Span([html.Strong(item.value, title=item.exact or None), item.line], className="headline-value"),
        html.Span(unit, className="headline-when"),
        *(lines[:1] if item.more else [*lines, item.onward]),
        card_details(item.more, folded) if any(folded) else None,
    ]


def card_details(name: str, lines: list[Component | None]) -> Component:
    """Further lines of a headline card, folded behind a sign; the sign's name is read aloud, and shown as a tooltip."""
    sign = html.Span(className="more-sign", **{"aria-hidden": "true"})
    summary = html.Summary([sign, html.Span(name, className="unseen")], title=name)
    return html.Details([summary, html.Div(lines, className="more-lines")], className="headline-more")


def scroll_box(table: Component, label: str) -> Component:
    """A wide table in a box of its own that scrolls, by keyboard too, so that the page never does."""
    return html.Div(table, className="scroll tall", tabIndex="0", role="group", **{"aria-label": label})


def headings(texts: Sequence[str | Component], numbers: tuple[int, ...] = ()) -> html.Thead:
    """The head of a table; the columns at the places `numbers` hold numbers."""
    cells = [
        html.Th(text, scope="col", className="number" if at in numbers else None)
        for at, text in enumerate(texts)
    ]
    return html.Thead(html.Tr(cells))
