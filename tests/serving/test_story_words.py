"""A story's words belong to the state they were written for: on no changed slide does one of them stand, not on the
page, not in what its script is told, not in the PowerPoint file."""

import io
import json
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient
from pptx import Presentation

from components.i18n.text import LANGUAGES
from components.layout import masthead
from components.state.selection import DEFAULTS, QUERY, RANGES, Selection, choices, to_url
from components.talks.pages import slide_text
from components.talks.slide_controls import section_of
from components.talks.stories import base, stories
from data.stories import Slide
from tests.own_data import DATA


def other_value(name: str, chosen: Selection) -> Any:
    """A value of a field that a slide does not have."""
    if name in RANGES:
        return next(item for item in RANGES[name] if item != getattr(chosen, name))
    offered = choices(DATA)[name]
    if isinstance(DEFAULTS[name], tuple):
        return () if getattr(chosen, name) else tuple(offered[-1:])
    return next(item for item in reversed(offered) if item != getattr(chosen, name))


def changed() -> list[Any]:
    """Every slide of every story with each of the fields that its chart obeys changed."""
    return [
        pytest.param(name, number, base(slide, DATA).but(**{field: other_value(field, base(slide, DATA))}))
        for name, story in stories(DATA).items()
        for number, slide in enumerate(story.slides, start=1)
        for field in dict.fromkeys((*section_of(slide.chart).controls, *masthead.GLOBAL))
    ]


CHANGED = changed()


def query_of(chosen: Selection) -> str:
    """The query that brings a state about; a state that is all default names its region."""
    return to_url(chosen).partition("?")[2] or f"region={chosen.region}"


def slide_of(name: str, number: int) -> Slide:
    return stories(DATA)[name].slides[number - 1]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("name", "number", "chosen"), CHANGED)
def test_no_word_of_a_story_stands_on_a_changed_slide(
    client: FlaskClient, name: str, number: int, chosen: Selection, lang: str
) -> None:
    slide, query = slide_of(name, number), f"{query_of(chosen)}&lang={lang}"
    document = unescape(client.get(f"/present/{name}/{number}?{query}").text)
    words = client.get(f"/present/{name}/{number}.json?{query}").json or {}
    for text in slide.words(lang):
        assert text not in document
        assert text not in words.values()
    piece = client.get(f"/slide/{slide.chart}.json?{query}").json or {}
    assert words == {"headline": piece["question"], "text": piece["summary"], "question": ""}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_state_spelt_out_is_still_the_storys_own(client: FlaskClient, lang: str) -> None:
    for name, story in stories(DATA).items():
        for number, slide in enumerate(story.slides, start=1):
            query = query_of(base(slide, DATA))
            words = client.get(f"/present/{name}/{number}.json?{query}&lang={lang}").json or {}
            assert words["headline"] == slide.headline[lang]
            assert unescape(client.get(f"/present/{name}/{number}?{query}&lang={lang}").text).count(
                f"<h1>{slide.headline[lang]}</h1>"
            )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_of_a_story_stands_on_a_changed_slide_of_a_powerpoint_file(
    client: FlaskClient, lang: str
) -> None:
    for at in range(0, len(CHANGED), 60):
        part = [item.values for item in CHANGED[at : at + 60]]
        slides = [
            {
                "chart": slide_of(name, number).chart,
                "query": to_url(chosen).partition("?")[2],
                "link": "",
                "notes": "",
                **dict(zip(("headline", "text", "question"), slide_words(name, number, lang), strict=True)),
            }
            for name, number, chosen in part
        ]
        talk = {"title": "T", "lang": lang, "slides": slides}
        answer = client.post("/handout.pptx", data={"talk": json.dumps(talk)})
        deck = Presentation(io.BytesIO(answer.data))
        for slide, (name, number, _) in zip(deck.slides, part, strict=True):
            shown = {shape.text_frame.text for shape in slide.shapes if shape.has_text_frame}
            assert not shown & {text for text in slide_words(name, number, lang) if text}


def slide_words(name: str, number: int, lang: str) -> tuple[str, ...]:
    """Headline, text and question of a slide, "" where there is none."""
    slide = slide_of(name, number)
    return tuple(item[lang] if item else "" for item in (slide.headline, slide.text, slide.question))


@pytest.mark.parametrize("field", [item for item in QUERY if item not in ("lang", "theme")])
def test_whatever_field_is_changed_the_charts_own_words_stand(field: str) -> None:
    for name, story in stories(DATA).items():
        for number, slide in enumerate(story.slides, start=1):
            here = base(slide, DATA)
            there = here.but(**{field: other_value(field, here)})
            assert set(slide_words(name, number, "en")) & set(slide_text(slide, DATA, here).values())
            assert not set(slide.words("en")) & set(slide_text(slide, DATA, there).values()), slide.view
