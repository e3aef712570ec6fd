"""The strategic questions that the paper leaves open, each with what it is read from."""

from dash import html

from components.charts.errata import place_in_language
from components.charts.result import ChartResult
from components.i18n.text import say
from components.state.selection import Selection
from components.views.pack_charts import pack_chart, region_of, sources_of, table_notes
from data import Data, Pack


@pack_chart("questions")
def questions(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """The open strategic questions, each beside what the paper says."""
    table = pack.tables["questions"]
    rows = table.assign(
        label=table[f"name_{chosen.lang}"],
        text=table[f"text_{chosen.lang}"],
        inference=table[f"inference_{chosen.lang}"],
        place=[place_in_language(str(place), chosen.lang) for place in table["place"]],
    )[["label", "text", "inference", "place", "standing", "source", "note"]]
    items = [
        html.Li(
            [
                html.Span(row["label"], className="direction"),
                html.Strong(row["text"]),
                html.Span(row["inference"]),
                html.Small(row["place"]),
            ],
            className="said",
            **{"data-standing": row["standing"]},
        )
        for row in rows.to_dict("records")
    ]
    return ChartResult(
        html.Ul(items, className="statements"),
        rows,
        sources_of(pack, rows),
        say("s3.questions.summary", chosen.lang, count=len(rows)),
        table_notes(pack, chosen.lang, "questions"),
        region_of(data, chosen),
    )
