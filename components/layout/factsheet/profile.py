"""Strengths and weaknesses by a rule that is printed, and what the region's own pack knows."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pandas as pd

from components.charts.result import ChartResult
from components.i18n.text import say
from components.layout.factsheet.block import Block, Column, Gap, Sheet, Table, is_empty, reason
from components.layout.factsheet.numbers import SCORECARD, ahead_text, place_text, scores
from components.layout.source_line import printed_source
from components.views import CHARTS
from data.statistics import BANDS

IN_SHORT = ".in_short"


def standing(sheet: Sheet) -> Block | Gap:
    """The indicators in the first and in the last fifth of all regions with a value."""
    result, title = scores(sheet), sheet.words("standing")
    directed = [code for code, indicator in sheet.data.indicators.items() if indicator.direction != "neither"]
    rows = result.rows[result.rows["indicator"].isin(directed) & result.rows["band"].notna()]
    if rows.empty:
        return Gap("standing", title, result.summary or reason(result))
    most = sheet.room(8, 6, 5, 4, 3, 2)
    ends = {"strengths": rows[rows["band"] == 1], "weaknesses": rows[rows["band"] == BANDS]}
    lists = {name: by_place(found, best=name == "strengths") for name, found in ends.items()}
    tables = tuple(ranked_table(sheet, name, found.head(most)) for name, found in lists.items() if len(found))
    none = tuple(sheet.words(f"{name}.none") for name, found in lists.items() if found.empty)
    rest = tuple(
        sheet.words(f"{name}.rest", count=most, of=len(found))
        for name, found in lists.items()
        if len(found) > most
    )
    return Block(
        "standing",
        title,
        (result.summary, *none),
        printed_source([restrict_rows(sheet, result, rows)], sheet.lang),
        SCORECARD,
        (*rest, sheet.words("standing.rule")),
        tables,
    )


def restrict_rows(sheet: Sheet, result: ChartResult, rows: pd.DataFrame) -> ChartResult:
    """The result with the rows that are counted and their sources only."""
    return replace(
        result, rows=rows, sources=tuple(sheet.data.indicators[code] for code in rows["indicator"])
    )


def by_place(rows: pd.DataFrame, *, best: bool) -> pd.DataFrame:
    """The rows by their place among those that have one, the most telling first."""
    places = (rows["rank"] - 1) / (rows["of"] - 1)
    return rows.assign(place=places).sort_values(["place", "indicator"], ascending=[best, True])


def ranked_table(sheet: Sheet, name: str, rows: pd.DataFrame) -> Table:
    """Strengths or weaknesses with place and how many of the regions compared are behind."""
    columns = (
        Column(sheet.words(name), 54),
        Column(sheet.words("column.place"), 26),
        Column(sheet.words("column.ahead"), 20),
    )
    records: list[dict[str, Any]] = rows.to_dict("records")
    cells = tuple(
        (
            name_in(sheet, row["indicator"], scores(sheet).rows["indicator"].tolist()),
            place_text(sheet, row, "year"),
            ahead_text(sheet, row),
        )
        for row in records
    )
    return Table(sheet.words(name), columns, cells)


def name_in(sheet: Sheet, code: str, codes: list[str]) -> str:
    """What an indicator is called in short; in full where another of the same list has the same short name."""
    indicators = sheet.data.indicators
    short = indicators[code].short[sheet.lang]
    alike = sum(indicators[other].short[sheet.lang] == short for other in codes)
    return str(short if alike == 1 else indicators[code].title[sheet.lang])


def pack(sheet: Sheet) -> Block | Gap:
    """What the region's pack says in short; without such points, the sentences of its other charts."""
    known = sheet.data.packs.get(sheet.chosen.region)
    results = [result for _, result in of_pack(sheet)]
    if known is None or not results:
        return Gap("pack", sheet.words("pack.any"), say("factsheet.pack.none", sheet.lang))
    most = sheet.room(10, 8, 6, 4, 3, 2)
    others = [
        (result, result.summary)
        for name, result in of_pack(sheet)
        if result.summary and not name.endswith(IN_SHORT)
    ]
    chosen = [*in_turn(statements(sheet)), *others]
    shown = chosen[:most]
    used = list({id(result): result for result, _ in shown}.values())
    first = next(name for name, result in of_pack(sheet) if result is used[0])
    return Block(
        "pack",
        str(known.title[sheet.lang]),
        (),
        printed_source(used, sheet.lang),
        first,
        (sheet.words("pack.shown", count=len(shown), of=len(chosen)),),
        points=tuple(text for _, text in shown),
    )


def of_pack(sheet: Sheet) -> Iterator[tuple[str, ChartResult]]:
    """The charts of packs that have rows for the region."""
    for name, chart in CHARTS.items():
        if getattr(chart, "needs", ()) and not is_empty(result := sheet.result(name)):
            yield name, result


def statements(sheet: Sheet) -> list[list[tuple[ChartResult, str]]]:
    """The points of the pack by view."""
    return [
        [(result, str(text)) for text in result.rows["statement"]]
        for name, result in of_pack(sheet)
        if name.endswith(IN_SHORT)
    ]


def in_turn(lists: list[list[tuple[ChartResult, str]]]) -> Iterator[tuple[ChartResult, str]]:
    """The first of each list, then the second of each."""
    for at in range(max(map(len, lists), default=0)):
        yield from (item[at] for item in lists if at < len(item))
