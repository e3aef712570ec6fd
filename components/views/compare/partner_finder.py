"""Partner finder: regions like this one that share its specialisations, those with few common projects yet and those
already close, on a map and as lists with reasons."""

from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.naming import name_of
from components.charts.result import ChartResult
from components.figures.classes import NONE
from components.i18n.numbers import number, whole_percent
from components.i18n.text import listing, say
from components.state.selection import Selection
from components.views.compare.compared import weights
from components.views.compare.peers_table import mark_link, sources
from components.views.partner_network import Network, network
from components.views.region_map import map_notes, region_map
from data import Data, finder, innovation_fund, partners, peers, queries

STEPS = {finder.OPEN: 4, finder.UNKNOWN: 4, finder.CLOSE: 1}
NAMED = 3
DECIMALS = {"distance": 2, "projects": 0, "expected": 1, "ratio": 2, "placed": 0}


def finder_map(data: Data, chosen: Selection) -> ChartResult:
    """The regions that the finder names: those with few common projects yet, and those already close."""
    now = network(data, chosen)
    rows = partner_rows(now)
    if rows.empty:
        return no_partner_result(now)
    kinds = dict.fromkeys(rows["kind"])
    names = {NONE: say("finder.map.none", chosen.lang)} | {
        STEPS[kind]: say(f"finder.map.{kind}", chosen.lang) for kind in kinds
    }
    words = [f"{row['label']} ({row['code']}): {row['reasons']}" for row in rows.to_dict("records")]
    marks = pd.DataFrame({"key": rows["code"], "step": rows["kind"].map(STEPS), "words": words})
    return ChartResult(
        region_map(data, chosen, marks, names),
        table_columns(rows),
        (*finder_sources(now), data.shapes["nuts2_2024"].source),
        summary(now, rows),
        (*notes(now), *map_notes(data, chosen)),
        blanks(now),
        DECIMALS,
    )


def open_partners(data: Data, chosen: Selection) -> ChartResult:
    """Regions like this one, with shared specialisations and few or no common projects yet."""
    now = network(data, chosen)
    return partner_table(now, partner_rows(now, finder.OPEN, finder.UNKNOWN), "open")


def close_partners(data: Data, chosen: Selection) -> ChartResult:
    """The reverse: those with which it already works at least as much as size would suggest."""
    now = network(data, chosen)
    return partner_table(now, partner_rows(now, finder.CLOSE), "close")


def question(now: Network) -> finder.Question:
    """What the finder is asked: the lens and weights of the comparison, and whose projects are counted."""
    chosen = now.chosen
    weighted = tuple(weights(chosen).items())
    return finder.Question(chosen.region, chosen.lens, weighted, chosen.others, now.programme, now.scope)


def partner_rows(now: Network, *kinds: str) -> pd.DataFrame:
    """The regions that the finder names, of all kinds or of some, with their names and reasons."""
    rows = finder.find_partners(now.data, question(now))
    rows = rows[rows["kind"].isin(kinds)].reset_index(drop=True) if kinds else rows
    countries = [queries.country(now.data, code) for code in rows["region"]]
    placed = [partners.coverage(now.data, code, now.programme, now.scope) for code in countries]
    return rows.assign(
        code=rows["region"],
        label=[str(name_of(now.data, code, now.lang)) for code in rows["region"]],
        country=[str(name_of(now.data, code, now.lang)) for code in countries],
        reasons=[reasons(now, row) for row in rows.to_dict("records")],
        placed=[100 * item.share if item else float("nan") for item in placed],
        standing="recomputed",
    )


def table_columns(rows: pd.DataFrame) -> pd.DataFrame:
    """The columns that a chart's table and file hold."""
    columns = ["code", "label", "country", "kind", "likeness", "distance", "reasons"]
    return rows[[*columns, "projects", "expected", "ratio", "fund", "placed", "standing"]]


def reasons(now: Network, row: dict[str, Any]) -> str:
    """Why a region is named: how like it is, what both are specialised in, and the projects of both."""
    sentence = [
        say("finder.reason.likeness", now.lang, likeness=row["likeness"], **blanks(now)),
        specialisations(now, row["shared"]),
        projects(now, row),
    ]
    if row["fund"]:
        sentence.append(say("finder.reason.fund", now.lang, fund=row["fund"]))
    return "; ".join(sentence)


def specialisations(now: Network, shared: tuple[str, ...] | None) -> str:
    """What both are specialised in, by name."""
    if shared is None:
        return say("finder.reason.unknown", now.lang)
    names = [now.data.indicators[code].short[now.lang] for code in shared]
    key = "finder.reason.shared" if names else "finder.reason.nothing"
    return say(key, now.lang, names=listing(names, now.lang))


def projects(now: Network, row: dict[str, Any]) -> str:
    """The projects of both, against what is expected."""
    if row["expected"] != row["expected"]:
        return say("finder.reason.no_projects", now.lang)
    return say(
        "finder.reason.projects",
        now.lang,
        projects=int(row["projects"]),
        expected=number(row["expected"], now.lang, 1),
    )


def blanks(now: Network) -> dict[str, object]:
    return {**now.blanks, "lens": say(f"choice.lens.{now.chosen.lens}", now.lang)}


def finder_sources(now: Network) -> tuple[Any, ...]:
    """What the finder rests on: projects, likeness, specialisations, the Innovation Fund."""
    likeness = sources(now.data, now.chosen.lens)
    return tuple(
        dict.fromkeys(
            (
                now.source,
                *likeness,
                *sources(now.data, "specialisation"),
                innovation_fund.source(now.data),
            )
        )
    )


def notes(now: Network) -> tuple[str, ...]:
    """How regions are found, and every limit."""
    own = () if has_specialisations(now) else (say("finder.no_specialisations", now.lang, **blanks(now)),)
    method = say("finder.method", now.lang, most=finder.LIKEST, share=number(100 * finder.FEW, now.lang, 0))
    lens = say(f"compare.lens.{now.chosen.lens}", now.lang)
    return (method, lens, say("finder.limits", now.lang), *own, say("network.method", now.lang), *now.notes)


def has_specialisations(now: Network) -> bool:
    return now.chosen.region in peers.specialisations(now.data)


def sentence_variant(now: Network, key: str) -> str:
    """The words that do not speak of shared specialisations where the region's own are not known."""
    return key if has_specialisations(now) else f"{key}.alone"


def summary(now: Network, rows: pd.DataFrame) -> str:
    """How many are named of each kind, and how much of the country's money could be placed."""
    counts = rows["kind"].value_counts()
    if finder.UNKNOWN in counts:
        sentence = say(
            sentence_variant(now, "finder.summary.unknown"), now.lang, **blanks(now), count=len(rows)
        )
    else:
        numbers = {"open": int(counts.get(finder.OPEN, 0)), "close": int(counts.get(finder.CLOSE, 0))}
        sentence = say(sentence_variant(now, "finder.summary"), now.lang, **blanks(now), **numbers)
    return f"{sentence} {now.coverage()}"


def no_partner_result(now: Network) -> ChartResult:
    """That no region fits."""
    text = say(sentence_variant(now, "finder.nobody"), now.lang, **blanks(now))
    return ChartResult(figures.empty_state(text), pd.DataFrame(), blanks=blanks(now))


def partner_table(now: Network, rows: pd.DataFrame, kind: str) -> ChartResult:
    """The regions of a kind as a table."""
    if rows.empty:
        text = say(sentence_variant(now, f"finder.{kind}.nobody"), now.lang, **blanks(now))
        return ChartResult(figures.empty_state(text), pd.DataFrame(), blanks=blanks(now))
    names = listing([name_of(now.data, code, now.lang) for code in rows["code"].head(NAMED)], now.lang)
    key = "finder.unknown" if finder.UNKNOWN in set(rows["kind"]) else f"finder.{kind}"
    sentence = say(
        sentence_variant(now, f"{key}.summary"), now.lang, **blanks(now), count=len(rows), names=names
    )
    return ChartResult(
        table(now, rows, kind),
        table_columns(rows),
        finder_sources(now),
        f"{sentence} {now.coverage()}",
        notes(now),
        blanks(now),
        DECIMALS,
    )


def table(now: Network, rows: pd.DataFrame, kind: str) -> Component:
    """One row per region: its name, the projects of both, and the reasons."""
    heads = ("compare.head.region", "finder.head.projects", "finder.head.because")
    body = [
        html.Tr(
            [
                html.Th(
                    [
                        mark_link(row["code"], row["label"], now.chosen),
                        html.Small(f"{row['code']}, {row['country']}"),
                    ],
                    scope="row",
                ),
                html.Td(cell(now, row), className="number"),
                html.Td([row["reasons"], html.Small(placed_share_text(now, row))]),
            ],
            **{"data-region": row["code"], "data-standing": "recomputed"},
        )
        for row in rows.to_dict("records")
    ]
    table_html = html.Table(
        [figures.headings([say(key, now.lang) for key in heads], (1,)), html.Tbody(body)], className="rows"
    )
    return figures.scroll_box(table_html, say(f"finder.{kind}.label", now.lang))


def cell(now: Network, row: dict[str, Any]) -> list[Any]:
    """The projects of both, and under them what is expected."""
    if row["expected"] != row["expected"]:
        return [say("value.none", now.lang)]
    due = say("finder.expected", now.lang, expected=number(row["expected"], now.lang, 1))
    return [number(row["projects"], now.lang, 0), html.Small(due)]


def placed_share_text(now: Network, row: dict[str, Any]) -> str:
    """How much of the other country's money could be placed."""
    if row["placed"] != row["placed"]:
        return ""
    share = whole_percent(row["placed"], now.lang)
    country = name_of(now.data, queries.country(now.data, row["code"]), now.lang)
    return say("finder.placed", now.lang, country=country, share=share)
