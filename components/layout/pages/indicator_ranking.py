"""The whole ranking of an indicator as a table that its headings sort, by a link each."""

from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.naming import code_label, name_of
from components.i18n.letters import plain_letters
from components.i18n.text import say
from components.state.page_urls import page_url
from components.state.selection import Selection, to_url
from components.views.compare.context import CompareContext
from components.views.compare.mark_keys import key_of
from components.views.compare.series import BACK
from components.views.compare.spread import change_cell, ranking_rows
from data import areas, queries
from data.statistics import BANDS

FALLING = ("value", "change")
"""Columns that a first click sorts from the greatest on."""
COLUMNS = ("rank", "region", "country", "value", "fifth", "change")
NUMBERS = ("rank", "value", "change")
KEYS = {"rank": "rank", "fifth": "band", "value": "value", "change": "difference"}


def ranking_table(now: CompareContext, path: str, chosen: Selection, sort: str) -> Component:
    """Every area with a value in the year, in the order asked for: by rank unless said."""
    rows = sort_rows(now, sort)
    body = html.Tbody([row(now, item) for item in rows.to_dict("records")])
    head = html.Thead(html.Tr([heading(name, now, path, chosen, sort) for name in COLUMNS]))
    table = html.Table([head, body], className="rows whole-ranking")
    return figures.scroll_box(table, say("compare.rank.label", now.lang))


def known_sort(text: str) -> str:
    """`text` where it names a column, "-" for the other way round before it; else ""."""
    return text if text.removeprefix("-") in COLUMNS else ""


def sort_rows(now: CompareContext, sort: str) -> pd.DataFrame:
    """The rows by a column; areas that are equal in it, and those without a value in it, as they rank."""
    rows, name = ranking_rows(now), sort.removeprefix("-") or "rank"
    is_falling = sort.startswith("-") != (name in FALLING)
    if name in KEYS:
        return rows.sort_values(KEYS[name], ascending=not is_falling, kind="stable", na_position="last")
    texts = {"region": rows["label"], "country": [country(now, area) for area in rows["region"]]}
    keys = [plain_letters(text) for text in texts[name]]
    return rows.assign(sort=keys).sort_values("sort", ascending=not is_falling, kind="stable")


def country(now: CompareContext, area: str) -> str:
    """The name of an area's country."""
    return name_of(now.data, queries.country(now.data, area), now.lang)


def heading(name: str, now: CompareContext, path: str, chosen: Selection, sort: str) -> Component:
    """A column's heading: a link that sorts by it, and the other way round where that is so already."""
    current = sort.removeprefix("-") or "rank"
    is_reversed = name == current and not sort.startswith("-")
    wanted = f"-{name}" if is_reversed else name
    order = None
    if name == current:
        is_falling = sort.startswith("-") != (name in FALLING)
        order = "descending" if is_falling else "ascending"
    text = say(f"indicators.ranking.{name}", now.lang, unit=now.look.unit, back=BACK)
    href = page_url(path, chosen, **({} if wanted == "rank" else {"sort": wanted})) + "#ranking"
    return html.Th(
        html.A(text, href=href),
        scope="col",
        className="number" if name in NUMBERS else None,
        **({"aria-sort": order} if order else {}),
    )


def row(now: CompareContext, record: dict[str, Any]) -> Component:
    """One area."""
    area, band = record["region"], int(record["band"])
    fifth = html.Span(say(f"compare.fifth.{band}", now.lang), className=f"fifth fifth-{band}")
    flag = html.Small(code_label("flag", record["flag"], now.lang)) if record["flag"] else None
    cells = [
        html.Td(str(int(record["rank"])), className="number"),
        html.Th([html.A(record["label"], href=profile(now, area)), html.Small(area)], scope="row"),
        html.Td(country(now, area)),
        html.Td([now.look.number(record["value"]), flag], className="number"),
        html.Td(fifth if record["of"] >= BANDS else "–"),
        html.Td(change_cell(record, max(now.places, 0), now.lang), className="number"),
    ]
    return html.Tr(cells, className="here" if area == now.home else None, **{"data-region": area})


def profile(now: CompareContext, area: str) -> str:
    """The economic profile of the region that an area is, or of the first of those it covers."""
    region = key_of(now, area) if areas.regions_of_area(now.data, area) else now.chosen.region
    fields = {name: getattr(now.chosen, name) for name in ("indicator", "lang", "theme")}
    return to_url(Selection(region=region, **fields))
