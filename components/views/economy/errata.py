"""Where the paper contradicts itself or its sources: the whole list, whose entries also stand beside the
values they touch."""

from dash import html
from dash.development.base_component import Component

from components.charts.errata import translated
from components.charts.result import ChartResult
from components.i18n.text import say
from components.state.selection import Selection
from components.views.packed import needs, region_of, sources_of
from data import Data, Pack


@needs("errata")
def errata(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Every contradiction found, how it is read here, and how sure that reading is."""
    table = pack.tables["errata"]
    rows = table.assign(
        no=table["id"],
        place=[translated(place, chosen.lang) for place in table["place"]],
        problem=table[f"problem_{chosen.lang}"],
        reading=table[f"reading_{chosen.lang}"],
        treatment=table[f"treatment_{chosen.lang}"],
    )[["no", "place", "problem", "reading", "treatment", "certainty", "standing", "source"]]
    items = [
        html.Li(entry(one, chosen.lang), **{"data-standing": one["standing"]})
        for one in rows.to_dict("records")
    ]
    told = {"count": len(rows), "open": int((rows["certainty"] == "open").sum())}
    summary = say("economy.errata.summary", chosen.lang, **told)
    figure = html.Ol(items, className="directory errata")
    return ChartResult(figure, rows, sources_of(pack, rows), summary, (), region_of(data, chosen))


def entry(one: dict[str, object], language: str) -> list[Component]:
    """One contradiction: where, what, how it is read, how sure."""
    sure = say(f"value.certainty.{one['certainty']}", language)
    reading = html.Span(f"{one['reading']} ({sure})", className="what")
    words = [
        html.Strong(f"{one['place']}. "),
        html.Span(f"{one['problem']} "),
        reading,
        html.Span(str(one["treatment"]), className="what treatment"),
    ]
    return [html.Span(str(one["no"]), className="badge-no"), html.Div(words)]
