"""Which divisions cluster in the same regions as one division, marked where the chosen region has both."""

import pandas as pd

from components import figures
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.numbers import number, whole_percent
from components.i18n.text import listing, say
from components.state.selection import Selection
from components.views.clusters.agglomerations import (
    division_name,
    region_words,
    sources,
)
from components.views.clusters.divisions import division_of, words_of
from data import Data, clustering

TOGETHER, NAMED = 10, 5


def co_located(data: Data, chosen: Selection) -> ChartResult:
    """The divisions that are most often specialisations of the same regions as the chosen one; those of the chosen
    region carry the accent."""
    division, year = division_of(data, chosen), clustering.ALL_SECTORS
    pairs = clustering.proximity(data, year, chosen.lq)
    found = pairs[(pairs["first"] == division) & (pairs["both"] > 0)]
    rows = found.sort_values(["proximity", "both"], ascending=False).head(TOGETHER).reset_index(drop=True)
    words = words_of(data, chosen)
    if rows.empty:
        return ChartResult(
            figures.empty_state(say("clusters.co_located.none", chosen.lang, **words)), rows, blanks=words
        )
    matrix = clustering.specialisation_matrix(data, year, chosen.lq)
    own = clustering.area(data, chosen.region, year)
    here = set(matrix.columns[matrix.loc[own] == 1]) if own in matrix.index else set()
    table = rows.assign(
        key=rows["second"],
        label=[division_name(data, code, chosen.lang) for code in rows["second"]],
        year=year,
        value=100 * rows["proximity"],
        here=rows["second"].isin(here),
        standing="recomputed",
    )
    columns = ["label", "year", "both", "first_count", "second_count", "value", "here", "standing"]
    look = Look(chosen.theme, chosen.lang, say("unit.proximity", chosen.lang), 0)
    marks = table.assign(text=[look.number(value) for value in table["value"]], accent=table["here"])
    figure = figures.against_limit(marks, look, limit=0, name="", leads="division")
    return ChartResult(
        figure,
        table[columns],
        sources(data, year),
        together_sentence(data, table, chosen),
        (
            say("clusters.co_located.method", chosen.lang, lq=number(chosen.lq, chosen.lang, None)),
            *own_pairs(data, own, year, chosen),
        ),
        words,
        {"value": 0},
    )


def together_sentence(data: Data, table: pd.DataFrame, chosen: Selection) -> str:
    """Which division goes most often with the chosen one, in how many regions, and which of those shown are here."""
    first = table.iloc[0]
    here = table.loc[table["here"], "label"].tolist()
    words = {
        **words_of(data, chosen),
        "first": first["label"],
        "both": int(first["both"]),
        "percent": whole_percent(first["value"], chosen.lang),
        "names": listing(here[:NAMED], chosen.lang),
        "lq": number(chosen.lq, chosen.lang, None),
    }
    return say("clusters.co_located.here" if here else "clusters.co_located.nowhere", chosen.lang, **words)


def own_pairs(data: Data, own: str, year: int, chosen: Selection) -> tuple[str, ...]:
    """The pairs of the region's own specialisations that most often go together over Europe."""
    pairs = clustering.co_located(data, own, year, least_quotient=chosen.lq).head(3)
    if pairs.empty:
        return ()
    names = [
        say(
            "clusters.pair",
            chosen.lang,
            first=division_name(data, row["first"], chosen.lang),
            second=division_name(data, row["second"], chosen.lang),
            both=row["both"],
        )
        for row in pairs.to_dict("records")
    ]
    return (
        say("clusters.co_located.pairs", chosen.lang, **region_words(data, chosen), pairs="; ".join(names)),
    )
