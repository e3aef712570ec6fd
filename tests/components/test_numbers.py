"""Large numbers as people say them: in sentences, headline cards and at axes; tables and tooltips stay exact."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from components.charts.result import ChartResult
from components.i18n.numbers import axis_unit, number, number_in_words, spoken_numbers, whole_percent
from components.i18n.text import LANGUAGES
from components.layout import card, chart_results
from components.render import html_table, markup
from components.state.selection import Selection
from components.views import CHARTS
from data import Data
from tests import sample

UNITS = {"en": ("inhabitants", "million EUR"), "it": ("abitanti", "milioni di euro")}
MARKS = {"en": (",", "."), "it": (".", ",")}
WORDS = r" ?(thousand|million|billion|trillion|migliaia|milioni|miliardi|mila)\b"
CARD = re.compile(r"<[^<>]*class=\"headline-[^<>]*>.*?</(span|li|div)>", re.DOTALL)


def too_long(text: str, language: str) -> list[str]:
    """Numbers of seven digits, and those of four before a word for thousands or more."""
    group, mark = MARKS[language]
    found = re.finditer(rf"(?<![\w/.-])\d[\d{group}]*({re.escape(mark)}\d+)?", text)
    return [
        entry.group()
        for entry in found
        if len(re.sub(r"\D", "", entry.group().partition(mark)[0]))
        >= (4 if re.match(WORDS, text[entry.end() :]) else 7)
    ]


def axis_texts(figure: Any) -> Iterator[str]:
    """The numbers at the axes, and the labels that stand in the drawing."""
    for name, part in figure["layout"].items():
        if re.match("[xy]axis", name):
            yield from part.get("ticktext", ())
            yield (part.get("title") or {}).get("text", "")
        if name == "annotations":
            yield from (item["text"] for item in part)
    for trace in figure["data"]:
        text = trace.get("text") or ()
        yield from (
            [text]
            if isinstance(text, str)
            else (item for item in text if item and "lines" not in trace.get("mode", ""))
        )


def sentences(name: str, picture: ChartResult, language: str) -> Iterator[str]:
    """What a chart says outside of its table and its tooltips."""
    yield card.question(name, picture, language)
    yield picture.summary
    yield from picture.notes
    if isinstance(picture.figure, dict):
        yield from axis_texts(picture.figure)
    elif name.endswith("headlines"):
        yield re.sub(r"<[^<>]*>", " ", markup.html_of(picture.figure))


def large_indicators(data: Data) -> list[str]:
    """The indicators with a value of seven digits anywhere, counted in ones."""
    return [
        code
        for code, indicator in data.indicators.items()
        if data.values[code]["value"].abs().max() * (1e6 if indicator.unit["en"].startswith("million") else 1)
        >= 1e6
        or indicator.unit["en"].startswith("thousand")
    ]


@sample.EXTENT
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CHARTS)
def test_no_sentence_headline_or_axis_has_a_number_of_seven_digits(
    data: Data, name: str, language: str, extent: str
) -> None:
    every = ["gdp_per_head_pps", *large_indicators(data)]
    codes = every if extent == sample.ALL else every[LANGUAGES.index(language) :: 3]
    wrong = {}
    for turn, code in enumerate(codes if name.startswith(("economy", "compare")) else codes[:1]):
        whole = extent == sample.ALL and code == every[0]
        regions = sample.regions(data, extent) if whole else sample.share(data, turn)
        for region in regions if extent == sample.ALL else regions[::3]:
            chosen = Selection(tab=name.partition(".")[0], region=region, indicator=code, lang=language)
            picture = chart_results.chart_result(name, data, chosen)
            for text in sentences(name, picture, language):
                if found := too_long(text, language):
                    wrong[text] = (region, code, found)
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_are_exact(data: Data, language: str) -> None:
    for code in ("population", "gdp"):
        picture = chart_results.chart_result(
            "economy.ranking", data, Selection(region="ITC4", indicator=code, lang=language)
        )
        table = markup.html_of(html_table.table(data, picture, language, ""))
        for value in picture.rows["value"]:
            assert number(value, language, data.indicators[code].decimals) in table


@pytest.mark.parametrize(
    ("value", "english", "italian"),
    [
        (10_035_481, "10.0 million inhabitants", "10,0 milioni di abitanti"),
        (999_999, "999,999 inhabitants", "999.999 abitanti"),
        (999_999.7, "1.00 million inhabitants", "1,00 milioni di abitanti"),
        (454_113_835, "454 million inhabitants", "454 milioni di abitanti"),
        (-2_500_000, "−2.50 million inhabitants", "−2,50 milioni di abitanti"),
        (None, "– inhabitants", "– abitanti"),
    ],
)
def test_a_count_is_said_with_three_digits_from_a_million_on(
    value: float | None, english: str, italian: str
) -> None:
    assert number_in_words(value, "en", "inhabitants", 0) == english
    assert number_in_words(value, "it", "abitanti", 0) == italian


@pytest.mark.parametrize(
    ("value", "english", "italian"),
    [
        (490_388.7, "EUR 490 billion", "490 miliardi di euro"),
        (1_186.2, "EUR 1.19 billion", "1,19 miliardi di euro"),
        (113.6, "EUR 114 million", "114 milioni di euro"),
        (17_193_780.2, "EUR 17.2 trillion", "17,2 mila miliardi di euro"),
    ],
)
def test_millions_of_euro_are_said_in_the_word_for_their_size(
    value: float, english: str, italian: str
) -> None:
    assert number_in_words(value, "en", "million EUR", 0) == english
    assert number_in_words(value, "it", "milioni di euro", 0) == italian


def test_two_values_of_a_sentence_are_told_apart() -> None:
    assert spoken_numbers([1_519_000, 1_519_900], "en", "inhabitants", 0) == [
        "1.519 million",
        "1.520 million",
    ]
    assert spoken_numbers([5_000_000, 5_000_000], "it", "abitanti", 0) == ["5,00 milioni"] * 2


def test_an_axis_counts_in_what_its_unit_says() -> None:
    assert axis_unit("million EUR", "en", 490_000) == (1000, "billion EUR")
    assert axis_unit("abitanti", "it", 12_000_000) == (1_000_000, "milioni di abitanti")
    assert axis_unit("thousand people", "en", 800) == (1, "thousand people")


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0, "0"),
        (100, "100"),
        (100 - 1e-9, "100"),
        (99.98, "99.98"),
        (99.6, "99.6"),
        (99.4, "99"),
        (0.3, "0.3"),
        (0.04, "0.04"),
        (50.5, "50"),
    ],
)
def test_a_share_that_is_neither_none_nor_all_is_not_written_so(share: float, text: str) -> None:
    assert whole_percent(share, "en") == text


def test_the_largest_sector_emits_all_only_where_it_does(data: Data) -> None:
    name = "economy.emissions_by_sector"
    for region in data.regions.index[data.regions["level"] == "nuts2"]:
        result = CHARTS[name](data, Selection(region=region))
        if result.rows.empty:
            continue
        home = result.rows[result.rows["region"] == region]
        says_all = " 100 %" in result.summary
        assert says_all == (home["percent"].max() > 100 - 1e-6), (region, result.summary)
