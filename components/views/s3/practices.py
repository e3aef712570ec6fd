"""How regions involve their clusters in smart specialisation: what a pack says of its own region and of others."""

from typing import Any

from dash import html

from components.charts.errata import erratum_sentences, place_in_language
from components.charts.naming import name_of
from components.charts.result import ChartResult
from components.i18n.text import listing, say
from components.state.selection import Selection, to_url
from components.views.pack_charts import pack_chart, region_of, sources_of, table_notes
from data import Data, Pack


@pack_chart("good_practices")
def good_practices(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Practices of regions, each with a link to that region's own profile."""
    table = pack.tables["good_practices"]
    rows = table.assign(
        label=table[f"practice_{chosen.lang}"],
        text=table[f"text_{chosen.lang}"],
        name=[region_label(row, data, chosen.lang) for row in table.to_dict("records")],
    )[["region", "name", "label", "text", "place", "standing", "source"]]
    items = [
        html.Li(practice(row, data, chosen), className="said", **{"data-standing": row["standing"]})
        for row in rows.to_dict("records")
    ]
    names = listing(rows["name"].drop_duplicates().tolist(), chosen.lang)
    return ChartResult(
        html.Ul(items, className="statements"),
        rows.drop(columns="name"),
        sources_of(pack, rows),
        say("s3.good_practices.summary", chosen.lang, count=len(rows), names=names),
        (
            *table_notes(pack, chosen.lang, "good_practices"),
            *erratum_sentences(pack, table["note"], chosen.lang),
        ),
        region_of(data, chosen),
    )


def region_label(row: dict[str, Any], data: Data, language: str) -> str:
    """The region's name; as the pack has it where it is no region of ours."""
    code = str(row["region"])
    return name_of(data, code, language) if code in data.regions.index else str(row[f"name_{language}"])


def practice(row: dict[str, Any], data: Data, chosen: Selection) -> list[Any]:
    """Whose practice it is, what it is, where the paper says so, and a link to the region's profile."""
    parts = [
        html.Span(row["name"], className="direction"),
        html.Strong(row["label"]),
        html.Span(row["text"]),
        html.Small(place_in_language(str(row["place"]), chosen.lang)) if row["place"] else None,
    ]
    if row["region"] not in data.regions.index:
        return parts
    there = Selection(tab="economy", lang=chosen.lang, theme=chosen.theme, region=str(row["region"]))
    words = say("s3.good_practices.profile", chosen.lang, region=row["name"])
    return [*parts, html.A(words, href=to_url(there), **{"data-nav": "tab"})]
