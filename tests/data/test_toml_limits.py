"""A stranger's file is read within bounds of time and memory, whatever it repeats and wherever it begins."""

import itertools
import time
import tomllib
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.stories import LARGEST, read_story
from data.story_mistakes import MISTAKES, MOST_MISTAKES, MOST_SLIDES
from data.toml_limits import OverLimit, check, key_lines, line_of

UNITS = (
    *(
        "a.",
        '"a".',
        "a . ",
        "[",
        "{",
        "{a=",
        "[{a=",
        "1,",
        "'',",
        "\n",
        "#\n",
        "\r\n",
        " ",
        "a",
        "1",
        "1_",
        "-",
    ),
    *(
        '"',
        "'",
        '"""',
        "'''",
        '\\"',
        "\\\n",
        "\\u0041",
        "a=1\n",
        "a.b=1\n",
        "[[slides]]\n",
        "[a]\n",
        "[[a]]\n",
    ),
    *(
        "[slides.a]\n",
        "view=1\n",
        'view="//["\n',
        "\0",
        "\ufeff",
        "é",
        "1979-05-27,",
        "0x",
        "1.",
        "1e9",
        "=",
        "]",
        "}",
    ),
)
STARTS = (
    "",
    "a=",
    'a="',
    'a="""',
    "a='''",
    "[",
    "a",
    "[a",
    "[[slides]]\n",
    "x={",
    "x=[",
    "x={a",
    "[[slides]]\nheadline.en=",
)
ENDS = ("=1", "]")
KEYS = (".a", '."a"', " . a", "[", "{a=", "[{a=", "[[slides]]\n", "[a]\n", "a=1\n", "1,")
SIZE, SECONDS = 30_000, 0.5
SMALL, MEGABYTES = 6_000, 16


def seconds_to_read(content: bytes) -> float:
    """Processor time that reading a talk takes."""
    begun = time.process_time()
    read_story(content, own_talk=True)
    return time.process_time() - begun


@pytest.mark.parametrize("start", STARTS)
def test_no_file_takes_long(start: str) -> None:
    for unit in UNITS:
        content = (start + unit * (SIZE // len(unit)) + "=1").encode()
        # A collection of garbage may fall into one reading, not into three.
        assert any(seconds_to_read(content) < SECONDS for _ in range(3)), unit
        got = read_story(content, own_talk=True)
        assert got.story is None
        assert len(got.mistakes) <= MOST_MISTAKES + 1
        assert all(mistake.sentence("it") for mistake in got.mistakes)


@pytest.mark.parametrize("start", STARTS)
def test_no_file_takes_much_memory(start: str) -> None:
    tracemalloc.start()
    try:
        for unit, end in itertools.product(KEYS, ENDS):
            tracemalloc.reset_peak()
            read_story((start + unit * (SMALL // len(unit)) + end).encode(), own_talk=True)
            assert tracemalloc.get_traced_memory()[1] < MEGABYTES * 1e6, unit
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("start", STARTS)
def test_numbered_keys_and_tables_are_bounded_too(start: str) -> None:
    for form in ("a{}=1\n", "[a{}]\n", "a{}.b.c=1\n", "[a.b.c{}]\n", "[[a{}]]\n", "a{}=1,", "{{a{}=1}},"):
        content = start + "".join(form.format(number) for number in range(LARGEST // 20))
        begun = time.process_time()
        got = read_story(content.encode()[:LARGEST], own_talk=True)
        assert time.process_time() - begun < SECONDS, form
        assert got.over_limit or [mistake.code for mistake in got.mistakes] == ["toml"], form


def full_talk(slides: int) -> str:
    """A talk with everything a slide may have, as long as it may be."""
    words = "".join(
        f'{name}.{lang} = "{"w " * 44}"\n'
        for name in ("headline", "text", "question")
        for lang in ("en", "it")
    )
    note = "A note.\n" * 10
    notes = "".join(f'notes.{lang} = """{note}"""\n' for lang in ("en", "it"))
    slide = f'\n[[slides]]\nview = "/economy"\nchart = "economy.trend"\nminutes = 2.5\n{words}{notes}'
    return 'title.en = "A"\ntitle.it = "B"\n' + slide * slides


def test_the_largest_talk_is_within_the_limits() -> None:
    assert read_story(full_talk(MOST_SLIDES).encode()).mistakes == ()
    tables = (
        "[[slides]]\nview = '/economy'\nchart = 'c'\n[slides.headline]\nen = 'a'\nit = 'b'\n" * MOST_SLIDES
    )
    inline = "slides = [" + "{view='/s3', chart='c', headline={en='a', it='b'}}," * MOST_SLIDES + "]\n"
    for slides in (tables, inline):
        assert read_story(("title = {en = 'a', it = 'b'}\n" + slides).encode()).mistakes == ()


def test_one_slide_too_many_is_named_by_its_line() -> None:
    text = full_talk(MOST_SLIDES + 1)
    (mistake,) = read_story(text.encode()).mistakes
    assert mistake.code == "slides"
    assert text.split("\n")[mistake.line - 1] == "[[slides]]"
    assert text.split("\n")[mistake.line :].count("[[slides]]") == 0


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a.b.c.d.e = 1", "parts"),
        ("[a.b.c.d.e]", "parts"),
        ("x = { 'a'.b . c.d.e = 1 }", "parts"),
        ("x = [[[[[[[1]]]]]]]", "depth"),
        ("x = [" + "1," * 1600 + "]", "values"),
        ("x = " + "9" * 5000, "word"),
        ("\n" * 5001, "lines"),
        ("x = '" + "\\" * 10_001 + "'", "escapes"),
    ],
)
def test_each_limit_is_one_sentence_and_a_line(text: str, code: str) -> None:
    got = read_story(b"title.en = 'a'\n" + text.encode())
    assert [mistake.code for mistake in got.mistakes] == [code]
    assert got.over_limit
    assert {"en", "it"} <= set(MISTAKES[code].model_dump())


@pytest.mark.parametrize(
    "quote", ["'a.b.c.d.e.f'", '"[[[[[[[["', '"""\n[[a]]\n\'\n=,.,\n"""', "'''\n\"\"\"\n'''", "'a' # ,=.=.=["]
)
def test_what_stands_in_quotes_or_comments_is_not_counted(quote: str) -> None:
    text = f"x = {quote}\ny.z = 1\n"
    check(text)
    assert key_lines(text)["y", "z"] == text.count("\n")


@given(st.lists(st.sampled_from([*UNITS, "a", "=", "\n", "1", "b"]), max_size=30).map("".join))
def test_a_text_that_is_toml_has_a_line_for_each_of_its_keys(text: str) -> None:
    try:
        check(text)
        given = tomllib.loads(text)
    except (OverLimit, ValueError):
        return
    named = {path[0] for path in key_lines(text)}
    assert len(named) >= len(given)


def test_a_field_that_is_missing_is_looked_for_where_it_should_be() -> None:
    lines = key_lines("title.en = 'a'\n\n[[slides]]\n[slides.headline]\nen = 'b'\n[[slides]]\nview = 'c'\n")
    places = {("title", "it"): 1, ("slides", 0, "headline", "it"): 4, ("slides", 1, "chart"): 6, ("lead",): 1}
    assert {place: line_of(lines, place) for place in places} == places
    assert list(itertools.islice(lines, 2)) == [("title",), ("title", "en")]
