"""The official indicators that are nearest to the priorities of a region's strategy, or to the eight themes where none
is known: for any region."""

from typing import Any

import pandas as pd

from components import figures
from components.charts.naming import name_of
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.text import say
from components.state.selection import Selection
from components.views.compare.compared import compared_with
from components.views.s3 import measures
from components.views.s3.nearest_notes import notes, summary
from components.views.s3.priorities import Priorities, priorities
from data import Data, themes
from data.themes import Measure

COLUMNS = (
    "theme",
    "indicator",
    "label",
    "region",
    "year",
    "value",
    "unit",
    "rank",
    "of",
    "middle",
    "middle_count",
    "nearness",
    "standing",
)


def nearest(data: Data, chosen: Selection) -> ChartResult:
    """Where the region stands in the official indicators nearest to each priority or theme."""
    shown, compared = priorities(data, chosen), compared_with(data, chosen)
    found = [
        entry(data, name, measure, compared, chosen)
        for name, theme in shown.themes
        if theme
        for measure in themes.themes()[theme].measures
    ]
    rows = pd.DataFrame([row for row in found if row])
    blanks = {"region": name_of(data, chosen.region, chosen.lang)}
    if rows.empty:
        text = say("s3.nearest.none", chosen.lang, **blanks)
        return ChartResult(figures.empty_state(text), rows, blanks=blanks, covered=False)
    years = rows[["measure", "year"]].drop_duplicates()
    return ChartResult(
        figure(data, rows, shown, chosen),
        rows[list(COLUMNS)],
        (*(measures.source(data, *pair) for pair in years.itertuples(index=False)), *shown.sources),
        summary(rows, shown, chosen, blanks),
        notes(data, rows, shown, chosen),
        blanks,
        {"value": 2, "middle": 2},
    )


def entry(
    data: Data, priority: str, measure: Measure, compared: tuple[str, ...], chosen: Selection
) -> dict[str, Any] | None:
    """A region in one measure beside the median of those it is compared with; None where it has no value."""
    own = themes.standing(data, measure, chosen.region)
    if own is None:
        return None
    middle = themes.median_without(data, measure, chosen.region, compared)
    theme = next(theme for theme in themes.themes().values() if measure in theme.measures)
    return {
        "theme": priority,
        "measure": measure,
        "indicator": measure.code,
        "label": measures.measure_label(data, measure, chosen.lang),
        "region": own.area,
        "year": own.year,
        "value": own.value,
        "unit": measures.unit(data, measure, chosen.lang),
        "rank": own.rank,
        "of": own.of,
        "position": own.position,
        "middle": middle.value if middle else None,
        "middle_count": middle.count if middle else 0,
        "middle_position": middle.position if middle else None,
        "nearness": str(theme.nearness[chosen.lang]),
        "hollow": measures.is_national(data, measure, chosen.region),
        "standing": measures.standing(data, measure),
    }


def figure(data: Data, rows: pd.DataFrame, shown: Priorities, chosen: Selection) -> dict[str, Any]:
    """The rows under the names of their priorities; one without rows says so."""
    marks = [marked_row(data, row, chosen) for row in rows.to_dict("records")]
    groups = [(name, [item for item in marks if item["theme"] == name]) for name, _ in shown.themes]
    lens = say(f"choice.lens.{chosen.lens}", chosen.lang)
    region = str(name_of(data, chosen.region, chosen.lang))
    return figures.grouped_positions(
        groups,
        Look(chosen.theme, chosen.lang, say("unit.position", chosen.lang), 0),
        names=(region, say("s3.nearest.middle", chosen.lang, lens=lens), say("line.half", chosen.lang)),
        nothing=say("s3.nearest.nothing", chosen.lang),
    )


def marked_row(data: Data, row: dict[str, Any], chosen: Selection) -> dict[str, Any]:
    """A row as the figure wants it: the text beside its mark, and what the tooltips say."""
    look = measures.measure_look(data, row["measure"], chosen)
    named = {"label": row["label"], "year": measures.years_text(data, row["measure"], row["year"])}
    place = {"rank": row["rank"], "of": row["of"]}
    has_middle = row["middle_position"] == row["middle_position"]
    middle = {"value": look.value(row["middle"]), "count": row["middle_count"]} if has_middle else {}
    return {
        **row,
        "middle": row["middle_position"] if has_middle else None,
        "text": say("s3.nearest.mark", chosen.lang, value=look.number(row["value"]), **place),
        "words": say("s3.nearest.hover", chosen.lang, value=look.value(row["value"]), **named, **place),
        "middle_words": say("s3.nearest.middle.hover", chosen.lang, **named, **middle) if middle else "",
    }
