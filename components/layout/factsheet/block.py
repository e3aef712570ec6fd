"""What a block of the fact sheet consists of. Page and PowerPoint file are made from the same blocks; knows neither."""

from collections.abc import Callable
from dataclasses import dataclass

from components.charts.result import ChartResult
from components.figures.svg_lines import Series
from components.i18n.text import say
from components.layout.chart_results import chart_result
from components.render.figure_text import text_in
from components.state.selection import Selection
from data import Data


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading, its part of the width, and whether it holds numbers."""

    head: str
    part: float
    is_number: bool = False


@dataclass(frozen=True)
class Table:
    """Texts in rows, one for each column. `strong` are the numbers of the rows that stand out; `bars` is the length of
    a bar in each row, between 0 and 1."""

    label: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    strong: frozenset[int] = frozenset()
    bars: tuple[float, ...] = ()


@dataclass(frozen=True)
class Trend:
    """Lines over years: what they are, in which unit, and the decimals of their labels."""

    label: str
    series: tuple[Series, ...]
    unit: str
    decimals: int


@dataclass(frozen=True)
class Block:
    """One block as the reader sees it.

    texts    sentences computed from the rows of the charts
    points   statements in a list
    limits   what the numbers do not cover and how they are meant
    source   publishers, years, licences and standing in one line
    chart    the full name of the chart on which the block rests first
    is_wide  whether it takes the whole width
    """

    name: str
    title: str
    texts: tuple[str, ...]
    source: str
    chart: str
    limits: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    trend: Trend | None = None
    points: tuple[str, ...] = ()
    is_wide: bool = False


@dataclass(frozen=True)
class Gap:
    """A block of which nothing is known for the region, and the reason in words."""

    name: str
    title: str
    reason: str


class ChartFailed(Exception):
    """A chart of the block could not be drawn."""


@dataclass(frozen=True)
class Sheet:
    """What blocks are made from: the data, the Selection, and the level of detail there is room for (0 is most)."""

    data: Data
    chosen: Selection
    detail: int = 0

    @property
    def lang(self) -> str:
        """The reader's language."""
        return self.chosen.lang

    def result(self, name: str, **changes: object) -> ChartResult:
        """The result of a chart for the region; raises ChartFailed."""
        result = chart_result(name, self.data, self.chosen.but(**changes))
        if result.failed:
            raise ChartFailed(name)
        return result

    def words(self, key: str, **blanks: object) -> str:
        """A sentence of the fact sheet."""
        return say(f"factsheet.{key}", self.lang, **blanks)

    def room(self, *counts: int) -> int:
        """The count of rows for this much room."""
        return counts[min(self.detail, len(counts) - 1)]


Maker = Callable[[Sheet], Block | Gap]


def is_empty(result: ChartResult) -> bool:
    """Whether a chart shows nothing for the region."""
    return result.rows.empty


def reason(result: ChartResult) -> str:
    """The sentence in the place of a chart that shows nothing."""
    return "" if result.is_graph else text_in(result.figure)
