"""What studies say of clusters, and how the region's cluster policy came here: words, since our copy
of the paper is its text."""

from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.errata import place_in_language
from components.charts.naming import publisher_name
from components.charts.result import ChartResult
from components.figures.stretches import Stretch
from components.i18n.text import format_date, listing, say
from components.state.selection import Selection
from components.views.pack_charts import not_in_pack, pack_chart, region_of, sources_of, table_notes
from data import Data, Pack

SIGNS = {"positive": "▲", "negative": "▼", "medium-high": "◆", "above-average": "▲", "very-high": "▲▲"}
YEARS_PER_TICK = 5


def statements(data: Data, chosen: Selection) -> ChartResult:
    """What studies find, in words. Findings about all regions of Europe are shown for any region without a pack of its
    own, findings about one only for that one."""
    pack = data.packs.get(chosen.region)
    if pack is not None:
        found = pack.rows("statements")
        return not_in_pack(data, chosen) if found.empty else findings(pack, found, data, chosen)
    for other in sorted(data.packs.values(), key=lambda pack: not pack.default):
        found = other.rows("statements")
        european = found[found["scope"] == "europe"]
        if len(european):
            return findings(other, european, data, chosen)
    return not_in_pack(data, chosen)


def findings(pack: Pack, table: pd.DataFrame, data: Data, chosen: Selection) -> ChartResult:
    """Findings with their direction, by figure."""
    rows = table.assign(
        label=table[f"name_{chosen.lang}"],
        text=table[f"text_{chosen.lang}"],
        said_by=[publisher_names(pack, source, chosen.lang) for source in table["source"]],
        group=table[f"group_{chosen.lang}"],
        place=[place_in_language(place, chosen.lang) for place in table["place"]],
    ).reset_index(drop=True)
    groups = [group(str(heading), part, chosen.lang) for heading, part in rows.groupby("group", sort=False)]
    rows = rows[["place", "label", "direction", "text", "standing", "said_by", "source"]]
    template_args = {
        "count": len(rows),
        "positive": int((rows["direction"] == "positive").sum()),
        "negative": int((rows["direction"] == "negative").sum()),
    }
    scope = "own" if pack.region == chosen.region else "europe"
    return ChartResult(
        html.Div(groups, className="statement-groups"),
        rows,
        sources_of(pack, rows),
        say(f"clusters.statements.summary.{scope}", chosen.lang, **template_args),
        table_notes(pack, chosen.lang, "statements"),
        region_of(data, chosen),
    )


def publisher_names(pack: Pack, sources: str, language: str) -> str:
    """Who says something, by the publishers of its sources."""
    names = [pack.sources[key].publisher for key in sources.split()]
    return listing([publisher_name(name, language) for name in names], language)


def group(heading: str, rows: pd.DataFrame, language: str) -> Component:
    """The findings of one group under its heading."""
    items = [
        html.Li(
            statement(row, language),
            className=f"said {row['direction']}",
            **{"data-standing": row["standing"]},
        )
        for row in rows.to_dict("records")
    ]
    head = [html.H4(heading)] if heading else []
    return html.Div([*head, html.Ul(items, className="statements")])


def statement(row: dict[str, Any], language: str) -> list[Component]:
    """One finding: its direction by sign and in words, its subject, what is said, who says so."""
    sign = html.Span(SIGNS[row["direction"]], className="sign", **{"aria-hidden": "true"})
    direction = html.Span(
        [sign, " ", say(f"value.direction.{row['direction']}", language)], className="direction"
    )
    source = say("clusters.statements.source", language, place=row["place"], said_by=row["said_by"])
    return [direction, html.Strong(str(row["label"])), html.Span(str(row["text"])), html.Small(source)]


@pack_chart("policy")
def policy(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """The steps of the cluster policy over time."""
    table = pack.tables["policy"]
    places = [place_or_publisher(row, pack, chosen.lang) for row in table.to_dict("records")]
    rows = table.assign(label=table[f"name_{chosen.lang}"], text=table[f"text_{chosen.lang}"], place=places)
    rows = rows[["start", "end", "label", "text", "place", "standing", "source"]]
    template_args = {
        "count": len(rows),
        "first": rows["start"].min()[:4],
        "last": max(*rows["end"], *rows["start"])[:4],
    }
    first, last = int(template_args["first"]), int(template_args["last"]) + 1
    stretches = [stretch(row, chosen.lang) for row in rows.to_dict("records")]
    return ChartResult(
        figures.stretches(stretches, (first, last), list(range(first, last, YEARS_PER_TICK))),
        rows,
        sources_of(pack, rows),
        say("clusters.policy.summary", chosen.lang, **template_args),
        (),
        region_of(data, chosen),
    )


def place_or_publisher(row: dict[str, Any], pack: Pack, language: str) -> str:
    """The paper's section, or the publisher of what the paper does not print."""
    if row["standing"] == "printed" and row["place"]:
        return say("clusters.policy.printed", language, place=place_in_language(row["place"], language))
    return say(
        "clusters.policy.published", language, publisher=publisher_names(pack, row["source"], language)
    )


def stretch(row: dict[str, Any], language: str) -> Stretch:
    """One step of the policy: a period with both its years, or a date."""
    start, end = row["start"], row["end"]
    begin = year_of(start)
    finish = year_of(end) + 1 if end else None
    when = f"{start}–{end}" if end else format_date(start, language)
    return Stretch(when, begin, finish, row["label"], row["text"], row["place"], row["standing"])


def year_of(when: str) -> float:
    """A date as a year with decimals: the first day of what is said."""
    year, _, month = when.partition("-")
    return int(year) + (int(month[:2]) - 1) / 12 if month else float(year)
