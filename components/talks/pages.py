"""Slides: one chart of one view as large as a screen allows, with what a story says of it."""

import re
from typing import Any
from urllib.parse import urlencode

from dash import html
from dash.development.base_component import Component

from components.i18n.text import say, words
from components.layout import card, chart_results, source_line
from components.layout.coverage import covers_region
from components.render.markup import Words, html_of
from components.state.selection import DEFAULT_REGION, DEFAULTS, Selection, to_url
from components.talks.slide_controls import drawer_of
from components.talks.stories import OWN, as_written, base
from components.views import TABS
from data import Data
from data.stories import Slide, Story

SCRIPT_WORDS = "deck."
HEADING = re.compile(r"(</?h)([3-6])\b")
WRITTEN = ("headline", "text", "question")
WITHHELD = {**dict.fromkeys(WRITTEN, ""), "withheld": True}


def slide_contents(chart: str, data: Data, chosen: Selection) -> dict[str, Any]:
    """What a browser needs to draw one slide: the figure or its HTML, its question and summary, its source, its
    controls, and the query of its state."""
    result = chart_results.chart_result(chart, data, chosen)
    return {
        "chart": chart,
        "query": to_url(chosen.but(lang=DEFAULTS["lang"], theme=DEFAULTS["theme"])).partition("?")[2],
        "view": f"{to_url(chosen)}#{chart}",
        "question": card.question(chart, result, chosen.lang),
        "summary": result.summary,
        "figure": result.figure if result.is_graph else None,
        "html": "" if result.is_graph else figure_html(result.figure),
        "notes": list(result.notes),
        "source": html_of(source_line.slide_source(result, chosen.lang)),
        "controls": drawer_of(chart, data, chosen),
        "covered": covers_region(chart, data, chosen.region),
    }


def figure_html(figure: Any) -> str:
    """A figure made of words as HTML. On a view it stands under a heading of the third level, on a slide under one
    of the first."""
    return HEADING.sub(lambda found: f"{found[1]}{int(found[2]) - 2}", html_of(figure))


def talk(
    name: str, story: Story, data: Data, chosen: Selection, *, with_notes: bool, withheld: int = 0
) -> dict[str, Any]:
    """A whole story as its script reads it, in the reader's language; the notes only where the presenter
    looks. `withheld` is the number of a slide whose words do not belong to the state it is opened in."""
    kind = "view" if name in TABS else "own" if name == OWN else "story"
    in_sequence = sequence(name, story, data)
    slides = [
        {
            **slide_entry(slide, chosen.lang, with_notes=with_notes),
            **(WITHHELD if at == withheld else {}),
            "covered": at in in_sequence,
        }
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


def sequence(name: str, story: Story, data: Data) -> tuple[int, ...]:
    """The numbers of the slides that follow each other. Of a view, charts without anything for the region are passed
    over; each keeps its number, and thereby its address."""
    numbers = tuple(range(1, len(story.slides) + 1))
    if name not in TABS:
        return numbers
    covered = tuple(
        at
        for at in numbers
        if covers_region((slide := story.slides[at - 1]).chart, data, base(slide, data).region)
    )
    return covered or numbers


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
    result = chart_results.chart_result(slide.chart, data, chosen)
    own = as_written(slide, data, chosen)
    text = {name: slide_words(slide, name, chosen.lang) if own else "" for name in WRITTEN}
    if not text["headline"]:
        text |= {
            "headline": card.question(slide.chart, result, chosen.lang),
            "text": text["text"] or result.summary,
        }
    return text


def story_to_edit(story: Story, language: str) -> dict[str, Any]:
    """A story from a reader's file, as the browser stores it: each slide in the language it was written in."""
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
    """The page that is projected: the slide that was asked for, readable without a script, and links to its
    neighbours."""
    slide = story.slides[number - 1]
    result = chart_results.chart_result(slide.chart, data, chosen)
    text = slide_text(slide, data, chosen)
    body = [
        html.P(title(name, story, chosen), className="eyebrow"),
        html.H1(text["headline"]),
        html.P(text["text"], className="gloss"),
        Words(children="" if result.is_graph else figure_html(result.figure), tag="div", className="stage"),
        html.P(text["question"], className="ask") if text["question"] else None,
        html.P(source_line.slide_source(result, chosen.lang), className="from"),
    ]
    return [
        html.Div(
            html.Main(html.Article(body, className="slide"), id="content", tabIndex="-1"),
            id="deck",
            **{"data-page": "deck", "data-number": str(number)},
        ),
        slide_links(name, number, sequence(name, story, data), chosen),
        live_region(),
    ]


def live_region() -> Component:
    """The live region in which slide changes are announced to screen readers."""
    return html.Div(id="voice", role="status", className="voice", **{"aria-live": "polite"})


def slide_links(name: str, number: int, numbers: tuple[int, ...], chosen: Selection) -> Component:
    """Links to the slides beside this one, for whom no script runs."""
    before, after = [at for at in numbers if at < number], [at for at in numbers if at > number]
    links = [
        html.A(say(f"present.{word}", chosen.lang), href=way(name, at, chosen), rel=word)
        for word, found in (("prev", before[-1:]), ("next", after[:1]))
        for at in found
    ]
    place = max(1, len(numbers) - len(after))
    return html.Nav([*links, html.Span(f"{place} / {len(numbers)}")], className="ways")


def way(name: str, number: int, chosen: Selection) -> str:
    """The address of another slide; a view's is of the same state, a story's has its own."""
    if name not in TABS:
        return address(f"/present/{name}/{number}", chosen)
    _, _, query = to_url(chosen).partition("?")
    return f"/present/{name}/{number}" + (f"?{query}" if query else "")


def scripted_page(kind: str, heading: str) -> list[Component]:
    """A page that its script fills: the presenter's window, the pages to print, a reader's own talk."""
    return [
        html.Div(html.Main(html.H1(heading), id="content", tabIndex="-1"), id="deck", **{"data-page": kind}),
        live_region(),
    ]
