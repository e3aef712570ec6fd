"""One organisation: every fact known of it with its standing and source, the pages it was read on, its
projects."""

from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.errata import erratum_sentences, place_in_language
from components.charts.result import ChartResult
from components.i18n.numbers import number
from components.i18n.text import format_date, say
from components.state.selection import Selection, to_url
from components.views.clusters.organisations import (
    filtered_organisations,
    kinds,
    organisation_rows,
    province_name,
)
from components.views.pack_charts import pack_chart, page_link, region_of, sources_of
from data import Data, Pack
from data.standings import WITHOUT_VALUE


@pack_chart("organisations")
def details(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Everything known of the chosen organisation, each fact with its standing and its source."""
    rows = organisation_rows(pack, chosen.lang)
    rows = rows[rows["no"].astype(str) == chosen.organisation]
    if rows.empty:
        words = figures.empty_state(say("clusters.details.choose", chosen.lang))
        return ChartResult(words, pd.DataFrame(), (), "", (), region_of(data, chosen))
    row = rows.iloc[0].to_dict()
    facts = pd.DataFrame(
        [*facts_of(pack, row, chosen), *pages_of(pack, row, chosen), *projects_of(pack, row, chosen)]
    )
    template_args = {
        "name": row["name"],
        "kind": kinds(pack, chosen.lang).at[row["kind"], "name"],
        "ecosystems": row["ecosystems"],
    }
    conflict = row[f"conflict_{chosen.lang}"]
    return ChartResult(
        html.Div([projects_list(facts, chosen), facts_list(facts, chosen)], className="card-details"),
        facts.drop(columns="project"),
        sources_of(pack, pd.concat([rows[["source"]], participations_of(pack, row)[["source"]]])),
        say(
            "clusters.details.summary" if template_args["ecosystems"] else "clusters.details.bare",
            chosen.lang,
            **template_args,
        ),
        (
            *filtered_out(pack, row, chosen),
            *([conflict] if conflict else []),
            *erratum_sentences(pack, [str(row["note"])], chosen.lang),
        ),
        region_of(data, chosen),
    )


def filtered_out(pack: Pack, row: dict[str, Any], chosen: Selection) -> tuple[str, ...]:
    """That the organisation stays here although the filters keep it off the map and the list."""
    if row["no"] in set(filtered_organisations(pack, chosen)["no"]):
        return ()
    return (say("clusters.details.filtered", chosen.lang, name=row["name"]),)


Fact = dict[str, Any]


def pages_of(pack: Pack, row: dict[str, Any], chosen: Selection) -> list[Fact]:
    """A row per page that the facts were read on."""
    label = say("clusters.fact.page", chosen.lang)
    said_in, pages = other_sources(pack, row, chosen.lang), str(row["pages"]).split()
    return [fact("page", label, page, "published", said_in, chosen.lang) for page in pages]


def other_sources(pack: Pack, row: dict[str, Any], language: str) -> str:
    """The sources of an organisation beside the paper; the paper where there is no other."""
    sources = sources_of(pack, pd.DataFrame([row]))
    others = [source for source in sources if source != pack.paper] or list(sources)
    return "; ".join(str(source.title[language]) for source in others)


def facts_of(pack: Pack, row: dict[str, Any], chosen: Selection) -> list[Fact]:
    """Label, text, standing and source of each fact of an organisation; one that no source publishes says so."""
    lang = chosen.lang
    members = number(row["members"], lang, 0) if row["members"] == row["members"] else ""
    band = say(f"choice.members.{row['band']}", lang) if row["band"] else ""
    declared = province_name(pack, row["declared"], lang)
    inferred = bool(row["declared_basis"])
    basis = say(f"clusters.basis.{row['declared_basis']}", lang, place=declared) if inferred else declared
    place, profiles = place_in_language(str(row["place"]), lang), other_sources(pack, row, lang)
    standing = str(row["standing"])
    entries = [
        ("kind", kinds(pack, lang).at[row["kind"], "name"], standing, place),
        ("ecosystems", row["ecosystems"], standing, place),
        ("number", table_number(row, lang), standing, place),
        ("members", members, standing, place),
        ("band", band, "recomputed" if members else "published", place if members else profiles),
        ("members_elsewhere", row[f"members_elsewhere_{lang}"], "published", profiles),
        ("staff", row[f"staff_elsewhere_{lang}"], "published", profiles),
        ("declared", basis, "inferred" if inferred else standing, place),
        ("found", row[f"found_place_{lang}"], "published", profiles),
        ("province", province_name(pack, row["found_province"], lang), "published", profiles),
        ("founded", format_date(row["founded"], lang), "published", profiles),
        ("label", row["label"], "published", profiles),
        ("themes", row[f"themes_{lang}"], "published", profiles),
        ("other_names", row[f"other_names_{lang}"], "published", profiles),
        ("website", row["website"], "published", profiles),
    ]
    return [
        fact(key, say(f"clusters.fact.{key}", lang), text, standing, said_in, lang)
        for key, text, standing, said_in in entries
    ]


def fact(key: str, label: str, text: str, standing: str, said_in: str, lang: str) -> Fact:
    """One fact as a row; without a text it was not found."""
    silent = say("standing.short.not-in-our-copy", lang)
    known_of = {"text": text, "standing": standing, "said_in": said_in}
    unknown = {"text": silent, "standing": "not-in-our-copy", "said_in": ""}
    return {"fact": key, "label": label, **(known_of if text else unknown), "project": ""}


def table_number(row: dict[str, Any], lang: str) -> str:
    """The number in Table 4, and the one that is printed there where it differs."""
    if row["printed_no"] != row["printed_no"] or row["no"] == row["printed_no"]:
        return str(row["no"])
    return say("clusters.fact.renumbered", lang, no=row["no"], printed=int(row["printed_no"]))


def projects_of(pack: Pack, row: dict[str, Any], chosen: Selection) -> list[Fact]:
    """The organisation's projects, those that the paper names first, or that none is known."""
    projects = pack.rows("projects").set_index("project")
    mine = participations_of(pack, row)
    mine = mine[mine["project"].isin(projects.index)].sort_values("standing", kind="stable")
    label = say("clusters.fact.projects", chosen.lang)
    if mine.empty:
        return [fact("project", label, "", "", "", chosen.lang)]
    return [project_of(part, projects.loc[part["project"]], pack, chosen) for part in mine.to_dict("records")]


def participations_of(pack: Pack, row: dict[str, Any]) -> pd.DataFrame:
    """The participations of an organisation in projects."""
    part = pack.rows("participations")
    return part[part["organisation"] == row["no"]]


def project_of(row: dict[str, Any], project: pd.Series, pack: Pack, chosen: Selection) -> Fact:
    """One project: its programme, the part taken in it, how sure that is, and who says so."""
    lang = chosen.lang
    text = say(
        f"clusters.project.{row['confidence']}",
        lang,
        name=project["name"],
        programme=project["programme"],
        role=say(f"clusters.role.{row['role'] or 'partner'}", lang),
    )
    named = "paper" if row["standing"] == "printed" else "elsewhere"
    said_in = place_in_language(str(row["place"]), lang) or "; ".join(
        str(source.title[lang]) for source in sources_of(pack, pd.DataFrame([row]))
    )
    label = say(f"clusters.fact.project_{named}", lang)
    return {**fact("project", label, text, row["standing"], said_in, lang), "project": row["project"]}


def facts_list(facts: pd.DataFrame, chosen: Selection) -> Component:
    """The facts as terms with their descriptions; those that no source publishes together at the end."""
    rows = facts[facts["fact"] != "project"]
    silent = rows["standing"].isin(WITHOUT_VALUE)
    items = [
        html.Div(
            [html.Dt(label), *(html.Dd(fact_lines(row, chosen)) for row in group.to_dict("records"))],
            **{"data-standing": group["standing"].iloc[0]},
        )
        for label, group in rows[~silent].groupby("label", sort=False)
    ]
    return html.Dl([*items, unknown_fields(rows.loc[silent, "label"].tolist(), chosen)], className="facts")


def unknown_fields(labels: list[str], chosen: Selection) -> Component | None:
    """What no source says of the organisation."""
    if not labels:
        return None
    words = [html.Dt(say("clusters.fact.unknown", chosen.lang)), html.Dd("; ".join(labels))]
    return html.Div(words, className="all", **{"data-standing": "not-in-our-copy"})


def fact_lines(fact: Fact, chosen: Selection) -> list[Any]:
    """What a fact says, and beneath it who says so; a website is a link."""
    text = str(fact["text"])
    if fact["fact"] == "page":
        return [page_link(text, short=False)]
    return [page_link(text, short=False) if text.startswith("https://") else text, *standing_of(fact, chosen)]


def standing_of(fact: Fact, chosen: Selection) -> list[Component]:
    """The standing of a fact in a word, and its source."""
    word = say(f"standing.short.{fact['standing']}", chosen.lang)
    return [html.Small(f"{word} · {fact['said_in']}" if fact["said_in"] else word)]


def projects_list(facts: pd.DataFrame, chosen: Selection) -> Component:
    """The projects, each a way to the view of EU initiatives."""
    items = facts[facts["fact"] == "project"].to_dict("records")
    return html.Div(
        [
            html.H4(say("clusters.fact.projects", chosen.lang)),
            html.Ul(
                [
                    html.Li(project_line(item, chosen), **{"data-standing": item["standing"]})
                    for item in items
                ],
                className="projects",
            ),
            partners_link(chosen) if items[0]["project"] else None,
        ]
    )


def partners_link(chosen: Selection) -> Component:
    """The way to the countries of the partners in an organisation's projects."""
    plain = Selection(tab="initiatives", lang=chosen.lang, theme=chosen.theme, region=chosen.region)
    there = plain.but(part="partners", organisation=chosen.organisation)
    return html.P(
        html.A(say("clusters.details.partners", chosen.lang), href=to_url(there), **{"data-nav": "tab"})
    )


def project_line(fact: Fact, chosen: Selection) -> list[Any]:
    """A project as a link with its standing; words where none is known."""
    if not fact["project"]:
        return [say("clusters.details.no_project", chosen.lang)]
    elsewhere = Selection(tab="initiatives", lang=chosen.lang, theme=chosen.theme, region=chosen.region)
    link = html.A(fact["text"], href=to_url(elsewhere.but(project=fact["project"])), **{"data-nav": "tab"})
    return [html.Strong(fact["label"]), link, *standing_of(fact, chosen)]
