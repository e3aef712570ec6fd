"""The projects: those the paper names and, apart, those identified elsewhere; as a list, by organisation, over
time."""

from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.errata import erratum_sentences
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.text import format_date, listing, say
from components.state.selection import Selection, to_url
from components.views.initiatives.filters import filtered_projects, gap_sentences, no_project
from components.views.pack_charts import inferences, pack_chart, page_links, region_of, sources_of
from data import Data, Pack
from data.pack_records import PackSource

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
    "pages",
    "standing",
    "source",
    "note",
]


@pack_chart("projects")
def directory(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """The list of projects, in two parts that are never mixed."""
    rows = filtered_projects(pack, chosen)
    words = region_of(data, chosen)
    if rows.empty:
        empty = figures.empty_state(*no_project(chosen))
        return ChartResult(empty, rows[COLUMNS], (), "", gap_sentences(pack, chosen), words)
    groups = [
        block(name, rows[rows["named"] == name], chosen)
        for name in ("paper", "elsewhere")
        if (rows["named"] == name).any()
    ]
    total = len(pack.tables["projects"])
    blanks = {
        **words,
        "paper": int((rows["named"] == "paper").sum()),
        "elsewhere": int((rows["named"] == "elsewhere").sum()),
        "left": total - len(rows),
    }
    return ChartResult(
        html.Div(groups),
        rows[COLUMNS],
        sources_of(pack, rows),
        say(
            "initiatives.directory.summary" if blanks["left"] else "initiatives.directory.all",
            chosen.lang,
            **blanks,
        ),
        (*gap_sentences(pack, chosen), *erratum_sentences(pack, rows["note"], chosen.lang)),
        words,
    )


def block(name: str, rows: pd.DataFrame, chosen: Selection) -> html.Div:
    """One part of the list under its heading."""
    items = [
        html.Li(entry(row, chosen), **{"data-standing": row["standing"]}) for row in rows.to_dict("records")
    ]
    return html.Div(
        [html.H4(say(f"initiatives.named.{name}", chosen.lang)), html.Ul(items, className="directory")]
    )


def entry(row: dict[str, Any], chosen: Selection) -> html.Div:
    """One project: its name as a link to its details, its programme, how sure it is."""
    here = {"aria-current": "true"} if row["key"] == chosen.project else {}
    link = html.A(
        str(row["name"]), href=to_url(chosen.but(project=row["key"])), **{"data-nav": "mark", **here}
    )
    what = " · ".join(
        str(part)
        for part in (
            row["programme"],
            row["theme"],
            row["organisations"],
            say(f"choice.confidence.{row['confidence']}", chosen.lang),
        )
        if part
    )
    return html.Div([link, html.Span(what, className="what"), page_links(str(row["pages"]), chosen.lang)])


@pack_chart("projects", "participations", "organisations")
def participation(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Organisations against projects: solid where the paper says so, outlined where another page does."""
    people = pack.tables["organisations"].set_index("no")
    shown = filtered_projects(pack, chosen)
    part = pack.tables["participations"]
    known = part["project"].isin(shown["key"]) & part["organisation"].isin(people.index)
    rows = part[known].merge(
        shown[["key", "name", "programme", "start", "end"]], left_on="project", right_on="key"
    )
    words = region_of(data, chosen)
    if rows.empty:
        return ChartResult(figures.empty_state(*no_project(chosen)), rows, (), "", (), words)
    rows = rows.assign(
        no=rows["organisation"], label=rows["organisation"].map(people["name"]), project_name=rows["name"]
    )
    counted = rows["no"].map(people["short"]).value_counts()
    blanks = {
        **words,
        "links": len(rows),
        "printed": int((rows["standing"] == "printed").sum()),
        "first": counted.index[0],
        "count": int(counted.iloc[0]),
    }
    table = figures.scroll_box(
        cross(rows, shown, people, chosen), say("initiatives.participation.label", chosen.lang)
    )
    columns = ["no", "label", "project_name", "programme", "start", "end"]
    columns += ["role", "confidence", "standing", "source"]
    return ChartResult(
        table,
        rows[columns],
        sources_of(pack, rows),
        say("initiatives.participation.summary", chosen.lang, **blanks),
        (say("initiatives.participation.key", chosen.lang), *inferences(rows, chosen.lang)),
        words,
    )


def cross(rows: pd.DataFrame, shown: pd.DataFrame, people: pd.DataFrame, chosen: Selection) -> html.Table:
    """A row per project, a column per organisation that takes part in any."""
    numbers = sorted(rows["no"].unique())
    linked = {(row.no, row.project): row.standing for row in rows.itertuples()}
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
                    html.A(row.name, href=to_url(chosen.but(project=row.key)), **{"data-nav": "mark"}),
                    scope="row",
                ),
                html.Td(row.programme),
                *(
                    mark_cell(linked.get((no, row.key)), people.at[no, "short"], chosen.lang)
                    for no in numbers
                ),
            ]
        )
        for row in listed.rename(columns={"name": "name"}).itertuples()
    ]
    head = html.Tr(
        [
            html.Th(say("column.project_name", chosen.lang), scope="col"),
            html.Th(say("column.programme", chosen.lang), scope="col"),
            *heads,
        ]
    )
    return html.Table([html.Thead(head), html.Tbody(body)], className="rows matrix wordy")


def mark_cell(standing: str | None, name: str, language: str) -> Component:
    """One cell: a filled mark for the paper's word, an open one for another page's."""
    if standing is None:
        return html.Td("")
    dot = html.Span(
        "●" if standing == "printed" else "○",
        role="img",
        **{"aria-label": f"{name}: {say(mark_key(standing), language)}"},
    )
    return html.Td(dot, className="yes", **{"data-standing": standing})


def mark_key(standing: str) -> str:
    """The words for a participation: the paper says so, it is inferred here, or another page says so."""
    return f"initiatives.mark.{standing if standing in ('printed', 'inferred') else 'published'}"


@pack_chart("projects")
def timeline(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """When the projects ran, where both ends are known; the others in words."""
    rows = filtered_projects(pack, chosen)
    words = region_of(data, chosen)
    timed = rows.dropna(subset=["begin", "finish"]).sort_values(["begin", "key"])
    unknown = rows[rows["begin"].isna() | rows["finish"].isna()]["name"].tolist()
    notes = (
        (say("initiatives.timeline.unknown", chosen.lang, names=listing(unknown, chosen.lang)),)
        if unknown
        else ()
    )
    if timed.empty:
        why = no_project(chosen) if rows.empty else (say("initiatives.timeline.none", chosen.lang),)
        return ChartResult(figures.empty_state(*why), timed[COLUMNS], notes=notes, blanks=words)
    timed = timed.assign(
        label=timed["name"],
        solid=timed["named"] == "paper",
        when=[
            say(
                "date.span",
                chosen.lang,
                start=format_date(start, chosen.lang),
                end=format_date(end, chosen.lang),
            )
            for start, end in zip(timed["start"], timed["end"], strict=True)
        ],
        standing="published",
    )
    look = Look(chosen.theme, chosen.lang)
    first, last = timed["start"].min()[:4], timed["end"].max()[:4]
    blanks = {**words, "count": len(timed), "first": first, "last": last}
    return ChartResult(
        figures.timeline(timed, look, highlight=chosen.project),
        timed[COLUMNS],
        pages_of(pack, timed),
        say("initiatives.timeline.summary", chosen.lang, **blanks),
        (*notes, say("initiatives.timeline.key", chosen.lang)),
        words,
        year=f"{first}–{last}",
    )


def pages_of(pack: Pack, rows: pd.DataFrame) -> tuple[PackSource, ...]:
    """The sources of projects beside the paper, which gives no dates; the paper where there is no other."""
    sources = sources_of(pack, rows)
    return tuple(source for source in sources if source != pack.paper) or sources
