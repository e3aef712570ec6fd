"""A chart's rows as a workbook: the values of the CSV, and a sheet that says what they are."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pandas as pd

from components.charts.naming import heading
from components.charts.provenance import Citation
from components.charts.result import ChartResult
from components.i18n.text import has_words, say
from components.render.csv_file import STARTS_A_FORMULA, rows_with_sources
from components.render.facts import flags, indicator_facts, source_terms, source_text
from components.state.base_path import with_base
from components.state.selection import Selection, to_url
from data.records import Source

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

OPTIONS = {
    "in_memory": True,  # the host's disk is read-only
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
CREATED = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # the same rows are the same bytes on any day
WIDEST = 60
Line = tuple[str, Any]


def workbook(result: ChartResult, question: str, chosen: Selection) -> bytes:
    """An .xlsx file: the rows on one sheet, numbers as numbers and days as days; on the other what they are, who
    says so, and under which terms. No text is ever a formula."""
    from xlsxwriter import Workbook

    file = BytesIO()
    with Workbook(file, OPTIONS) as book:
        book.set_properties({"title": question, "created": CREATED})
        looks = {
            "name": book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
            "day": book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"}),
            "inert": book.add_format({"quote_prefix": True, "text_wrap": True, "valign": "top"}),
        }
        rows(book.add_worksheet(say("workbook.rows", chosen.lang)), rows_with_sources(result), looks)
        write_about_sheet(
            book.add_worksheet(say("workbook.about", chosen.lang)), result, question, chosen, looks
        )
    return file.getvalue()


def rows(sheet: "Worksheet", frame: pd.DataFrame, looks: dict[str, Any]) -> None:
    """The frame as it is: a heading that stays in sight, a row each, nothing where nothing is known."""
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(frame):
        values = as_days(frame[column])
        write(sheet, 0, place, str(column), looks, "name")
        for number, value in enumerate(values, start=1):
            write(sheet, number, place, value, looks)
        sheet.set_column(place, place, min(WIDEST, 2 + max(len(str(item)) for item in [column, *values])))
    if len(frame) and len(frame.columns):
        sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)


def as_days(values: pd.Series) -> list[Any]:
    """The values of a column, as days where all of it is whole days of the calendar."""
    if pd.api.types.is_numeric_dtype(values):
        return values.tolist()
    texts = ["" if value is None or value != value else value for value in values]
    filled = [text for text in texts if text != ""]
    try:
        return [date.fromisoformat(text) if text else text for text in texts] if filled else texts
    except (TypeError, ValueError):
        return texts


def write(
    sheet: "Worksheet", row: int, column: int, value: Any, looks: dict[str, Any], look: str = "text"
) -> None:
    """One cell in the kind of its value."""
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, (int, float)):
        if value == value:
            sheet.write_number(row, column, value)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime.combine(value, datetime.min.time()), looks["day"])
    elif value is not None and value is not pd.NA and value != "":
        runs = str(value).startswith(STARTS_A_FORMULA)
        sheet.write_string(row, column, str(value), looks["inert" if runs and look == "text" else look])


def write_about_sheet(
    sheet: "Worksheet", result: ChartResult, question: str, chosen: Selection, looks: dict[str, Any]
) -> None:
    """Question, summary, sources, terms, standing, notes, and what each column holds."""
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100)
    for number, (name, value) in enumerate(facts_of_sheet(result, question, chosen)):
        write(sheet, number, 0, name, looks, "name")
        write(sheet, number, 1, value, looks)


def facts_of_sheet(result: ChartResult, question: str, chosen: Selection) -> Iterator[Line]:
    """The lines of the sheet about the rows, in the reader's language."""
    lang = chosen.lang
    yield say("workbook.question", lang), question
    yield say("workbook.summary", lang), result.summary
    yield say("workbook.state", lang), with_base(to_url(chosen))
    yield say("workbook.years", lang), result.years
    for indicator in result.indicators:
        yield indicator.code, f"{indicator.title[lang]}. {indicator_facts(indicator, lang)}"
    for citation in result.cited:
        yield from of_source(citation, lang)
    for standing in result.standings:
        yield say("workbook.standing", lang), f"{standing}: {say(f'standing.{standing}', lang)}"
    for flag in flags(result):
        yield say("about.flag", lang, flag=flag), say(f"flag.{flag}", lang)
    for note in result.notes:
        yield say("workbook.note", lang), note
    for column in result.rows:
        yield str(column), heading(column, lang) if has_words(f"column.{column}") else ""


def of_source(cited: Citation, lang: str) -> Iterator[Line]:
    """Who says so, where, under which licence; how and on which day the copy was obtained."""
    source = cited.source
    yield say("workbook.source", lang), source_text(cited, lang) + source_terms(cited, lang)
    if source.dataset:
        yield say("about.dataset", lang), source.dataset
    yield say("workbook.address", lang), source.address
    yield say("workbook.licence", lang), f"{source.licence} {source.licence_address}".strip()
    if source.obtained:
        yield say("about.obtained", lang), str(source.obtained[lang])
    yield say("workbook.retrieved", lang), source.retrieved
    if isinstance(source, Source) and source.notes:
        yield say("about.caution", lang), str(source.notes[lang])
