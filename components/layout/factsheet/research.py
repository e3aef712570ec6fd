"""Research and innovation of a region, and with whom it works in European projects."""

from typing import Any

from components.charts.result import ChartResult
from components.i18n.numbers import number
from components.i18n.text import say
from components.layout.factsheet.block import Block, Column, Gap, Sheet, Table, is_empty, reason
from components.layout.factsheet.economy import first_and_last
from components.layout.source_line import printed_source

PROFILE, CHANGE, RESEARCH = "economy.innovation_profile", "economy.innovation_trend", "economy.research_trend"
LEAST_EXPECTED = 1
PARTNERS, FUND = "initiatives.partner_ranking", "initiatives.fund_projects"


def innovation(sheet: Sheet) -> Block | Gap:
    """The innovation scoreboard, its strongest and weakest indicators, and spending on research."""
    profile, change, research = (sheet.result(name) for name in (PROFILE, CHANGE, RESEARCH))
    title = sheet.words("innovation")
    shown = [item for item in (profile, change, research) if not is_empty(item)]
    if not shown:
        return Gap("innovation", title, reason(profile))
    lacking = tuple(reason(item) for item in (profile, research) if is_empty(item))
    return Block(
        "innovation",
        title,
        texts(sheet, profile, change, research),
        printed_source(shown, sheet.lang),
        PROFILE if not is_empty(profile) else RESEARCH,
        (*lacking, *(() if is_empty(profile) else (sheet.words("innovation.limits"),))),
        () if is_empty(profile) else (extremes(sheet, profile.rows),),
    )


def texts(sheet: Sheet, profile: ChartResult, change: ChartResult, research: ChartResult) -> tuple[str, ...]:
    """The sentence of the scoreboard, and those on two indicators over time, each with the indicator's name."""
    named = (("ris_index", change), ("gerd", research))
    lines = tuple(
        sheet.words("over_time", indicator=sheet.data.indicators[code].short[sheet.lang], text=result.summary)
        for code, result in named
        if not is_empty(result)
    )
    return (*(() if is_empty(profile) else (profile.summary,)), *lines)


def extremes(sheet: Sheet, rows: Any) -> Table:
    """The indicators furthest above and furthest below the Union's."""
    ends = sheet.room(5, 4, 3, 2, 1)
    title = sheet.words("innovation.ends", count=ends)
    columns = (Column(title, 74), Column(sheet.words("column.union"), 26, is_number=True))
    cells = tuple(
        (str(row["label"]), number(row["value"], sheet.lang, 1))
        for row in first_and_last(rows, ends).to_dict("records")
    )
    return Table(title, columns, cells)


def partners(sheet: Sheet) -> Block | Gap:
    """The regions with which most Horizon 2020 projects are shared, against what size would suggest."""
    ranking, fund = sheet.result(PARTNERS), sheet.result(FUND)
    title = sheet.words("partners")
    if is_empty(ranking):
        return Gap("partners", title, reason(ranking))
    shown = [item for item in (ranking, fund) if not is_empty(item)]
    columns = (
        Column(sheet.words("column.partner"), 52),
        *(
            Column(say(f"column.{name}", sheet.lang), 16, is_number=True)
            for name in ("projects", "expected", "ratio")
        ),
    )
    rows = [
        partner(sheet, row) for row in ranking.rows.head(sheet.room(12, 8, 6, 5, 4, 3)).to_dict("records")
    ]
    return Block(
        "partners",
        title,
        tuple(item.summary for item in shown),
        printed_source(shown, sheet.lang),
        PARTNERS,
        (*((reason(fund),) if is_empty(fund) else ()), sheet.words("partners.limits"), *ranking.notes[2:]),
        (Table(title, columns, tuple(rows)),),
    )


def partner(sheet: Sheet, row: dict[str, Any]) -> tuple[str, ...]:
    """A partner region with its country, the projects shared and expected, and their ratio where at least one project
    is expected."""
    name, country = str(row["label"]), str(row["country"])
    is_named = name.endswith(f"({country})")
    return (
        name if is_named else sheet.words("partner", region=name, country=country),
        number(row["projects"], sheet.lang, 0),
        number(row["expected"], sheet.lang, 1),
        number(row["ratio"], sheet.lang, 2) if row["expected"] >= LEAST_EXPECTED else sheet.words("none"),
    )
