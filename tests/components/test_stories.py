"""Every story of every pack: each slide leads to a state and a chart, and says no number that is not there."""

import re
from functools import cache

import pandas as pd
import pytest

from components.i18n.text import LANGUAGES
from components.layout import chart_results
from components.layout.source_line import MOST
from components.state.selection import TABS, Selection, to_url
from components.talks.pages import slide_contents, talk
from components.talks.stories import base, chosen_on, find_story, mistakes, stories, story_from_file
from data import ROOT, Data
from data.stories import Slide, Story
from tests.own_data import DATA

TOLD = stories(DATA)
SLIDES = [
    pytest.param(slide, id=f"{name}-{number}")
    for name, story in TOLD.items()
    for number, slide in enumerate(story.slides, start=1)
]
WORDED = {
    "en": "four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
    "it": "quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici",
}
SPELT = {language: dict(zip(words.split(), range(4, 16), strict=True)) for language, words in WORDED.items()}
NUMBER = re.compile(r"(?<![\w.,])\d[\d.,]*\d|(?<![\w.,])\d")


def numbers(text: str, language: str) -> list[tuple[float, int]]:
    """The numbers of a text with their decimal places, as its language writes them."""
    group, point = (",", ".") if language == "en" else (".", ",")
    found = [item.replace(group, "").replace(point, ".") for item in NUMBER.findall(text)]
    return [(float(entry), len(entry.partition(".")[2])) for entry in found]


def spelt_numbers(text: str, language: str) -> list[tuple[float, int]]:
    """The numbers from four on that a text spells out."""
    return [(float(SPELT[language][w]), 0) for w in re.findall(r"\w+", text.lower()) if w in SPELT[language]]


def values(rows: pd.DataFrame) -> set[float]:
    """Every number of a table: its numeric cells, and those inside its texts."""
    found: set[float] = set()
    for column in rows:
        if pd.api.types.is_numeric_dtype(rows[column]):
            found |= set(rows[column].dropna().astype(float))
        else:
            found |= {
                n
                for text in rows[column].dropna().astype(str)
                for language in ("en", "it")
                for n, _ in numbers_safely(text, language)
            }
    return found


def numbers_safely(text: str, language: str) -> list[tuple[float, int]]:
    try:
        return numbers(text, language)
    except ValueError:
        return []


@cache
def in_the_pack() -> frozenset[float]:
    """Every number of the packs' tables."""
    return frozenset(
        n for pack in DATA.packs.values() for table in pack.tables.values() for n in values(table)
    )


def is_rounded_from(number: float, places: int, among: set[float] | frozenset[float]) -> bool:
    """Whether a number, rounded as it is written, is among some values."""
    return any(abs(round(item, places) - number) < 1e-9 for item in among)


@pytest.mark.parametrize("slide", SLIDES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_of_a_slide_stands_in_its_chart_or_in_the_pack(slide: Slide, language: str) -> None:
    picture = chart_results.chart_result(slide.chart, DATA, base(slide, DATA, lang=language))
    there = values(picture.rows) | {n for n, _ in numbers_safely(picture.summary, language)}
    said = [getattr(slide, name) for name in ("headline", "text", "question") if getattr(slide, name)]
    claims = [
        n
        for item in said
        for n in (*numbers(item[language], language), *spelt_numbers(item[language], language))
    ]
    if slide.notes:
        claims += numbers(slide.notes[language], language)
    missing = [n for n in claims if not is_rounded_from(*n, there) and not is_rounded_from(*n, in_the_pack())]
    assert missing == []


@pytest.mark.parametrize("slide", SLIDES)
def test_both_languages_of_a_slide_say_the_same_numbers(slide: Slide) -> None:
    for name in ("headline", "text", "question", "notes"):
        said = getattr(slide, name)
        if said:
            en, it = (sorted(numbers(said[language], language)) for language in ("en", "it"))
            assert en == it, name


@pytest.mark.parametrize("slide", SLIDES)
def test_every_slide_has_something_to_show_and_a_source(slide: Slide) -> None:
    for language in LANGUAGES:
        drawn = slide_contents(slide.chart, DATA, base(slide, DATA, lang=language))
        assert drawn["figure"] or drawn["html"]
        sources = chart_results.chart_result(slide.chart, DATA, base(slide, DATA, lang=language)).cited
        assert "href=" in drawn["source"] or len(sources) > MOST
        assert drawn["controls"]


def test_the_talk_of_an_hour_and_the_talk_of_five_minutes_are_there() -> None:
    assert 15 <= len(TOLD["milan"].slides) <= 20
    assert TOLD["milan"].minutes <= 60
    assert TOLD["milan-five"].minutes <= 5
    assert all(slide.notes for story in TOLD.values() for slide in story.slides)


def test_no_story_is_called_like_a_view_or_like_a_readers_own() -> None:
    assert not set(TOLD) & {*TABS, "own"}


def test_a_file_that_is_in_order_has_no_mistakes() -> None:
    for name, story in TOLD.items():
        text = (ROOT / "packs/ITC4/stories" / f"{name}.toml").read_text(encoding="utf-8")
        assert list(mistakes(story, text, DATA)) == []


@pytest.mark.parametrize("tab", TABS)
def test_every_view_is_a_story_of_its_charts(tab: str) -> None:
    story = find_story(tab, "region=ITH5&lang=it", DATA)
    assert isinstance(story, Story)
    assert {slide.view for slide in story.slides} == {f"/{tab}?region=ITH5"}
    assert len(talk(tab, story, DATA, Selection(), with_notes=False)["slides"]) == len(story.slides)


def test_a_slide_is_as_told_until_a_query_says_otherwise() -> None:
    slide = next(slide for slide in TOLD["milan"].slides if "pillar" in slide.view)
    assert chosen_on(slide, "lang=it&theme=dark", DATA).but(lang="en", theme="light") == base(slide, DATA)
    assert to_url(chosen_on(slide, "region=ITC4", DATA)) == "/economy"
    assert to_url(chosen_on(slide, "pillar=health&lang=it", DATA)) == "/economy?lang=it&pillar=health"


def test_a_talk_in_one_language_is_enough_for_its_maker() -> None:
    text = b'title = "T"\n[[slides]]\nview = "/economy"\nchart = "economy.trend"\nheadline.it = "Uno"\n'
    assert story_from_file(text, DATA, own_talk=True).story is not None
    assert [mistake.code for mistake in story_from_file(text, DATA).mistakes] == ["kind", "language"]


def test_data_is_shared(data: Data) -> None:
    assert set(data.packs) == set(DATA.packs)
