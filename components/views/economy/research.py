"""Research and development: expenditure against what was aimed at, and over the years."""

from typing import Any

import pandas as pd

from components import figures
from components.charts.errata import erratum_sentences
from components.charts.naming import name_of
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.text import say
from components.state.selection import Selection
from components.views.economy.trend import trend_of
from components.views.pack_charts import inferences, pack_chart, region_of, sources_of, table_notes
from data import Data, Pack, queries


@pack_chart("research")
def research_targets(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Total, public and private R&D against the country, the Union and the target."""
    rows = research_rows(pack, chosen.lang)
    newest = newest_rows(rows)
    look = Look(chosen.theme, chosen.lang, newest["unit"].iloc[0], 2)
    codes = {"home": pack.region, "country": pack.country, "union": queries.UNION}
    names: dict[str, str] = {party: name_of(data, code, chosen.lang) for party, code in codes.items()}
    columns = ["label", "region", "party", "year", "value", "unit", "place", "standing", "source", "note"]
    return ChartResult(
        figures.party_dots(newest, look, {**names, "target": say("economy.research.target", chosen.lang)}),
        newest[columns],
        sources_of(pack, newest),
        " ".join(sentences(rows, look, region_of(data, chosen))),
        (
            *inferences(newest, chosen.lang),
            *table_notes(pack, chosen.lang, "research"),
            *erratum_sentences(pack, rows["note"], chosen.lang),
        ),
        region_of(data, chosen),
        2,
    )


def research_rows(pack: Pack, language: str) -> pd.DataFrame:
    """The rows that have a number, each with whose it is: the region's, its country's, the Union's, or a target."""
    table = pack.tables["research"].dropna(subset=["value"])
    parties = {pack.region: "home", pack.country: "country", queries.UNION: "union"}
    party = table["geo"].map(parties).where(table["measure"] == "actual", "target")
    labels = [say(f"economy.research.{sector}", language) for sector in table["sector"]]
    rows = table.assign(label=labels, party=party, region=table["geo"], unit=table[f"unit_{language}"])
    return rows.dropna(subset=["party"])


def newest_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """Of each sector and party, the newest year."""
    last = rows.groupby(["sector", "party"])["year"].transform("max")
    return rows[rows["year"] == last]


def sentences(rows: pd.DataFrame, look: Look, words: dict[str, Any]) -> list[str]:
    """What the region spends in each sector, since when it has changed, and what it aims at."""
    found = []
    for _, group in rows.groupby("sector", sort=False):
        home = group[group["party"] == "home"].sort_values("year")
        if home.empty:
            continue
        last, target = home.iloc[-1], group[group["party"] == "target"]
        template_args = {"sector": last["label"], "value": look.number(last["value"]), "year": last["year"]}
        key = "economy.research_targets.value" if target.empty else "economy.research_targets.aim"
        aim = {} if target.empty else {"aim": look.number(target["value"].iloc[-1])}
        found.append(say(key, look.lang, **words, **template_args, **aim))
    return found or [say("economy.research_targets.none", look.lang, **words)]


def research_trend(data: Data, chosen: Selection) -> ChartResult:
    """R&D expenditure over the years, as Eurostat publishes it today."""
    return trend_of(data, chosen, "gerd")
