"""The paper in short: what it says of one matter, point by point, each with its place."""

from dash import html

from components.charts.errata import erratum_sentences, place_in_language
from components.charts.result import ChartResult
from components.charts.result_cache import Chart
from components.i18n.text import say
from components.state.selection import Selection
from components.views.pack_charts import (
    PackChart,
    not_in_pack,
    pack_chart,
    region_of,
    sources_of,
    table_notes,
)
from data import Data, Pack


def short_of(*sections: str) -> Chart:
    """A chart of the points of some sections of a pack's `sections` table."""
    return pack_chart("sections")(points_of(sections))


def points_of(sections: tuple[str, ...]) -> PackChart:
    """The same of one pack."""

    def in_short(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
        """What the paper says, point by point."""
        table = pack.tables["sections"]
        rows = table[table["section"].isin(sections)]
        if rows.empty:
            return not_in_pack(data, chosen)
        named = rows.assign(
            label=rows[f"name_{chosen.lang}"],
            statement=rows[f"text_{chosen.lang}"],
            place=[place_in_language(place, chosen.lang) for place in rows["place"]],
            year=pack.year,
        )[["label", "statement", "place", "year", "standing", "source"]]
        items = [
            html.Li([row["statement"], html.Small(row["place"])], **{"data-standing": row["standing"]})
            for row in named.to_dict("records")
        ]
        summary = say("pack.in_short", chosen.lang, count=len(named))
        notes = (
            *table_notes(pack, chosen.lang, "sections"),
            *erratum_sentences(pack, rows["note"], chosen.lang),
        )
        return ChartResult(
            html.Ul(items, className="points"),
            named,
            sources_of(pack, rows),
            summary,
            notes,
            region_of(data, chosen),
        )

    return in_short
