"""Rows as a plain HTML table and as CSV. Knows how a cell is written, not what the rows mean."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, SupportsFloat

import pandas as pd
from dash import html

from components.grammar import Grammar, Name
from components.picture import Picture
from components.provenance import CODES
from components.text import known, say
from components.theme import number
from data import Data, areas
from data.periods import period_of
from data.records import FLAGS, STANDINGS

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
RUNS = re.compile(r"^(?=[\t\r\n]|\s*[=+\-@＝＋－＠])|(?<=[;\t\r\n])(?=\s*[=+\-@＝＋－＠])")
LINE_END = re.compile(r"\r\n?|\x00")
PLAIN = ("year", "no", "code", "since", "broken", "rank_year", "first", "last", "second_year")
BOM = "\ufeff"
CODED = {"flag": FLAGS, "standing": STANDINGS}


def heading(column: str, language: str) -> str:
    """What stands above a column."""
    return say(f"column.{column}", language)


@cache
def names(data: Data, language: str) -> dict[str, Name]:
    """Every region's name in a language, with its grammar."""
    places = data.regions["in_it"] if language == "it" else [""] * len(data.regions)
    columns = (data.regions[f"{column}_{language}"] for column in ("name", "article", "agrees"))
    rows = zip(data.regions.index, *columns, places, strict=True)
    return {code: Name(name, language, Grammar(*grammar)) for code, name, *grammar in rows}


def name_of(data: Data, code: str, language: str) -> Name:
    """A region's name in the reader's language, ready for any form a template asks for; the code itself where it is
    no region."""
    return names(data, language).get(code) or Name(code, language)


def area_name(data: Data, area: str, language: str) -> Name:
    """What an area is called: the region that it is under another code, else its own name."""
    return name_of(data, areas.region_of(data, area), language)


def area_note(data: Data, area: str, region: str, language: str) -> tuple[str, ...]:
    """Said where the area whose value covers a region is not the region itself."""
    relation = areas.relation(data, area, region)
    if relation not in (areas.LARGER, areas.EARLIER):
        return ()
    return (say(f"area.{relation}", language, area=name_of(data, area, language), code=area),)


def cell(data: Data, picture: Picture, column: str, value: Any, language: str) -> str:
    """One value as a reader reads it."""
    if column == "flag" and not (isinstance(value, str) and value):
        return ""
    if is_missing(value) or value == "":
        return say("value.none", language) if column == "value" else ""
    if column == "region":
        return name_of(data, str(value), language)
    if column in CODED:
        return coded(column, str(value), language)
    if isinstance(value, bool) or not isinstance(value, SupportsFloat):
        key = f"value.{column}.{value}"
        return say(key, language) if known(key) else str(value)
    return f"{value:.0f}" if column in PLAIN else number(float(value), language, picture.places(column))


def coded(column: str, value: str, language: str) -> str:
    """A standing in words, or each letter of a publisher's flag in words."""
    known_words = CODED[column]
    letters = [value] if value in known_words else list(value)
    return "; ".join(known_words[one][language] if one in known_words else one for one in letters)


def flag_legend(flags: Iterable[str], language: str) -> tuple[str, ...]:
    """What the open marks mean and each letter of the publisher's flags, where there are any."""
    letters = sorted({letter for flag in flags for letter in flag})
    if not letters:
        return ()
    legend = "; ".join(f"{one} = {FLAGS[one][language]}" for one in letters)
    return (say("indicator.flags", language, legend=legend),)


def with_flag_text(rows: pd.DataFrame, language: str) -> pd.DataFrame:
    """The rows with each publisher's flag in words beside it, empty where there is none."""
    return rows.assign(
        flag_text=[coded("flag", one, language) if one else "" for one in rows["flag"].fillna("")]
    )


def scrolled(data: Data, picture: Picture, language: str, caption: str) -> html.Div:
    """The table in a box of its own that a keyboard can scroll."""
    return html.Div(
        table(data, picture, language, caption),
        className="scroll",
        role="group",
        tabIndex="0",
        **{"aria-label": caption},
    )


def table(data: Data, picture: Picture, language: str, caption: str) -> html.Table:
    """All rows of a picture, each row carrying its standing."""
    columns = [column for column in picture.rows if known(f"column.{column}")]
    numeric = {column for column in columns if pd.api.types.is_numeric_dtype(picture.rows[column])}
    head = html.Tr(
        [
            html.Th(heading(c, language), scope="col", className="number" if c in numeric else None)
            for c in columns
        ]
    )
    body = [
        row(data, picture, dict(zip(picture.rows.columns, values, strict=True)), columns, numeric, language)
        for values in picture.rows.itertuples(index=False, name=None)
    ]
    return html.Table([html.Caption(caption), html.Thead(head), html.Tbody(body)], className="rows")


def moment(picture: Picture, values: dict[str, Any]) -> Any:
    """The year of a row, or the period that its values refer to."""
    codes = {one.code: one for one in picture.indicators}
    named = [values[column] for column in CODES if values.get(column) in codes]
    periods = {period_of(codes[one]) for one in named or codes}
    return next(iter(periods)) or values["year"] if len(periods) == 1 else values["year"]


def row(
    data: Data, picture: Picture, values: dict[str, Any], columns: list[str], numeric: set[str], language: str
) -> html.Tr:
    """One row: its first cell is its name."""
    values = {**values, "year": moment(picture, values)} if "year" in values else values
    cells = [cell(data, picture, column, values[column], language) for column in columns]
    first = html.Th(cells[0], scope="row") if cells else None
    rest = [
        html.Td(text, className="number" if c in numeric else None)
        for c, text in zip(columns[1:], cells[1:], strict=True)
    ]
    standing = {"data-standing": values["standing"]} if values.get("standing") else {}
    return html.Tr([first, *rest], **standing)


def inert(text: Any) -> Any:
    """Text that a spreadsheet will not run: a cell that starts like a formula, and what starts like one after a
    mark that some spreadsheets take for the end of a cell, gets an apostrophe before it."""
    return RUNS.sub("'", LINE_END.sub("\n", text)) if isinstance(text, str) else text


def attributed(picture: Picture) -> pd.DataFrame:
    """The rows, every number as the publisher gave it, with who says so in the last columns."""
    periods = {one.code: period_of(one) for one in picture.indicators if one.period}
    says = {
        "publisher": "; ".join(dict.fromkeys(str(one.source.publisher) for one in picture.cited)),
        "licence": "; ".join(dict.fromkeys(str(one.source.licence) for one in picture.cited)),
    }
    rows = picture.rows
    if periods and "year" in rows:
        rows = rows.assign(period=[moment(picture, row) for row in rows.to_dict("records")])
    return rows.assign(**says)


WRITTEN = {"en": (",", "."), "it": (";", ",")}


def csv(picture: Picture, language: str) -> str:
    """The rows as CSV, text inert. It begins with a byte order mark, by which Excel knows UTF-8; in Italian it has
    the separator and the decimal mark that Excel expects there."""
    rows = attributed(picture).rename(columns=inert)
    rows = rows.assign(**{column: written(rows[column]) for column in rows})
    separator, decimal = WRITTEN[language]
    return BOM + rows.to_csv(index=False, lineterminator="\n", sep=separator, decimal=decimal)


def written(cells: pd.Series) -> pd.Series:
    """Numbers as numbers, also where some are missing; text inert."""
    if pd.api.types.is_numeric_dtype(cells):
        return cells
    filled = [one for one in cells if not is_missing(one)]
    if filled and all(isinstance(one, (int, float)) and not isinstance(one, bool) for one in filled):
        return pd.Series([None if is_missing(one) else one for one in cells], cells.index, dtype="float64")
    return cells.map(inert)


def is_missing(value: Any) -> bool:
    """Whether a cell has no value."""
    return value is None or value is pd.NA or (isinstance(value, float) and value != value)
