"""With whom a region is compared: the regions through the chosen lens, how near they are, and why."""

from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.naming import name_of
from components.charts.provenance import Citation
from components.charts.result import ChartResult
from components.i18n.numbers import number, whole_percent
from components.i18n.text import listing, say
from components.state.selection import Selection, to_url
from components.views.compare.compared import compared_rows, weights
from data import Data, areas, groups, peer_profiles, peers, queries

KEYS = {
    "size": "population",
    "income": "gdp_per_head_pps",
    "education": "tertiary_education",
    "innovation": "ris_index",
}
TOTALS = {"sectors": "lfs_total", "manufacturing": "employed_c"}


def peers_table(data: Data, chosen: Selection) -> ChartResult:
    """The regions compared, nearest first, each with its distance and its three strongest reasons."""
    blanks = {
        "region": name_of(data, chosen.region, chosen.lang),
        "lens": say(f"choice.lens.{chosen.lens}", chosen.lang),
    }
    rows = compared_rows(data, chosen)
    if rows.empty:
        key = "compare.peers_table.pick" if chosen.lens == "own" else "compare.peers_table.none"
        return ChartResult(
            figures.empty_state(say(key, chosen.lang, **blanks)), pd.DataFrame(), blanks=blanks
        )
    named = rows.assign(
        label=[name_of(data, code, chosen.lang) for code in rows["region"]],
        country=[name_of(data, queries.country(data, code), chosen.lang) for code in rows["region"]],
        reasons=[similarity_reasons(data, chosen, row) for row in rows.to_dict("records")],
        missing=[missing_dimensions(row, chosen) for row in rows.to_dict("records")],
        standing="recomputed",
    )
    named = named.assign(code=named["region"])
    columns = ["code", "label", "country", "distance", "reasons", "missing", "standing"]
    way = {"question": say("compare.method", chosen.lang), "part": say("compare.part.peers", chosen.lang)}
    notes = (
        say(f"compare.lens.{chosen.lens}", chosen.lang),
        say("compare.peers_table.method", chosen.lang, **way),
    )
    names = listing([name_of(data, code, chosen.lang) for code in named["code"].head(3)], chosen.lang)
    summary = say("compare.peers_table.summary", chosen.lang, **blanks, count=len(named), names=names)
    return ChartResult(
        compared_table(named, chosen),
        named[columns],
        sources(data, chosen.lens),
        summary,
        notes,
        blanks,
        {"distance": 2},
    )


def sources(data: Data, lens: str) -> tuple[Any, ...]:
    """Who publishes what a lens looks at."""
    codes = {
        "income": ["gdp_per_head_pps"],
        "size": ["population"],
        "specialisation": ["employed_c"],
        "neighbours": [],
    }.get(lens, [variable.code for variable in peer_profiles.variables(data)])
    own = (groups.source(data),) if lens == "category" else ()
    return (*own, *latest_citations(data, codes)) or (data.shapes["nuts2_2024"].source,)


def latest_citations(data: Data, codes: list[str]) -> tuple[Citation, ...]:
    """The sources of some indicators, each with the latest year of its own."""
    found = {data.indicators[code]: queries.latest_year(data, code) for code in codes}
    return tuple(Citation(indicator.source, str(year), (indicator,)) for indicator, year in found.items())


def similarity_reasons(data: Data, chosen: Selection, row: dict[str, Any]) -> str:
    """The strongest reasons why a region is near, with both regions' numbers."""
    if chosen.lens == "neighbours":
        return say("compare.because.border", chosen.lang, km=number(row["km"], chosen.lang, 0))
    if chosen.lens == "specialisation":
        return shared_specialisations(data, chosen, row["region"])
    if chosen.lens in ("income", "size"):
        return two_numbers(data, chosen, chosen.lens, row["region"])
    typical = typical_parts(data, chosen)
    strongest = peers.reasons(row, typical, weights(chosen)) if row["distance"] == row["distance"] else []
    reasons = [reason(data, chosen, name, row["region"]) for name in strongest]
    return "; ".join(reasons) if reasons else say("compare.because.unknown", chosen.lang)


def typical_parts(data: Data, chosen: Selection) -> dict[str, float]:
    """The median distance from the region to all others, by dimension."""
    everyone = peers.nearest_regions(data, chosen.region, "structure", tuple(weights(chosen).items()), ())
    return {name: float(everyone[name].median()) for name in peers.DIMENSIONS}


def reason(data: Data, chosen: Selection, dimension: str, other: str) -> str:
    """One dimension of two regions in numbers."""
    if dimension in TOTALS:
        table = peer_profiles.profiles(data)[dimension]
        share = overlap(table.loc[chosen.region], table.loc[other])
        year = queries.latest_year(data, TOTALS[dimension])
        return say(
            f"compare.because.{dimension}", chosen.lang, share=whole_percent(share, chosen.lang), year=year
        )
    return two_numbers(data, chosen, dimension, other)


def overlap(row: pd.Series, other: pd.Series) -> float:
    """How much of two structures is the same, 0 to 100: the sum of min(share, other share), in per cent of the parts
    that both regions publish (the similarity index of J. M. Finger and M. E. Kreinin, Economic Journal 89, 1979)."""
    both = pd.DataFrame({"one": row, "other": other}).dropna()
    shares = 100 * both / both.sum()
    return float(shares.min(axis=1).sum())


def two_numbers(data: Data, chosen: Selection, dimension: str, other: str) -> str:
    """A dimension that is one number, of both regions."""
    code = KEYS[dimension]
    indicator, values = data.indicators[code], peer_profiles.latest_values(data, code)
    own, theirs = (number(values[code], chosen.lang, indicator.decimals) for code in (chosen.region, other))
    unit, year = indicator.unit[chosen.lang], queries.latest_year(data, code)
    larger = [
        code
        for code in (chosen.region, other)
        if areas.relation(data, queries.area(data, indicator, code), code) == areas.LARGER
    ]
    key = f"compare.because.{dimension}{'.areas' if larger else ''}"
    return say(key, chosen.lang, own=own, other=theirs, unit=unit, year=year)


def shared_specialisations(data: Data, chosen: Selection, other: str) -> str:
    """The specialisations two regions share, by name."""
    sets = peers.specialisations(data)
    both = sorted(sets.get(chosen.region, frozenset()) & sets.get(other, frozenset()))
    names = [data.indicators[code].short[chosen.lang] for code in both]
    key = "compare.because.shared" if names else "compare.because.nothing_shared"
    return say(key, chosen.lang, names=listing(names, chosen.lang))


def missing_dimensions(row: dict[str, Any], chosen: Selection) -> str:
    """The dimensions that one of the two regions does not publish."""
    names = [
        dimension
        for dimension in peers.DIMENSIONS
        if dimension in row and row[dimension] != row[dimension] and weights(chosen)[dimension] > 0
    ]
    return listing([say(f"control.weight_{name}", chosen.lang) for name in names], chosen.lang)


def compared_table(rows: pd.DataFrame, chosen: Selection) -> Component:
    """The regions compared as a table; each can be marked and taken out."""
    heads = ("compare.head.peer", "compare.head.distance", "compare.head.because", "compare.head.out")
    codes = rows["code"].tolist()
    body = [peer(row, codes, chosen) for row in rows.to_dict("records")]
    table = html.Table(
        [figures.headings([say(key, chosen.lang) for key in heads], (1,)), html.Tbody(body)],
        className="rows peers",
    )
    return figures.scroll_box(table, say("compare.peers_table.label", chosen.lang))


def peer(row: dict[str, Any], codes: list[str], chosen: Selection) -> html.Tr:
    """One region compared."""
    code = row["code"]
    left = tuple(item for item in codes if item != code)
    out = html.A(
        say("compare.out", chosen.lang, name=row["label"]),
        href=to_url(chosen.but(lens="own", others=left)),
        **{"data-nav": "link"},
    )
    because_cell: list[Any] = [row["reasons"]]
    if row["missing"]:
        because_cell.append(html.Small(say("compare.lacking", chosen.lang, names=row["missing"])))
    name = html.Th(
        [mark_link(code, row["label"], chosen), html.Small(f"{code}, {row['country']}")], scope="row"
    )
    distance = (
        say("value.none", chosen.lang)
        if row["distance"] != row["distance"]
        else number(row["distance"], chosen.lang, 2)
    )
    return html.Tr(
        [name, html.Td(distance, className="number"), html.Td(because_cell), html.Td(out)],
        **{"data-region": code, "data-peer": code, "data-standing": "recomputed"},
    )


def mark_link(code: str, label: str, chosen: Selection) -> html.A:
    """A name that marks its region everywhere."""
    return html.A(label, href=to_url(chosen.but(mark=code)), **{"data-nav": "mark", "data-mark": code})
