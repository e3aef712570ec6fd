"""The ways to take a chart along: table, files, slide, image, paper, pin."""

from dash import html
from dash.development.base_component import Component

from components.charts.view import unmarked
from components.i18n.text import say
from components.layout.boxes import dom_id
from components.state.selection import Selection, to_url
from components.views import TABS


def take_away(name: str, chosen: Selection) -> list[Component]:
    """Ways to take the chart and its rows along."""
    query = to_url(unmarked(chosen)).partition("?")[2]
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
        *files,
        html.A(
            say("take.present", chosen.lang),
            href=slide_of(name, chosen),
            **{"data-part": "present"},
            **named_with_question(name, "present"),
        ),
    ]


def named_with_question(name: str, kind: str) -> dict[str, str]:
    """An accessible name of its own for a link or button that each card has: its words, then the chart's question."""
    own = f"{name}.{kind}"
    return {"id": own, "aria-labelledby": f"{own} {dom_id(f'{name}.question')}"}


def slide_of(name: str, chosen: Selection) -> str:
    """The chart as a slide, in the state in which it is seen; its view's other charts are the slides beside
    it."""
    number = list(TABS[chosen.tab].charts).index(name) + 1
    query = to_url(chosen).partition("?")[2]
    return f"/present/{chosen.tab}/{number}" + (f"?{query}" if query else "")
