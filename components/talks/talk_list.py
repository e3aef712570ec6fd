"""`/present`: all talks, each with links to its slides, its notes and its hand-out."""

from dash import html
from dash.development.base_component import Component

from components.i18n.text import say
from components.layout.language_links import language_links
from components.state.selection import Selection
from components.talks.pages import address
from components.talks.stories import stories
from data import Data
from data.stories import Story


def talk_list(data: Data, chosen: Selection) -> list[Component]:
    """The page: every talk, a reader's own, and the room check."""
    language = chosen.lang
    entries = [
        talk_entry(name, str(story.title[language]), story, chosen) for name, story in stories(data).items()
    ]
    return [
        html.Header(switch(chosen), className="masthead-row"),
        html.Main(
            [
                html.H1(say("present.title", language)),
                html.P(say("present.lead", language), className="lead"),
                html.Div(entries, className="talks"),
                html.H2(say("present.own", language)),
                html.P(
                    [say("present.own.text", language), " ", link("/talk", "present.own.open", chosen)],
                ),
                html.H2(say("check.title", language)),
                html.P([say("check.lead", language), " ", link("/room-check", "check.open", chosen)]),
            ],
            id="content",
            className="statement",
        ),
    ]


def switch(chosen: Selection) -> list[Component]:
    """Back to the dashboard, and the other languages."""
    return [
        html.A(say("statement.back", chosen.lang), href=address("/economy", chosen)),
        *language_links(chosen, lambda other: address("/present", other)),
    ]


def link(path: str, key: str, chosen: Selection) -> Component:
    """A link in words to a page of this kind."""
    return html.A(say(key, chosen.lang), href=address(path, chosen))


def talk_entry(name: str, title: str, story: Story, chosen: Selection) -> Component:
    """One talk: how long it is, and links to its slides, its notes and its hand-out."""
    size = say("present.size", chosen.lang, slides=len(story.slides), minutes=f"{story.minutes:g}")
    return html.Section(
        [
            html.H2(title),
            html.P(story.lead[chosen.lang]) if story.lead else None,
            html.P(size, className="size"),
            html.P(
                [
                    link(f"/present/{name}/1", "present.play", chosen),
                    link(f"/present/{name}/notes", "present.notes", chosen),
                    link(f"/present/{name}/print", "present.print", chosen),
                ],
                className="talk-links",
            ),
        ]
    )
