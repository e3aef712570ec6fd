"""In which of 68 sectors a region is specialised, services included: the strongest quotients of 2014."""

from typing import Any

import pandas as pd

from components import figures
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.numbers import number
from components.i18n.text import listing, say
from components.state.selection import Selection
from components.views.clusters.agglomerations import (
    decimals_for,
    division_name,
    limit_name,
    quotient_text,
    reason,
    region_words,
    rows_to_show,
    scope_notes,
    sentence_result,
    sources,
)
from data import Data, clustering

MOST_ROWS, LEAST = 20, 0.1


def division_quotients(data: Data, chosen: Selection) -> ChartResult:
    """The highest quotients among the divisions with at least a thousandth of the region's persons employed; those
    that pass the rule carry the accent."""
    year = clustering.ALL_SECTORS
    words = region_words(data, chosen)
    area = clustering.area(data, chosen.region, year)
    if not area:
        return sentence_result(f"clusters.sectors_here.{reason(data, chosen.region)}", chosen, words)
    every = clustering.of_region(data, area, year)
    every = every[every["share"] >= LEAST]
    every = every.assign(agglomeration=(every["quotient"] > chosen.lq) & (every["share"] >= chosen.share))
    table = rows_to_show(data, every.head(MOST_ROWS).reset_index(drop=True), year, chosen.lang)
    return ChartResult(
        quotients_figure(table, chosen),
        table.drop(columns="key"),
        sources(data, year),
        quotients_sentence(data, every, chosen, words),
        (
            say("economy.division_quotients.shown", chosen.lang, count=len(table)),
            *scope_notes(data, chosen.region, year, chosen.lang),
        ),
        words,
        decimals_for(table, chosen),
    )


def quotients_figure(table: pd.DataFrame, chosen: Selection) -> dict[str, Any]:
    """Bars from the highest quotient, with the limit that the reader has chosen."""
    look = Look(chosen.theme, chosen.lang, say("unit.lq", chosen.lang), 2)
    bars = table.assign(
        text=[quotient_text(value, chosen) for value in table["value"]], accent=table["agglomeration"]
    )
    return figures.against_limit(bars, look, limit=chosen.lq, name=limit_name(chosen))


def quotients_sentence(data: Data, every: pd.DataFrame, chosen: Selection, words: dict[str, Any]) -> str:
    """The three highest quotients, how many lie above the limit and how many pass the rule."""
    first = [division_name(data, code, chosen.lang) for code in every["division"].head(3)]
    return say(
        "economy.division_quotients.summary",
        chosen.lang,
        **words,
        lq=number(chosen.lq, chosen.lang, None),
        share=number(chosen.share, chosen.lang, None),
        year=clustering.ALL_SECTORS,
        names=listing(first, chosen.lang),
        above=int((every["quotient"] > chosen.lq).sum()),
        passing=int(every["agglomeration"].sum()),
        of=len(every),
    )
