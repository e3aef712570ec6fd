"""Where a chart stands: its view, part, form and address."""

from functools import cache

from components.charts.view import Forms
from components.state.selection import Selection, to_url
from components.views import TABS


def chart_address(name: str, chosen: Selection) -> str:
    """The address of a chart in the state that is chosen: its part of its view, its form, and its card there."""
    tab, part, form = place_of(name)
    return f"{to_url(chosen.but(tab=tab, part=part, form=form, mark=''))}#{name}"


@cache
def place_of(name: str) -> tuple[str, str, str]:
    """The view in which a chart stands, the part of it, and the form of a card that it is ("" for the first)."""
    tab = TABS[name.partition(".")[0]]
    chart = tab.charts[name]
    section = next(section for section in tab.sections if chart in section.own_charts)
    shared = (entry.charts for entry in section.charts if isinstance(entry, Forms))
    form = next((form for forms in shared for form, target in forms[1:] if target is chart), "")
    return tab.name, section.shown_in, form
