"""What every view of a pack's facts needs: which tables a chart needs, and the reason where a region has none of it;
sources and notes of rows; pages as links; what a chart says of filters that do not reach it."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.naming import name_of
from components.charts.result import ChartResult
from components.charts.result_cache import Chart
from components.i18n.numbers import number
from components.i18n.text import say
from components.render.web_link import web_link, without_scheme
from components.state.selection import DEFAULTS, Selection, without_foreign_filters
from data import Data, Pack, queries
from data.pack_records import PackSource

PackChart = Callable[[Pack, Data, Selection], ChartResult]


def pack_chart(*tables: str) -> Callable[[PackChart], Chart]:
    """Makes a chart of a pack's facts a chart of any region: drawn where the region's pack has rows in all of these
    tables, else the reason why it is not."""

    def decorated(chart: PackChart) -> Chart:
        def chart_of_region(data: Data, chosen: Selection) -> ChartResult:
            pack = data.packs.get(chosen.region)
            if pack is None or not pack.has(*tables):
                return not_in_pack(data, chosen)
            return chart(pack, data, without_foreign_filters(pack, chosen))

        chart_of_region.__name__, chart_of_region.__doc__ = chart.__name__, chart.__doc__
        vars(chart_of_region)["needs"] = tables
        return chart_of_region

    return decorated


def pack_with(data: Data, region: str, *tables: str) -> Pack | None:
    """The pack of a region, if it has rows in all of these tables."""
    pack = data.packs.get(region)
    return pack if pack and pack.has(*tables) else None


def not_in_pack(data: Data, chosen: Selection) -> ChartResult:
    """Why a region does not have a chart: nobody has made a pack of it, or its pack says nothing of the kind."""
    pack, blanks = data.packs.get(chosen.region), region_of(data, chosen)
    text = (
        say("pack.none", chosen.lang, **blanks)
        if pack is None
        else say("pack.without", chosen.lang, title=pack.title[chosen.lang], **blanks)
    )
    return ChartResult(figures.empty_state(text), pd.DataFrame(), blanks=blanks, covered=False)


def sources_of(pack: Pack, rows: pd.DataFrame) -> tuple[PackSource, ...]:
    """The sources that the rows name in `source` (keys separated by spaces), in order of appearance."""
    keys = dict.fromkeys(key for names in rows["source"].fillna("") for key in str(names).split())
    return tuple(pack.sources[key] for key in keys)


def region_of(data: Data, chosen: Selection) -> dict[str, Any]:
    """The names of the region and of its country, for questions and sentences."""
    country = queries.country(data, chosen.region)
    return {
        "region": name_of(data, chosen.region, chosen.lang),
        "country": name_of(data, country, chosen.lang),
    }


def inferences(rows: pd.DataFrame, language: str) -> tuple[str, ...]:
    """What is inferred in the rows of a pack's table, and from what (`standing`, `inference_LANGUAGE`); each sentence
    once."""
    inferred = rows.loc[rows["standing"] == "inferred", f"inference_{language}"]
    return tuple(dict.fromkeys(str(sentence) for sentence in inferred if sentence))


def names_of(pack: Pack, codes: pd.Series, table: str, key: str, language: str) -> list[str]:
    """What another table of the pack calls each code; the code itself where it does not."""
    names = pack.rows(table).set_index(key)[f"name_{language}"].to_dict()
    return [str(names.get(code, code)) for code in codes]


def table_notes(pack: Pack, language: str, *tables: str) -> tuple[str, ...]:
    """What the records of some tables say that a reader must know."""
    records = [pack.records[table] for table in tables if pack.has(table)]
    return tuple(str(record.notes[language]) for record in records if record.notes)


def column_errata(pack: Pack, table: str, column: str) -> list[str]:
    """The errata that touch a whole column of a table."""
    return [pack.records[table].errata.get(column, "")] if pack.has(table) else []


def value_text(row: dict[str, Any], language: str, decimals: int | None = None) -> str:
    """The value of a pack's row as a number; its standing in words where no source gives it."""
    if row["value"] == row["value"]:
        return number(row["value"], language, decimals)
    return say(f"standing.short.{row['standing']}", language)


def with_filter_note(chart: Chart, filters: tuple[str, ...]) -> Chart:
    """The same chart; while any of `filters` is in use, it says that they do not change it."""

    @wraps(chart)
    def chart_with_note(data: Data, chosen: Selection) -> ChartResult:
        result = chart(data, chosen)
        in_use = any(getattr(chosen, name) != DEFAULTS[name] for name in filters)
        if not in_use or result.rows.empty:
            return result
        return replace(result, notes=(say("filters.not_reached", chosen.lang), *result.notes))

    return chart_with_note


def page_links(addresses: str, language: str) -> Component | None:
    """The pages that something was found on, as links by the names of their hosts."""
    pages = addresses.split()
    if not pages:
        return None
    links = [part for page in pages for part in (" ", page_link(page))]
    return html.Span([say("pack.pages", language), *links], className="what pages")


def page_link(address: str, *, short: bool = True) -> Component:
    """One page as a link: by its host, or by its whole address; the accessible name is always whole."""
    shortened = without_scheme(address)
    if not short:
        return web_link(address, shortened)
    host = shortened.partition("/")[0].removeprefix("www.")
    return web_link(address, host or address, **{"aria-label": shortened})
