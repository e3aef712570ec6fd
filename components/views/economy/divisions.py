"""In which of 68 sectors a region is specialised, services included: the strongest quotients of 2014."""

from components import figures
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.numbers import number
from components.i18n.text import listing, say
from components.state.selection import Selection
from components.views.clusters.agglomerations import (
    DECIMALS,
    division_name,
    limit_name,
    reason,
    region_words,
    scope_notes,
    shown,
    sources,
    without,
)
from data import Data, clustering

SHOWN, LEAST = 20, 0.1


def division_quotients(data: Data, chosen: Selection) -> ChartResult:
    """The highest quotients among the divisions with at least a thousandth of the region's persons employed; those
    that pass the rule carry the accent."""
    year = clustering.ALL_SECTORS
    words = region_words(data, chosen)
    area = clustering.area(data, chosen.region, year)
    if not area:
        return without(f"clusters.sectors_here.{reason(data, chosen.region)}", chosen, words)
    every = clustering.of_region(data, area, year)
    passing = (every["quotient"] > chosen.lq) & (every["share"] >= chosen.share)
    rows = every.assign(agglomeration=passing)[every["share"] >= LEAST].head(SHOWN).reset_index(drop=True)
    table = shown(data, rows, year, chosen.lang)
    look = Look(chosen.theme, chosen.lang, say("unit.lq", chosen.lang), 2)
    limits = {"lq": number(chosen.lq, chosen.lang, None), "share": number(chosen.share, chosen.lang, None)}
    texts = [look.number(value) for value in table["value"]]
    drawn = table.assign(text=texts, accent=table["agglomeration"])
    figure = figures.against_limit(drawn, look, limit=chosen.lq, name=limit_name(chosen))
    above = every[(every["quotient"] > chosen.lq) & (every["share"] >= LEAST)]
    first = [division_name(data, code, chosen.lang) for code in rows["division"].head(3)]
    text = say(
        "economy.division_quotients.summary",
        chosen.lang,
        **words,
        **limits,
        year=year,
        names=listing(first, chosen.lang),
        above=len(above),
        passing=int(passing.sum()),
        of=int((every["share"] >= LEAST).sum()),
    )
    return ChartResult(
        figure,
        table.drop(columns="key"),
        sources(data, year),
        text,
        (
            say("economy.division_quotients.shown", chosen.lang, count=len(table)),
            *scope_notes(data, chosen.region, year, chosen.lang),
        ),
        words,
        DECIMALS,
    )
