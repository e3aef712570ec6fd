"""Where the paper contradicts itself or its sources: the whole list, whose entries also stand beside the
values they touch."""

from dash import html
from dash.development.base_component import Component

from components.charts.errata import place_in_language
from components.charts.result import ChartResult
from components.i18n.text import say
from components.state.selection import Selection
from components.views.pack_charts import pack_chart, region_of, sources_of
from data import Data, Pack


@pack_chart("errata")
def errata(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Every contradiction found, how it is read here, and how sure that reading is."""
    table = pack.tables["errata"]
    rows = table.assign(
        no=table["id"],
        place=[place_in_language(place, chosen.lang) for place in table["place"]],
        problem=table[f"problem_{chosen.lang}"],
        reading=table[f"reading_{chosen.lang}"],
        treatment=table[f"treatment_{chosen.lang}"],
    )[["no", "place", "problem", "reading", "treatment", "certainty", "standing", "source"]]
    items = [
        html.Li(entry(row, chosen.lang), **{"data-standing": row["standing"]})
        for row in rows.to_dict("records")
    ]
    template_args = {"count": len(rows), "open": int((rows["certainty"] == "open").sum())}
    summary = say("economy.errata.summary", chosen.lang, **template_args)
    figure = html.Ol(items, className="directory errata")
    return ChartResult(figure, rows, sources_of(pack, rows), summary, (), region_of(data, chosen))


def entry(row: dict[str, object], language: str) -> list[Component]:
    """One contradiction: where, what, how it is read, how sure."""
    sure = say(f"value.certainty.{row['certainty']}", language)
    reading = html.Span(f"{row['reading']} ({sure})", className="what")
    words = [
        html.Strong(f"{row['place']}. "),
        html.Span(f"{row['problem']} "),
        reading,
        html.Span(str(row["treatment"]), className="what treatment"),
    ]
    return [html.Span(str(row["no"]), className="badge-no"), html.Div(words)]
