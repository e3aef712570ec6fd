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

HARD = ("ITC4", "ES21", "LU00", "PT20", "EL30")

ITALIAN = {
    "preposition and article stand apart": r"(?i)\b(di|da|in|su) (il|lo|la|gli|le|l')\b(?! Rioja)|\ba (il|lo|gli|l')\b",
    "no elision before a vowel": r"\b(il|del|dello|della|al|allo|alla|dal|dallo|dalla|nel|nello|nella|sul|sullo|sulla|Il) (?=[aeiouàèéìòùAEIOUÅÎÉ])(?!(e|o|è|ha|a|al|in|un|European) )|\b([Ll]o|[Ll]a) (?=[AEIOUÅÎÉ])(?!European )",
    "elision before a consonant": r"\b(l|dell|all|dall|nell|sull|un)'(?=[b-df-gj-np-tv-z])",
    "a number without its elision": r"\b(il|del|al|dal|nel|sul|lo|dello|la|della|alla) (1|8|11|8\d|8\d\d)(,\d+)?(?![\d.°º,])(?= ?(%|[a-z]))",
    "a zero without lo": r"\b(il|del|al|dal|nel|sul|l'|dell'|all') ?0(,\d+)? %",
    "elision before a number that has none": r"'(?!1[ ,%.)]|11[ ,%.)]|1\.\d{3}\.|11\.|8)\d",
    "an article twice": r"(?i)\b(il|lo|la|gli|le|di|del|della|dei|delle|a|al|alla|in|nel|nella|da|dal|su) \1\b",
    "one and a plural": r"(?<![\d.,/–-])(?<!riquadro )(?<!Riquadro )(?<!abella )(?<!ezione )(?<!igura )(?<!osto )(?<!ione )1 (?!di\b|dei\b|chi\b)(\w+i|aree|pagine|voci|persone|province|imprese|copie|righe|quote|volte|sedi|tappe)\b",
    "a decimal point": r"(?<![\d.])\d+\.\d{1,2}(?![\d.])",
    "a straight quotation mark": r'"',
    "a share without a space": r"\d%",
    "two terms for one (per abitante)": r"(?i)\bpro capite\b",
    "a reader addressed in another way than with tu": r"\b([Ss]egnalate|riprovi|scelga|rivolgersi|La preghiamo)\b|(^|[.:] )(Scegliere|Scrivere|Provare|Premere|Leggere|Spostare|Trovare|Aprire|Chiudere|Caricare|Fare clic|Chiedere|Tornare|Nominare)\b",
    "an English word": r"(?i)\b(the|of|and|with|from|which|their|share|value|years?|country|countries|published|against|among|rank|than|is|are|not|by|region|regions|printed)\b",
}
ENGLISH = {
    "an article twice": r"(?i)\b(the|a|an|of|in|to|from|is|are) \1\b",
    "one and a plural": r"(?<![\d.,/–-])(?<!Box )(?<!Table )(?<!Section )(?<!Figure )(?<!place )(?<!rank )1 (?!is\b|was\b|has\b|does\b|of\b|plus\b|across\b|less\b|stays\b)(?!Azores\b)(?!repeats\b|carries\b|places\b|stands\b|differs\b)(\w+s|people|are|have)\b",
    "a decimal comma": r"(?<![\d,])\d+,\d{1,2}(?![\d,])",
    "a straight quotation mark": r'"',
    "a share without a space": r"\d%",
    "an Italian word": r"(?i)\b(il|della|dello|degli|delle|nel|nella|che|sono|regione|regioni|anno|anni|paese|quota|valore|con|tra|per|non|è)\b(?<!per)(?<!non)",
}
RULES = {"it": ITALIAN, "en": ENGLISH}
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
def bare_names(data: Data, language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Names with their article, which are right, and what is wrong with those that are left."""
    every = with_article(data, language)
    if language == "en":
        verbs = "is|are|has|have|does|do|stands?|exceeds?|scores?|spent|differs?|leads?"
        return (
            re.compile(rf"\b[Tt]he ({every})"),
            re.compile(rf"\b({every}) ({verbs})\b|\b(of|in|for|than|from|to|with|against) ({every})\b"),
        )
    verbs = "è|sono|ha|hanno|supera|superano|fa|fanno|ottiene|ottengono|guida|guidano|si"
    return (
        re.compile(
            rf"(\b((de|a|da|ne|su)?(l|llo|lla|lle|gli|i)|[Ii]l|[Ll]o|[Ll]a|[Ll]e|[Gg]li|I|in|In) |[Ll]')({every})"
        ),
        re.compile(rf"(?<![’'-])\b({every}) ({verbs})\b|\b(di|da|su|per|con|tra) ({every})\b"),
    )


def wrong_verbs(data: Data, language: str) -> re.Pattern[str]:
    """A plural name with a verb in the singular, or the other way round."""
    plural = {str(item) for item in names(data, language).values() if item.grammar.agrees[-1] == "p"}
    every = "|".join(map(re.escape, sorted(plural)))
    verbs = "is|has|does|stands" if language == "en" else "è|ha|fa|ottiene|supera|guida|si colloca"
    article = r"(?<!of )(?<!for )(?<!than )[Tt]he|[Ii]|[Ll]e|[Gg]li"
    return re.compile(rf"(^|[.;:] |\b({article}) )({every}) ({verbs})\b")


@cache
def area_names(data: Data) -> re.Pattern[str]:
    """The names of NUTS 3 areas, which are written in their own language."""
    found = sorted(set(data.datasets["inside_regions"].tables["districts"]["name"]), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, found))})(?!\w)")


@cache
def faults(data: Data, text: str, language: str) -> tuple[str, ...]:
    """What is wrong with one text."""
    plain = area_names(data).sub("…", PROPER.sub("…", text))
    right, bare = bare_names(data, language)
    named = {
        "a name without its article": (bare, right.sub("…", plain)),
        "a wrong verb": (wrong_verbs(data, language), plain),
    }
    rules: dict[str, tuple[str | re.Pattern[str], str]] = {
        **{reason: (rule, plain) for reason, rule in RULES[language].items()},
        **named,
    }
    hits = ((reason, re.search(rule, where)) for reason, (rule, where) in rules.items())
    return tuple(f"{reason}: {hit.group()!r} in {text!r}" for reason, hit in hits if hit)


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
