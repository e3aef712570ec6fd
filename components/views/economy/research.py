"""Research and development: expenditure against what was aimed at, and over the years."""

import pandas as pd

from components import figures
from components.charts.errata import noted
from components.charts.naming import name_of
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.text import say
from components.state.selection import Selection
from components.views.economy.comparison import trend_of
from components.views.economy.headlines import blanks
from components.views.packed import inferences
from data import Data, queries

PARTY = {"ITC4": "home", "IT": "country", queries.UNION: "union"}


def research_targets(data: Data, chosen: Selection) -> ChartResult:
    """Total, public and private R&D against Italy, the Union and the target."""
    pack = data.packs.get(chosen.region)
    words = blanks(data, chosen)
    if pack is None:
        return ChartResult(
            figures.nothing(say("economy.research_targets.none", chosen.lang, **words)),
            pd.DataFrame(),
            (),
            "",
            (),
            words,
        )
    table = pack.tables["research"]
    party = (
        table["geo"]
        .map({pack.region: "home", pack.country: "country", queries.UNION: "union"})
        .where(table["measure"] == "actual", "target")
    )
    label = [say(f"economy.research.{sector}", chosen.lang) for sector in table["sector"]]
    rows = table.assign(label=label, party=party, region=table["geo"], unit=table[f"unit_{chosen.lang}"])
    drawn = rows[(rows["year"] == 2021) | (rows["party"] == "target")]
    look = Look(chosen.theme, chosen.lang, drawn["unit"].iloc[0], 2)
    names = {
        **{party: name_of(data, code, chosen.lang) for code, party in PARTY.items()},
        "target": say("economy.research.target", chosen.lang),
    }
    before = rows[(rows["year"] == 2015) & (rows["sector"] == "private")]["value"].iloc[0]
    value = {(one.sector, one.party): one.value for one in drawn.itertuples()}
    told = {
        name: look.number(value[key])
        for name, key in {
            "total": ("total", "home"),
            "private": ("private", "home"),
            "target": ("private", "target"),
            "public": ("public", "home"),
            "aim": ("public", "target"),
        }.items()
    }
    summary = say(
        "economy.research_targets.summary", chosen.lang, **words, **told, before=look.number(before)
    )
    shown = drawn[["label", "region", "party", "year", "value", "unit", "place", "standing", "note"]]
    notes = (
        say("economy.research.since", chosen.lang, before=look.number(before)),
        *inferences(drawn, chosen.lang),
        *noted(pack, rows["note"], chosen.lang),
    )
    return ChartResult(
        figures.against(drawn, look, names), shown, (pack.sources["paper"],), summary, notes, words, 2
    )


def research_trend(data: Data, chosen: Selection) -> ChartResult:
    """R&D expenditure over the years, as Eurostat publishes it today."""
    return trend_of(data, chosen, "gerd")
