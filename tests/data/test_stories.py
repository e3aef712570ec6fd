"""A story's file that is wrong says where and why, one clear line for each mistake, in both languages."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.talks.stories import story_from_file
from data.languages import LANGUAGES
from data.stories import LARGEST, read_story
from data.story_mistakes import MISTAKES, MOST_MISTAKES
from tests.own_data import DATA

GOOD = """title.en = "A talk"
title.it = "Un discorso"

[[slides]]
view = "/economy?region=ITH5"
chart = "economy.trend"
minutes = 2
headline.en = "A headline"
headline.it = "Un titolo"

[[slides]]
view = "/clusters"
chart = "clusters.places"
headline.en = "Another"
headline.it = "Un altro"
"""
BROKEN = [
    ("a bracket is open", '[[slides]]\nview = "/clusters"', '[[slides]\nview = "/clusters"', 11, "toml"),
    ("quotes are missing", 'title.en = "A talk"', "title.en = A talk", 1, "toml"),
    ("a field is misspelt", "minutes = 2", "minuts = 2", 7, "unknown"),
    ("the chart is missing", 'chart = "clusters.places"\n', "", 11, "missing"),
    ("a translation is missing", 'headline.it = "Un titolo"\n', "", 8, "language"),
    ("a number is a word", "minutes = 2", 'minutes = "two"', 7, "range"),
    ("a number is too large", "minutes = 2", "minutes = 900", 7, "range"),
    ("a headline is too long", '"Another"', f'"{"word " * 30}"', 14, "long"),
    ("a headline is empty", '"A headline"', '""', 8, "empty"),
    ("too many sentences", "minutes = 2", 'text.en = "A. B. C."\ntext.it = "A. B."', 7, "sentences"),
    ("an address nobody writes", '"/economy?region=ITH5"', '"/economy?region=XX"', 5, "view"),
    ("a chart nobody draws", '"clusters.places"', '"clusters.place"', 13, "chart"),
    ("a chart of another view", '"clusters.places"', '"economy.trend"', 13, "elsewhere"),
    ("no slides", GOOD[GOOD.index("[[slides]]") :], "slides = []\n", 4, "slides"),
]


def test_the_example_is_in_order() -> None:
    assert story_from_file(GOOD.encode(), DATA).mistakes == ()


@pytest.mark.parametrize(("name", "old", "new", "line", "code"), BROKEN, ids=[item[0] for item in BROKEN])
def test_a_mistake_is_one_clear_line(name: str, old: str, new: str, line: int, code: str) -> None:
    assert GOOD.count(old) == 1, name
    got = story_from_file(GOOD.replace(old, new).encode(), DATA)
    assert got.story is None
    assert [(mistake.line, mistake.code) for mistake in got.mistakes] == [(line, code)]
    for language in LANGUAGES:
        sentence = got.mistakes[0].sentence(language)
        assert sentence
        assert "\n" not in sentence
        assert not re.search(r"\{\w+\}", sentence)


def test_all_mistakes_of_a_file_are_said_at_once_from_top_to_bottom() -> None:
    spoiled = GOOD.replace("minutes = 2", "minutes = 900").replace('"Another"', '""').replace("A talk", "")
    assert [(mistake.line, mistake.code) for mistake in read_story(spoiled.encode()).mistakes] == [
        (1, "empty"),
        (7, "range"),
        (14, "empty"),
    ]


def test_letters_and_size_are_looked_at_first() -> None:
    assert [mistake.code for mistake in read_story(b'title.en = "\n\xff"').mistakes] == ["letters"]
    assert [mistake.code for mistake in read_story(b"#" * (LARGEST + 1)).mistakes] == ["large"]


def test_only_the_first_mistakes_are_said_and_that_there_are_more() -> None:
    got = read_story((GOOD + "".join(f"field{n} = 1\n" for n in range(500))).encode())
    assert [mistake.code for mistake in got.mistakes] == ["unknown"] * MOST_MISTAKES + ["more"]


def test_every_kind_of_mistake_has_words() -> None:
    limits = {"letters", "large", "kind", "parts", "depth", "values", "word", "more", "lines", "escapes"}
    assert {item[4] for item in BROKEN} | limits == set(MISTAKES)


@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_whatever_is_in_a_file_it_is_a_story_or_a_list_of_mistakes(content: bytes) -> None:
    got = story_from_file(content, DATA, own_talk=True)
    assert (got.story is None) == bool(got.mistakes)
    assert all(mistake.line >= 1 and mistake.sentence("it") for mistake in got.mistakes)


@given(st.integers(0, len(GOOD) - 1), st.text(max_size=8))
def test_a_file_spoiled_anywhere_is_still_read_to_the_end(place: int, put: str) -> None:
    content = (GOOD[:place] + put + GOOD[place + len(put) :]).encode()
    got = story_from_file(content, DATA)
    lines = content.count(b"\n") + 1
    assert all(1 <= mistake.line <= lines and mistake.sentence("en") for mistake in got.mistakes)


OWN = """\ufefftitle.it = "Il mio discorso"

[[slides]]
view = "/economy?region=ITH5"
chart = "economy.trend"
minutes = 2

[[slides]]
view = "/clusters"
chart = "clusters.places"
headline.it = ""
text.it = "Una. Due. Tre frasi."
notes.it = "Riga\\nriga"
question.it = "  "
"""


def test_a_readers_own_talk_may_be_in_one_language_and_without_headlines() -> None:
    got = story_from_file(OWN.encode(), DATA, own_talk=True)
    assert got.mistakes == ()
    assert got.story
    assert [slide.headline["it"] for slide in got.story.slides] == ["", ""]
    assert got.story.slides[1].question is None
    assert (got.story.title.language("en"), got.story.slides[1].language("en")) == ("it", "it")
    assert story_from_file(OWN.encode(), DATA).story is None


def test_a_talk_in_both_languages_is_in_the_readers() -> None:
    got = story_from_file(GOOD.encode(), DATA, own_talk=True)
    assert got.story
    for language in LANGUAGES:
        assert got.story.slides[0].language(language) == got.story.title.language(language) == language


@pytest.mark.parametrize(
    "spelling",
    [
        "/economy?region=ITH5&lang=it&theme=dark",
        "/economy?indicator=gdp_per_head_pps&region=ITH5",
        "/economy?region=%49TH5",
        "/economy/?region=ITH5",
    ],
)
def test_an_address_that_means_the_same_is_written_as_the_dashboard_writes_it(spelling: str) -> None:
    text = GOOD.replace("/economy?region=ITH5", spelling).encode()
    got = story_from_file(text, DATA, own_talk=True)
    assert got.story
    assert got.story.slides[0].view == "/economy?region=ITH5"
    assert [mistake.code for mistake in story_from_file(text, DATA).mistakes] == ["view"]


@pytest.mark.parametrize("wrong", ["/economy?region=XX", "/economy?lq=99", "/economy?regione=ITH5", "/here"])
def test_an_address_that_means_something_else_is_a_mistake_for_everybody(wrong: str) -> None:
    text = GOOD.replace("/economy?region=ITH5", wrong).encode()
    assert "view" in [mistake.code for mistake in story_from_file(text, DATA, own_talk=True).mistakes]
