"""In what a region is specialised: location quotients recomputed from persons employed, and what the
paper's Tables 2 and 3 say."""

from functools import cache, lru_cache
from typing import Any

import pandas as pd
from dash import html

from components import figures
from components.charts.errata import erratum_sentences
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.numbers import number
from components.i18n.text import listing, say
from components.state.selection import Selection
from components.views.clusters.agglomerations import decimals_for, limit_name, quotient_text
from components.views.economy.ecosystems import quotient_notes
from components.views.economy.headlines import blanks
from components.views.pack_charts import inferences, names_of, pack_chart, region_of, sources_of
from data import Data, Pack, queries
from data.statistics import location_quotients, summed_by_activity

TOTAL = "employed_c"
YEAR = 2022


def activities(data: Data) -> list[str]:
    """The indicators of persons employed by manufacturing division, and their total."""
    return [code for code in data.indicators if code.startswith(TOTAL)]


def quotients_of(data: Data, chosen: Selection) -> pd.DataFrame:
    """Location quotients within manufacturing against the sum of the 27 countries, each marked as passing
    the thresholds or not."""
    rows = region_quotients(data, chosen.region)
    passes = (rows["quotient"] >= chosen.lq) & (rows["share"] >= chosen.share)
    labels = [
        f"{code.removeprefix('employed_').upper()} {data.indicators[code].short[chosen.lang]}"
        for code in rows["activity"]
    ]
    return rows.assign(
        key=rows["activity"],
        label=labels,
        value=rows["quotient"],
        specialised=passes,
        year=YEAR,
        region=chosen.region,
        standing="recomputed",
    )


@lru_cache(maxsize=32)
def region_quotients(data: Data, region: str) -> pd.DataFrame:
    """Every manufacturing division of a region that has a quotient, from the highest."""
    found = {code: queries.value_at(data, code, region, YEAR) for code in sorted(activities(data))}
    home = [(code, value.value) for code, value in found.items() if value]
    employed = pd.DataFrame(home, columns=["activity", "value"])
    return location_quotients(employed, reference(data), total=TOTAL)


@cache
def reference(data: Data) -> pd.DataFrame:
    """Persons employed by activity in the 27 countries together."""
    countries = data.regions.index[data.regions["level"] == "country"]
    return summed_by_activity(data.values, activities(data), countries, YEAR)


QUOTIENT_COLUMNS = [
    *("key", "label", "region", "year", "persons", "share", "reference_share", "value", "specialised"),
    "standing",
]


def quotients(data: Data, chosen: Selection) -> ChartResult:
    """Manufacturing divisions by location quotient; those past both thresholds carry the accent."""
    rows = quotients_of(data, chosen)
    words = blanks(data, chosen)
    if rows.empty:
        text = say("economy.quotients.none", chosen.lang, **words)
        return ChartResult(figures.empty_state(text), rows, blanks=words)
    rows = rows[QUOTIENT_COLUMNS]
    look = Look(chosen.theme, chosen.lang, say("unit.lq", chosen.lang), 2)
    texts = [quotient_text(value, chosen) for value in rows["value"]]
    return ChartResult(
        figures.against_limit(
            rows.assign(text=texts, accent=rows["specialised"]),
            look,
            limit=chosen.lq,
            name=limit_name(chosen),
        ),
        rows,
        (data.indicators[TOTAL],),
        quotients_sentence(rows, chosen, words),
        (say("economy.quotients.scope", chosen.lang), *confidential(data, rows, chosen)),
        words,
        {"persons": 0, "share": 1, **decimals_for(rows, chosen)},
    )


def quotients_sentence(rows: pd.DataFrame, chosen: Selection, words: dict[str, Any]) -> str:
    """Which divisions pass both thresholds."""
    names = rows.loc[rows["specialised"], "label"].tolist()
    key = "nobody" if not names else "one" if len(names) == 1 else "summary"
    blank = {
        "count": len(names),
        "names": listing(names, chosen.lang),
        "lq": number(chosen.lq, chosen.lang, None),
        "share": number(chosen.share, chosen.lang, None),
    }
    return say(f"economy.quotients.{key}", chosen.lang, **words, **blank)


def confidential(data: Data, rows: pd.DataFrame, chosen: Selection) -> tuple[str, ...]:
    """The divisions whose persons employed are not published for the region."""
    missing = sorted(set(activities(data)) - set(rows["key"]) - {TOTAL})
    if not missing:
        return ()
    names = listing([code.removeprefix("employed_").upper() for code in missing], chosen.lang)
    return (say("economy.quotients.confidential", chosen.lang, names=names),)


@pack_chart("agglomerations")
def agglomerations(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """The sectors and the industrial ecosystems that the paper finds to be agglomerations."""
    rows = pd.concat([sector_rows(pack, chosen.lang), ecosystem_rows(pack, chosen.lang)], ignore_index=True)
    counts = {kind: int((rows["kind"] == kind).sum()) for kind in ("sector", "ecosystem")}
    return ChartResult(
        agglomeration_list(rows, chosen.lang),
        rows,
        sources_of(pack, rows),
        say("economy.agglomerations.summary", chosen.lang, **counts, **region_of(data, chosen)),
        (
            *inferences(pack.tables["agglomerations"], chosen.lang),
            *quotient_notes(pack, chosen.lang),
            *erratum_sentences(pack, rows["note"], chosen.lang),
        ),
        region_of(data, chosen),
    )


COLUMNS = [
    "kind",
    "rank_from",
    "rank_to",
    "nace",
    "label",
    "ecosystem",
    "place",
    "standing",
    "source",
    "note",
]


def sector_rows(pack: Pack, language: str) -> pd.DataFrame:
    """The sectors, each with the ecosystem that it belongs to."""
    table = pack.tables["agglomerations"].sort_values(["rank_from", "rank_to"], kind="stable")
    ecosystems = names_of(pack, table["ecosystem"], "ecosystems", "ecosystem", language)
    return table.assign(kind="sector", label=table[f"name_{language}"], ecosystem=ecosystems)[COLUMNS]


def ecosystem_rows(pack: Pack, language: str) -> pd.DataFrame:
    """The ecosystems in the order of their rank."""
    table = pack.rows("ecosystem_agglomerations").sort_values("rank", kind="stable")
    label = names_of(pack, table["ecosystem"], "ecosystems", "ecosystem", language)
    ranks = {"rank_from": table["rank"], "rank_to": table["rank"]}
    return table.assign(kind="ecosystem", nace="", label=label, ecosystem="", **ranks)[COLUMNS]


def agglomeration_list(rows: pd.DataFrame, language: str) -> html.Div:
    """Sectors and ecosystems as ordered lists, each where there are any; an order that is not known is said."""
    lists = [
        [
            html.H4(say(f"economy.agglomerations.{kind}s", language)),
            html.Ol([ranked_item(row, language) for row in group.to_dict("records")], className="ranked"),
        ]
        for kind, group in rows.groupby("kind", sort=False)
    ]
    return html.Div([part for parts in lists for part in parts])


def ranked_item(row: dict[str, Any], language: str) -> html.Li:
    """One sector or ecosystem with its rank."""
    code = [html.Span(row["nace"], className="code")] if row["nace"] else []
    parts = [html.Span(rank_text(row, language), className="rank"), *code, row["label"]]
    return html.Li(parts, **{"data-standing": row["standing"]})


def rank_text(row: dict[str, Any], language: str) -> str:
    """The rank, or the range within which it lies."""
    return (
        str(row["rank_from"])
        if row["rank_from"] == row["rank_to"]
        else say("economy.agglomerations.between", language, first=row["rank_from"], last=row["rank_to"])
    )


@pack_chart("employment_sectors")
def sectors(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """The largest sectors that the paper names, with a number where it prints one."""
    table = pack.tables["employment_sectors"]
    rows = table.assign(label=table[f"name_{chosen.lang}"], unit="%")[
        ["nace", "label", "size", "value", "unit", "place", "standing", "source", "note"]
    ]
    items = [
        html.Li(
            [
                html.Span(row["nace"], className="code"),
                html.Span(row["label"]),
                html.Span(amount(row, chosen.lang), className="amount"),
            ],
            **{"data-standing": row["standing"]},
        )
        for row in rows.to_dict("records")
    ]
    return ChartResult(
        html.Ul(items, className="ranked"),
        rows,
        sources_of(pack, rows),
        sectors_sentence(rows, chosen.lang, region_of(data, chosen)),
        erratum_sentences(pack, rows["note"], chosen.lang),
        region_of(data, chosen),
        1,
    )


def sectors_sentence(rows: pd.DataFrame, language: str, words: dict[str, Any]) -> str:
    """The sector with the largest number, and how many have none."""
    numbers = rows.dropna(subset=["value"])
    if numbers.empty:
        return say("economy.sectors.words", language, **words, count=len(rows))
    first = numbers.loc[numbers["value"].idxmax()]
    return say(
        "economy.sectors.summary",
        language,
        **words,
        sector=first["label"],
        value=number(first["value"], language, 1),
        rest=len(rows) - len(numbers),
    )


def amount(row: dict[str, Any], language: str) -> str:
    """The printed share, or its place in words."""
    size = say(f"value.size.{row['size']}", language)
    return f"{number(row['value'], language, 1)} % ({size})" if row["value"] == row["value"] else size
