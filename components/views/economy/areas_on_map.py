"""GDP per head of a region's NUTS 3 areas on a map, in classes around the mean of the region."""

from itertools import pairwise

import pandas as pd

from components import figures
from components.charts.provenance import Citation
from components.charts.result import ChartResult
from components.figures.classes import Frame, Land
from components.figures.frame import Look
from components.i18n.numbers import number
from components.i18n.text import listing, say
from components.state.base_path import with_base
from components.state.selection import Selection
from components.views.economy.inside_region import (
    area_rows,
    area_text,
    blanks_of,
    no_districts,
    notes,
)
from data import Data, inside_region

SHAPE = "nuts3_2021"
EDGES = (75, 90, 110, 125)
MARGIN = 0.04
NAMED = 6


def inside_map(data: Data, chosen: Selection) -> ChartResult:
    """The same areas as the bars, where they lie."""
    year = inside_region.years(data)[-1]
    areas, spread = (
        inside_region.areas(data, chosen.region, year),
        inside_region.spread(data, chosen.region, year),
    )
    if spread is None:
        return no_districts(data, chosen)
    shape = data.shapes[SHAPE]
    rows = area_rows(areas, year, chosen).assign(percent=100 * areas["value"] / spread.mean)
    marks = rows.assign(
        key=rows["code"],
        step=[sum(percent >= edge for edge in EDGES) for percent in rows["percent"]],
        order=range(1, len(rows) + 1),
        oversea=False,
        words=[area_text(row, chosen) for row in rows.to_dict("records")],
    )
    look = Look(chosen.theme, chosen.lang, str(rows["unit"].iloc[0]), 0)
    figure = figures.class_map(
        marks,
        look,
        land=Land(with_base(shape.address), leads=""),
        names=class_names(chosen.lang),
        frame=frame(data, rows["code"].tolist()),
    )
    mean = number(spread.mean, chosen.lang, 0)
    figure = figures.titled_classes(figure, say("inside.classes.title", chosen.lang, mean=mean), look)
    _, *usual = notes(data, chosen)
    return ChartResult(
        figure,
        rows,
        (Citation(inside_region.source(data), str(year)), shape.source),
        map_sentence(data, chosen, rows, mean),
        (say("inside.classes", chosen.lang, mean=mean), *usual),
        blanks_of(data, chosen),
        {"value": 0, "population": 0, "percent": 0},
    )


def map_sentence(data: Data, chosen: Selection, rows: pd.DataFrame, mean: str) -> str:
    """Which areas reach the mean of the region, from the highest."""
    high = rows[rows["percent"].round(9) >= 100].sort_values("value", ascending=False)
    names = high["label"].head(NAMED).tolist()
    if len(high) > NAMED:
        names.append(say("clusters.more", chosen.lang, count=len(high) - NAMED))
    words = {"areas": len(rows), "above": len(high), "names": listing(names, chosen.lang), "mean": mean}
    return say("inside.map.summary", chosen.lang, **blanks_of(data, chosen), **words)


def class_names(language: str) -> dict[int, str]:
    """What the colour of each class means, in per cent of the mean."""
    inner = [say("inside.class.between", language, low=low, high=high) for low, high in pairwise(EDGES)]
    below = say("inside.class.below", language, edge=EDGES[0])
    above = say("inside.class.above", language, edge=EDGES[-1])
    return dict(enumerate([below, *inner, above]))


def frame(data: Data, codes: list[str]) -> Frame:
    """West, east, south and north of the areas, with a margin."""
    wests, easts, souths, norths = zip(*(data.shapes[SHAPE].boxes[code] for code in codes), strict=True)
    west, east, south, north = min(wests), max(easts), min(souths), max(norths)
    aside, upright = MARGIN * (east - west), MARGIN * (north - south)
    return west - aside, east + aside, south - upright, north + upright
