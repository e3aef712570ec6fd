"""The bar at the foot of the cluster map: the region that the reader has marked, with links to compare or show it."""

from dash import html
from dash.development.base_component import Component

from components.charts.naming import name_of
from components.i18n.numbers import number
from components.i18n.text import say
from components.state.selection import OVERVIEW, Selection
from components.views.clusters.agglomerations import division_name
from components.views.clusters.divisions import division_of
from components.views.compare.mark_panel import mark_link
from data import Data, clustering


def mark_panel(data: Data, chosen: Selection) -> Component | None:
    """The marked region's quotient of the chosen division, with the ways to compare it, to show it, or to take the
    mark off; nothing where no region is marked."""
    if not chosen.mark:
        return None
    division = division_of(data, chosen)
    year = clustering.year_of(data, division)
    name = name_of(data, chosen.mark, chosen.lang)
    rows = clustering.of_division(data, division, year).set_index("region")["quotient"]
    area = clustering.area(data, chosen.mark, year)
    value = number(rows[area], chosen.lang, 2) if area in rows.index else say("value.none", chosen.lang)
    about = say(
        "clusters.marked",
        chosen.lang,
        division=division_name(data, division, chosen.lang),
        year=year,
        value=value,
    )
    paragraph = html.P([html.Strong(f"{name} ({chosen.mark})"), f" {about}"])
    return html.Div(
        [paragraph, html.Div(mark_links(chosen, name), className="mark-ways")], className="mark-bar"
    )


def mark_links(chosen: Selection, name: str) -> list[Component]:
    """Links on from the mark."""
    off = mark_link("compare.marked.off", chosen.but(mark=""), chosen, name)
    if chosen.mark == chosen.region:
        return [off]
    beside = chosen.but(tab="compare", part=OVERVIEW, lens="own", others=(chosen.mark,))
    return [
        mark_link("clusters.marked.compare", beside, chosen, name),
        mark_link("compare.marked.home", chosen.but(region=chosen.mark, mark=""), chosen, name),
        off,
    ]
