"""The organisations in a numbered list beside the map, by kind."""

from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.errata import erratum_sentences
from components.charts.result import ChartResult
from components.i18n.numbers import number
from components.i18n.text import say
from components.state.selection import Selection, to_url
from components.views.clusters.organisations import (
    PLACES,
    SYMBOLS,
    filter_summary,
    filtered_organisations,
    kinds,
    place_standings,
    province_name,
    without_filters,
)
from components.views.pack_charts import column_errata, pack_chart, region_of, sources_of, table_notes
from data import Data, Pack


@pack_chart("organisations")
def directory(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """The numbered list beside the map, by kind."""
    rows = filtered_organisations(pack, chosen)
    words = region_of(data, chosen)
    rows = rows.assign(where=place_text(pack, rows, chosen))
    names = kinds(pack, chosen.lang)
    shown = rows.assign(
        label=rows["name"],
        kind=rows["kind"].map(names["name"]),
        where_standing=place_standings(rows, chosen.location),
    )
    columns = ["no", "label", "short", "kind", "ecosystems", "members", "where", "where_standing"]
    shown = shown[[*columns, "standing", "source", "note"]]
    if rows.empty:
        empty = figures.empty_state(say("clusters.nobody", chosen.lang), clear_filters_link(chosen))
        return ChartResult(empty, shown, (), filter_summary(pack, chosen), (), words)
    left = len(pack.tables["organisations"]) - len(rows)
    lists = [
        of_kind(plural, at, rows[rows["kind"] == kind], chosen)
        for at, (kind, plural) in enumerate(names["plural"].items())
        if (rows["kind"] == kind).any()
    ]
    return ChartResult(
        html.Div([html.P(clear_filters_link(chosen)) if left else None, *lists], className="directories"),
        shown,
        sources_of(pack, shown),
        filter_summary(pack, chosen),
        (
            *(table_notes(pack, chosen.lang, "organisations") if chosen.location == "declared" else ()),
            *erratum_sentences(pack, column_errata(pack, "organisations", "printed_no"), chosen.lang),
        ),
        words,
    )


def place_text(pack: Pack, rows: pd.DataFrame, chosen: Selection) -> list[str]:
    """The province declared or found, as the map shows it; words where none was found."""
    names = rows[PLACES[chosen.location][2]]
    nowhere = say("clusters.directory.nowhere", chosen.lang)
    return [province_name(pack, name, chosen.lang) if name else nowhere for name in names]


def clear_filters_link(chosen: Selection) -> Component:
    """A link that clears all filters."""
    return html.A(
        say("clusters.filters.reset", chosen.lang),
        href=to_url(without_filters(chosen)),
        **{"data-nav": "mark"},
    )


def of_kind(plural: str, at: int, rows: pd.DataFrame, chosen: Selection) -> Component:
    """The organisations of one kind under its name, with the shape that the kind in this place has on the map."""
    items = [
        html.Li(entry(row, chosen), value=str(row["no"]), **{"data-standing": row["standing"]})
        for row in rows.to_dict("records")
    ]
    heading = say("clusters.directory.kind", chosen.lang, kind=plural, count=len(rows))
    return html.Div(
        [html.H4(heading), html.Ol(items, className=f"directory mark-{SYMBOLS[at % len(SYMBOLS)]}")]
    )


def entry(row: dict[str, Any], chosen: Selection) -> list[Component]:
    """One organisation in the list: its number, its name as a link to its details, what it is."""
    number_of = str(row["no"])
    here = {"aria-current": "true"} if number_of == chosen.organisation else {}
    to = to_url(chosen.but(organisation=number_of))
    link = html.A(str(row["name"]), href=to, **{"data-nav": "mark", **here})
    members = row["members"]
    counted = [say("clusters.directory.members", chosen.lang, count=number(members, chosen.lang, 0))]
    parts = [
        row["where"],
        *([row["ecosystems"]] if row["ecosystems"] else []),
        *(counted if members == members else []),
    ]
    badge = html.Span(number_of, className="badge-no", **{"aria-hidden": "true"})
    return [badge, html.Div([link, html.Span(" · ".join(parts), className="what")])]
