"""Table 1 of the input paper for a region, its country and the Union; the official value beside each printed one."""

from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

import pandas as pd
from dash import html

from components import figures
from components.charts.errata import erratum_sentences
from components.charts.naming import name_of
from components.charts.provenance import Citation
from components.charts.result import ChartResult
from components.i18n.numbers import number
from components.i18n.text import say, share_key
from components.state.selection import Selection
from components.views.economy.headline_cards import is_number
from components.views.economy.headlines import blanks
from components.views.pack_charts import pack_chart, sources_of
from data import Data, Pack, queries
from data.periods import span
from data.standings import WITHOUT_VALUE

OFFICIAL = {
    "population": ("population", 0.001),
    "gdp": ("gdp", 1.0),
    "gdp_per_head": ("gdp_per_head_pps", 1.0),
}


def codes(data: Data, region: str) -> dict[str, str]:
    """Who stands in the three columns: the region, its country, the Union."""
    return {"home": region, "country": queries.country(data, region), "union": queries.UNION}


@lru_cache(maxsize=16)
def table1_rows(data: Data, region: str, lang: str) -> pd.DataFrame:
    """Table 1 of a region's pack: a row per indicator and party; as printed, else the official value, else nothing."""
    pack = data.packs[region]
    names, printed = printed_table1(pack)
    rows = [
        {
            "indicator": row["indicator"],
            "block": row["block"],
            "label": row[f"name_{lang}"],
            "unit": row[f"unit_{lang}"],
            "party": party,
            "region": code,
            **value(data, printed.get((row["indicator"], code)), row["indicator"], code, int(row["year"])),
            "notes": row["note"],
        }
        for row in names
        for party, code in codes(data, region).items()
    ]
    return pd.DataFrame(rows)


@cache
def printed_table1(pack: Pack) -> tuple[list[dict[str, Any]], dict[tuple[str, str], dict[str, Any]]]:
    """Table 1 of a pack: what its rows are called, and its cells by indicator and party."""
    cells = pack.tables["table1"].to_dict("records")
    names = pack.tables["table1"].drop_duplicates("indicator").to_dict("records")
    return names, {(cell["indicator"], cell["geo"]): cell for cell in cells}


def value(
    data: Data, printed: Mapping[str, Any] | None, indicator: str, code: str, year: int
) -> dict[str, Any]:
    """A printed value with the official one of the same year beside it, either of which may be missing."""
    official = official_value(data, indicator, code, year)
    if printed is not None and is_number(printed["value"]):
        return {
            "year": year,
            "value": printed["value"],
            "current": official,
            "standing": printed["standing"],
        }
    silent = printed["standing"] if printed is not None else "not-in-our-copy"
    return {
        "year": year,
        "value": official,
        "current": official,
        "standing": "published" if official is not None else silent,
    }


def official_value(data: Data, indicator: str, code: str, year: int) -> float | None:
    """The publisher's value today, in Table 1's unit."""
    if indicator not in OFFICIAL:
        return None
    source, factor = OFFICIAL[indicator]
    found = queries.value_at(data, source, code, year)
    return None if found is None else found.value * factor


@pack_chart("table1")
def table1(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Table 1 in full, with the publisher's current value where it differs."""
    rows = table1_rows(data, chosen.region, chosen.lang)
    years = span(rows.loc[rows["standing"] == "printed", "year"])
    printed = [Citation(source, years) for source in sources_of(pack, pack.tables["table1"])]
    with_value = rows[~rows["standing"].isin(WITHOUT_VALUE)]
    words = {
        **blanks(data, chosen),
        "known": int((with_value["party"] == "home").sum()),
        "of": rows["indicator"].nunique(),
    }
    return ChartResult(
        wide_table(data, rows, chosen),
        rows,
        (*printed, *official_sources(data, rows)),
        say(share_key("economy.table1.summary", words["known"], words["of"]), chosen.lang, **words),
        erratum_sentences(pack, rows["notes"], chosen.lang),
        blanks(data, chosen),
    )


def official_sources(data: Data, rows: pd.DataFrame) -> list[Citation]:
    """The publishers of the current values, each with the years of its own."""
    current = rows[rows["current"].notna()]
    years = {name: span(current.loc[current["indicator"] == name, "year"]) for name in OFFICIAL}
    shown = {data.indicators[code]: years[name] for name, (code, _) in OFFICIAL.items() if years[name]}
    return [Citation(indicator.source, when, (indicator,)) for indicator, when in shown.items()]


def wide_table(data: Data, rows: pd.DataFrame, chosen: Selection) -> html.Div:
    """Table 1 as a reader knows it: a row per indicator, a column per party."""
    heads = [
        say("column.label", chosen.lang),
        say("column.unit", chosen.lang),
        say("column.year", chosen.lang),
        *(name_of(data, code, chosen.lang) for code in codes(data, chosen.region).values()),
    ]
    head = html.Thead(
        html.Tr(
            [
                html.Th(text, scope="col", className="number" if place > 1 else None)
                for place, text in enumerate(heads)
            ]
        )
    )
    body = [
        part
        for block, group in groupby(rows.to_dict("records"), itemgetter("block"))
        for part in block_rows(str(block), list(group), chosen.lang)
    ]
    box = html.Table([head, html.Tbody(body)], className="rows table1")
    return figures.scroll_box(box, say("economy.table1.label", chosen.lang))


def block_rows(block: str, rows: list[dict[str, Any]], language: str) -> list[html.Tr]:
    """A block's heading and its rows."""
    title = html.Tr(
        html.Th(say(f"economy.block.{block}", language), colSpan=6, scope="colgroup", className="block")
    )
    return [title, *(line(list(group), language) for _, group in groupby(rows, itemgetter("indicator")))]


def line(parties: list[dict[str, Any]], language: str) -> html.Tr:
    """One indicator: what it is, and its value for each party."""
    first = parties[0]
    return html.Tr(
        [
            html.Th(first["label"], scope="row"),
            html.Td(first["unit"]),
            html.Td(str(first["year"]), className="number"),
            *(cell(value, language) for value in parties),
        ]
    )


def cell(value: dict[str, Any], language: str) -> html.Td:
    """One value with its standing; under it the current one where it differs."""
    standing = value["standing"]
    now = (
        html.Span(
            say("economy.table1.current", language, value=number(value["current"], language, 0)),
            className="current",
            **{"data-standing": "published"},
        )
        if differs_today(value)
        else None
    )
    return html.Td(
        [html.Span(value_text(value, language)), now], className="number", **{"data-standing": standing}
    )


def value_text(value: dict[str, Any], language: str) -> str:
    """A number as the table prints it, or what stands in its place."""
    if not is_number(value["value"]):
        return say(f"standing.short.{value['standing']}", language)
    if abs(value["value"]) >= 1000:
        return number(value["value"], language, 0)
    return number(value["value"], language, 1 if value["unit"].startswith("%") else None)


def differs_today(value: dict[str, Any]) -> bool:
    """Whether the publisher's current value is another than the printed one, beyond rounding."""
    if value["standing"] != "printed" or not is_number(value["current"]):
        return False
    return bool(abs(value["current"] - value["value"]) > 0.0005 * abs(value["value"]))
