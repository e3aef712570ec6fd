"""Pictures kept by what their charts looked at: a chart is drawn anew only when something that it read of the Selection
is another. Knows no chart."""

from collections import defaultdict
from collections.abc import Callable
from threading import RLock
from typing import Any

from components.cache import Store
from components.charts.axis_notes import truncated_axes, with_axis_note
from components.charts.result import ChartResult
from components.charts.scale_notes import with_scale_note
from components.state.selection import FIELDS, Selection
from data import Data

Chart = Callable[[Data, Selection], ChartResult]


class WatchedSelection(Selection):
    """A Selection that notes which of its fields are read; who compares or copies it has read them all."""

    def __post_init__(self) -> None:
        """What is read to make it is not read by the chart."""
        super().__post_init__()
        vars(self).pop(READ, None)

    def __getattribute__(self, name: str) -> Any:
        if name in FIELDS:
            vars(self).setdefault(READ, set()).add(name)
        return super().__getattribute__(name)


READ = "fields read"


class ResultCache:
    """The last `size` pictures. What a chart draws depends on the data and on what it reads, and what it reads next
    depends on what it has read: where all that it read once is the same again, so is the picture."""

    def __init__(self, size: int) -> None:
        self.pictures: Store[ChartResult] = Store(size)
        self.looks: dict[Chart, set[tuple[str, ...]]] = defaultdict(set)
        self.busy = RLock()

    def __call__(self, chart: Chart, data: Data, chosen: Selection) -> ChartResult:
        """The chart's picture for a Selection, kept or drawn."""
        with self.busy:
            for fields in self.looks[chart]:
                if picture := self.pictures.get(question(chart, data, chosen, fields)):
                    return picture
        watched = WatchedSelection(**{name: getattr(chosen, name) for name in FIELDS})
        picture = chart(data, watched)
        if truncated := truncated_axes(picture.figure):
            picture = with_axis_note(picture, truncated, watched.lang)
        picture = with_scale_note(picture, data, watched)
        self.keep(chart, data, chosen, tuple(sorted(vars(watched).get(READ, ()))), picture)
        return picture

    def keep(
        self, chart: Chart, data: Data, chosen: Selection, fields: tuple[str, ...], picture: ChartResult
    ) -> None:
        """Keep a picture under what its chart read, and let go of the one that nobody asked for longest."""
        with self.busy:
            self.looks[chart].add(fields)
            self.pictures.put(question(chart, data, chosen, fields), picture)


def question(chart: Chart, data: Data, chosen: Selection, fields: tuple[str, ...]) -> Any:
    """What a picture is kept under."""
    return chart, data, fields, tuple(getattr(chosen, name) for name in fields)
