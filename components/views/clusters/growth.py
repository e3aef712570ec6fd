"""How many cluster organisations there are: of the region, as the paper counts them, and on the platform over
the years."""

from typing import Any

import pandas as pd
from dash import html

from components import figures
from components.charts.errata import erratum_sentences, place_in_language
from components.charts.result import ChartResult
from components.i18n import text
from components.i18n.numbers import number
from components.i18n.text import say
from components.state.selection import Selection
from components.views.pack_charts import pack_chart, region_of, sources_of, value_text
from data import Data, Pack


@pack_chart("cluster_counts")
def cluster_counts(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """What the paper counts among the region's organisations, each count with its whole."""
    table = pack.tables["cluster_counts"]
    rows = with_labels(table, chosen).assign(
        label=[count_name(row, pack, chosen) for row in table.to_dict("records")]
    )
    rows = rows[["label", "value", "of", "place", "standing", "source"]]
    heads = [say(f"column.{name}", chosen.lang) for name in ("label", "value", "of", "place")]
    body = [count_row(row, chosen) for row in rows.to_dict("records")]
    table_html = html.Table([figures.headings(heads, (1, 2)), html.Tbody(body)], className="rows")
    return ChartResult(
        figures.scroll_box(table_html, say("clusters.cluster_counts.label", chosen.lang)),
        rows,
        sources_of(pack, rows),
        say("clusters.cluster_counts.summary", chosen.lang, count=len(rows)),
        erratum_sentences(pack, table["note"], chosen.lang),
        region_of(data, chosen),
        0,
    )


@pack_chart("platform_counts")
def platform_counts(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """The number of organisations on the European platform, at each date for which a source states it."""
    table = pack.tables["platform_counts"]
    rows = with_labels(table, chosen).assign(
        when=[text.format_date(str(date), chosen.lang) for date in table["date"]], bound=table["relation"]
    )
    rows = rows[["label", "date", "when", "value", "bound", "standing", "source"]]
    heads = [say(f"column.{name}", chosen.lang) for name in ("label", "when", "value")]
    body = [date_row(row, chosen) for row in rows.to_dict("records")]
    table_html = html.Table([figures.headings(heads, (2,)), html.Tbody(body)], className="rows")
    last = rows.sort_values("date", kind="stable").iloc[-1]
    template_args = {"value": value_text(last.to_dict(), chosen.lang, 0), "when": last["when"]}
    return ChartResult(
        figures.scroll_box(table_html, say("clusters.platform_counts.label", chosen.lang)),
        rows,
        sources_of(pack, rows),
        say("clusters.platform_counts.summary", chosen.lang, **template_args),
        erratum_sentences(pack, table["note"], chosen.lang),
        region_of(data, chosen),
        0,
    )


def with_labels(table: pd.DataFrame, chosen: Selection) -> pd.DataFrame:
    """The rows with their name and place in the reader's language."""
    return table.assign(
        label=table[f"name_{chosen.lang}"],
        place=[place_in_language(str(place), chosen.lang) for place in table["place"].fillna("")],
    )


def count_name(row: dict[str, Any], pack: Pack, chosen: Selection) -> str:
    """What is counted, with the ecosystem where it is one's."""
    label = str(row[f"name_{chosen.lang}"])
    ecosystems = pack.rows("ecosystems").drop_duplicates("ecosystem").set_index("ecosystem")
    if row["ecosystem"] not in ecosystems.index:
        return label
    name = ecosystems.at[row["ecosystem"], f"name_{chosen.lang}"]
    return say("clusters.cluster_counts.ecosystem", chosen.lang, label=label, ecosystem=name)


def count_row(row: dict[str, Any], chosen: Selection) -> html.Tr:
    """One count and its whole."""
    texts = (value_text(row, chosen.lang, 0), number(row["of"], chosen.lang, 0))
    cells = [html.Td(text, className="number") for text in texts]
    return html.Tr(
        [html.Th(row["label"], scope="row"), *cells, html.Td(row["place"])],
        **{"data-standing": row["standing"]},
    )


def date_row(row: dict[str, Any], chosen: Selection) -> html.Tr:
    """The organisations at one date."""
    value = value_text(row, chosen.lang, 0)
    bound = row["bound"] if row["value"] == row["value"] else "exact"
    words = say(f"clusters.relation.{bound}", chosen.lang, value=value)
    cells = [html.Td(row["when"]), html.Td(words, className="number")]
    return html.Tr([html.Th(row["label"], scope="row"), *cells], **{"data-standing": row["standing"]})
