"""How far it reaches: what the paper counts, and the countries of partners and markets."""

from typing import Any

import pandas as pd
from dash import html

from components import figures
from components.errata import noted
from components.figures.frame import Look
from components.picture import Picture
from components.selection import Selection
from components.tabs.packed import packed, region_of, table_notes
from components.text import listing, say
from components.theme import number
from data import Data, Pack


@packed
def totals(pack: Pack, data: Data, chosen: Selection) -> Picture:
    """The paper's counts by programme."""
    table = pack.tables["programme_counts"]
    rows = table.assign(label=table[f"name_{chosen.lang}"], unit=table[f"unit_{chosen.lang}"])[
        ["programme", "label", "value", "unit", "place", "standing", "note"]
    ]
    groups = [
        html.Div(
            [
                html.H4(programme),
                html.Dl(
                    [
                        html.Div(
                            [
                                html.Dt(one["label"]),
                                html.Dd(
                                    [html.Strong(number(one["value"], chosen.lang, 0)), f" {one['unit']}"]
                                ),
                            ],
                            **{"data-standing": one["standing"]},
                        )
                        for one in group.to_dict("records")
                    ],
                    className="facts",
                ),
            ]
        )
        for programme, group in rows.groupby("programme", sort=False)
    ]
    return Picture(
        html.Div(groups),
        rows,
        (pack.sources["paper"],),
        say("initiatives.totals.summary", chosen.lang, **region_of(data, chosen)),
        noted(pack, rows["note"], chosen.lang),
        region_of(data, chosen),
        0,
        year="2024",
    )


def reached(pack: Pack, language: str) -> pd.DataFrame:
    """A row per country and role, with who says so: the paper, or another page."""
    frames = [
        pack.tables[table].assign(role=role)
        for table, role in (("partner_countries", "partner"), ("target_markets", "market"))
    ]
    rows = pd.concat(frames, ignore_index=True)
    names = pack.tables["projects"].set_index("project")["name"]
    return rows.assign(
        label=rows[f"name_{language}"],
        project_name=rows["project"].map(names).fillna(say("initiatives.partners.unassigned", language)),
    )


@packed
def partners(pack: Pack, data: Data, chosen: Selection) -> Picture:
    """Partner countries and target markets on the world, printed ones solid."""
    rows = reached(pack, chosen.lang)
    marks = pd.DataFrame(
        [country(code, group, chosen.lang) for code, group in rows.groupby("country", sort=True)]
    )
    shape = data.shapes["world_countries"]
    names = {kind: say(f"initiatives.kind.{kind}", chosen.lang) for kind in ("partner", "market", "both")}
    figure = figures.countries(
        marks, Look(chosen.theme, chosen.lang), address=shape.address, codes=sorted(shape.codes), names=names
    )
    printed = (
        rows[(rows["role"] == "market") & (rows["standing"] == "printed")]["label"].drop_duplicates().tolist()
    )
    words = region_of(data, chosen)
    told = {
        **words,
        "partners": rows[rows["role"] == "partner"]["country"].nunique(),
        "markets": len(printed),
        "names": listing(printed, chosen.lang),
    }
    notes = (
        say("initiatives.partners.key", chosen.lang),
        *table_notes(pack, chosen.lang, "partner_countries", "target_markets"),
        shape.attribution[chosen.lang],
    )
    shown = rows[["country", "label", "role", "project_name", "place", "standing"]]
    return Picture(
        figure,
        shown,
        (pack.sources["paper"], pack.sources["projects"]),
        say("initiatives.partners.summary", chosen.lang, **told),
        notes,
        words,
        year="2016–2026",
    )


def country(code: str, group: pd.DataFrame, language: str) -> dict[str, Any]:
    """One mark: what a country is to the projects, and whether the paper says so."""
    roles = set(group["role"])
    solid = bool((group["standing"] == "printed").any())
    said = say("initiatives.said.paper" if solid else "initiatives.said.elsewhere", language)
    kind = "both" if len(roles) == 2 else roles.pop()
    first = group.iloc[0]
    return {
        "key": code,
        "label": first["label"],
        "lon": first["lon"],
        "lat": first["lat"],
        "kind": kind,
        "solid": solid,
        "words": f"{say(f'initiatives.kind.{kind}', language)}, {said}",
    }
