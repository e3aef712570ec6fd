"""What a chart rests on, in the reader's language: definitions, sources, how the copies were obtained, standings and
flags. Box, workbook and text file show the same facts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from components.charts.naming import licence_name, publisher_name
from components.charts.provenance import Citation
from components.charts.result import ChartResult
from components.i18n.text import format_date, has_words, say
from components.render.csv_file import rows_with_sources
from data.records import Indicator, Source
from data.standings import FLAGS


@dataclass(frozen=True)
class Fact:
    """One thing to know: what it is about, what it says, where that can be looked up; `term` is its entry in the
    glossary."""

    kind: str
    label: str
    text: str
    href: str = ""
    term: str = ""


def facts(result: ChartResult, language: str) -> Iterator[Fact]:
    """Everything a reader of the numbers must know, from what they measure to what the letters mean."""
    for indicator in result.indicators:
        yield Fact("indicator", str(indicator.title[language]), indicator_facts(indicator, language))
    for cited in result.cited:
        yield from of_source(cited, language)
    for standing in result.standings:
        text = say(f"standing.{standing}", language)
        yield Fact("standing", say("about.standing", language), text, term=standing)
    for flag in flags(result):
        text = say(f"flag.{flag}", language)
        yield Fact("flag", say("about.flag", language, flag=flag), text, term=f"flag-{flag}")


def indicator_facts(indicator: Indicator, language: str) -> str:
    """Definition, unit, direction, and the period where the rows carry the year of an edition."""
    return say(
        "about.indicator.period" if indicator.period else "about.indicator",
        language,
        definition=indicator.definition[language],
        unit=indicator.unit[language],
        direction=say(f"direction.{indicator.direction}", language),
        period=indicator.period[language] if indicator.period else "",
    )


def of_source(cited: Citation, language: str) -> Iterator[Fact]:
    """Who publishes what, of when, under which licence; how the copy was obtained; what its publisher warns of."""
    source = cited.source
    text = source_text(cited, language) + source_terms(cited, language)
    yield Fact("source", say("about.source", language), text, source.address)
    if source.dataset:
        yield Fact("dataset", say("about.dataset", language), source.dataset)
    if obtained := obtained_text(source, language):
        yield Fact("obtained", say("about.obtained", language), obtained)
    if isinstance(source, Source) and source.notes:
        yield Fact("caution", say("about.caution", language), str(source.notes[language]))


def obtained_text(source: Any, language: str) -> str:
    """How the copy was obtained, and on which day."""
    obtained = str(source.obtained[language]) if source.obtained else ""
    if not source.retrieved:
        return obtained
    retrieved = say("about.retrieved", language, date=format_date(source.retrieved.isoformat(), language))
    return f"{obtained} {retrieved}".strip()


def source_text(cited: Citation, language: str) -> str:
    """Publisher and title of a source."""
    publisher = publisher_name(cited.source.publisher, language)
    return say("source.line", language, publisher=publisher, title=cited.source.title[language])


def source_terms(cited: Citation, language: str) -> str:
    """Of when a source is: its date, the years of its values, the edition; and its licence."""
    published = getattr(cited.source, "published", "")
    years = "" if published and cited.years == published[:4] else cited.years
    terms = {
        "date": format_date(published, language),
        "years": years,
        "edition": cited.edition,
        "licence": licence_name(cited.source.licence, language),
    }
    kinds = {"edition": cited.edition, "both": published and years, "years": years, "date": published}
    kind = next((kind for kind, has in kinds.items() if has), "undated")
    return say(f"source.terms.{kind}", language, **terms)


def flags(result: ChartResult) -> list[str]:
    """The letters that the publisher's flags of the rows consist of."""
    if "flag" not in result.rows:
        return []
    letters = "".join(str(flag) for flag in result.rows["flag"].dropna())
    return [flag for flag in FLAGS if flag in letters]


def text_file(result: ChartResult, question: str, address: str, language: str) -> str:
    """What stands beside a CSV: the facts, how the file is written, and what each column holds."""
    numbers = say("about.csv", language)
    lines = [question, result.summary, address, "", numbers, ""]
    lines += [f"{fact.label}: {fact.text} {fact.href}".rstrip() for fact in facts(result, language)]
    lines += ["", *result.notes, "", say("about.columns", language)]
    lines += [f"  {column}: {column_text(str(column), language)}" for column in rows_with_sources(result)]
    return "\n".join(lines) + "\n"


def column_text(column: str, language: str) -> str:
    """What a column holds; those without a heading are for programs."""
    found = next(
        (key for key in (f"column.{column}", f"about.column.{column}") if has_words(key)), "about.column"
    )
    return say(found, language)
