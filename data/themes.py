"""Themes of innovation and the official indicators nearest to each: a region's value, its rank among all regions with
a value, and the median of the regions it is compared with. Read from themes.toml; no charts, no words."""

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, Self

import pandas as pd
from pydantic import Field, model_validator

from data import Data, clustering, innovation_fund, queries, structure
from data.records import Record, Words
from data.statistics import rank

FILE = Path(__file__).with_suffix(".toml")
JOBS = "jobs"


class Measure(Record):
    """One official indicator that is near a theme."""

    kind: Literal["indicator", "division", "section", "fund"]
    code: str = ""

    @model_validator(mode="after")
    def only_the_fund_has_no_code(self) -> Self:
        if (self.kind == "fund") == bool(self.code):
            raise ValueError("a measure has a code unless it is the fund")
        return self


class Theme(Record):
    """A theme: what it is called, why its measures are near it, and which they are."""

    title: Words
    nearness: Words
    measures: tuple[Measure, ...] = Field(min_length=1)


@dataclass(frozen=True, eq=False)
class RankedMeasure:
    """A measure in the year in which regions are ranked.

    rows       year, value, rank and of by the code that a value was published for
    area       gives the code that covers a region of today, "" where none does
    direction  "higher" or "lower": which end has rank 1"""

    rows: pd.DataFrame
    area: Callable[[str], str]
    direction: str

    @classmethod
    def of(
        cls, values: pd.Series, year: int, area: Callable[[str], str], direction: str = "higher"
    ) -> "RankedMeasure":
        """The values by code with their ranks."""
        return cls(rank(pd.DataFrame({"year": year, "value": values}), direction), area, direction)


@dataclass(frozen=True)
class Standing:
    """A region in one measure: the code that covers it, value, rank, of how many, and the position between 0 (last)
    and 100 (first)."""

    area: str
    year: int
    value: float
    rank: int
    of: int
    position: float


@dataclass(frozen=True)
class Median:
    """The median of the compared regions that have a value, how many those are, and where it would stand."""

    value: float
    count: int
    position: float


@cache
def themes() -> dict[str, Theme]:
    """Every theme by its key, in the order of the file."""
    content = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {name: Theme.model_validate(block) for name, block in content.items()}


@cache
def rank_measure(data: Data, measure: Measure) -> RankedMeasure:
    """A measure over all regions."""
    return READERS[measure.kind](data, measure.code)


def _indicator(data: Data, code: str) -> RankedMeasure:
    indicator, year = data.indicators[code], queries.latest_year(data, code)
    values = queries.ranked_rows(data, code, year).set_index("region")["value"]
    return RankedMeasure.of(
        values, year, lambda region: queries.area(data, indicator, region), indicator.direction
    )


def _division(data: Data, code: str) -> RankedMeasure:
    year = clustering.year_of(data, code)
    values = clustering.of_division(data, code, year).set_index("region")["quotient"]
    return RankedMeasure.of(values, year, lambda region: clustering.area(data, region, year))


def _section(data: Data, code: str) -> RankedMeasure:
    year = data.breakdowns[structure.TABLE].years[-1]
    values = structure.quotients(data, JOBS, year)[code].dropna()
    level2 = data.regions.index[data.regions["level"] == "nuts2"]
    return RankedMeasure.of(
        values[values.index.isin(level2)], year, lambda region: structure.area(data, region)
    )


def _fund(data: Data, _: str) -> RankedMeasure:
    counts = innovation_fund.counts(data)["projects"].astype(float)
    return RankedMeasure.of(counts, int(innovation_fund.source(data).year[-4:]), lambda region: region)


READERS: dict[str, Callable[[Data, str], RankedMeasure]] = {
    "indicator": _indicator,
    "division": _division,
    "section": _section,
    "fund": _fund,
}


@lru_cache(maxsize=1024)
def standing(data: Data, measure: Measure, region: str) -> Standing | None:
    """Where a region stands in a measure, or None where nothing was published for it."""
    found = rank_measure(data, measure)
    area = found.area(region)
    if area not in found.rows.index:
        return None
    row = found.rows.loc[area]
    place = queries.Place(int(row["rank"]), int(row["of"]), 0)
    return Standing(area, int(row["year"]), float(row["value"]), place.rank, place.of, place.position)


def median_without(data: Data, measure: Measure, region: str, compared: Iterable[str]) -> Median | None:
    """The median of the regions compared with a region, without its own value; None where none has a value."""
    found = rank_measure(data, measure)
    own = found.area(region)
    areas = [area for area in dict.fromkeys(map(found.area, compared)) if area != own]
    every = found.rows["value"]
    values = every[[area for area in areas if area in every.index]]
    if values.empty:
        return None
    median = float(values.median())
    better = every < median if found.direction == "lower" else every > median
    place = queries.Place(int(better.sum()) + 1, len(every), 0)
    return Median(median, len(values), place.position)
