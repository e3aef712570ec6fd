"""Which organisations of a region take part in the framework programme, and how much of its country's money could be
placed in a region at all."""

from typing import Any

import pandas as pd

from components import figures
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.numbers import number, number_in_words, whole_percent
from components.i18n.text import say
from components.state.selection import Selection
from components.views.partner_network import Network, network, none_placed
from data import Data, partners, queries

TYPE_COLUMNS = [
    *("label", "participations", "projects", "organisations", "coordinated", "eur", "expected", "standing")
]


def organisation_types(data: Data, chosen: Selection) -> ChartResult:
    """Participations by type of organisation, against the Union's mix."""
    now = network(data, chosen)
    by_type = partners.by_type(data, chosen.region, now.programme)
    if by_type.empty:
        return none_placed(now)
    total, mix = by_type["participations"].sum(), union_mix(now)
    rows = by_type.assign(
        key=by_type["type"],
        label=[say(f"organisation_type.{kind}", chosen.lang) for kind in by_type["type"]],
        value=by_type["participations"],
        expected=[total * mix[kind] for kind in by_type["type"]],
        standing="recomputed",
    ).sort_values("value", ascending=False)
    units = [say(f"unit.{name}", chosen.lang) for name in ("participations", "participation")]
    look = Look(chosen.theme, chosen.lang, units[0], 0, units[1])
    names = (say("network.types.bar", chosen.lang), say("network.types.expected", chosen.lang))
    return ChartResult(
        figures.bars_with_expected(rows, look, names=names),
        rows[TYPE_COLUMNS],
        (now.source,),
        f"{types_sentence(now, rows, mix)} {now.coverage(partners.ALL)}",
        (say("network.seats", chosen.lang),),
        now.blanks,
        {"eur": 0, "expected": 1},
    )


def types_sentence(now: Network, rows: pd.DataFrame, mix: dict[str, float]) -> str:
    """All participations of the region, and the share of the commonest type beside its share in the Union."""
    lang = now.chosen.lang
    everyone = partners.figures(now.data, now.programme, partners.ALL).loc[now.chosen.region]
    first = rows.iloc[0]
    return say(
        "network.types.summary",
        lang,
        **now.blanks,
        **{name: number(everyone[name], lang, 0) for name in ("participations", "projects", "organisations")},
        money=number_in_words(everyone["eur"] / 1e6, lang, say("unit.million_eur", lang))
        if everyone["eur"]
        else say("network.no_money", lang),
        first=first["label"],
        part=number(100 * first["value"] / rows["value"].sum(), lang, 0),
        mix=whole_percent(100 * mix[first["type"]], lang),
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
    rows = placed_rows(now)
    look = Look(chosen.theme, chosen.lang, say("unit.placed", chosen.lang), 0)
    names = (
        say("network.placed.bar", chosen.lang, **now.blanks),
        say("network.placed.expected", chosen.lang),
    )
    least = rows.loc[rows["value"].idxmin()]
    blanks = {**now.blanks, "least": least["label"], "value": look.number(least["value"])}
    return ChartResult(
        figures.bars_with_expected(rows, look, names=names),
        rows.drop(columns="key"),
        (now.source,),
        f"{now.coverage(partners.ALL)} {say('network.placed.summary', chosen.lang, **blanks)}",
        (say("network.placed.note", chosen.lang), say("network.seats", chosen.lang)),
        now.blanks,
        {"value": 1, "expected": 1},
    )


def placed_rows(now: Network) -> pd.DataFrame:
    """The placed share of the country's and of the Union's money, by type of organisation, from the highest."""
    country = queries.country(now.data, now.chosen.region)
    coverage = {kind: partners.coverage(now.data, country, now.programme, kind) for kind in partners.TYPES}
    return pd.DataFrame(
        [
            {
                "key": kind,
                "label": say(f"organisation_type.{kind}", now.chosen.lang),
                "region": country,
                "participations": placed.participations,
                "value": 100 * placed.share,
                "expected": 100 * partners.union_coverage(now.data, now.programme, kind),
                "standing": "recomputed",
            }
            for kind, placed in coverage.items()
            if placed
        ]
    ).sort_values("value", ascending=False, ignore_index=True)
