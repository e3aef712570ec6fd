"""What the paper says of the economy in its running text: the numbers that no table of it repeats, and what it
compares in words."""

from typing import Any

import pandas as pd
from dash import html

from components import figures
from components.charts.errata import erratum_sentences, place_in_language
from components.charts.naming import name_of
from components.charts.result import ChartResult
from components.i18n.text import say
from components.state.selection import Selection
from components.views.pack_charts import inferences, pack_chart, region_of, sources_of, value_text
from data import Data, Pack


@pack_chart("text_figures")
def text_numbers(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Every number of the running text, with whose it is, its year and its place."""
    table = pack.tables["text_figures"]
    rows = table.assign(
        label=table[f"name_{chosen.lang}"],
        region=table["geo"],
        unit=table[f"unit_{chosen.lang}"],
        place=[place_in_language(place, chosen.lang) for place in table["place"]],
    )[["label", "region", "year", "value", "unit", "place", "standing", "source"]]
    heads = [say(f"column.{name}", chosen.lang) for name in ("label", "region", "value", "year", "place")]
    body = [number_row(row, data, chosen) for row in rows.to_dict("records")]
    table_html = html.Table([figures.headings(heads, (2,)), html.Tbody(body)], className="rows inline-units")
    template_args = {**region_of(data, chosen), "count": len(rows)}
    return ChartResult(
        figures.scroll_box(table_html, say("economy.text_numbers.label", chosen.lang)),
        rows,
        sources_of(pack, rows),
        say("economy.text_numbers.summary", chosen.lang, **template_args),
        (*inferences(table, chosen.lang), *erratum_sentences(pack, table["note"], chosen.lang)),
        region_of(data, chosen),
    )


def number_row(row: dict[str, Any], data: Data, chosen: Selection) -> html.Tr:
    """One number of the text."""
    year = say("source.undated", chosen.lang) if pd.isna(row["year"]) else f"{int(row['year'])}"
    value = [value_text(row, chosen.lang), html.Small(row["unit"])]
    cells = [
        html.Td(name_of(data, row["region"], chosen.lang)),
        html.Td(value, className="number"),
        html.Td(year),
        html.Td(row["place"]),
    ]
    return html.Tr([html.Th(row["label"], scope="row"), *cells], **{"data-standing": row["standing"]})


@pack_chart("economy_statements")
def text_statements(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """What the text sets above or below the country and the Union, with or without a number."""
    table = pack.tables["economy_statements"]
    rows = table.assign(
        label=table[f"name_{chosen.lang}"],
        statement=table[f"text_{chosen.lang}"],
        place=[place_in_language(place, chosen.lang) for place in table["place"]],
        year=pack.year,
    )[["label", "against_country", "against_eu", "statement", "place", "year", "standing", "source"]]
    heads = [
        say(f"column.{name}", chosen.lang) for name in ("label", "against_country", "against_eu", "statement")
    ]
    body = [statement_row(row, chosen) for row in rows.to_dict("records")]
    table_html = html.Table([figures.headings(heads), html.Tbody(body)], className="rows")
    template_args = {name: int((rows["against_country"] == name).sum()) for name in ("above", "below")}
    return ChartResult(
        figures.scroll_box(table_html, say("economy.text_statements.label", chosen.lang)),
        rows,
        sources_of(pack, rows),
        say(
            "economy.text_statements.summary",
            chosen.lang,
            count=len(rows),
            **template_args,
            **region_of(data, chosen),
        ),
        erratum_sentences(pack, table["note"], chosen.lang),
        region_of(data, chosen),
    )


def statement_row(row: dict[str, Any], chosen: Selection) -> html.Tr:
    """One statement of the text."""
    relations = [
        say(f"value.against_country.{row[name]}", chosen.lang) for name in ("against_country", "against_eu")
    ]
    cells = [*[html.Td(words) for words in relations], html.Td([row["statement"], html.Small(row["place"])])]
    return html.Tr([html.Th(row["label"], scope="row"), *cells], **{"data-standing": row["standing"]})
