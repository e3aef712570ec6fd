"""A picture is drawn again when, and only when, something that its chart looked at is another."""

import pandas as pd
import pytest

from components.charts.result import ChartResult
from components.charts.result_cache import ResultCache
from components.layout import card, chart_results
from components.state.selection import DEFAULTS, RANGES, Selection, choices
from components.views import CHARTS, TABS
from data import Data
from tests import sample


def test_only_what_a_chart_reads_makes_it_draw_again(data: Data) -> None:
    seen: list[str] = []

    def chart(_: Data, chosen: Selection) -> ChartResult:
        seen.append(chosen.region)
        blanks = {"lq": chosen.lq} if chosen.region == "ITC4" else {}
        return ChartResult({}, pd.DataFrame(), blanks=blanks)

    draw = ResultCache(8)
    first = draw(chart, data, Selection())
    assert draw(chart, data, Selection(lang="it", indicator="gdp")) is first
    assert draw(chart, data, Selection(lq=2.0)).blanks == {"lq": 2.0}
    elsewhere = draw(chart, data, Selection(region="ITH5"))
    assert draw(chart, data, Selection(region="ITH5", lq=3.0)) is elsewhere
    assert draw(chart, data, Selection()) is first
    assert seen == ["ITC4", "ITC4", "ITH5"]


def test_who_compares_or_copies_a_selection_has_read_all_of_it(data: Data) -> None:
    def copies(_: Data, chosen: Selection) -> ChartResult:
        return ChartResult({}, pd.DataFrame(), blanks={"other": chosen.but(region="ITH5").lq})

    def compares(_: Data, chosen: Selection) -> ChartResult:
        return ChartResult({}, pd.DataFrame(), blanks={"same": hash(chosen)})

    draw = ResultCache(8)
    for chart in (copies, compares):
        assert draw(chart, data, Selection()) is not draw(chart, data, Selection(lq=2.0))


def test_the_oldest_picture_goes_first(data: Data) -> None:
    def chart(_: Data, chosen: Selection) -> ChartResult:
        return ChartResult({}, pd.DataFrame(), blanks={"lq": chosen.lq})

    draw = ResultCache(2)
    kept = [draw(chart, data, Selection(lq=lq)) for lq in (1.0, 2.0)]
    assert draw(chart, data, Selection(lq=1.0)) is kept[0]
    draw(chart, data, Selection(lq=3.0))
    assert draw(chart, data, Selection(lq=1.0)) is kept[0]
    assert draw(chart, data, Selection(lq=2.0)) is not kept[1]


@sample.EXTENT
@pytest.mark.parametrize("tab", TABS)
def test_a_kept_picture_is_what_a_chart_draws_anew(data: Data, tab: str, extent: str) -> None:
    """After any one choice is another, every picture of the view is the one that its chart draws by itself."""
    start = Selection(tab=tab)
    for name in TABS[tab].charts:
        chart_results.chart_result(name, data, start)
    for turn, field in enumerate(TABS[tab].controls):
        other = start.but(**{field: other_value(data, field)})
        for name in sample.some(
            tuple(TABS[tab].charts)[0 if extent == sample.ALL else turn % 4 :], extent, 4
        ):
            kept, anew = (
                chart_results.chart_result(name, data, other),
                ResultCache(1)(CHARTS[name], data, other),
            )
            words = (card.lasting_words(name, result, "en") for result in (kept, anew))
            assert next(words) == next(words), (name, field)
            assert (kept.summary, kept.notes) == (anew.summary, anew.notes), (name, field)
            if kept.is_graph:
                assert chart_results.digest(kept.figure) == chart_results.digest(anew.figure), (name, field)


def other_value(data: Data, field: str) -> object:
    """A choice of a field that is not its default."""
    if field in RANGES:
        return RANGES[field][1]
    default = DEFAULTS[field]
    options = choices(data)[field]
    if isinstance(default, tuple):
        return options[:1]
    return next(option for option in options if option not in (default, "", "latest"))
