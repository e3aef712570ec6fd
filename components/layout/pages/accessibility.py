"""Pages of words only: the accessibility statement after the European model, and what stands where there is
no page."""

from dash import html
from dash.development.base_component import Component

from components.i18n.text import LANGUAGES, say
from components.layout.pages.site import site_page
from components.state.selection import TABS, Selection, to_url

ADDRESS = "/accessibility"
SECTIONS = ("status", "content", "preparation", "feedback", "enforcement")
LIMITS = ("maps", "letters", "slides", "pdf", "powerpoint", "sources", "names")


def statement(chosen: Selection, contact: str) -> list[Component]:
    """The statement in the reader's language; `contact` is what the operator of this copy has entered, or
    empty."""
    language = chosen.lang
    body = [
        part
        for name in SECTIONS
        for part in (html.H2(say(f"statement.{name}", language)), section(name, language, contact))
    ]
    first = [html.H1(say("statement.link", language)), html.P(say("statement.commitment", language))]
    return site_page(ADDRESS, chosen, [html.Div([*first, *body], className="statement")])


def apology(chosen: Selection, kind: str) -> list[Component]:
    """What stands where there is no page ("missing", "refused" or "failed"): that in every language, and the ways to
    what there is."""
    others = [name for name in LANGUAGES if name != chosen.lang]
    views = [
        html.Li(html.A(say(f"{name}.name", chosen.lang), href=to_url(chosen.but(tab=name)))) for name in TABS
    ]
    return [
        html.Header(
            html.A(say("statement.back", chosen.lang), href=to_url(chosen)), className="masthead-row"
        ),
        html.Main(
            [
                html.H1(say(f"{kind}.title", chosen.lang)),
                html.P(say(f"{kind}.text", chosen.lang)),
                html.Ul(views),
                *(html.P(say(f"{kind}.text", other), lang=other) for other in others),
            ],
            id="content",
            className="statement",
        ),
    ]


def section(name: str, language: str, contact: str) -> Component:
    """What stands under one heading."""
    if name == "content":
        return html.Ul([html.Li(say(f"statement.content.{limit}", language)) for limit in LIMITS])
    if name == "feedback":
        return html.P(
            say(
                "statement.feedback.text",
                language,
                contact=contact or say("statement.feedback.unknown", language),
            )
        )
    return html.P(say(f"statement.{name}.text", language))
