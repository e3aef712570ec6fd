"""Where every region stands in one indicator: all in a strip, and ranked by fifths with what went before."""

from functools import lru_cache
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.naming import code_label
from components.charts.result import ChartResult
from components.i18n.numbers import number
from components.i18n.text import say
from components.state.page_urls import page_url
from components.state.selection import EU, Selection
from components.views.compare.among_peers import standing_text
from components.views.compare.context import REST, CompareContext, compare_context
from components.views.compare.geography import no_values
from components.views.compare.map_frame import grey
from components.views.compare.map_regions import regions_in_view
from components.views.compare.mark_keys import aliases, key_of
from components.views.compare.peers_table import mark_link
from components.views.compare.series import BACK, recent_gain, series
from data import Data, queries
from data.statistics import BANDS

TOP, AROUND, LAST = 3, 3, 3
SORTED_BY = ("", "region", "value", "change", None)


def strip(data: Data, chosen: Selection) -> ChartResult:
    """Every area as a dot, the chosen and the compared ones named."""
    now = compare_context(data, chosen)
    if now.rows.empty:
        return no_values(now)
    rows = ranking_rows(now)
    dots = rows.assign(
        key=[key_of(now, area) for area in rows["region"]],
        party=[now.party(area) for area in rows["region"]],
        words=[now.words(area) for area in rows["region"]],
    )
    dots = dots.assign(
        label=[
            label if now.is_named(area) else ""
            for label, area in zip(dots["label"], dots["region"], strict=True)
        ]
    )
    figure = figures.beeswarm(
        dots, now.look, home=key_of(now, now.home) if now.home else "", lines=references(now), ends=now.ends
    )
    figure = {**figure, "data": [{**trace, "meta": aliases(now)} for trace in figure["data"]]}
    notes = (
        say(f"direction.{now.indicator.direction}", now.lang),
        *grey(now, regions_in_view(now), "compare.missing"),
        *now.notes,
    )
    return ChartResult(
        figure, rows, (now.indicator,), standing_text(now), notes, now.blanks, {"value": now.places}
    )


@lru_cache(maxsize=8)
def ranking_rows(now: CompareContext) -> pd.DataFrame:
    """One row per area, best first, with what it was before and what that changed."""
    rows = now.rows.sort_values(["rank", "region"]).reset_index(drop=True)
    values = series(now)
    was = {area: recent_gain(values.get(area, []), now.year) for area in rows["region"]}
    return pd.DataFrame(
        {
            "region": rows["region"],
            "label": [now.area_name(area) for area in rows["region"]],
            "code": rows["region"],
            "year": rows["year"],
            "value": rows["value"],
            "unit": now.look.unit,
            "flag": rows["flag"],
            "rank": rows["rank"],
            "of": rows["of"],
            "band": rows["band"],
            "since": [was[area].since for area in rows["region"]],
            "difference": [was[area].difference for area in rows["region"]],
            "broken": [was[area].broken for area in rows["region"]],
            "standing": now.standing,
        }
    ).astype({"since": "Float64", "difference": "float64", "broken": "Float64"})


def references(now: CompareContext) -> dict[str, float]:
    """The Union's and the country's value of the year, where each is published and no sum, and the mean of the group in
    view."""
    found = {}
    for code in now.references:
        rows = now.scaled.rows[(now.scaled.rows["region"] == code) & (now.scaled.rows["year"] == now.year)]
        least, most = now.rows["value"].min(), now.rows["value"].max()
        if len(rows) and least <= rows["value"].iloc[0] <= most:
            found[now.name(code)] = float(rows["value"].iloc[0])
    if now.chosen.within != EU and least < most:
        found[say("compare.mean_line", now.lang, of=len(now.rows))] = float(now.rows["value"].mean())
    return found


def ranking(data: Data, chosen: Selection) -> ChartResult:
    """The first, the last, the chosen, the compared and those around it; the table and the CSV have all."""
    now = compare_context(data, chosen)
    if now.rows.empty:
        return no_values(now)
    rows = ranking_rows(now)
    notes = (
        say("compare.fifths", now.lang),
        say("compare.ranking.rule", now.lang),
        say(f"direction.{now.indicator.direction}", now.lang),
        say("compare.change.rule", now.lang),
        *now.prices,
        *grey(now, regions_in_view(now), "compare.missing"),
        *([say("axis.truncated.small", now.lang)] if any(map(has_line, series(now).values())) else []),
    )
    return ChartResult(
        short_ranking(now, rows),
        rows,
        (now.indicator,),
        standing_text(now),
        (*notes, *now.notes),
        now.blanks,
        {"value": now.places, "difference": max(now.places, 1)},
    )


def has_line(values: list[queries.Value]) -> bool:
    """Whether a small line can be drawn: values of two years."""
    return len(values) > 1


def rows_in_short(now: CompareContext, rows: pd.DataFrame) -> list[int]:
    """The places of the rows to show when there are many: both ends, the chosen, the compared, and those
    around the chosen."""
    if len(rows) <= TOP + 2 * AROUND + LAST + 12:
        return list(range(len(rows)))
    named = rows.index[[now.party(area) != REST for area in rows["region"]]].tolist()
    home = rows.index[rows["region"] == now.home].tolist()
    near = [at for item in home for at in range(item - AROUND, item + AROUND + 1)]
    ends = [*range(TOP), *range(len(rows) - LAST, len(rows))]
    return sorted({at for at in (*named, *near, *ends) if 0 <= at < len(rows)})


def short_ranking(now: CompareContext, rows: pd.DataFrame) -> Component:
    """The ranking as a table with gaps said in words."""
    heads = ("band", "name", "value", "change", "path")
    texts = [say(f"compare.rank.{key}", now.lang, unit=now.look.unit, back=BACK) for key in heads]
    records, values = rows.to_dict("records"), series(now)
    since = common_start(rows)
    if since:
        texts[3] = say("compare.rank.change.since", now.lang, year=since)
    body: list[Any] = []
    last = -1
    for at in rows_in_short(now, rows):
        if at > last + 1:
            gap = say("compare.rank.gap", now.lang, count=at - last - 1)
            body.append(html.Tr(html.Td(gap, colSpan=5), className="gap"))
        body.append(ranking_row(now, records[at], since, values.get(records[at]["region"], [])))
        last = at
    head = figures.headings(sort_links(now, texts, len(rows)), (2, 3))
    table = html.Table([head, html.Tbody(body)], className="rows ranked-rows")
    return figures.scroll_box(table, say("compare.rank.label", now.lang))


def whole_ranking(now: CompareContext, sort: str = "") -> str:
    """The address of the whole ranking on the indicator's page, by rank unless sorted by another column."""
    query = {"sort": sort} if sort else {}
    return page_url(f"/indicators/{now.indicator.code}", now.chosen, **query) + "#ranking"


def sort_links(now: CompareContext, texts: list[str], count: int) -> list[str | Component]:
    """The headings of the columns; each by which the whole ranking can be sorted leads to it."""
    title = say("compare.rank.sort", now.lang, count=count)
    return [
        html.A(text, href=whole_ranking(now, sort), title=title) if sort is not None else text
        for text, sort in zip(texts, SORTED_BY, strict=True)
    ]


def common_start(rows: pd.DataFrame) -> int | None:
    """The year since which the change of most areas is counted."""
    years = rows["since"].dropna()
    return int(years.mode().iloc[0]) if len(years) else None


def ranking_row(
    now: CompareContext, row: dict[str, Any], since: int | None, values: list[queries.Value]
) -> html.Tr:
    """One area of the ranking, with its values of all years; the first year of its change is said where it is
    not the one above the column."""
    area, key = row["region"], key_of(now, row["region"])
    name = html.Th(mark_link(key, row["label"], now.chosen), scope="row", title=area)
    value = [now.look.number(row["value"])] + (
        [html.Small(code_label("flag", row["flag"], now.lang))] if row["flag"] else []
    )
    colour = now.look.colours.accent if area == now.home else now.look.colours.soft
    cells = [
        html.Td([fifth_mark(row, now.lang), f" {int(row['rank'])}"]),
        name,
        html.Td(value, className="number"),
        html.Td(change_lines(row, now, since), className="number"),
        html.Td(figures.spark([value.value for value in values], colour, [value.flag for value in values])),
    ]
    return html.Tr(cells, className=now.party(area), **{"data-region": key, "data-standing": row["standing"]})


def fifth_mark(row: dict[str, Any], language: str) -> html.Span | None:
    """The fifth of an area as a mark, with its words for who does not see it; none among fewer than five areas."""
    if row["of"] < BANDS:
        return None
    fifth = say(f"compare.fifth.{int(row['band'])}", language)
    unseen = html.Span(fifth, className="unseen")
    return html.Span(unseen, className=f"fifth fifth-{int(row['band'])}", title=fifth)


def change_lines(row: dict[str, Any], now: CompareContext, since: int | None) -> list[Any]:
    """What changed; since when, where it is not `since`; a break is said."""
    cell = change_cell(row, max(now.places, 0), now.lang)
    is_usual = since is not None and row["since"] == since and pd.isna(row["broken"])
    return cell[:1] if is_usual else cell


def change_cell(row: dict[str, Any], places: int, language: str) -> list[Any]:
    """A change as a table says it, since when, and the break that cuts it short: `row` has difference, since and
    broken."""
    known, broken = row["difference"] == row["difference"] and row["difference"] is not None, row["broken"]
    since_words = [] if pd.isna(broken) else [say("compare.change.broken", language, year=int(broken))]
    if not known:
        return since_words or [say("compare.rank.once", language)]
    since = say("compare.rank.since", language, year=int(row["since"]))
    return [
        number(row["difference"], language, places, sign=True),
        html.Small("; ".join([since, *since_words])),
    ]
