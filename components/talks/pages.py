"""Slides: one chart of one view as large as a screen allows, with what a story says of it. Knows stories and
pictures, not requests."""

import re
from typing import Any
from urllib.parse import urlencode

from dash import html
from dash.development.base_component import Component

from components.i18n.text import say, words
from components.layout import card, chart_results, source_line
from components.layout.language_links import language_links
from components.render.markup import Words, html_of
from components.state.selection import DEFAULT_REGION, DEFAULTS, Selection, to_url
from components.talks.slide_controls import drawer_of
from components.talks.stories import OWN, as_written, stories
from components.views import TABS
from data import Data
from data.stories import Slide, Story

SCRIPT_WORDS = "deck."
HEADING = re.compile(r"(</?h)([3-6])\b")
WRITTEN = ("headline", "text", "question")
WITHHELD = {**dict.fromkeys(WRITTEN, ""), "withheld": True}


def piece(chart: str, data: Data, chosen: Selection) -> dict[str, Any]:
    """What a browser needs to draw one slide: the figure or its HTML, its question and summary, its source, its
    controls, and the query by which it asked."""
    picture = chart_results.chart_result(chart, data, chosen)
    return {
        "chart": chart,
        "query": to_url(chosen.but(lang=DEFAULTS["lang"], theme=DEFAULTS["theme"])).partition("?")[2],
        "view": f"{to_url(chosen)}#{chart}",
        "question": card.question(chart, picture, chosen.lang),
        "summary": picture.summary,
        "figure": picture.figure if picture.is_graph else None,
        "html": "" if picture.is_graph else figure_html(picture.figure),
        "notes": list(picture.notes),
        "source": html_of(source_line.source_line(picture, chosen.lang)),
        "controls": drawer_of(chart, data, chosen),
    }


def figure_html(figure: Any) -> str:
    """A figure made of words as HTML. On a view it stands under a heading of the third level, on a slide under one
    of the first."""
    return HEADING.sub(lambda found: f"{found[1]}{int(found[2]) - 2}", html_of(figure))


def talk(
    name: str, story: Story, chosen: Selection, *, with_notes: bool, withheld: int = 0
) -> dict[str, Any]:
    """A whole story as its script reads it, in the reader's language; the notes only where the presenter
    looks. `withheld` is the number of a slide whose words do not belong to the state it is opened in."""
    kind = "view" if name in TABS else "own" if name == OWN else "story"
    slides = [
        {**slide_entry(slide, chosen.lang, with_notes=with_notes), **(WITHHELD if at == withheld else {})}
        for at, slide in enumerate(story.slides, start=1)
    ]
    return {
        "name": name,
        "kind": kind,
        "lang": chosen.lang,
        "theme": chosen.theme,
        "home": DEFAULT_REGION,
        "title": title(name, story, chosen),
        "slides": slides,
        "words": script_words(chosen.lang),
    }


def slide_entry(slide: Slide, language: str, *, with_notes: bool) -> dict[str, Any]:
    """One slide's words in one language, and the state to which they belong."""
    text = {name: slide_words(slide, name, language) for name in (*WRITTEN, "notes")}
    return {
        **text,
        "notes": text["notes"] if with_notes else "",
        "view": slide.view,
        "chart": slide.chart,
        "minutes": slide.minutes,
    }


def slide_words(slide: Slide, name: str, language: str) -> str:
    """What a story says in one field of a slide, or ""."""
    field = getattr(slide, name)
    return str(field[language]) if field else ""


def slide_text(slide: Slide, data: Data, chosen: Selection) -> dict[str, str]:
    """The words around a slide's chart in a state.

    A story's words are true of the state they were written for. In every other state the chart's own question and
    computed sentence take their place."""
    picture = chart_results.chart_result(slide.chart, data, chosen)
    own = as_written(slide, data, chosen)
    text = {name: slide_words(slide, name, chosen.lang) if own else "" for name in WRITTEN}
    if not text["headline"]:
        text |= {
            "headline": card.question(slide.chart, picture, chosen.lang),
            "text": text["text"] or picture.summary,
        }
    return text


def story_to_edit(story: Story, language: str) -> dict[str, Any]:
    """A story from a reader's file, as her browser keeps it: each slide in the language it was written in."""
    slides = [
        {**slide_entry(slide, language, with_notes=True), "lang": slide.language(language)}
        for slide in story.slides
    ]
    return {"title": story.title[language], "lang": story.title.language(language), "slides": slides}


def script_words(language: str) -> dict[str, str]:
    """The words that scripts say."""
    return {
        key.removeprefix(SCRIPT_WORDS): entry[language]
        for key, entry in words().items()
        if key.startswith(SCRIPT_WORDS)
    }


def title(name: str, story: Story, chosen: Selection) -> str:
    """What a story is called; a view's own is called like the view."""
    if name in TABS:
        return say(f"{name}.name", chosen.lang)
    return say("present.own", chosen.lang) if name == OWN else str(story.title[chosen.lang])


def language_and_theme_query(chosen: Selection) -> str:
    """Language and theme as a query, where they are not the usual ones."""
    return urlencode(
        {name: getattr(chosen, name) for name in ("lang", "theme") if getattr(chosen, name) != DEFAULTS[name]}
    )


def address(path: str, chosen: Selection) -> str:
    """A page of this kind in the reader's language and theme."""
    return path + (f"?{query}" if (query := language_and_theme_query(chosen)) else "")


def deck(name: str, story: Story, number: int, data: Data, chosen: Selection) -> list[Component]:
    """The page that is projected: the asked slide as it can be read without a script, and the way to its
    neighbours."""
    slide = story.slides[number - 1]
    picture = chart_results.chart_result(slide.chart, data, chosen)
    text = slide_text(slide, data, chosen)
    body = [
        html.P(title(name, story, chosen), className="eyebrow"),
        html.H1(text["headline"]),
        html.P(text["text"], className="gloss"),
        Words(children="" if picture.is_graph else figure_html(picture.figure), tag="div", className="stage"),
        html.P(text["question"], className="ask") if text["question"] else None,
        html.P(source_line.source_line(picture, chosen.lang), className="from"),
    ]
    return [
        html.Div(
            html.Main(html.Article(body, className="slide"), id="content", tabIndex="-1"),
            id="deck",
            **{"data-page": "deck", "data-number": str(number)},
        ),
        slide_links(name, number, len(story.slides), chosen),
        live_region(),
    ]


def live_region() -> Component:
    """The live region."""
    return html.Div(id="voice", role="status", className="voice", **{"aria-live": "polite"})


def slide_links(name: str, number: int, count: int, chosen: Selection) -> Component:
    """Links to the slides beside this one, for whom no script runs."""
    links = [
        html.A(say(f"present.{word}", chosen.lang), href=address(f"/present/{name}/{at}", chosen), rel=word)
        for word, at in (("prev", number - 1), ("next", number + 1))
        if 1 <= at <= count
    ]
    return html.Nav([*links, html.Span(f"{number} / {count}")], className="ways")


def scripted_page(kind: str, heading: str) -> list[Component]:
    """A page that its script fills: the presenter's window, the pages to print, a reader's own talk."""
    return [
        html.Div(html.Main(html.H1(heading), id="content", tabIndex="-1"), id="deck", **{"data-page": kind}),
        live_region(),
    ]


def shelf(data: Data, chosen: Selection) -> list[Component]:
    """`/present`: all stories, each with what can be done with it."""
    language = chosen.lang
    told_of = [book(name, str(story.title[language]), story, chosen) for name, story in stories(data).items()]
    return [
        html.Header(switch(chosen), className="masthead-row"),
        html.Main(
            [
                html.H1(say("present.title", language)),
                html.P(say("present.lead", language), className="lead"),
                html.Div(told_of, className="books"),
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


def book(name: str, named: str, story: Story, chosen: Selection) -> Component:
    """One story: how long it is, and the ways to give it."""
    size = say("present.size", chosen.lang, slides=len(story.slides), minutes=f"{story.minutes:g}")
    return html.Section(
        [
            html.H2(named),
            html.P(story.lead[chosen.lang]) if story.lead else None,
            html.P(size, className="size"),
            html.P(
                [
                    link(f"/present/{name}/1", "present.play", chosen),
                    link(f"/present/{name}/notes", "present.notes", chosen),
                    link(f"/present/{name}/print", "present.print", chosen),
                ],
                className="book-ways",
            ),
        ]
    )
