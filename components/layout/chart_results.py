"""A chart's result at a Selection, from the cache; a sentence in its place where the chart raises an error."""

import hashlib
import json
import logging
from functools import lru_cache
from typing import Any

from components.charts.result import ChartResult, failed_chart
from components.charts.view import Tab, draw, full_name, without_mark
from components.layout.card import lasting_words
from components.render.dash_internals import to_json
from components.state.selection import Selection, to_url
from components.views import CHARTS
from data import Data

log = logging.getLogger("regioscope")


def digest(value: Any) -> str:
    """A short fingerprint of anything Dash can send."""
    text = value if isinstance(value, str) else str(to_json(value))
    plain = text if isinstance(value, (str, dict)) else json.dumps(json.loads(text), sort_keys=True)
    return hashlib.blake2s(plain.encode(), digest_size=6).hexdigest()


def chart_result(name: str, data: Data, chosen: Selection) -> ChartResult:
    """The result of the chart called "tab.chart"; a sentence in its place where it cannot be drawn."""
    try:
        result = draw(CHARTS[name], data, without_mark(chosen))
        lasting_words(name, result, chosen.lang)
        if result.is_graph:
            figure_with_digest(result)
    except Exception as error:
        line = (name, to_url(chosen), type(error).__name__, str(error))
        log.error("%s failed at %s: %s: %.200r", *line)  # noqa: TRY400 - the traceback is for whoever debugs
        log.debug("traceback", exc_info=error)
        return failed_chart(chosen.lang)
    return result


@lru_cache(maxsize=128)
def figure_with_digest(result: ChartResult) -> dict[str, Any]:
    """A result's figure with its own digest in it, by which the browser knows that it is drawn."""
    figure = dict(result.figure)
    return {**figure, "layout": {**figure["layout"], "meta": digest(figure)}}


def charts_of(tab: Tab, chosen: Selection) -> tuple[str, ...]:
    """The full names of the charts on the screen, in order."""
    return tuple(
        full_name(tab.name, chart)
        for section in tab.sections_of(chosen.part)
        for chart, _ in section.on_screen(chosen)
    )
