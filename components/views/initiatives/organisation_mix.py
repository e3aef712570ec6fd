"""Which organisations of a region take part in the framework programme, and how much of its country's money could be
placed in a region at all."""

from typing import Any

import pandas as pd

from components import figures
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.numbers import number
from components.i18n.text import say
from components.state.selection import Selection
from components.views.partner_network import Network, network, none_placed
from data import Data, partners, queries


def organisation_types(data: Data, chosen: Selection) -> ChartResult:
    """Participations by type of organisation, against the Union's mix."""
    now = network(data, chosen)
    found = partners.by_type(data, chosen.region, now.programme)
    if found.empty:
        return none_placed(now)
    total = found["participations"].sum()
    mix = union_mix(now)
    rows = found.assign(
        label=[say(f"organisation_type.{kind}", chosen.lang) for kind in found["type"]],
        expected=[total * mix[kind] for kind in found["type"]],
        standing="recomputed",
    )
    drawn = rows.assign(key=rows["type"], value=rows["participations"]).sort_values("value", ascending=False)
    look = Look(
        chosen.theme,
        chosen.lang,
        say("unit.participations", chosen.lang),
        0,
        say("unit.participation", chosen.lang),
    )
    names = (say("network.types.bar", chosen.lang), say("network.types.expected", chosen.lang))
    first = drawn.iloc[0]
    everyone = partners.figures(data, now.programme, partners.ALL).loc[chosen.region]
    summary = say(
        "network.types.summary",
        chosen.lang,
        **now.blanks,
        **{
            name: number(everyone[name], chosen.lang, 0)
            for name in ("participations", "projects", "organisations")
        },
        million=number(everyone["eur"] / 1e6, chosen.lang, 1),
        first=first["label"],
        part=number(100 * first["value"] / total, chosen.lang, 0),
        mix=number(100 * mix[first["type"]], chosen.lang, 0),
    )
    columns = [
        "label",
        "participations",
        "projects",
        "organisations",
        "coordinated",
        "eur",
        "expected",
        "standing",
    ]
    return ChartResult(
        figures.expected(drawn, look, names=names),
        drawn[columns],
        (now.source,),
        f"{summary} {now.coverage(partners.ALL)}",
        (say("network.seats", chosen.lang),),
        now.blanks,
        {"eur": 0, "expected": 1},
    )


def union_mix(now: Network) -> dict[str, float]:
    """The part of each type in all participations that could be placed in the 27 countries."""
    counts: dict[str, Any] = {
        kind: partners.figures(now.data, now.programme, kind)["participations"].sum()
        for kind in partners.TYPES
    }
    return {kind: float(count / sum(counts.values())) for kind, count in counts.items()}


def placed_share(data: Data, chosen: Selection) -> ChartResult:
    """How much of the country's money could be placed in a region, by type of organisation."""
    now = network(data, chosen)
    country = queries.country(data, chosen.region)
    found = {kind: partners.coverage(data, country, now.programme, kind) for kind in partners.TYPES}
    rows = pd.DataFrame(
        [
            {
                "key": kind,
                "label": say(f"organisation_type.{kind}", chosen.lang),
                "region": country,
                "participations": one.participations,
                "value": 100 * one.share,
                "expected": 100 * partners.union_coverage(data, now.programme, kind),
                "standing": "recomputed",
            }
            for kind, one in found.items()
            if one
        ]
    ).sort_values("value", ascending=False, ignore_index=True)
    look = Look(chosen.theme, chosen.lang, say("unit.placed", chosen.lang), 0)
    names = (
        say("network.placed.bar", chosen.lang, **now.blanks),
        say("network.placed.expected", chosen.lang),
    )
    least = rows.loc[rows["value"].idxmin()]
    summary = say(
        "network.placed.summary",
        chosen.lang,
        **now.blanks,
        least=least["label"],
        value=look.number(least["value"]),
    )
    return ChartResult(
        figures.expected(rows, look, names=names),
        rows.drop(columns="key"),
        (now.source,),
        f"{now.coverage(partners.ALL)} {summary}",
        (say("network.placed.note", chosen.lang), say("network.seats", chosen.lang)),
        now.blanks,
        {"value": 1, "expected": 1},
    )
