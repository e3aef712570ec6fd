"""The selection bar and the controls of a section; lists of many boxes fold away, what they hold stands as chips."""

from dash import html
from dash.development.base_component import Component

from components.charts.view import Tab
from components.i18n.text import has_words, say
from components.layout.control_choices import label
from components.layout.controls import ADDED, control, is_offered, value_text
from components.layout.pages.region_form import region_form
from components.render.markup import Words, html_of
from components.state.query_text import query_value
from components.state.selection import DEFAULTS, QUERY, Selection, to_url
from data import Data

MAIN = ("region", "lens", "peers", "indicator", "year", "second")


def controls(
    names: tuple[str, ...], data: Data, chosen: Selection, heading: str = "", folded: tuple[str, ...] = ()
) -> Component | None:
    """Controls in one row, a group named after its section; those in `folded` and lists of many boxes stand behind
    one word."""
    every = tuple(name for name in (*names, *folded) if is_offered(name, data, chosen))
    if not every:
        return None
    boxes = {name: html.Div(control(name, data, chosen), id={"part": f"box.{name}"}) for name in every}
    many = [
        name for name in every if name in folded or (isinstance(DEFAULTS[name], tuple) and name not in ADDED)
    ]
    few = [with_steps(boxes[name], name, chosen.lang) for name in every if name not in many]
    words = say("controls.of", chosen.lang, section=heading) if heading else say("controls", chosen.lang)
    more = [folded_controls([boxes[name] for name in many], chosen.lang)] if many else []
    return html.Div([*few, *more], className="controls", role="group", **{"aria-label": words})


def plain_form(data: Data, chosen: Selection) -> Component:
    """The region as a plain list with a button, for a browser without scripts; what else is chosen goes along."""
    others = {
        name: query_value(getattr(chosen, name))
        for name in QUERY
        if name not in ("region", "lang", "theme") and getattr(chosen, name) != DEFAULTS[name]
    }
    form = region_form(to_url(Selection(tab=chosen.tab)), data, chosen, more=others)
    return Words(children=html_of(form), tag="noscript")


def with_steps(box: Component, name: str, language: str) -> Component:
    """The control of the year with buttons to the year before, to the year after, and to play them all
    (assets/year_steps.js)."""
    if name != "year":
        return box
    buttons = [
        html.Button(
            html.Span(sign, **{"aria-hidden": "true"}),
            type="button",
            title=say(f"year.{key}", language),
            tabIndex="-1",  # the list beside them does the same by arrow keys
            **{"aria-label": say(f"year.{key}", language), "data-year-step": step},
        )
        for key, sign, step in (("before", "<", "-1"), ("after", ">", "1"))
    ]
    return html.Div([box, *buttons, play_button(language)], className="with-steps")


def play_button(language: str) -> Component:
    """Play and pause, and a line that says why it stopped."""
    names = {f"data-{name}": say(f"year.{name}", language) for name in ("play", "pause")}
    button = html.Button(
        html.Span(className="play-sign", **{"aria-hidden": "true"}),
        type="button",
        title=names["data-play"],
        className="play",
        **{"aria-label": names["data-play"], **names},
    )
    reasons = {
        f"data-{name.replace('.', '-')}": say(f"year.play.{name}", language, year="{year}")
        for name in ("break", "break.many", "end", "one", "still")
    }
    return html.Span(
        [button, html.Span("", className="play-said", role="status", **reasons)], className="player"
    )


def folded_controls(boxes: list[Component], language: str) -> Component:
    """Controls behind one word."""
    return html.Details(
        [html.Summary(say("filters", language)), html.Div(boxes, className="filters")], className="fold"
    )


def chips(tab: Tab, data: Data, chosen: Selection) -> list[Component]:
    """What narrows the view: a link for each choice that takes it back, and one that takes back all."""
    fields = [name for name in dict.fromkeys(tab.controls) if is_chip(name, data, chosen)]
    links = [chip(name, value, data, chosen) for name in fields for value in values_of(name, chosen)]
    if not links:
        return []
    plain = to_url(chosen.but(**{name: DEFAULTS[name] for name in fields}))
    count = tab.count_text(data, chosen) if tab.count_text else ""
    return [
        *([html.Span(count, className="count")] if count else []),
        *links,
        html.A(say("chips.clear", chosen.lang), href=plain, className="clear", **{"data-nav": "chip"}),
    ]


def is_chip(name: str, data: Data, chosen: Selection) -> bool:
    """Whether a field narrows what is shown: it is offered and not at its default."""
    return name not in MAIN and getattr(chosen, name) != DEFAULTS[name] and is_offered(name, data, chosen)


def values_of(name: str, chosen: Selection) -> tuple[str, ...]:
    """The values of a field, one for each chip."""
    value = getattr(chosen, name)
    return value if isinstance(value, tuple) else (value,)


def field_name(name: str, language: str) -> str:
    """What one choice of a field is called: of a list that regions are added to, not what its box asks for."""
    key = f"chip.name.{name}"
    return say(key if has_words(key) else f"control.{name}", language)


def chip(name: str, value: str, data: Data, chosen: Selection) -> Component:
    """One choice with its field's name; following it takes the choice back."""
    values = getattr(chosen, name)
    without = tuple(item for item in values if item != value) if isinstance(values, tuple) else DEFAULTS[name]
    text = (
        label(name, value, data, chosen.lang, chosen.region)
        if isinstance(values, tuple)
        else value_text(name, data, chosen)
    )
    words = {"name": field_name(name, chosen.lang), "value": text}
    return html.A(
        [say("chip", chosen.lang, **words), html.Span(" ×", **{"aria-hidden": "true"})],
        href=to_url(chosen.but(**{name: without})),
        title=say("chip.remove", chosen.lang, **words),
        **{"data-nav": "chip", "data-chip": name, "aria-label": say("chip.remove", chosen.lang, **words)},
    )
