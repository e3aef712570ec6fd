"""One set of classes and one range of axes for all years of an indicator, so that pictures of different years can be
compared."""

from dataclasses import dataclass

import pandas as pd

from components.figures.classes import NONE
from components.figures.frame import Look
from components.i18n.text import say
from components.state.selection import ALL, Selection
from data import Data, groups, queries, scaling
from data.records import Indicator

CLASSES = 5


@dataclass(frozen=True)
class AllYears:
    """The years in which regions can be ranked, the least and the highest value of the areas in view in them, and the
    upper end of each class but the last: fifths of all these values together. Values are as shown, rounded."""

    first: int
    last: int
    low: float
    high: float
    edges: tuple[float, ...]
    is_lower_better: bool
    places: int

    def step(self, value: float) -> int:
        """The class of a value: 4, the darkest, for the best; NONE without a value."""
        if value != value:
            return NONE
        place = sum(round(value, self.places) > edge for edge in self.edges)
        return CLASSES - 1 - place if self.is_lower_better else place

    def legend(self, look: Look) -> dict[int, str]:
        """Each class in words, from the lowest values; a class that can have no value is left out."""
        names: dict[int, str] = {}
        below = None
        for end in (*self.edges, self.high):
            if below is None or end > below:
                key = "compare.legend.band" if below is None else "compare.legend.above"
                low = look.number(self.low if below is None else below)
                names[self.step(end)] = say(key, look.lang, low=low, high=look.number(end))
            below = end
        return names

    @property
    def ends(self) -> tuple[float, float]:
        """The least and the highest value: the range of every axis."""
        return self.low, self.high


def all_years(
    data: Data, indicator: Indicator, scaled: scaling.ScaledRows, places: int, chosen: Selection
) -> AllYears | None:
    """The classes and the range over all years where the reader asks for them, else None."""
    if chosen.classes != ALL:
        return None
    years = queries.ranked_years(data, indicator.code)
    rows = scaled.rows[scaled.rows["region"].isin(groups.areas_in(data, indicator.code, chosen.group))]
    rows = rows[rows["year"].isin(years)].dropna(subset=["value"])
    if rows.empty:
        return None
    values: pd.Series = rows["value"].round(places)
    edges = values.quantile([share / CLASSES for share in range(1, CLASSES)], interpolation="lower")
    return AllYears(
        years[0],
        years[-1],
        float(values.min()),
        float(values.max()),
        tuple(edges.tolist()),
        indicator.direction == "lower",
        places,
    )
