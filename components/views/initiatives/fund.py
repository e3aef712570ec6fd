"""The EU Innovation Fund: a region's projects with partners and money, and where all of them are."""

from typing import Any

import pandas as pd
from dash import html

from components import figures
from components.charts.naming import name_of
from components.charts.result import ChartResult
from components.i18n.numbers import number, number_in_words
from components.i18n.text import listing, say, share_key
from components.state.selection import Selection, to_url
from components.views.region_map import class_names, map_notes, region_map, steps_of
from data import Data, innovation_fund, queries

NAMED = 3
NAMES = "und"  # names of organisations are of no one language


def blanks_of(data: Data, chosen: Selection) -> dict[str, object]:
    return {"region": name_of(data, chosen.region, chosen.lang)}


def fund_projects(data: Data, chosen: Selection) -> ChartResult:
    """The Innovation Fund's projects in which the region takes part: who, with whom, for how much."""
    blanks = blanks_of(data, chosen)
    found = innovation_fund.projects(data, chosen.region)
    if found.empty:
        text = say("fund.none", chosen.lang, **blanks, **totals(data, chosen.lang))
        return ChartResult(figures.empty_state(text), pd.DataFrame(), blanks=blanks)
    rows = pd.DataFrame([row_of(data, chosen, row) for row in found.to_dict("records")])
    own, coordinated = found["regional_eur"].sum(), int(found["coordinates"].sum())
    alone, unit = coordinated == len(found) == 1, say("unit.million_eur", chosen.lang)
    summary = say(
        "fund.summary.alone" if alone else share_key("fund.summary", coordinated, len(found)),
        chosen.lang,
        **blanks,
        count=len(found),
        coordinated=coordinated,
        own=number_in_words(own / 1e6, chosen.lang, unit) if own else say("fund.no_money", chosen.lang),
        whole=number_in_words(found["eur"].sum() / 1e6, chosen.lang, unit),
    )
    return ChartResult(
        project_table(rows, found, chosen),
        rows,
        (innovation_fund.source(data),),
        summary,
        (say("fund.money", chosen.lang), say("fund.placed", chosen.lang, **totals(data, chosen.lang))),
        blanks,
        {"million": 1, "own_million": 1},
    )


def totals(data: Data, language: str) -> dict[str, object]:
    """How many projects, participations and regions there are, and how many lie in no region."""
    rows = innovation_fund.participants(data)
    return {
        "projects": rows["project"].nunique(),
        "participations": len(rows),
        "unplaced": int((rows["region"] == "").sum()),
        "regions": len(innovation_fund.counts(data)),
        "billion": number(rows["eur"].sum() / 1e9, language, 1),
    }


def row_of(data: Data, chosen: Selection, row: dict[str, Any]) -> dict[str, object]:
    """One project as a row of text and numbers."""
    regions = [str(name_of(data, code, chosen.lang)) for code in row["regions"]]
    return {
        "label": row["acronym"],
        "title": row["title"],
        "sector": row["sector"].replace(" | ", ", "),
        "start": row["start"],
        "organisations_own": "; ".join(row["own"]),
        "fund_partners": "; ".join(row["partners"]),
        "partner_regions": "; ".join(regions),
        "role": say(f"fund.role.{'coordinator' if row['coordinates'] else 'participant'}", chosen.lang),
        "million": row["eur"] / 1e6,
        "own_million": row["regional_eur"] / 1e6,
        "standing": "published",
    }


def project_table(rows: pd.DataFrame, found: pd.DataFrame, chosen: Selection) -> Any:
    """The projects as a table."""
    heads = ("fund.head.project", "fund.head.own", "fund.head.partners", "fund.head.money")
    body = [
        html.Tr(
            [
                html.Th([row["label"], html.Small(row["title"], lang="en")], scope="row"),
                html.Td([html.Span(row["organisations_own"], lang=NAMES), html.Small(row["role"])]),
                html.Td(
                    [
                        html.Span(row["fund_partners"] or "–", lang=NAMES),
                        *partner_links(row, participation, chosen),
                    ]
                ),
                html.Td(
                    [
                        number(row["million"], chosen.lang, 1),
                        html.Small(
                            say("fund.own", chosen.lang, own=number(row["own_million"], chosen.lang, 1))
                        ),
                    ],
                    className="number",
                ),
            ],
            **{"data-standing": "published"},
        )
        for row, participation in zip(rows.to_dict("records"), found.to_dict("records"), strict=True)
    ]
    table = html.Table(
        [figures.headings([say(key, chosen.lang) for key in heads], (3,)), html.Tbody(body)], className="rows"
    )
    return figures.scroll_box(table, say("fund.label", chosen.lang))


def partner_links(row: dict[str, Any], participation: dict[str, Any], chosen: Selection) -> list[Any]:
    """The regions of the partners, each a way to mark it."""
    if not participation["regions"]:
        return []
    names = row["partner_regions"].split("; ")
    links = [
        html.A(name, href=to_url(chosen.but(mark=code)), **{"data-nav": "mark", "data-mark": code})
        for name, code in zip(names, participation["regions"], strict=True)
    ]
    joined = [part for link in links for part in (", ", link)][1:]
    return [html.Small(joined)]


def fund_map(data: Data, chosen: Selection) -> ChartResult:
    """Every region by the number of Innovation Fund projects in which it takes part."""
    blanks = blanks_of(data, chosen)
    counts = innovation_fund.counts(data).sort_values(["projects", "eur"], ascending=False)
    steps = steps_of(counts["projects"])
    names = class_names(counts["projects"], steps, chosen, "fund.map.none", "fund.map.class")
    labels = [str(name_of(data, code, chosen.lang)) for code in counts.index]
    rows = pd.DataFrame(
        {
            "code": counts.index,
            "label": labels,
            "country": [
                str(name_of(data, queries.country(data, code), chosen.lang)) for code in counts.index
            ],
            "projects": counts["projects"].tolist(),
            "coordinated": counts["coordinated"].tolist(),
            "million": (counts["eur"] / 1e6).tolist(),
            "standing": "recomputed",
        }
    )
    words = [
        say("fund.mark", chosen.lang, **row) for row in rows[["label", "code", "projects"]].to_dict("records")
    ]
    marks = pd.DataFrame({"key": counts.index, "step": steps.to_numpy(), "words": words})
    return ChartResult(
        region_map(data, chosen, marks, names),
        rows,
        (innovation_fund.source(data), data.shapes["nuts2_2024"].source),
        map_summary(data, chosen, counts),
        (
            say("fund.money", chosen.lang),
            say("fund.placed", chosen.lang, **totals(data, chosen.lang)),
            *map_notes(data, chosen),
        ),
        blanks,
        {"million": 1},
    )


def map_summary(data: Data, chosen: Selection, counts: pd.DataFrame) -> str:
    """How many regions take part, which the most, and the chosen region."""
    first = [name_of(data, code, chosen.lang) for code in counts.index[:NAMED]]
    own = int(counts["projects"].get(chosen.region, 0))
    return say(
        "fund.map.summary" if own else "fund.map.without",
        chosen.lang,
        **blanks_of(data, chosen),
        **totals(data, chosen.lang),
        names=listing(first, chosen.lang),
        own=own,
    )
