"""How the comparison is made: every lens and rule with its formula and its source, in words."""

import pandas as pd
from dash import html

from components import figures
from components.charts.result import ChartResult
from components.i18n.text import say
from components.state.selection import WEIGHTS, Selection
from components.views.compare.compared import weights
from components.views.compare.peers_table import latest_citations
from data import Data, peer_profiles, queries

RULES = (
    "standard",
    "dimension",
    "distance",
    "income",
    "size",
    "specialisation",
    "reasons",
    "fifths",
    "scales",
    "correlation",
    "rounding",
)


def method(data: Data, chosen: Selection) -> ChartResult:
    """What each distance is made of, with the weight in use, and the rules."""
    rows = pd.DataFrame([dimension(data, chosen, name) for name in WEIGHTS])
    list_of = html.Dl(
        [
            entry
            for name in RULES
            for entry in (
                html.Dt(say(f"compare.rule.{name}.name", chosen.lang)),
                html.Dd(say(f"compare.rule.{name}", chosen.lang)),
            )
        ],
        className="rules",
    )
    body = [part(row) for row in rows.to_dict("records")]
    heads = [say(f"column.{name}", chosen.lang) for name in ("label", "weight", "variables", "years_used")]
    table = html.Table([figures.headings(heads, (1,)), html.Tbody(body)], className="rows")
    literature = html.P(
        [
            say("compare.method.literature", chosen.lang),
            " ",
            html.A(
                "JRC 89819",
                href="https://publications.jrc.ec.europa.eu/repository/handle/JRC89819",
                rel="noopener noreferrer",
                target="_blank",
            ),
        ]
    )
    sources = latest_citations(data, [variable.code for variable in peer_profiles.variables(data)])
    summary = say(
        "compare.method.summary", chosen.lang, count=len(rows), variables=int(rows["variable_count"].sum())
    )
    shown = rows.drop(columns=["first", "last"])
    return ChartResult(html.Div([table, list_of, literature]), shown, sources, summary)


def dimension(data: Data, chosen: Selection, name: str) -> dict[str, object]:
    """One dimension of structural distance."""
    used = [variable for variable in peer_profiles.variables(data) if variable.dimension == name]
    years = sorted({queries.latest_year(data, indicator.code) for indicator in used})
    first, last = years[0], years[-1]
    return {
        "label": say(f"control.weight_{name}", chosen.lang),
        "weight": weights(chosen)[name],
        "variables": say(f"compare.dimension.{name}", chosen.lang),
        "variable_count": len(used),
        "years_used": f"{first}" if first == last else f"{first}–{last}",
        "first": first,
        "last": last,
        "standing": "recomputed",
    }


def part(row: dict[str, object]) -> html.Tr:
    """One line of the table."""
    weight = row["weight"]
    shown = f"{weight:g}" if isinstance(weight, float) else str(weight)
    cells = [html.Td(shown, className="number"), html.Td(row["variables"]), html.Td(row["years_used"])]
    return html.Tr([html.Th(row["label"], scope="row"), *cells])
