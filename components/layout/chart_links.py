"""Which question a chart answers, without drawing it."""

from functools import cache

from components.charts.naming import name_of
from components.i18n.text import pieces, say, words
from components.layout.chart_results import chart_result
from components.state.selection import ALL, LATEST, Selection
from components.views import CHARTS
from data import Data, queries
from data.languages import FALLBACK
from data.periods import years_of_value


def chart_question(name: str, data: Data, chosen: Selection) -> str:
    """The question of a chart in the state that is chosen, with the short names of indicators. A chart is drawn only
    where its question names what nothing but the chart knows."""
    indicator, second = (data.indicators[code] for code in (chosen.indicator, chosen.second))
    year = int(chosen.year) if chosen.year != LATEST else queries.latest_year(data, indicator.code)
    blanks: dict[str, object] = {
        "region": name_of(data, chosen.region, chosen.lang),
        "country": name_of(data, queries.country(data, chosen.region), chosen.lang),
        "indicator": str(indicator.short[chosen.lang]),
        "second": str(second.short[chosen.lang]),
        "year": years_of_value(indicator, year),
    }
    if not blanks.keys() >= {blank for _, blank, _ in pieces(words()[name][chosen.lang]) if blank}:
        there = chosen.but(tab=name.partition(".")[0], part=ALL)
        blanks = {**blanks, **chart_result(name, data, there).blanks}
    return say(name, chosen.lang, **blanks)


@cache
def charts_of_any_indicator() -> tuple[str, ...]:
    """The charts that show whichever indicator is chosen: their question names it."""
    return tuple(name for name in CHARTS if "{indicator}" in say(name, FALLBACK))
