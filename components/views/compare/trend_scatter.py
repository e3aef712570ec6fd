"""How the chosen regions came here, and how two indicators go together over all regions."""

from typing import Any

import pandas as pd

from components import figures
from components.charts.naming import flag_legend, with_flag_text
from components.charts.result import ChartResult
from components.figures.frame import leads_to
from components.i18n.text import listing, say
from components.state.selection import MOST, Selection
from components.views.compare.context import CompareContext, compare_context
from components.views.compare.geography import no_values
from components.views.compare.mark_keys import key_of
from data import Data, queries
from data.change import since_break
from data.periods import period_of, years_of_value


def trend(data: Data, chosen: Selection) -> ChartResult:
    """The chosen and the compared regions over the years, with their country and the Union where published."""
    now = compare_context(data, chosen)
    nearest = now.compared[:MOST]
    codes = dict.fromkeys([now.home, *nearest, *now.references])
    all_rows = now.scaled.rows
    rows = all_rows[all_rows["region"].isin(list(codes))]
    totals = [code for code in now.references if is_above(now, rows, code)]
    rows = rows[~rows["region"].isin(totals)]
    if rows.empty:
        return no_values(now)
    present = [code for code in codes if (rows["region"] == code).any()]
    rows = rows.assign(
        key=rows["region"], label=rows["region"].map(now.area_name), unit=now.look.unit, standing=now.standing
    )[["key", "region", "label", "year", "value", "unit", "flag", "standing"]]
    rows = rows.reset_index(drop=True)
    behind_first = present[::-1]
    names = {code: str(now.area_name(code)) for code in behind_first}
    figure = figures.over_time(
        figures.trend(with_flag_text(rows, now.lang), now.look, colours=colours(now, present), names=names),
        period_of(now.indicator),
    )
    figure = {
        **figure,
        "data": [
            dash_country_line(now, clickable_line(trace, key_of(now, code)), code)
            for trace, code in zip(figure["data"], behind_first, strict=True)
        ],
    }
    return ChartResult(
        figure,
        rows,
        (now.indicator,),
        trend_sentence(now, rows),
        notes(now, rows, totals),
        now.blanks,
        now.places,
    )


def clickable_line(trace: dict[str, Any], key: str) -> dict[str, Any]:
    """A line that a click marks, and that stands out when its region is marked."""
    return {**trace, "legendgroup": key, "customdata": [leads_to("mark", key)] * len(trace["x"])}


def dash_country_line(now: CompareContext, trace: dict[str, Any], code: str) -> dict[str, Any]:
    """A country's line is dashed and the Union's dotted, so that neither is taken for a region's."""
    if code not in now.references:
        return trace
    return {**trace, "line": {**trace["line"], "dash": "dot" if code == queries.UNION else "dash"}}


def is_above(now: CompareContext, rows: pd.DataFrame, code: str) -> bool:
    """Whether a country's or the Union's line would be a total far above every region's."""
    own = rows.loc[rows["region"] == code, "value"]
    rest = rows.loc[~rows["region"].isin(now.references), "value"]
    return bool(
        len(own)
        and len(rest)
        and own.min() > rest.max()
        and now.scaled.scale == "own"
        and own.max() > 2 * rest.max()
    )


def colours(now: CompareContext, codes: list[str]) -> dict[str, str]:
    """The chosen region in the accent, the country and the Union in theirs, the nearest in a colour of its own
    while there are any, and the rest in grey: two lines of one colour would be one."""
    palette = now.look.colours
    fixed = {
        **dict(zip(now.references[::-1], (palette.union, palette.country), strict=False)),
        now.home: palette.accent,
    }
    rest = [code for code in codes if code not in fixed]
    return fixed | {
        code: palette.others[at] if at < len(palette.others) else palette.rest for at, code in enumerate(rest)
    }


def notes(now: CompareContext, rows: pd.DataFrame, totals: list[str]) -> tuple[str, ...]:
    """Breaks and flags by region and year; lines that are left out; forecasts."""
    found = []
    breaks = rows[rows["flag"].fillna("").str.contains("b")]
    if len(breaks):
        where = "; ".join(
            f"{label} {', '.join(map(str, part['year']))}" for label, part in breaks.groupby("label")
        )
        found.append(say("compare.trend.breaks", now.lang, where=where))
    found += flag_legend(rows["flag"].fillna(""), now.lang)
    if len(now.compared) > MOST:
        found.append(say("compare.trend.nearest", now.lang, most=MOST, count=len(now.compared)))
    if totals:
        found.append(
            say(
                "compare.trend.totals", now.lang, names=listing([now.name(item) for item in totals], now.lang)
            )
        )
    if now.indicator.source.firm_until:
        found.append(say("indicator.firm", now.lang, year=now.indicator.source.firm_until))
    return (*found, *now.notes)


def trend_sentence(now: CompareContext, rows: pd.DataFrame) -> str:
    """From the first year that can be compared with the last one to the last that is no forecast."""
    until = now.indicator.source.firm_until
    own = rows[(rows["region"] == now.home) & (rows["year"] <= (until or rows["year"].max()))]
    own = own.sort_values("year").assign(flag=own["flag"].fillna(""))
    if own.empty:
        base = (
            queries.value_at(now.data, now.indicator.code, now.chosen.region) and now.scaled.scale == "index"
        )
        return say("compare.trend.without_base" if base else "compare.trend.without", now.lang, **now.blanks)
    values = [queries.Value(now.home, row.year, row.value, row.flag) for row in own.itertuples()]
    comparable = since_break(values)
    first, last = comparable[0], comparable[-1]
    was, is_now = now.look.spoken_numbers(first.value, last.value)
    words = {
        "first": first.year,
        "last": years_of_value(now.indicator, last.year),
        "was": was,
        "is": is_now,
        "unit": now.look.spoken_unit,
    }
    broken = len(comparable) < len(values)
    key = {(True, True): "at_break", (True, False): "since_break", (False, True): "once"}.get(
        (broken, first.year == last.year), "whole"
    )
    meaning = now.prices if first.year < last.year else ()
    return " ".join([say(f"compare.trend.{key}", now.lang, **{**now.blanks, **words}), *meaning])
