"""The bar at the foot of the comparison: the region the reader has marked, and what can be done with it."""

from dash import html
from dash.development.base_component import Component

from components.charts.naming import name_of
from components.i18n.text import say
from components.state.selection import MOST, Selection, to_url
from components.views.compare.compared import compared_with
from components.views.compare.context import compare_context
from data import Data, areas, queries


def mark_panel(data: Data, chosen: Selection) -> Component | None:
    """The marked region's value and place, with the ways to compare it, to make it the home region, or to take
    the mark off; nothing where no region is marked."""
    if not chosen.mark:
        return None
    now = compare_context(data, chosen.but(mark=""))
    area = queries.area(data, now.indicator, chosen.mark)
    name = name_of(data, chosen.mark, chosen.lang)
    words = now.value_and_place(area) if area in now.rows.index else say("value.none", chosen.lang)
    about = f"{now.indicator.short[chosen.lang]}, {now.years_text}: {words}"
    other = areas.relation(data, area, chosen.mark) in (areas.LARGER, areas.EARLIER)
    covered = f" ({now.name(area)}, {area})" if other else ""
    paragraph = html.P([html.Strong(f"{name} ({chosen.mark})"), f"{covered} {about}"])
    return html.Div(
        [paragraph, html.Div(mark_links(data, chosen, name), className="mark-ways")], className="mark-bar"
    )


def mark_links(data: Data, chosen: Selection, name: str) -> list[Component]:
    """Links on from the mark."""
    near = compared_with(data, chosen.but(mark=""))
    links = []
    if chosen.mark != chosen.region and chosen.mark not in near:
        others = (*near[: MOST - 1], chosen.mark)
        links.append(mark_link("compare.marked.add", chosen.but(lens="own", others=others), chosen, name))
    if chosen.mark != chosen.region:
        links.append(mark_link("compare.marked.home", chosen.but(region=chosen.mark, mark=""), chosen, name))
    return [*links, mark_link("compare.marked.off", chosen.but(mark=""), chosen, name)]


def mark_link(key: str, target: Selection, chosen: Selection, name: str) -> html.A:
    """One link."""
    return html.A(say(key, chosen.lang, name=name), href=to_url(target), **{"data-nav": "link"})
