"""The projects: those the paper names and, apart, those identified elsewhere; one by one, by organisation,
over time."""

from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.errata import noted
from components.figures.frame import Look
from components.picture import Picture
from components.selection import Selection, to_url
from components.tabs.packed import packed, region_of
from components.text import listing, say
from components.theme import number
from data import Data, Pack


def all_projects(pack: Pack, language: str) -> pd.DataFrame:
    """Every project with its theme, its Lombard organisations and its partner countries in the reader's
    language."""
    people = pack.tables["organisations"].set_index("no")["short"]
    part = pack.tables["participations"]
    members = part.assign(name=part["organisation"].map(people)).groupby("project")["name"].agg(", ".join)
    numbers = part.groupby("project")["organisation"].agg(tuple)
    countries = pack.tables["partner_countries"]
    codes = countries.groupby("project")["country"].agg(tuple)
    named = countries.groupby("project")[f"name_{language}"].agg(", ".join)
    rows = pack.tables["projects"]
    key = rows["project"]
    return rows.assign(
        key=key,
        label=rows["name"].where(rows["confidence"] != "not-recovered", rows[f"text_{language}"]),
        theme=rows[f"theme_{language}"],
        text=rows[f"text_{language}"],
        organisations=key.map(members).fillna(""),
        numbers=key.map(numbers),
        codes=key.map(codes),
        partner_names=key.map(named).fillna(""),
        begin=rows["start"].map(year_of),
        finish=rows["end"].map(lambda text: year_of(text, end=True)),
    )


def year_of(text: str, *, end: bool = False) -> float | None:
    """A date of any precision as a year with decimals; the end of the year or month it names where `end`."""
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    month = parts[1] - 1 if len(parts) > 1 else (12 if end else 0)
    day = parts[2] / 31 if len(parts) > 2 else (1 if end and len(parts) > 1 else 0)
    return parts[0] + min(month + day, 12) / 12


def filtered(pack: Pack, chosen: Selection) -> pd.DataFrame:
    """The projects that pass every facet; an empty facet lets all pass."""
    rows = all_projects(pack, chosen.lang)
    keep = rows["programme"].isin(chosen.programme) | (not chosen.programme)
    keep &= rows["confidence"].isin(chosen.confidence) | (not chosen.confidence)
    keep &= rows["codes"].map(
        lambda codes: (
            not chosen.partner or (isinstance(codes, tuple) and bool(set(codes) & set(chosen.partner)))
        )
    )
    keep &= rows["numbers"].map(
        lambda numbers: (
            not chosen.organisation or (isinstance(numbers, tuple) and int(chosen.organisation) in numbers)
        )
    )
    if chosen.running:
        year = int(chosen.running)
        keep &= (rows["begin"] < year + 1) & (rows["finish"] > year)
    return rows[keep].reset_index(drop=True)


COLUMNS = [
    "key",
    "label",
    "programme",
    "named",
    "confidence",
    "organisations",
    "partner_names",
    "theme",
    "start",
    "end",
    "standing",
    "note",
]


@packed
def directory(pack: Pack, data: Data, chosen: Selection) -> Picture:
    """The list of projects, in two parts that are never mixed."""
    rows = filtered(pack, chosen)
    words = region_of(data, chosen)
    if rows.empty:
        return Picture(
            figures.nothing(say("initiatives.nobody", chosen.lang)), rows[COLUMNS], (), "", (), words
        )
    groups = [
        block(name, rows[rows["named"] == name], chosen)
        for name in ("paper", "elsewhere")
        if (rows["named"] == name).any()
    ]
    total = len(pack.tables["projects"])
    told = {
        **words,
        "paper": int((rows["named"] == "paper").sum()),
        "elsewhere": int((rows["named"] == "elsewhere").sum()),
        "left": total - len(rows),
    }
    return Picture(
        html.Div(groups),
        rows[COLUMNS],
        (pack.sources["paper"], pack.sources["projects"]),
        say("initiatives.directory.summary", chosen.lang, **told),
        noted(pack, rows["note"], chosen.lang),
        words,
        year="2016–2026",
    )


def block(name: str, rows: pd.DataFrame, chosen: Selection) -> html.Div:
    """One part of the list under its heading."""
    items = [
        html.Li(entry(one, chosen), **{"data-standing": one["standing"]}) for one in rows.to_dict("records")
    ]
    return html.Div(
        [html.H4(say(f"initiatives.named.{name}", chosen.lang)), html.Ul(items, className="directory")]
    )


def entry(one: dict[str, Any], chosen: Selection) -> html.Div:
    """One project: its name as the way to its details, its programme, how sure it is."""
    if one["confidence"] == "not-recovered":
        return html.Div(
            [
                html.Span(f"{one['name']}" if chosen.lang == "en" else str(one["text"])),
                html.Span(say("choice.confidence.not-recovered", chosen.lang), className="what"),
            ]
        )
    here = {"aria-current": "true"} if one["key"] == chosen.project else {}
    link = html.A(
        str(one["name"]), href=to_url(chosen.but(project=one["key"])), **{"data-nav": "mark", **here}
    )
    what = " · ".join(
        str(part)
        for part in (
            one["programme"],
            one["theme"],
            one["organisations"],
            say(f"choice.confidence.{one['confidence']}", chosen.lang),
        )
        if part
    )
    return html.Div([link, html.Span(what, className="what")])


@packed
def project(pack: Pack, data: Data, chosen: Selection) -> Picture:
    """Everything known of the chosen project."""
    words = region_of(data, chosen)
    rows = all_projects(pack, chosen.lang)
    rows = rows[rows["key"] == chosen.project]
    if rows.empty:
        return Picture(
            figures.nothing(say("initiatives.project.choose", chosen.lang)), pd.DataFrame(), (), "", (), words
        )
    one = rows.iloc[0].to_dict()
    facts = pd.DataFrame(facts_of(one, chosen.lang))
    body = html.Div(
        [
            html.P(one["text"]),
            html.Dl(
                [
                    html.Div(
                        [html.Dt(fact["label"]), html.Dd(fact["text"])], **{"data-standing": fact["standing"]}
                    )
                    for fact in facts.to_dict("records")
                ],
                className="facts",
            ),
        ]
    )
    summary = say(
        "initiatives.project.summary",
        chosen.lang,
        name=one["name"],
        programme=one["programme"],
        named=say(f"initiatives.named.{one['named']}", chosen.lang),
    )
    return Picture(
        body,
        facts,
        tuple(pack.sources[key] for key in str(one["source"]).split()),
        summary,
        noted(pack, [str(one["note"])], chosen.lang),
        words,
        year="2016–2026",
    )


def facts_of(one: dict[str, Any], language: str) -> list[dict[str, Any]]:
    """Label, value and standing of each fact; what nobody publishes is said."""
    elsewhere = "published"
    given = [
        ("theme", one["theme"], str(one["standing"])),
        ("organisations", one["organisations"], str(one["standing"])),
        ("confidence", say(f"choice.confidence.{one['confidence']}", language), str(one["standing"])),
        ("period", " – ".join(part for part in (str(one["start"]), str(one["end"])) if part), elsewhere),
        ("contribution", money(one["eu_contribution"], language), "printed"),
        ("contribution_elsewhere", money(one["eu_contribution_elsewhere"], language), elsewhere),
        ("partners", count(one["partners"], language), "printed"),
        ("partners_elsewhere", count(one["partners_elsewhere"], language), elsewhere),
        ("countries", count(one["countries"], language), "printed"),
        ("country_names", one["partner_names"], elsewhere),
        ("grant", one["grant"], elsewhere),
    ]
    return [
        {
            "fact": key,
            "label": say(f"initiatives.fact.{key}", language),
            "text": text or say("standing.short.not-published", language),
            "standing": standing if text else "not-published",
        }
        for key, text, standing in given
    ]


def money(value: Any, language: str) -> str:
    """Euros, or nothing."""
    return f"{number(value, language, 0)} EUR" if value == value and value is not None else ""


def count(value: Any, language: str) -> str:
    """A whole number, or nothing."""
    return number(value, language, 0) if value == value and value is not None else ""


@packed
def participation(pack: Pack, data: Data, chosen: Selection) -> Picture:
    """Organisations against projects: solid where the paper says so, outlined where another page does."""
    people = pack.tables["organisations"].set_index("no")
    shown = filtered(pack, chosen)
    part = pack.tables["participations"]
    rows = part[part["project"].isin(shown["key"])].merge(
        shown[["key", "name", "programme"]], left_on="project", right_on="key"
    )
    words = region_of(data, chosen)
    if rows.empty:
        return Picture(figures.nothing(say("initiatives.nobody", chosen.lang)), rows, (), "", (), words)
    rows = rows.assign(
        no=rows["organisation"], label=rows["organisation"].map(people["name"]), project_name=rows["name"]
    )
    counted = rows["label"].map(people.reset_index().set_index("name")["short"]).value_counts()
    told = {
        **words,
        "links": len(rows),
        "printed": int((rows["standing"] == "printed").sum()),
        "first": counted.index[0],
        "count": int(counted.iloc[0]),
    }
    table = figures.boxed(
        cross(rows, shown, people, chosen), say("initiatives.participation.label", chosen.lang)
    )
    columns = ["no", "label", "project_name", "programme", "role", "confidence", "standing"]
    return Picture(
        table,
        rows[columns],
        (pack.sources["paper"], pack.sources["projects"]),
        say("initiatives.participation.summary", chosen.lang, **told),
        (say("initiatives.participation.key", chosen.lang),),
        words,
        year="2016–2026",
    )


def cross(rows: pd.DataFrame, shown: pd.DataFrame, people: pd.DataFrame, chosen: Selection) -> html.Table:
    """A row per project, a column per organisation that takes part in any."""
    numbers = sorted(rows["no"].unique())
    linked = {(one.no, one.project): one.standing for one in rows.itertuples()}
    heads = [
        html.Th(
            html.A(
                people.at[no, "short"], href=to_url(chosen.but(organisation=str(no))), **{"data-nav": "mark"}
            ),
            scope="col",
        )
        for no in numbers
    ]
    listed = shown[shown["key"].isin(rows["project"])]
    body = [
        html.Tr(
            [
                html.Th(
                    html.A(one.name, href=to_url(chosen.but(project=one.key)), **{"data-nav": "mark"}),
                    scope="row",
                ),
                html.Td(one.programme),
                *(mark(linked.get((no, one.key)), people.at[no, "short"], chosen.lang) for no in numbers),
            ]
        )
        for one in listed.rename(columns={"name": "name"}).itertuples()
    ]
    head = html.Tr(
        [
            html.Th(say("column.project_name", chosen.lang), scope="col"),
            html.Th(say("column.programme", chosen.lang), scope="col"),
            *heads,
        ]
    )
    return html.Table([html.Thead(head), html.Tbody(body)], className="rows matrix wordy")


def mark(standing: str | None, name: str, language: str) -> Component:
    """One cell: a filled mark for the paper's word, an open one for another page's."""
    if standing is None:
        return html.Td("")
    dot = html.Span(
        "●" if standing == "printed" else "○",
        role="img",
        **{"aria-label": f"{name}: {say(f'initiatives.mark.{standing}', language)}"},
    )
    return html.Td(dot, className="yes", **{"data-standing": standing})


@packed
def timeline(pack: Pack, data: Data, chosen: Selection) -> Picture:
    """When the projects ran, where both ends are known; the others in words."""
    rows = filtered(pack, chosen)
    words = region_of(data, chosen)
    dated = rows.dropna(subset=["begin", "finish"]).sort_values(["begin", "key"])
    unknown = rows[rows["begin"].isna() & (rows["confidence"] != "not-recovered")]["name"].tolist()
    notes = (
        (say("initiatives.timeline.unknown", chosen.lang, names=listing(unknown, chosen.lang)),)
        if unknown
        else ()
    )
    if dated.empty:
        return Picture(
            figures.nothing(say("initiatives.timeline.none", chosen.lang)),
            dated[COLUMNS],
            (),
            "",
            notes,
            words,
        )
    dated = dated.assign(
        label=dated["name"],
        solid=dated["named"] == "paper",
        when=[f"{start} – {end}" for start, end in zip(dated["start"], dated["end"], strict=True)],
        standing="published",
    )
    look = Look(chosen.theme, chosen.lang)
    told = {**words, "count": len(dated), "first": dated["start"].min()[:4], "last": dated["end"].max()[:4]}
    return Picture(
        figures.periods(dated, look, highlight=chosen.project),
        dated[[*COLUMNS]],
        (pack.sources["projects"],),
        say("initiatives.timeline.summary", chosen.lang, **told),
        (*notes, say("initiatives.timeline.key", chosen.lang)),
        words,
        year=f"{told['first']}–{told['last']}",
    )
