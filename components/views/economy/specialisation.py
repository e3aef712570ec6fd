"""In what a region is specialised: location quotients recomputed from persons employed, and what the
paper's Tables 2 and 3 say."""

from functools import cache, lru_cache
from typing import Any

import pandas as pd
from dash import html

from components import figures
from components.charts.errata import noted
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.numbers import number
from components.i18n.text import listing, say
from components.state.selection import Selection
from components.views.economy.headlines import blanks
from components.views.packed import inferences
from data import Data, queries
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


@lru_cache(maxsize=512)
def region_quotients(data: Data, region: str) -> pd.DataFrame:
    """Every manufacturing division of a region that has a quotient, from the highest."""
    found = {code: queries.at(data, code, region, YEAR) for code in sorted(activities(data))}
    home = [(code, one.value) for code, one in found.items() if one]
    employed = pd.DataFrame(home, columns=["activity", "value"])
    return location_quotients(employed, reference(data), total=TOTAL)


@cache
def reference(data: Data) -> pd.DataFrame:
    """Persons employed by activity in the 27 countries together."""
    countries = data.regions.index[data.regions["level"] == "country"]
    return summed_by_activity(data.values, activities(data), countries, YEAR)


def quotients(data: Data, chosen: Selection) -> ChartResult:
    """Manufacturing divisions by location quotient; those past both thresholds carry the accent."""
    rows = quotients_of(data, chosen)
    words = blanks(data, chosen)
    if rows.empty:
        return ChartResult(
            figures.nothing(say("economy.quotients.none", chosen.lang, **words)), rows, (), "", (), words
        )
    rows = rows[
        [
            "key",
            "label",
            "region",
            "year",
            "persons",
            "share",
            "reference_share",
            "value",
            "specialised",
            "standing",
        ]
    ]
    look = Look(chosen.theme, chosen.lang, say("unit.lq", chosen.lang), 2)
    figure = figures.thresholds(rows, look, limit=chosen.lq, chosen=rows["specialised"].tolist())
    told = rows.loc[rows["specialised"], "label"].tolist()
    limits = {"lq": number(chosen.lq, chosen.lang, None), "share": number(chosen.share, chosen.lang, None)}
    how_many = "nobody" if not told else "one" if len(told) == 1 else "summary"
    summary = say(
        f"economy.quotients.{how_many}",
        chosen.lang,
        **words,
        count=len(told),
        names=listing(told, chosen.lang),
        **limits,
    )
    missing = sorted(
        code.removeprefix("employed_").upper() for code in set(activities(data)) - set(rows["key"]) - {TOTAL}
    )
    notes: tuple[str, ...] = (say("economy.quotients.scope", chosen.lang),)
    notes += (
        (say("economy.quotients.confidential", chosen.lang, names=listing(missing, chosen.lang)),)
        if missing
        else ()
    )
    return ChartResult(
        figure,
        rows,
        (data.indicators[TOTAL],),
        summary,
        notes,
        words,
        {"persons": 0, "share": 1, "reference_share": 1, "value": 2},
    )


def agglomerations(data: Data, chosen: Selection) -> ChartResult:
    """Tables 2 and 3: seven sectors, one ecosystem."""
    pack = data.packs.get(chosen.region)
    words = blanks(data, chosen)
    if pack is None:
        return ChartResult(
            figures.nothing(say("economy.agglomerations.none", chosen.lang, **words)),
            pd.DataFrame(),
            (),
            "",
            (),
            words,
        )
    names = pack.tables["ecosystems"].set_index("ecosystem")[f"name_{chosen.lang}"]
    sectors = pack.tables["agglomerations"]
    rows = sectors.assign(
        label=sectors[f"name_{chosen.lang}"],
        ecosystem=sectors["ecosystem"].map(names).fillna(""),
        kind="sector",
    )
    ecosystem = pack.tables["ecosystem_agglomerations"]
    both = pd.concat(
        [
            rows,
            ecosystem.assign(
                kind="ecosystem",
                nace="",
                label=ecosystem["ecosystem"].map(names),
                ecosystem="",
                rank_from=1,
                rank_to=1,
            ),
        ],
        ignore_index=True,
    )
    both = both[["kind", "rank_from", "rank_to", "nace", "label", "ecosystem", "place", "standing", "note"]]
    quotient = pack.tables["ecosystem_quotients"].iloc[0]
    notes = (*inferences(sectors, chosen.lang), *noted(pack, both["note"], chosen.lang))
    summary = say(
        "economy.agglomerations.summary",
        chosen.lang,
        **words,
        sectors=int((both["kind"] == "sector").sum()),
        quotient=number(quotient["value"], chosen.lang, 2),
    )
    return ChartResult(
        agglomeration_list(both, chosen.lang),
        both,
        (pack.sources["paper"],),
        summary,
        notes,
        words,
        year="2024",
    )


def agglomeration_list(rows: pd.DataFrame, language: str) -> html.Div:
    """The two tables as two ordered lists; an order that is not known is said."""
    sectors, ecosystem = rows[rows["kind"] == "sector"], rows[rows["kind"] == "ecosystem"]
    items = [
        html.Li(
            [
                html.Span(place(one, language), className="rank"),
                html.Span(one["nace"], className="code"),
                one["label"],
            ],
            **{"data-standing": one["standing"]},
        )
        for one in sectors.to_dict("records")
    ]
    others = [
        html.Li([html.Span("1", className="rank"), one["label"]], **{"data-standing": one["standing"]})
        for one in ecosystem.to_dict("records")
    ]
    return html.Div(
        [
            html.H4(say("economy.agglomerations.sectors", language)),
            html.Ol(items, className="ranked"),
            html.H4(say("economy.agglomerations.ecosystems", language)),
            html.Ol(others, className="ranked"),
        ]
    )


def place(one: dict[str, Any], language: str) -> str:
    """The rank, or the range within which it lies."""
    return (
        str(one["rank_from"])
        if one["rank_from"] == one["rank_to"]
        else say("economy.agglomerations.between", language, first=one["rank_from"], last=one["rank_to"])
    )


def sectors(data: Data, chosen: Selection) -> ChartResult:
    """The largest sectors the paper names; one has a number."""
    pack = data.packs.get(chosen.region)
    words = blanks(data, chosen)
    if pack is None:
        return ChartResult(
            figures.nothing(say("economy.sectors.none", chosen.lang, **words)),
            pd.DataFrame(),
            (),
            "",
            (),
            words,
        )
    table = pack.tables["employment_sectors"]
    rows = table.assign(label=table[f"name_{chosen.lang}"], unit="%")[
        ["nace", "label", "size", "value", "unit", "place", "standing", "note"]
    ]
    items = [
        html.Li(
            [
                html.Span(one["nace"], className="code"),
                html.Span(one["label"]),
                html.Span(amount(one, chosen.lang), className="amount"),
            ],
            **{"data-standing": one["standing"]},
        )
        for one in rows.to_dict("records")
    ]
    return ChartResult(
        html.Ul(items, className="ranked"),
        rows,
        (pack.sources["paper"],),
        say(
            "economy.sectors.summary", chosen.lang, **words, value=number(rows["value"].max(), chosen.lang, 1)
        ),
        noted(pack, rows["note"], chosen.lang),
        words,
        1,
    )


def amount(one: dict[str, Any], language: str) -> str:
    """The printed share, or its place in words."""
    size = say(f"value.size.{one['size']}", language)
    return f"{number(one['value'], language, 1)} % ({size})" if one["value"] == one["value"] else size
