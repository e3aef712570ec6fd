"""Where a chart stands and which question it answers, without drawing it."""

from functools import cache

from components.charts.naming import name_of
from components.i18n.text import say, words
from components.state.selection import LATEST, Selection, to_url
from components.views import CHARTS, TABS
from data import Data, queries
from data.periods import when


def chart_address(name: str, chosen: Selection) -> str:
    """The address of a chart in the state that is chosen: its part of its view, and its card there."""
    tab, part = place_of(name)
    return f"{to_url(chosen.but(tab=tab, part=part, mark=''))}#{name}"


@cache
def place_of(name: str) -> tuple[str, str]:
    """The view and the part of it in which a chart stands."""
    tab, chart = TABS[name.partition(".")[0]], CHARTS[name]
    section = next(one for one in tab.sections if chart in one.charts)
    return tab.name, section.shown_in


def chart_question(name: str, data: Data, chosen: Selection) -> str:
    """The question of a chart in the state that is chosen, with the short names of indicators."""
    indicator, second = (data.indicators[code] for code in (chosen.indicator, chosen.second))
    year = int(chosen.year) if chosen.year != LATEST else queries.latest_year(data, indicator.code)
    return say(
        name,
        chosen.lang,
        region=name_of(data, chosen.region, chosen.lang),
        indicator=str(indicator.short[chosen.lang]),
        second=str(second.short[chosen.lang]),
        year=when(indicator, year),
    )


@cache
def charts_of_any_indicator() -> tuple[str, ...]:
    """The charts that show whichever indicator is chosen: their question names it."""
    return tuple(name for name in CHARTS if "{indicator}" in words()[name]["en"])
