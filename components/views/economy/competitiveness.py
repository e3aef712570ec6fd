"""Competitiveness: the score and rank as printed, what the paper says in words, and the raw indicators
under the index."""

from functools import cache
from typing import Any

import pandas as pd
from dash import html

from components import figures
from components.charts.errata import noted
from components.charts.naming import name_of
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.numbers import number
from components.i18n.text import say
from components.state.selection import ALL, Selection
from components.views.economy.headlines import blanks
from components.views.economy.innovation import area_note
from components.views.packed import sources_of
from data import Data, queries
from data.statistics import weighted_means

EDITION = 2022
CONTEXT = ("context",)


def competitiveness_printed(data: Data, chosen: Selection) -> ChartResult:
    """Score and rank, and the dimensions in words."""
    pack = data.packs.get(chosen.region)
    words = blanks(data, chosen)
    if pack is None:
        return ChartResult(
            figures.nothing(say("economy.competitiveness_printed.none", chosen.lang, **words)),
            pd.DataFrame(),
            (),
            "",
            (),
            words,
        )
    table = pack.tables["competitiveness"]
    rows = table.assign(
        label=table[f"name_{chosen.lang}"], unit=table[f"unit_{chosen.lang}"], region=table["geo"]
    )[["label", "region", "year", "value", "unit", "place", "standing", "source", "note"]]
    said = pack.tables["competitiveness_statements"]
    home = rows[rows["region"].isin([chosen.region, pack.country])]
    facts = [fact(data, one, chosen) for one in home.to_dict("records")]
    claims = [claim(one, chosen.lang) for one in said.to_dict("records")]
    figure = html.Div(
        [
            html.Dl(facts, className="facts"),
            html.H4(say("economy.competitiveness.words", chosen.lang)),
            html.Ul(claims, className="ranked"),
        ]
    )
    sources = sources_of(pack, rows)
    notes = (
        *noted(pack, [*rows["note"], *said["note"]], chosen.lang),
        say("economy.competitiveness.pillars", chosen.lang),
    )
    return ChartResult(
        figure,
        rows,
        sources,
        say(
            "economy.competitiveness_printed.summary",
            chosen.lang,
            **words,
            score=number(103.2 if table.empty else float(table["value"].iloc[0]), chosen.lang, 1),
        ),
        notes,
        words,
    )


def fact(data: Data, one: dict[str, Any], chosen: Selection) -> html.Div:
    """One number with its year and standing."""
    where = "" if one["region"] == chosen.region else f" ({name_of(data, str(one['region']), chosen.lang)})"
    return html.Div(
        [
            html.Dt(f"{one['label']}{where}, {one['year']}"),
            html.Dd([html.Strong(number(one["value"], chosen.lang, None)), f" {one['unit']}"]),
        ],
        **{"data-standing": one["standing"]},
    )


def claim(one: dict[str, Any], language: str) -> html.Li:
    """What the paper says of one dimension against Italy and against the EU."""
    against = say(
        "economy.competitiveness.claim",
        language,
        italy=say(f"value.relation.{one['against_italy']}", language),
        eu=say(f"value.relation.{one['against_eu']}", language),
    )
    return html.Li(
        [html.Strong(str(one[f"name_{language}"])), html.Span(against, className="amount")],
        **{"data-standing": one["standing"]},
    )


def raw_codes(data: Data, pillar: str) -> list[str]:
    """The raw indicators of one pillar, or of all."""
    return [
        code
        for code, one in data.indicators.items()
        if code.startswith("rci_") and one.group not in CONTEXT and pillar in (ALL, one.group)
    ]


def raw_row(data: Data, code: str, chosen: Selection) -> dict[str, Any] | None:
    """One raw indicator of a region: value, country's and Union's population-weighted means, rank, and the
    rank between 0 and 100."""
    indicator = data.indicators[code]
    found = queries.at(data, code, chosen.region, EDITION)
    if found is None:
        return None
    place = queries.places(data, code, EDITION)[found.region]
    country = queries.country(data, chosen.region)
    national = indicator.national or country in indicator.national_in
    return {
        "key": code,
        "label": indicator.short[chosen.lang]
        + (f" {say('economy.raw.national', chosen.lang)}" if national else ""),
        "region": found.region,
        "year": EDITION,
        "own": found.value,
        "country_mean": means(data, code).get(country),
        "union_mean": means(data, code).get(queries.UNION),
        "unit": indicator.unit[chosen.lang],
        "rank": place.rank,
        "of": place.of,
        "value": place.position,
        "national": national,
        "standing": indicator.standing,
    }


@cache
def means(data: Data, code: str) -> dict[str, float]:
    """The population-weighted mean of each country's regions and, under the Union's code, of all;
    population of the same workbook."""
    values = queries.placed(data, code, EDITION)["value"]
    weights = queries.placed(data, "rci_population", EDITION)["value"]
    countries = data.regions["country"].reindex(values.index)
    union = pd.Series(queries.UNION, index=values.index)
    return {
        **weighted_means(values, weights, countries).to_dict(),
        **weighted_means(values, weights, union).to_dict(),
    }


def competitiveness_raw(data: Data, chosen: Selection) -> ChartResult:
    """The raw indicators under the index: where the region stands among all, with the means it can be held
    against."""
    made = [
        one for code in raw_codes(data, chosen.pillar) if (one := raw_row(data, code, chosen)) is not None
    ]
    made.sort(key=lambda one: -one["value"])
    rows = pd.DataFrame(made)
    words = blanks(data, chosen)
    if rows.empty:
        return ChartResult(
            figures.nothing(say("economy.competitiveness_raw.none", chosen.lang, **words)),
            rows,
            (),
            "",
            (),
            words,
        )
    look = Look(chosen.theme, chosen.lang, say("unit.position", chosen.lang), 0)
    texts = [say("economy.raw.rank", chosen.lang, rank=one["rank"], of=one["of"]) for one in made]
    hover = [
        f"{one['label']}: {number(one['own'], chosen.lang, None)} {one['unit']}; {text}"
        for one, text in zip(made, texts, strict=True)
    ]
    figure = figures.positions(rows, look, texts=texts, hover=hover, hollow=rows["national"].tolist())
    told = {
        **words,
        "upper": int((rows["value"] >= 50).sum()),
        "of": len(rows),
        "best": rows["label"].iloc[0],
        "least": rows["label"].iloc[-1],
        "national": int(rows["national"].sum()),
    }
    notes = (say("economy.raw.method", chosen.lang), *area_note(data, str(rows["region"].iloc[0]), chosen))
    decimals = {"own": 2, "country_mean": 2, "union_mean": 2, "value": 0}
    return ChartResult(
        figure,
        rows,
        tuple(data.indicators[code] for code in rows["key"]),
        say("economy.competitiveness_raw.summary", chosen.lang, **told),
        notes,
        words,
        decimals,
    )
