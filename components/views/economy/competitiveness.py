"""Competitiveness: the score and rank as printed, what the paper says in words, and the raw indicators
under the index."""

from functools import cache
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.errata import erratum_sentences
from components.charts.naming import name_of
from components.charts.result import ChartResult
from components.i18n.numbers import number
from components.i18n.text import count_or_none, listing, say, share_key
from components.state.selection import ALL, Selection
from components.views.economy.headlines import blanks
from components.views.economy.innovation import area_note
from components.views.economy.positions import position_figure
from components.views.pack_charts import pack_chart, region_of, sources_of, value_text
from data import Data, Pack, queries
from data.statistics import weighted_means

EDITION, NAMED = 2022, 4
CONTEXT = ("context",)


@pack_chart("competitiveness")
def competitiveness_printed(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Score and rank, and the dimensions in words."""
    table = pack.tables["competitiveness"]
    rows = table.assign(
        label=table[f"name_{chosen.lang}"], unit=table[f"unit_{chosen.lang}"], region=table["geo"]
    )[["indicator", "label", "region", "year", "value", "unit", "place", "standing", "source", "note"]]
    statements = pack.rows("competitiveness_statements")
    facts = [
        fact(data, row, chosen)
        for row in rows[rows["region"].isin([pack.region, pack.country])].to_dict("records")
    ]
    words = region_of(data, chosen)
    notes = (
        *erratum_sentences(pack, [*rows["note"], *statements["note"]], chosen.lang),
        say("economy.competitiveness.pillars", chosen.lang),
    )
    return ChartResult(
        html.Div([html.Dl(facts, className="facts"), *claims(statements, words, chosen.lang)]),
        rows.drop(columns="indicator"),
        sources_of(pack, rows),
        printed_sentence(rows, chosen, words),
        notes,
        words,
    )


def claims(statements: pd.DataFrame, words: dict[str, Any], language: str) -> list[Component]:
    """What the paper says of the dimensions, under a heading of its own."""
    if statements.empty:
        return []
    items = [claim(row, words, language) for row in statements.to_dict("records")]
    return [html.H4(say("economy.competitiveness.words", language)), html.Ul(items, className="ranked")]


def printed_sentence(rows: pd.DataFrame, chosen: Selection, words: dict[str, Any]) -> str:
    """The region's newest score with its rank, as far as they are printed."""
    own = rows[(rows["region"] == chosen.region) & rows["value"].notna()].sort_values("year", kind="stable")
    scores = own[own["indicator"] == "score"]
    if scores.empty:
        return say("economy.competitiveness_printed.count", chosen.lang, **words, count=len(rows))
    score = scores.iloc[-1]
    ranks = own[(own["indicator"] == "rank") & (own["year"] == score["year"])]
    template_args = {"score": number(score["value"], chosen.lang, 1), "year": score["year"]}
    if ranks.empty:
        return say("economy.competitiveness_printed.score", chosen.lang, **words, **template_args)
    rank = ranks.iloc[-1]
    place = {"rank": number(rank["value"], chosen.lang, 0), "of": rank["unit"]}
    return say("economy.competitiveness_printed.summary", chosen.lang, **words, **template_args, **place)


def fact(data: Data, row: dict[str, Any], chosen: Selection) -> html.Div:
    """One number with its year and standing."""
    where = "" if row["region"] == chosen.region else f" ({name_of(data, str(row['region']), chosen.lang)})"
    return html.Div(
        [
            html.Dt(f"{row['label']}{where}, {row['year']}"),
            html.Dd([html.Strong(value_text(row, chosen.lang)), f" {row['unit']}"]),
        ],
        **{"data-standing": row["standing"]},
    )


def claim(row: dict[str, Any], words: dict[str, Any], language: str) -> html.Li:
    """What the paper says of one dimension against the country and against the EU."""
    against = say(
        "economy.competitiveness.claim",
        language,
        **words,
        national=say(f"value.relation.{row['against_country']}", language),
        eu=say(f"value.relation.{row['against_eu']}", language),
    )
    return html.Li(
        [html.Strong(str(row[f"name_{language}"])), html.Span(against, className="amount")],
        **{"data-standing": row["standing"]},
    )


def raw_codes(data: Data, pillar: str) -> list[str]:
    """The raw indicators of one pillar, or of all."""
    return [
        code
        for code, indicator in data.indicators.items()
        if code.startswith("rci_") and indicator.group not in CONTEXT and pillar in (ALL, indicator.group)
    ]


def raw_row(data: Data, code: str, chosen: Selection) -> dict[str, Any] | None:
    """One raw indicator of a region: value, country's and Union's population-weighted means, rank, and the
    rank between 0 and 100."""
    indicator = data.indicators[code]
    found = queries.value_at(data, code, chosen.region, EDITION)
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
    values = queries.with_ranks(data, code, EDITION)["value"]
    weights = queries.with_ranks(data, "rci_population", EDITION)["value"]
    countries = data.regions["country"].reindex(values.index)
    union = pd.Series(queries.UNION, index=values.index)
    return {
        **weighted_means(values, weights, countries).to_dict(),
        **weighted_means(values, weights, union).to_dict(),
    }


def at_position(rows: pd.DataFrame, position: float, language: str) -> str:
    """The indicators that share a position, in a row: the first of them by name where they are many."""
    labels = rows.loc[rows["value"] == position, "label"].tolist()
    more = [say("compare.more", language, count=len(labels) - NAMED)] if len(labels) > NAMED + 1 else []
    return listing([*labels[:NAMED], *more] if more else labels, language)


def competitiveness_raw(data: Data, chosen: Selection) -> ChartResult:
    """The raw indicators under the index: where the region stands among all, with the means it can be held
    against."""
    codes = raw_codes(data, chosen.pillar)
    found = [row for code in codes if (row := raw_row(data, code, chosen)) is not None]
    words = blanks(data, chosen)
    if not found:
        text = say("economy.competitiveness_raw.none", chosen.lang, **words)
        return ChartResult(figures.empty_state(text), pd.DataFrame(), blanks=words)
    rows = pd.DataFrame(found).sort_values("value", ascending=False, kind="stable", ignore_index=True)
    upper = int((rows["value"] >= 50).sum())
    more = {
        "upper": upper,
        "of": len(rows),
        "best": at_position(rows, rows["value"].max(), chosen.lang),
        "least": at_position(rows, rows["value"].min(), chosen.lang),
        "national": count_or_none(int(rows["national"].sum()), "opening", chosen.lang),
    }
    return ChartResult(
        position_figure(rows, chosen, None),
        rows,
        tuple(data.indicators[code] for code in rows["key"]),
        say(
            share_key("economy.competitiveness_raw.summary", upper, len(rows)),
            chosen.lang,
            **words,
            **more,
        ),
        (say("economy.raw.method", chosen.lang), *area_note(data, str(rows["region"].iloc[0]), chosen)),
        words,
        {"own": 2, "country_mean": 2, "union_mean": 2, "value": 0},
    )
