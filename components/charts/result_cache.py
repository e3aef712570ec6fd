"""Caches chart results by the fields of the Selection that each chart read: a change of another field draws nothing."""

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
    """A Selection that records which of its fields are read; comparing or copying it reads all of them."""

    def __post_init__(self) -> None:
        """Forget the fields that making it has read."""
        super().__post_init__()
        vars(self).pop(READ, None)

    def __getattribute__(self, name: str) -> Any:
        if name in FIELDS:
            vars(self).setdefault(READ, set()).add(name)
        return super().__getattribute__(name)


READ = "fields read"


class ResultCache:
    """The last `size` results, the least recently used dropped first.

    A chart is a function of the data and of the fields it reads, and which field it reads next depends on those that it
    has read. So where all the fields that it read once have the same values again, its result is the same."""

    def __init__(self, size: int) -> None:
        self.results: Store[ChartResult] = Store(size)
        self.fields_read: dict[Chart, set[tuple[str, ...]]] = defaultdict(set)
        self.lock = RLock()

    def __call__(self, chart: Chart, data: Data, chosen: Selection) -> ChartResult:
        """The chart's result for a Selection, from the cache or drawn, with the notes that every chart needs."""
        with self.lock:
            for fields in self.fields_read[chart]:
                if result := self.results.get(cache_key(chart, data, chosen, fields)):
                    return result
        watched = WatchedSelection(**{name: getattr(chosen, name) for name in FIELDS})
        result = chart(data, watched)
        if truncated := truncated_axes(result.figure):
            result = with_axis_note(result, truncated, watched.lang)
        result = with_scale_note(result, data, watched)
        self.keep(chart, data, chosen, tuple(sorted(vars(watched).get(READ, ()))), result)
        return result

    def keep(
        self, chart: Chart, data: Data, chosen: Selection, fields: tuple[str, ...], result: ChartResult
    ) -> None:
        """Store a result under the values of the fields that its chart read."""
        with self.lock:
            self.fields_read[chart].add(fields)
            self.results.put(cache_key(chart, data, chosen, fields), result)


def cache_key(chart: Chart, data: Data, chosen: Selection, fields: tuple[str, ...]) -> Any:
    """The key of a result: the chart, the data, and the values of the fields that it read."""
    return chart, data, fields, tuple(getattr(chosen, name) for name in fields)
