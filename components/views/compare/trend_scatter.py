"""How the chosen regions came here, and how two indicators go together over all regions."""

from typing import Any

import pandas as pd

from components import figures
from components.charts.naming import flag_legend, with_flag_text
from components.charts.provenance import Citation
from components.charts.result import ChartResult
from components.figures.frame import leads_to
from components.i18n.numbers import number
from components.i18n.text import listing, say
from components.state.selection import LATEST, MOST, Selection
from components.views.compare.context import (
    REST,
    CompareContext,
    aliases,
    compare_context,
    flag_words,
    key_of,
)
from components.views.compare.geography import no_values
from components.views.compare.spread import short_name
from data import Data, areas, peers, queries
from data.change import since_break
from data.periods import period_of, years_of_value
from data.statistics import LEAST_PAIRS, correlation

STRONG, MODERATE, WEAK = 0.7, 0.4, 0.2


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
    names = {code: short_name(now.area_name(code)) for code in behind_first}
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


def scatter(data: Data, chosen: Selection) -> ChartResult:
    """Two indicators of every region, the bubble as large as its population or its product."""
    horizontal = compare_context(data, chosen)
    vertical = compare_context(
        data, chosen.but(year=second_year(data, chosen.second, horizontal.year)), chosen.second
    )
    blanks = {**horizontal.blanks, "second": vertical.indicator.title[chosen.lang]}
    rows = pair_rows(horizontal, vertical)
    if rows.empty:
        return ChartResult(
            figures.empty_state(say("compare.scatter.none", chosen.lang, **blanks)), rows, blanks=blanks
        )
    weight = peers.latest_values(data, chosen.bubble)
    drawn = rows.assign(
        key=rows["code"],
        x=rows["value"],
        y=rows["second"],
        weight=[bubble_weight(horizontal, row, weight) for row in rows.to_dict("records")],
        words=[bubble_text(horizontal, vertical, row) for row in rows.to_dict("records")],
        label=[
            short_name(label) if horizontal.is_named(area) or vertical.is_named(other) else ""
            for label, area, other in zip(rows["label"], rows["area"], rows["second_area"], strict=True)
        ],
        party=[
            horizontal.party(area) if horizontal.party(area) != REST else vertical.party(other)
            for area, other in zip(rows["area"], rows["second_area"], strict=True)
        ],
    )
    figure = figures.bubbles(
        drawn,
        (horizontal.look, vertical.look),
        titles=(axis(horizontal), axis(vertical)),
        ends=(horizontal.ends, vertical.ends),
    )
    figure = {**figure, "data": [{**trace, "meta": aliases(horizontal)} for trace in figure["data"]]}
    found = pearson_r(rows)
    r = number(found.r, chosen.lang, 2)
    text = say(f"compare.scatter.{strength(found.r, found.n)}", chosen.lang, **blanks, n=found.n, r=r)
    decimals = {"value": horizontal.places, "second": vertical.places}
    sources = tuple(
        Citation(indicator.source, str(year), (indicator,))
        for indicator, year in (
            (horizontal.indicator, horizontal.year),
            (vertical.indicator, vertical.year),
            (data.indicators[chosen.bubble], queries.latest_year(data, chosen.bubble)),
        )
    )
    return ChartResult(
        figure, rows, sources, text, scatter_notes(horizontal, vertical, rows), blanks, decimals
    )


def bubble_weight(now: CompareContext, row: dict[str, Any], weight: pd.Series) -> float:
    """The size of what a bubble stands for: all regions of an area that both indicators are published for."""
    inside = areas.regions_of_area(now.data, row["area"]) if row["alike"] else (row["code"],)
    return float(weight.reindex(list(inside)).sum(min_count=len(inside)))


def second_year(data: Data, code: str, year: int) -> str:
    """The same year where the second indicator is well covered in it, else its latest."""
    return str(year) if queries.is_ranked(data, code, year) else LATEST


def pair_rows(horizontal: CompareContext, vertical: CompareContext) -> pd.DataFrame:
    """One row per pair of areas that cover a region, with both values; `alike` where both are the same area."""
    made = []
    for code in peers.regions(horizontal.data):
        first, second = (queries.area(now.data, now.indicator, code) for now in (horizontal, vertical))
        if first in horizontal.rows.index and second in vertical.rows.index:
            alike = areas.regions_of_area(horizontal.data, first) == areas.regions_of_area(
                horizontal.data, second
            )
            made.append({"code": code, "area": first, "second_area": second, "alike": alike})
    if not made:
        return pd.DataFrame()
    rows = pd.DataFrame(made).drop_duplicates(["area", "second_area"])
    first, second = horizontal.rows.loc[rows["area"]], vertical.rows.loc[rows["second_area"]]
    label = [
        horizontal.area_name(area) if alike else horizontal.name(code)
        for area, code, alike in zip(rows["area"], rows["code"], rows["alike"], strict=True)
    ]
    both_standing = "published" if {horizontal.standing, vertical.standing} == {"published"} else "recomputed"
    return (
        rows.assign(
            label=label,
            value=first["value"].to_numpy(),
            unit=horizontal.look.unit,
            year=horizontal.year,
            second=second["value"].to_numpy(),
            second_unit=vertical.look.unit,
            second_year=vertical.year,
            standing=both_standing,
        )
        .reset_index(drop=True)
        .assign(solid=lambda r: r["alike"])
    )


def pearson_r(rows: pd.DataFrame) -> Any:
    """Pearson's r over the areas that both indicators are published for."""
    alike = rows[rows["alike"]]
    return correlation(
        alike[["area", "value"]].rename(columns={"area": "region"}),
        alike[["area", "second"]].rename(columns={"area": "region", "second": "value"}),
    )


def strength(r: float | None, n: int) -> str:
    """How close two indicators go together, and whether in the same direction, or why that cannot be said: a key of
    words."""
    if r is None:
        return "few" if n < LEAST_PAIRS else "constant"
    if abs(r) < WEAK:
        return "no"
    size = "strong" if abs(r) >= STRONG else "moderate" if abs(r) >= MODERATE else "weak"
    return size if r > 0 else f"{size}_opposite"


def bubble_text(horizontal: CompareContext, vertical: CompareContext, row: dict[str, Any]) -> str:
    """What a bubble says."""
    values = (horizontal.look.value(row["value"]), vertical.look.value(row["second"]))
    flags = [
        flag_words(now.rows.at[area, "flag"], horizontal.lang)
        for now, area in ((horizontal, row["area"]), (vertical, row["second_area"]))
        if now.rows.at[area, "flag"]
    ]
    code = areas.region_of(horizontal.data, row["area"]) if row["alike"] else row["code"]
    return f"{row['label']} ({code}): {values[0]}; {values[1]}" + (f" ({'; '.join(flags)})" if flags else "")


def axis(now: CompareContext) -> str:
    """An axis: the indicator, its unit, its year."""
    return f"{now.indicator.short[now.lang]}, {figures.UNIT}, {now.years_text}"


def scatter_notes(
    horizontal: CompareContext, vertical: CompareContext, rows: pd.DataFrame
) -> tuple[str, ...]:
    """Different areas, different years, what a correlation is not."""
    apart = int((~rows["alike"]).sum())
    found = [say("compare.scatter.areas", horizontal.lang, count=apart)] if apart else []
    found += (
        [
            say(
                "compare.scatter.years",
                horizontal.lang,
                first=horizontal.years_text,
                second=vertical.years_text,
            )
        ]
        if horizontal.years_text != vertical.years_text
        else []
    )
    found += [
        refused for now in (horizontal, vertical) for refused in now.notes[: 1 if now.scaled.refused else 0]
    ]
    return (
        *found,
        say("compare.scatter.rule", horizontal.lang),
        say(f"compare.bubble.{horizontal.chosen.bubble}", horizontal.lang),
    )
