"""What every chart says in words, for every region: no sentence that a native reader would stumble over.

Each chart is read for some regions, indicators and lenses; all charts together take every region."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import Any

import pytest

from components.charts.naming import names
from components.i18n.text import LANGUAGES, words
from components.layout import card, chart_results
from components.render import markup
from components.state.selection import EU, Selection, choices, to_url
from components.views import CHARTS
from data import Data
from data.peers import LENSES
from tests.components.language_rules import RULES, patterns

HARD = ("ITC4", "ES21", "LU00", "PT20", "EL30")

PROPER = re.compile(
    r"«[^«»]*»|“[^“”]*”|Clusters meet Regions|CC BY [\d.]+|RCI 2\.0|EDGAR 8\.0|Rev\. 2|2\.0\b|WCAG 2\.2|\(v[\d.]+\)|S3 Working Paper|Regione Lombardia|Booklet su [^,]*|Clusters for the City of the Future|Regional benchmarking[^,]*|Sustainable Processes[^,;]*|Efficient and Sustainable Manufacturing|https?://\S+|Il Sole 24 Ore|EUPL-1\.2"
)


def regions_for(data: Data, at: int) -> list[str]:
    """The regions for which the chart with this number is read."""
    every = choices(data)["region"]
    return list(dict.fromkeys([*every[at :: len(CHARTS)], HARD[at % len(HARD)], "ITC4"]))


def selections(data: Data, name: str, language: str) -> Iterator[Selection]:
    """Regions one by one, every other one with an indicator, lens and frame of its own."""
    at, tab = list(CHARTS).index(name), name.partition(".")[0]
    indicators, frames = choices(data)["indicator"], choices(data)["within"]
    for turn, region in enumerate(regions_for(data, at)):
        country = str(data.regions.at[region, "country"])
        other = Selection(
            tab=tab,
            lang=language,
            region=region,
            indicator=indicators[(at * 7 + turn * 5) % len(indicators)],
            lens=LENSES[(at + turn) % len(LENSES)],
            within=country if turn % 3 == 2 and country in frames else EU,
            others=("NL36", "FR10"),
        )
        yield other if turn % 2 else Selection(tab=tab, lang=language, region=region)


def strings(node: Any) -> Iterator[str]:
    """Every text of a plotly figure."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for key, value in node.items():
            if key not in {
                "customdata",
                "locations",
                "marker",
                "line",
                "geojson",
                "font",
                "hovertemplate",
                "path",
            }:
                yield from strings(value)
    elif isinstance(node, (list, tuple)):
        for value in node:
            yield from strings(value)


def sentences_of(name: str, picture: Any, language: str) -> Iterator[str]:
    """What a chart says in words: its question, its sentence, its notes, and the texts in the drawing."""
    yield card.question(name, picture, language)
    yield picture.summary
    yield from picture.notes
    if isinstance(picture.figure, dict):
        yield from (re.sub(r"<br ?/?>", " ", item) for item in strings(picture.figure))
    else:
        own_language = re.sub(r'<(\w+)[^>]* lang="[^"]*"[^>]*>.*?</\1>', "…", markup.html_of(picture.figure))
        inside = re.sub(r"</(p|li|td|th|h\d|dd|dt|summary|caption)>|<br/?>", "\n", own_language)
        yield from unescape(re.sub(r"<[^>]*>", " ", inside)).split("\n")


@cache
def with_article(data: Data, language: str) -> str:
    """The names that never stand without an article inside a sentence, longest first."""
    found = {str(item) for item in names(data, language).values() if item.grammar.article}
    return "|".join(
        re.escape(item) for item in sorted(found, key=len, reverse=True) if not item.startswith("La ")
    )


@cache
def plural_names(data: Data, language: str) -> str:
    """The names that take a verb in the plural."""
    found = {str(item) for item in names(data, language).values() if item.grammar.agrees[-1] == "p"}
    return "|".join(map(re.escape, sorted(found)))


def wrong_names(data: Data, text: str, language: str) -> dict[str, tuple[str, str]]:
    """The patterns about names by reason, each with the text that it is looked for in."""
    if language not in RULES:
        return {}
    rules, every = RULES[language], with_article(data, language)
    unnamed = re.sub(rules.articled.replace("NAMES", every), "…", text)
    return {
        "a name without its article": (rules.bare.replace("NAMES", every), unnamed),
        "a wrong verb": (rules.wrong_verb.replace("NAMES", plural_names(data, language)), text),
    }


@cache
def area_names(data: Data) -> re.Pattern[str]:
    """The names of NUTS 3 areas, which are written in their own language."""
    found = sorted(set(data.datasets["inside_regions"].tables["districts"]["name"]), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, found))})(?!\w)")


@cache
def faults(data: Data, text: str, language: str) -> tuple[str, ...]:
    """What is wrong with one text."""
    plain = area_names(data).sub("…", PROPER.sub("…", text))
    rules = {reason: (pattern, plain) for reason, pattern in patterns(language).items()}
    rules |= wrong_names(data, plain, language)
    hits = ((reason, re.search(rule, where)) for reason, (rule, where) in rules.items())
    return tuple(f"{reason}: {hit.group()!r} in {text!r}" for reason, hit in hits if hit)


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        (
            "en",
            {
                '"So"',
                "5%",
                "0,75",
                "the the",
                "1 regions",
                "Netherlands is",
                "in Netherlands",
                "The Azores is",
            },
        ),
        (
            "it",
            {'"Così"', "5%", "0.75", "di la", "1 regioni", "Lombardia è", "di Lombardia", "I Paesi Baschi è"},
        ),
        ("fr", {'"Oui"', "5%", "0.75"}),
    ],
)
def test_what_reads_wrong_is_found(data: Data, language: str, wrong: set[str]) -> None:
    assert {text for text in (*wrong, "5 %", "12") if faults(data, text, language)} == wrong


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CHARTS)
def test_every_sentence_of_every_chart_reads_well(data: Data, name: str, language: str) -> None:
    wrong: dict[str, str] = {}
    for chosen in selections(data, name, language):
        for text in sentences_of(name, chart_results.chart_result(name, data, chosen), language):
            for fault in faults(data, text, language):
                wrong.setdefault(fault, to_url(chosen))
    assert not wrong


def test_all_charts_together_are_read_for_every_region(data: Data) -> None:
    read = {region for at in range(len(CHARTS)) for region in regions_for(data, at)}
    assert read == set(choices(data)["region"])


def written_in_breakdowns(data: Data, language: str) -> Iterator[tuple[str, str]]:
    for table in data.breakdowns.values():
        record = table.record
        yield record.name, f"{record.source.title[language]}. {record.empty_cell[language]}."
        for code, member in record.members.items():
            yield code, f"{member.title[language]}. {member.short[language]}."
        for code, measure in record.measures.items():
            yield code, f"{measure.title[language]}. {measure.definition[language]}"


def written_texts(data: Data, language: str) -> Iterator[tuple[str, str]]:
    """Every text that somebody wrote: templates, records, packs and stories."""
    for key, entry in words().items():
        yield (
            key,
            re.sub(r"\{\w+(:[^{}|]*)?\}", "…", re.sub(r"\{\w+:([^{}|]*)\|[^{}]*\}", r"\1", entry[language])),
        )
    for record in data.tables.values():
        yield record.name, record.source.title[language]
        for indicator in record.indicators.values():
            yield (
                indicator.code,
                f"{indicator.title[language]}. {indicator.short[language]}. {indicator.definition[language]}",
            )
    yield from written_in_breakdowns(data, language)
    for code, pack in data.packs.items():
        for name, table in pack.tables.items():
            columns = table.columns[table.columns.str.endswith(f"_{language}")].drop(
                f"other_names_{language}", errors="ignore"
            )
            for column in columns:
                yield from ((f"{code}/{name}.{column}", str(cell)) for cell in table[column])
        for name, story in pack.stories.items():
            for slide in story.slides:
                for part in (slide.headline, slide.text, slide.question, slide.notes):
                    yield f"{code}/{name}", getattr(part, language, "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_written_text_reads_well(data: Data, language: str) -> None:
    wrong = [
        f"{where}: {fault}"
        for where, text in written_texts(data, language)
        for fault in faults(data, text, language)
        if not where.startswith(("synonyms.", "stop_words"))  # what readers type, not what we say
    ]
    assert not wrong
