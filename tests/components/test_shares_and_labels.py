"""A sentence on a part of a whole says "all" where it is all of it and "none" where it is none; a label inside a
sentence has no capital of its own."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from components.charts.result import ChartResult
from components.i18n.grammar import inside_sentence
from components.i18n.text import LANGUAGES, say, share_key, words
from components.layout import chart_results
from components.state.selection import Selection
from components.views import CHARTS
from data import Data
from data.partners import TYPES
from tests import sample

NUMBER = r"(?<![\d.,/])(\d+)"
EVERYTHING = {
    "en": re.compile(rf"{NUMBER} of (?:the )?(?!1\b)\1(?![\d.,/]\d|\d| %)"),
    "it": re.compile(
        rf"{NUMBER} (?:[^\s.;:()]+ ){{0,3}}su (?!1\b)\1(?![\d.,/]\d|\d| %)"
        rf"|\b[DT](?:elle|ei|egli|ra [lig]\w+) {NUMBER} [^.;:]*?\b\2 (?:ne )?(?:ha|hanno|è|sono|si trova)",
    ),
}
NOTHING = {
    "en": re.compile(
        r"(?<![\d.,/] )(?<![\d.,/])\b0 of (?:the )?\d|(?:^|[.;,] )0 [a-z]|fifth in 0\b|last in 0\b(?![.,]\d)"
    ),
    "it": re.compile(
        r"(?<![\d.,/])\b0 (?:[^\s.;:()]+ ){0,3}su \d|\b0 di \d|(?:^|[.;,] )0 [a-z]|(?:quinto|ultimo) in 0\b(?![.,]\d)"
    ),
}
RANK = re.compile(
    r"(?:(?:rank|place|number|posizione|posto|numero)|places \d+ to|posizioni da \d+ a) $", re.IGNORECASE
)


QUOTED = {"economy.text_numbers", "economy.text_statements", "economy.table1", "clusters.matrix"}
"""Charts that quote a paper, or name its ecosystems as it does."""


def results(data: Data, chart: str, extent: str, turn: int) -> Iterator[tuple[str, str, ChartResult]]:
    """A chart of the regions in turn, in the ordinary run each in one of the languages."""
    for at, region in enumerate(["ITC4", *sample.share(data, turn, extent)]):
        for lang in LANGUAGES if extent == sample.ALL else (LANGUAGES[(turn + at) % 2],):
            chosen = Selection(tab=chart.partition(".")[0], region=region, lang=lang)
            yield f"{chart}, {region}, {lang}", lang, chart_results.chart_result(chart, data, chosen)


@cache
def labels(data: Data, lang: str) -> re.Pattern[str]:
    """Labels that are common nouns, with a capital inside a sentence: kinds of organisations, sections of the economy,
    sources of emissions."""
    tables = [data.breakdowns[name].record.members.values() for name in ("sections", "edgar")]
    short = {str(member.short[lang]) for members in tables for member in members}
    every = short | {say(f"organisation_type.{kind}", lang) for kind in TYPES}
    words_inside = [label for label in sorted(every) if inside_sentence(label, lang) != label]
    return re.compile("|".join(rf"[a-zà-ù,:;(] {re.escape(label)}\b" for label in words_inside))


@pytest.mark.parametrize("chart", CHARTS)
@sample.EXTENT
def test_a_sentence_says_all_or_none_and_writes_no_label_with_a_capital(
    data: Data, chart: str, extent: str
) -> None:
    for where, lang, result in results(data, chart, extent, [*CHARTS].index(chart)):
        for text in (result.summary, *result.notes):
            for pattern in (EVERYTHING[lang], NOTHING[lang]):
                for found in pattern.finditer(text):
                    assert RANK.search(text[: found.start()]), f"{where}: {text}"
        if chart not in QUOTED:
            assert not labels(data, lang).search(result.summary), f"{where}: {result.summary}"


def test_a_sentence_for_all_or_none_is_taken_where_there_is_one() -> None:
    for key in words():
        if key.endswith(".all") and (base := key.removesuffix(".all")) in words():
            assert share_key(base, 7, 7) == key
            assert share_key(base, 6, 7) == base
            assert share_key(base, 1, 1) == base
        if key.endswith(".none") and (base := key.removesuffix(".none")) in words():
            assert share_key(base, 0, 7) == key


@pytest.mark.parametrize(
    ("label", "inside"),
    [("Firms", "firms"), ("ICT specialists", "ICT specialists"), ("R&D", "R&D"), ("", "")],
)
def test_an_abbreviation_keeps_its_capitals_inside_a_sentence(label: str, inside: str) -> None:
    assert inside_sentence(label, "en") == inside
