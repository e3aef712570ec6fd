"""The key numbers of a region, and one of them over the years."""

from typing import Any

import pandas as pd

from components.charts.axis_notes import truncated_axes
from components.charts.naming import code_label
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.figures.svg_lines import Series, ticks_of
from components.i18n.numbers import number
from components.i18n.text import listing, say
from components.layout.factsheet.block import Block, Column, Gap, Sheet, Table, Trend, is_empty, reason
from components.layout.pages.indicator_trend import series_of
from components.layout.source_line import printed_source
from components.state.selection import DEFAULTS
from components.views.compare.score_row import comparable
from components.views.economy.headline_cards import context, is_number
from components.views.economy.headlines import CODES

HEADLINES, TREND, SCORECARD = "economy.headlines", "economy.trend", "compare.scorecard"
COLUMNS = (("indicator", 34), ("value", 17), ("unit", 49), ("change", 49), ("union", 13), ("place", 18))
NUMBERS = ("value", "union")


def key(sheet: Sheet) -> Block | Gap:
    """Value, change, EU = 100 and place of the headline numbers, and how many of the regions compared are behind."""
    result, title = sheet.result(HEADLINES), sheet.words("key")
    if is_empty(result):
        return Gap("key", title, reason(result))
    compared = {row["indicator"]: row for row in scores(sheet).rows.to_dict("records")}
    columns = [Column(sheet.words(f"column.{name}"), part, name in NUMBERS) for name, part in COLUMNS]
    rows = [
        (*key_cells(sheet, row), ahead_text(sheet, compared.get(row["indicator"])))
        for row in result.rows.to_dict("records")
    ]
    return Block(
        "key",
        title,
        (),
        printed_source([result], sheet.lang),
        HEADLINES,
        (*missing_numbers(sheet, result), sheet.words("key.limits")),
        (Table(title, (*columns, Column(sheet.words("column.ahead"), 14)), tuple(rows)),),
        is_wide=True,
    )


def scores(sheet: Sheet) -> ChartResult:
    """The scorecard of the region among all regions and among those compared."""
    return sheet.result(SCORECARD)


def key_cells(sheet: Sheet, row: dict[str, Any]) -> tuple[str, ...]:
    """A headline number in words: name, value, unit with year and flag, change, EU = 100, place."""
    look = Look("light", sheet.lang, str(row["unit"]), int(row["decimals"]))
    flag, change = row.get("flag"), context({**row, "eu100": None}, sheet.lang)
    year = (
        sheet.words("flagged", year=int(row["year"]), flag=code_label("flag", flag, sheet.lang))
        if isinstance(flag, str) and flag
        else str(int(row["year"]))
    )
    union = number(row["eu100"], sheet.lang, 0) if is_number(row.get("eu100")) else sheet.words("none")
    return (
        str(row["label"]),
        look.spoken_number(row["value"]),
        sheet.words("unit_year", unit=look.spoken_unit, year=year),
        change[0] if change else sheet.words("none"),
        union,
        place_text(sheet, row, "rank_year"),
    )


def place_text(sheet: Sheet, row: dict[str, Any], year: str) -> str:
    """The place of a row among how many; its year where that is not the year of the value."""
    if not is_number(row.get("rank")):
        return sheet.words("none")
    key = "place" if row[year] == row["year"] else "place.year"
    return sheet.words(key, rank=int(row["rank"]), of=int(row["of"]), year=int(row[year]))


def ahead_text(sheet: Sheet, row: dict[str, Any] | None) -> str:
    """How many of the regions compared a region is ahead of, where one end is better."""
    if row is None or not comparable(row) or sheet.data.indicators[row["indicator"]].direction == "neither":
        return sheet.words("none")
    return sheet.words("ahead", ahead=int(row["ahead"]), of=int(row["peers"]))


def missing_numbers(sheet: Sheet, result: ChartResult) -> tuple[str, ...]:
    """The headline numbers that the copy has no value of for the region."""
    found = set(result.rows["indicator"])
    names = [str(sheet.data.indicators[code].short[sheet.lang]) for code in CODES if code not in found]
    lines = [say("economy.headlines.missing", sheet.lang, names=listing(names, sheet.lang))] if names else []
    return (*lines, *([] if "competitiveness" in found else [say("economy.headlines.no_score", sheet.lang)]))


def trend(sheet: Sheet) -> Block | Gap:
    """The chosen indicator over the years beside the country and the Union; of one without two years for the region,
    the first headline number that has them."""
    result = sheet.result(TREND)
    others = (DEFAULTS["indicator"], *CODES)
    instead = next((code for code in others if spans_years(sheet.result(TREND, indicator=code))), "")
    if not spans_years(result) and not instead:
        return Gap("trend", sheet.words("trend.any"), reason(result))
    code = sheet.chosen.indicator if spans_years(result) else instead
    shown, indicator = sheet.result(TREND, indicator=code), sheet.data.indicators[code]
    unit = str(indicator.unit[sheet.lang])
    title = sheet.words("trend", indicator=indicator.short[sheet.lang], years=shown.years)
    look = Look("light", sheet.lang, unit, indicator.decimals)
    lines = tuple(series_of(sheet.data, shown, look))
    indicator_name = sheet.data.indicators[sheet.chosen.indicator].short[sheet.lang]
    why = reason(result) or result.summary
    refused = (
        () if spans_years(result) else (sheet.words("trend.instead", indicator=indicator_name, reason=why),)
    )
    return Block(
        "trend",
        title,
        (shown.summary,),
        printed_source([shown], sheet.lang),
        TREND,
        (*refused, *notes_of_lines(sheet, shown, lines)),
        trend=Trend(title, lines, unit, indicator.decimals or 0),
    )


def notes_of_lines(sheet: Sheet, result: ChartResult, lines: tuple[Series, ...]) -> tuple[str, ...]:
    """The notes of a trend; whether the axis leaves out zero is said of the drawing on the sheet."""
    of_chart = {say("axis.truncated", sheet.lang, names=name) for name in truncated_axes(result.figure)}
    notes = tuple(note for note in result.notes if note not in of_chart)
    ticks = ticks_of(lines)
    return notes if ticks[0] <= 0 <= ticks[-1] else (*notes, say("axis.truncated", sheet.lang, names=""))


def spans_years(result: ChartResult) -> bool:
    """Whether a trend has two years of the region itself to join."""
    return not result.rows.empty and years_of(result.rows) > 1


def years_of(rows: pd.DataFrame) -> int:
    """In how many years the region has a value."""
    return int(rows.loc[rows["key"] == "home", "year"].nunique())
