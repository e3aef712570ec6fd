"""Regions in the rows, indicators in the columns: value, rank, and whether it is higher, similar or lower than the
middle of all regions."""

from functools import lru_cache
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.naming import name_of
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.text import listing, say
from components.state.selection import Selection
from components.views.compare.compared import compared_with
from components.views.compare.group_text import where_text
from components.views.compare.peers_table import mark_link
from components.views.compare.score_row import in_view
from data import Data, groups, queries
from data.periods import years_of_value
from data.spread import middle_of

USUAL = ("gdp_per_head_pps", "employment_rate", "gerd", "tertiary_education", "ris_index")


def table(data: Data, chosen: Selection) -> ChartResult:
    """The chosen region and those compared with it in several indicators at once."""
    inside = groups.regions_in(data, chosen.group)
    others = (code for code in compared_with(data, chosen) if code in inside)
    regions = tuple(dict.fromkeys((chosen.region, *others)))
    codes = columns_of(data, chosen)
    rows = pd.DataFrame([entry(data, region, code, chosen) for region in regions for code in codes])
    blanks = {"region": name_of(data, chosen.region, chosen.lang), "count": len(regions) - 1}
    blanks |= {"where": where_text(data, chosen)}
    notes = (say("compare.table.rule", chosen.lang, **blanks), say("compare.table.choose", chosen.lang))
    return ChartResult(
        figures.scroll_box(
            as_html(data, rows, regions, codes, chosen), say("compare.table.label", chosen.lang)
        ),
        rows,
        tuple(data.indicators[code] for code in codes),
        summary(rows, chosen, blanks),
        notes,
        blanks,
        {"value": max(data.indicators[code].decimals for code in codes)},
    )


def columns_of(data: Data, chosen: Selection) -> tuple[str, ...]:
    """The indicators of the table: those the reader has added, else the usual ones with the chosen one first."""
    usual = [code for code in (chosen.indicator, *USUAL) if code in data.indicators]
    return chosen.columns or tuple(dict.fromkeys(usual))


def entry(data: Data, region: str, code: str, chosen: Selection) -> dict[str, Any]:
    """One region in one indicator, in the year in which regions are ranked."""
    indicator, year = data.indicators[code], queries.latest_year(data, code)
    base = {
        "region": region,
        "indicator": code,
        "label": indicator.short[chosen.lang],
        "year": year,
        "unit": indicator.unit[chosen.lang],
    }
    found = queries.value_at(data, code, region, year)
    place = in_view(data, code, year, chosen).get(found.region) if found else None
    is_outside = region not in groups.regions_in(data, chosen.group)
    if found is None or (place is None and not is_outside):
        nothing = {"value": None, "flag": "", "rank": None, "of": None, "level": ""}
        return {**base, **nothing, "standing": "not-in-our-copy"}
    level = level_of(data, code, year, chosen.group).get(found.region, "")
    ranked = {"rank": place and place.rank, "of": place and place.of, "level": level}
    return {**base, "value": found.value, "flag": found.flag or "", **ranked, "standing": indicator.standing}


@lru_cache(maxsize=64)
def level_of(data: Data, code: str, year: int, group: str) -> dict[str, str]:
    """Each area's level among those of a group: "higher", "similar" or "lower" than the middle
    (`data.spread.middle_of`)."""
    values = queries.ranked_rows(data, code, year).set_index("region")["value"]
    values = values[values.index.isin(groups.areas_in(data, code, group))]
    if len(values) == 1:
        return {}
    middle = middle_of(values)
    return {str(area): middle.level(float(value)) for area, value in values.items()}


def as_html(
    data: Data, rows: pd.DataFrame, regions: tuple[str, ...], codes: tuple[str, ...], chosen: Selection
) -> Component:
    """The rows as a table of regions by indicators."""
    heads = [heading(data, code, chosen) for code in codes]
    first = html.Th(say("compare.rank.name", chosen.lang), scope="col")
    cells = {(row["region"], row["indicator"]): row for row in rows.to_dict("records")}
    body = [
        html.Tr(
            [
                html.Th(mark_link(region, name_of(data, region, chosen.lang), chosen), scope="row"),
                *(cell(data, cells[region, code], chosen) for code in codes),
            ],
            className="home" if region == chosen.region else None,
            **{"data-region": region},
        )
        for region in regions
    ]
    return html.Table(
        [html.Thead(html.Tr([first, *heads])), html.Tbody(body)], className="rows regions-table"
    )


def heading(data: Data, code: str, chosen: Selection) -> html.Th:
    """An indicator's short name with its unit and year."""
    indicator = data.indicators[code]
    year = years_of_value(indicator, queries.latest_year(data, code))
    unit = html.Small(f"{indicator.unit[chosen.lang]}, {year}")
    return html.Th(
        [indicator.short[chosen.lang], " ", unit], scope="col", className="number", **{"data-column": code}
    )


def cell(data: Data, row: dict[str, Any], chosen: Selection) -> html.Td:
    """A value with its rank and its level; words where there is none."""
    if row["value"] is None or row["value"] != row["value"]:
        return html.Td(html.Small(say("value.none", chosen.lang)), **{"data-standing": row["standing"]})
    look = Look(chosen.theme, chosen.lang, "", data.indicators[row["indicator"]].decimals)
    if row["rank"] is None or row["rank"] != row["rank"]:
        return html.Td(
            html.Strong(look.number(row["value"])), className="number", **{"data-standing": row["standing"]}
        )
    place = say("compare.place", chosen.lang, rank=int(row["rank"]), of=int(row["of"]))
    level = say(f"value.level.{row['level']}", chosen.lang) if row["level"] else ""
    words = f"{place}; {level}" if level else place
    short = html.Span(f"{int(row['rank'])}/{int(row['of'])}", **{"aria-hidden": "true"})
    parts = [html.Strong(look.number(row["value"])), " "]
    parts += [html.Small([short, html.Span(words, className="unseen")])]
    attributes = {"data-standing": row["standing"], "data-level": row["level"] or None}
    return html.Td(parts, className="number", title=words, **attributes)


def summary(rows: pd.DataFrame, chosen: Selection, blanks: dict[str, Any]) -> str:
    """In which indicators the chosen region is higher and in which lower than the middle of the regions in view."""
    own = rows[rows["region"] == chosen.region]
    if not own["level"].any():
        return say("compare.table.outside", chosen.lang, **blanks)
    named = {
        level: listing([*own.loc[own["level"] == level, "label"]], chosen.lang)
        or say("compare.table.nothing", chosen.lang)
        for level in ("higher", "similar", "lower")
    }
    return say("compare.table.summary", chosen.lang, **blanks, **named)
