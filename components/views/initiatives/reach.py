"""How far it reaches: what the paper counts, and the countries of partners and markets."""

from typing import Any

import pandas as pd
from dash import html

from components import figures
from components.charts.errata import erratum_sentences
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.text import listing, say
from components.state.base_path import with_base
from components.state.selection import DEFAULTS, Selection
from components.views.initiatives.filters import FILTERS, filtered_projects, no_project
from components.views.pack_charts import pack_chart, region_of, sources_of, table_notes, value_text
from data import Data, Pack


@pack_chart("programme_counts")
def totals(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """The paper's counts by programme."""
    table = pack.tables["programme_counts"]
    rows = table.assign(label=table[f"name_{chosen.lang}"], unit=table[f"unit_{chosen.lang}"])[
        ["programme", "label", "value", "unit", "place", "standing", "source", "note"]
    ]
    groups = [
        programme_counts(str(programme), group, chosen.lang)
        for programme, group in rows.groupby("programme", sort=False)
    ]
    words = region_of(data, chosen)
    return ChartResult(
        html.Div(groups),
        rows,
        sources_of(pack, rows),
        say("initiatives.totals.summary", chosen.lang, **words, **how_many(rows, chosen.lang)),
        erratum_sentences(pack, rows["note"], chosen.lang),
        words,
        0,
    )


def programme_counts(programme: str, rows: pd.DataFrame, language: str) -> html.Div:
    """The counts of one programme under its name."""
    facts = [
        html.Div(
            [
                html.Dt(row["label"]),
                html.Dd([html.Strong(value_text(row, language, 0)), f" {row['unit']}"]),
            ],
            **{"data-standing": row["standing"]},
        )
        for row in rows.to_dict("records")
    ]
    return html.Div([html.H4(programme), html.Dl(facts, className="facts")])


def how_many(rows: pd.DataFrame, language: str) -> dict[str, object]:
    """How many counts there are, of which programmes."""
    names = rows["programme"].drop_duplicates().tolist()
    return {"count": len(rows), "programmes": listing(names, language)}


def country_roles(pack: Pack, language: str) -> pd.DataFrame:
    """A row per country and role, with who says so: the paper, or another page."""
    frames = [
        pack.rows(table).assign(role=role)
        for table, role in (("partner_countries", "partner"), ("target_markets", "market"))
    ]
    rows = pd.concat(frames, ignore_index=True)
    projects = pack.rows("projects").set_index("project")
    return rows.assign(
        label=rows[f"name_{language}"],
        start=rows["project"].map(projects["start"]).fillna(""),
        end=rows["project"].map(projects["end"]).fillna(""),
        project_name=rows["project"]
        .map(projects["name"])
        .fillna(say("initiatives.partners.unassigned", language)),
    )


@pack_chart("partner_countries")
def partners(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Partner countries and target markets of the projects that pass the filters, printed ones solid."""
    rows, blanks = reached_by(pack, chosen), region_of(data, chosen)
    columns = ["country", "label", "role", "project_name", "start", "end", "place", "standing", "source"]
    shown = rows[columns]
    if rows.empty:
        words = no_country(pack, chosen)
        return ChartResult(
            figures.empty_state(*words), shown, notes=unassigned_markets(pack, chosen), blanks=blanks
        )
    shape = data.shapes["world_countries"]
    notes = (
        *unassigned_markets(pack, chosen),
        say("initiatives.partners.key", chosen.lang),
        *table_notes(pack, chosen.lang, "partner_countries", "target_markets"),
        shape.attribution[chosen.lang],
    )
    return ChartResult(
        world(rows, data, chosen),
        shown,
        sources_of(pack, rows),
        summary_of(rows, chosen),
        notes,
        blanks,
    )


def in_use(chosen: Selection) -> bool:
    """Whether any filter of the view is in use."""
    return any(getattr(chosen, name) != DEFAULTS[name] for name in FILTERS)


def reached_by(pack: Pack, chosen: Selection) -> pd.DataFrame:
    """The countries of the projects that pass; without filters also the markets that the paper assigns to no
    project."""
    rows = country_roles(pack, chosen.lang)
    if not in_use(chosen):
        return rows
    return rows[rows["project"].isin(filtered_projects(pack, chosen)["key"])].reset_index(drop=True)


def unassigned_markets(pack: Pack, chosen: Selection) -> tuple[str, ...]:
    """That the filters leave out the markets which the paper assigns to no project."""
    if not in_use(chosen):
        return ()
    markets = pack.rows("target_markets")
    names = markets.loc[markets["project"] == "paper", f"name_{chosen.lang}"].tolist()
    if not names:
        return ()
    return (say("initiatives.partners.left_out", chosen.lang, names=listing(names, chosen.lang)),)


def no_country(pack: Pack, chosen: Selection) -> tuple[Any, ...]:
    """Why no country is drawn: no project passes, or none that does has a known country."""
    passed = filtered_projects(pack, chosen)["name"].tolist()
    if not passed:
        return no_project(chosen)
    return (say("initiatives.partners.none", chosen.lang, names=listing(passed, chosen.lang)),)


def world(rows: pd.DataFrame, data: Data, chosen: Selection) -> dict[str, Any]:
    """One mark per country."""
    marks = pd.DataFrame(
        [country(str(code), group, chosen.lang) for code, group in rows.groupby("country", sort=True)]
    )
    shape = data.shapes["world_countries"]
    names = {kind: say(f"initiatives.kind.{kind}", chosen.lang) for kind in ("partner", "market", "both")}
    return figures.countries(
        marks,
        Look(chosen.theme, chosen.lang),
        address=with_base(shape.address),
        codes=sorted(shape.codes),
        names=names,
    )


def summary_of(rows: pd.DataFrame, chosen: Selection) -> str:
    """How many partner countries and target markets are known, by name where the paper names them."""
    markets = rows[rows["role"] == "market"]
    printed = markets.loc[markets["standing"] == "printed", "label"].drop_duplicates().tolist()
    partner_count = rows.loc[rows["role"] == "partner", "country"].nunique()
    if in_use(chosen):
        count = markets["country"].nunique()
        return say("initiatives.partners.filtered", chosen.lang, partners=partner_count, markets=count)
    if not printed:
        count = markets["country"].nunique()
        return say("initiatives.partners.known", chosen.lang, partners=partner_count, markets=count)
    names = listing(printed, chosen.lang)
    return say(
        "initiatives.partners.summary", chosen.lang, partners=partner_count, markets=len(printed), names=names
    )


def country(code: str, group: pd.DataFrame, language: str) -> dict[str, Any]:
    """One mark: what a country is to the projects, and whether the paper says so."""
    roles = set(group["role"])
    solid = bool((group["standing"] == "printed").any())
    source_text = say("initiatives.said.paper" if solid else "initiatives.said.elsewhere", language)
    kind = "both" if len(roles) == 2 else roles.pop()
    first = group.iloc[0]
    return {
        "key": code,
        "label": first["label"],
        "lon": first["lon"],
        "lat": first["lat"],
        "kind": kind,
        "solid": solid,
        "words": f"{say(f'initiatives.kind.{kind}', language)}, {source_text}",
    }
