"""The room check as it is read without a script: what to look at before the audience comes."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.i18n.text import say
from components.state.selection import Selection
from components.theme import palette

LINES = (48, 36, 24, 16)
KEYS = ("PageDown", "PageUp", "ArrowRight", "ArrowLeft", "b", "f")
SHADES = ("accent", "rest", "country", "better", "worse", "missing", "soft")
STEPS = (98, 96, 94, 90, 80, 60, 40, 20, 10, 6, 4, 2)


def check(chosen: Selection) -> list[Component]:
    """The whole page."""
    language = chosen.lang
    parts = [
        ("screen", result("screen")),
        ("letters", letters(language)),
        ("colours", colours(chosen)),
        ("keys", clicker(language)),
        ("phones", phones()),
        ("host", result("host")),
        ("full", full_screen_check(language)),
    ]
    sections = [
        html.Section(
            [
                html.H2(say(f"check.{name}", language)),
                html.P(say(f"check.{name}.text", language)),
                body,
            ]
        )
        for name, body in parts
    ]
    return [
        html.Div(
            html.Main(
                [
                    html.A(say("present.title", language), href="/present"),
                    html.H1(say("check.title", language)),
                    html.P(say("check.lead", language), className="lead"),
                    *sections,
                ],
                id="content",
                className="statement check",
            ),
            **{"data-page": "room-check"},
        ),
        html.Div(id="voice", role="status", className="voice", **{"aria-live": "polite"}),
    ]


def result(name: str) -> Component:
    """A line that the script fills."""
    return html.P("…", className="result", role="status", **{"data-check": name})


def letters(language: str) -> list[Any]:
    """Two measures of the room, what follows from them, and letters to look at."""
    questions = [
        html.Label([say(f"check.{name}", language), " ", choice(name, usual, values)], className="measure")
        for name, usual, values in (("wall", 3, range(1, 9)), ("row", 10, range(4, 31, 2)))
    ]
    samples = [
        html.P(say("check.sample", language, lines=lines), **{"data-lines": str(lines)}) for lines in LINES
    ]
    return [*questions, result("letters"), html.Div(samples, className="samples")]


def choice(name: str, usual: int, values: range) -> Component:
    """Metres to choose from."""
    options = [html.Option(f"{value} m", value=str(value), selected=value == usual) for value in values]
    return html.Select(options, **{"data-check": name})


def colours(chosen: Selection) -> list[Component]:
    """The colours that mean something, by name, and steps of grey from white to black."""
    shades = [
        html.Li(
            [
                html.Span(className="patch", style={"background": getattr(palette(chosen.theme), name)}),
                say(f"check.shade.{name}", chosen.lang),
            ]
        )
        for name in SHADES
    ]
    steps = [html.Li(f"{step}", style={"background": f"hsl(0 0% {step}%)"}) for step in STEPS]
    return [html.Ul(shades, className="shades"), html.Ol(steps, className="greys")]


def clicker(language: str) -> Component:
    """The keys a talk needs; each is marked when it has arrived."""
    keys = [html.Li(say(f"check.key.{key}", language), **{"data-key": key}) for key in KEYS]
    return html.Div(
        [html.Ul(keys, className="clicks"), result("keys"), html.P(**{"data-check": "last"})],
        tabIndex="0",
        role="group",
        **{"data-check": "clicker", "aria-label": say("check.keys", language)},
    )


def phones() -> list[Component]:
    """A code to read with a phone, and how many have come."""
    return [
        html.Img(src="", alt="", className="qr", **{"data-check": "code"}),
        html.P(className="address", **{"data-check": "address"}),
        html.P(className="warning", **{"data-check": "warning"}),
        result("phones"),
    ]


def full_screen_check(language: str) -> list[Component]:
    """Full screen, tried out."""
    return [
        html.Button(say("check.full.try", language), type="button", **{"data-check": "fullscreen"}),
        result("full"),
    ]


def phone(chosen: Selection) -> list[Component]:
    """What a phone sees that has come by the code."""
    return [
        html.Main(
            [html.H1(say("check.phone", chosen.lang)), html.P(say("check.phone.text", chosen.lang))],
            id="content",
            className="statement",
        )
    ]
