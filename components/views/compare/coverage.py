"""What can be compared at all, before anything is drawn."""

from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.naming import code_label
from components.charts.result import ChartResult
from components.i18n.numbers import number
from components.i18n.text import count_or_none, say, share_key
from components.state.selection import Selection
from components.views.compare.compared import compared_with
from components.views.compare.context import CompareContext, compare_context
from data import Data, queries
from data import coverage as covering
from data.periods import years_of_value

NATIONAL = ("missing", "vintage", "national")


def coverage(data: Data, chosen: Selection) -> ChartResult:
    """Years, gaps, flags, larger areas and repeated national values of the regions compared, their country and
    the Union."""
    now = compare_context(data, chosen)
    codes = dict.fromkeys(
        [chosen.region, *compared_with(data, chosen), queries.country(data, chosen.region), queries.UNION]
    )
    rows = covering.coverage(data, now.indicator.code, codes, now.year)
    rows = rows.assign(
        label=[now.name(code) for code in rows["region"]],
        reason=[caution(now, row) for row in rows.to_dict("records")],
        standing=[
            "not-in-our-copy" if item in ("missing", "vintage") else now.indicator.standing
            for item in rows["obstacle"]
        ],
    )
    rows = rows.assign(code=rows["region"])
    shown = ["code", "label", "first", "last", "years", "gaps", "year", "value", "flag", "reason", "standing"]
    total = covering.overall(data, now.indicator.code, now.year, chosen.group)
    key = (
        "compare.coverage.summary"
        if now.indicator.source.flags == "published"
        else "compare.coverage.no_flags"
    )
    key = share_key(key, total["valued"], total["areas"])
    counts = {name: count_or_none(total[name], "area", chosen.lang) for name in ("flagged", "national")}
    summary = say(key, chosen.lang, **now.blanks, **{**total, **counts})
    return ChartResult(
        table(now, rows),
        rows[shown],
        (now.indicator,),
        summary,
        (*notes(now, total), *now.notes),
        now.blanks,
        {"value": now.indicator.decimals, "first": 0, "last": 0, "years": 0, "gaps": 0},
    )


def notes(now: CompareContext, total: dict[str, int]) -> tuple[str, ...]:
    """What holds for the whole indicator: flags unknown, values repeated, scales that make no sense."""
    source = now.indicator.source
    said_of = [say("compare.coverage.flags_unknown", now.lang)] if source.flags == "unknown" else []
    if total["national"]:
        key = share_key("compare.coverage.national", total["national"], total["valued"])
        said_of.append(say(key, now.lang, count=total["national"], of=total["valued"]))
    if source.firm_until and now.year > source.firm_until:
        said_of.append(say("indicator.firm", now.lang, year=source.firm_until))
    if now.indicator.direction == "neither":
        said_of.append(say("direction.neither", now.lang))
    return tuple(said_of)


def caution(now: CompareContext, row: dict[str, Any]) -> str:
    """What stands against comparing a region, and what to bear in mind."""
    obstacle = row["obstacle"]
    words = (
        []
        if not obstacle
        else [
            say(
                f"compare.obstacle.{obstacle}",
                now.lang,
                year=now.years_text,
                area=now.name(row["area"]) if row["area"] else "",
                country=now.name(queries.country(now.data, row["region"])),
            )
        ]
    )
    words += (
        [say("compare.coverage.flag", now.lang, flag=code_label("flag", row["flag"], now.lang))]
        if row["flag"]
        else []
    )
    words += [say("compare.coverage.gaps", now.lang, count=row["gaps"])] if row["gaps"] else []
    return " ".join(words) or say("compare.coverage.fine", now.lang)


def table(now: CompareContext, rows: pd.DataFrame) -> Component:
    """The same as a table; what cannot be compared is grey and says why."""
    heads = ("compare.head.region", "compare.head.years", "compare.head.value", "compare.head.comparable")
    texts = [say(key, now.lang, year=now.years_text, unit=now.indicator.unit[now.lang]) for key in heads]
    body = [line(now, row) for row in rows.to_dict("records")]
    boxed = html.Table([figures.headings(texts, (2,)), html.Tbody(body)], className="rows coverage")
    return figures.scroll_box(boxed, say("compare.coverage.label", now.lang))


def line(now: CompareContext, row: dict[str, Any]) -> html.Tr:
    """One region."""
    out = row["obstacle"] in NATIONAL
    from_to = (
        say(
            "compare.years",
            now.lang,
            first=years_of_value(now.indicator, int(row["first"])),
            last=years_of_value(now.indicator, int(row["last"])),
            count=int(row["years"]),
        )
        if row["years"]
        else say("value.none", now.lang)
    )
    value = now.indicator.decimals if row["value"] == row["value"] and row["value"] is not None else None
    cells = [
        html.Th(row["label"], scope="row"),
        html.Td(from_to),
        html.Td(
            say("value.none", now.lang) if value is None else value_in_unit(now, row["value"]),
            className="number",
        ),
        html.Td(row["reason"]),
    ]
    return html.Tr(
        cells,
        className="incomparable" if out else None,
        **{"data-standing": row["standing"], "data-region": row["region"]},
    )


def value_in_unit(now: CompareContext, value: float) -> str:
    """A value in the indicator's own unit."""
    return number(value, now.lang, now.indicator.decimals)
