"""How many cluster organisations there are: of the region, as the paper counts them, and on the platform over
the years."""

from typing import Any

import pandas as pd
from dash import html

from components import figures
from components.charts.errata import noted, translated
from components.charts.result import ChartResult
from components.i18n import text
from components.i18n.numbers import number
from components.i18n.text import say
from components.state.selection import Selection
from components.views.packed import needs, region_of, sources_of, value_text
from data import Data, Pack


@needs("cluster_counts")
def cluster_counts(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """What the paper counts among the region's organisations, each count with its whole."""
    table = pack.tables["cluster_counts"]
    rows = labelled(table, chosen).assign(
        label=[named(one, pack, chosen) for one in table.to_dict("records")]
    )
    rows = rows[["label", "value", "of", "place", "standing", "source"]]
    heads = [say(f"column.{name}", chosen.lang) for name in ("label", "value", "of", "place")]
    body = [counted(one, chosen) for one in rows.to_dict("records")]
    drawn = html.Table([figures.headings(heads, (1, 2)), html.Tbody(body)], className="rows")
    return ChartResult(
        figures.boxed(drawn, say("clusters.cluster_counts.label", chosen.lang)),
        rows,
        sources_of(pack, rows),
        say("clusters.cluster_counts.summary", chosen.lang, count=len(rows)),
        noted(pack, table["note"], chosen.lang),
        region_of(data, chosen),
        0,
    )


@needs("platform_counts")
def platform_counts(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """The organisations on the European platform, at each date that somebody says."""
    table = pack.tables["platform_counts"]
    rows = labelled(table, chosen).assign(
        when=[text.dated(str(one), chosen.lang) for one in table["date"]], bound=table["relation"]
    )
    rows = rows[["label", "date", "when", "value", "bound", "standing", "source"]]
    heads = [say(f"column.{name}", chosen.lang) for name in ("label", "when", "value")]
    body = [dated(one, chosen) for one in rows.to_dict("records")]
    drawn = html.Table([figures.headings(heads, (2,)), html.Tbody(body)], className="rows")
    last = rows.sort_values("date", kind="stable").iloc[-1]
    told = {"value": value_text(last.to_dict(), chosen.lang, 0), "when": last["when"]}
    return ChartResult(
        figures.boxed(drawn, say("clusters.platform_counts.label", chosen.lang)),
        rows,
        sources_of(pack, rows),
        say("clusters.platform_counts.summary", chosen.lang, **told),
        noted(pack, table["note"], chosen.lang),
        region_of(data, chosen),
        0,
    )


def labelled(table: pd.DataFrame, chosen: Selection) -> pd.DataFrame:
    """The rows with their name and place in the reader's language."""
    return table.assign(
        label=table[f"name_{chosen.lang}"],
        place=[translated(str(place), chosen.lang) for place in table["place"].fillna("")],
    )


def named(one: dict[str, Any], pack: Pack, chosen: Selection) -> str:
    """What is counted, with the ecosystem where it is one's."""
    label = str(one[f"name_{chosen.lang}"])
    ecosystems = pack.rows("ecosystems").drop_duplicates("ecosystem").set_index("ecosystem")
    if one["ecosystem"] not in ecosystems.index:
        return label
    name = ecosystems.at[one["ecosystem"], f"name_{chosen.lang}"]
    return say("clusters.cluster_counts.ecosystem", chosen.lang, label=label, ecosystem=name)


def counted(one: dict[str, Any], chosen: Selection) -> html.Tr:
    """One count and its whole."""
    texts = (value_text(one, chosen.lang, 0), number(one["of"], chosen.lang, 0))
    cells = [html.Td(text, className="number") for text in texts]
    return html.Tr(
        [html.Th(one["label"], scope="row"), *cells, html.Td(one["place"])],
        **{"data-standing": one["standing"]},
    )


def dated(one: dict[str, Any], chosen: Selection) -> html.Tr:
    """The organisations at one date."""
    value = value_text(one, chosen.lang, 0)
    bound = one["bound"] if one["value"] == one["value"] else "exact"
    words = say(f"clusters.relation.{bound}", chosen.lang, value=value)
    cells = [html.Td(one["when"]), html.Td(words, className="number")]
    return html.Tr([html.Th(one["label"], scope="row"), *cells], **{"data-standing": one["standing"]})
