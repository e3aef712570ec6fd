"""What every tab that tells a pack's facts needs: the pack of the chosen region, or the words that there is
none; pages as links; what a chart says of filters that do not reach it."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.naming import name_of
from components.charts.result import ChartResult
from components.charts.result_cache import Chart
from components.i18n.text import listing, say
from components.state.selection import DEFAULTS, Selection, to_url
from data import Data, Pack
from data.records import PackSource

PackChart = Callable[[Pack, Data, Selection], ChartResult]


def packed(chart: PackChart) -> Callable[[Data, Selection], ChartResult]:
    """A chart of a pack's facts, as a chart of any region: without a pack it says that the paper covers
    others."""

    def picture(data: Data, chosen: Selection) -> ChartResult:
        pack = data.packs.get(chosen.region)
        return no_pack(data, chosen) if pack is None else chart(pack, data, chosen)

    picture.__name__, picture.__doc__ = chart.__name__, chart.__doc__
    return picture


def no_pack(data: Data, chosen: Selection) -> ChartResult:
    """That the paper covers other regions, with the way to them."""
    covered = {code: name_of(data, code, chosen.lang) for code in data.packs}
    words = {
        "region": name_of(data, chosen.region, chosen.lang),
        "covered": listing(list(covered.values()), chosen.lang),
    }
    ways = [
        html.A(
            say("pack.see", chosen.lang, region=name),
            href=to_url(chosen.but(region=code)),
            **{"data-nav": "mark"},
        )
        for code, name in covered.items()
    ]
    return ChartResult(
        figures.nothing(say("pack.none", chosen.lang, **words), *ways),
        pd.DataFrame(),
        blanks=words,
        covered=False,
    )


def sources_of(pack: Pack, rows: pd.DataFrame) -> tuple[PackSource, ...]:
    """The sources that the rows name, in order of appearance."""
    keys = dict.fromkeys(key for names in rows["source"] for key in str(names).split())
    return tuple(pack.sources[key] for key in keys)


def region_of(data: Data, chosen: Selection) -> dict[str, Any]:
    """The region's name, for questions and sentences."""
    return {"region": name_of(data, chosen.region, chosen.lang)}


def inferences(rows: pd.DataFrame, language: str) -> tuple[str, ...]:
    """What is inferred in the rows, and from what; each sentence once."""
    inferred = rows.loc[rows["standing"] == "inferred", f"inference_{language}"]
    return tuple(dict.fromkeys(str(sentence) for sentence in inferred))


def table_notes(pack: Pack, language: str, *tables: str) -> tuple[str, ...]:
    """What the records of some tables say that a reader must know."""
    return tuple(str(notes[language]) for table in tables if (notes := pack.records[table].notes))


def unfiltered(chart: Chart, filters: tuple[str, ...]) -> Chart:
    """The same chart; while any of `filters` is in use, it says that they do not change it."""

    @wraps(chart)
    def picture(data: Data, chosen: Selection) -> ChartResult:
        drawn = chart(data, chosen)
        in_use = any(getattr(chosen, name) != DEFAULTS[name] for name in filters)
        if not in_use or drawn.rows.empty:
            return drawn
        return replace(drawn, notes=(say("filters.not_reached", chosen.lang), *drawn.notes))

    return picture


def page_links(addresses: str, language: str) -> Component | None:
    """The pages that something was found on, as links by the names of their hosts."""
    pages = addresses.split()
    if not pages:
        return None
    links = [part for page in pages for part in (" ", page_link(page))]
    return html.Span([say("pack.pages", language), *links], className="what pages")


def page_link(address: str, *, short: bool = True) -> html.A:
    """One page as a link: by its host, or by its whole address; the accessible name is always whole."""
    whole = address.partition("://")[2].rstrip("/")
    text = urlsplit(address).netloc.removeprefix("www.") if short else whole
    return html.A(
        text,
        href=address,
        rel="noopener noreferrer",
        target="_blank",
        **{"aria-label": whole} if short else {},
    )
