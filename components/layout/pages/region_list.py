"""Every region as a link, by country: the way into a map without a pointer."""

from collections.abc import Callable

from dash import html
from dash.development.base_component import Component

from components.charts.naming import name_of
from components.i18n.letters import plain_letters
from components.i18n.text import say
from components.state.selection import Selection
from data import Data


def region_list(data: Data, chosen: Selection, address: Callable[[str], str]) -> Component:
    """The regions of the current NUTS under the names of their countries, folded away."""
    level2 = data.regions[(data.regions["level"] == "nuts2") & (data.regions["nuts2024"].astype(int) == 1)]
    inside: dict[str, list[tuple[str, str]]] = {}
    for code, country in zip(level2.index, level2["country"], strict=True):
        text = say("search.region", chosen.lang, name=name_of(data, str(code), chosen.lang), code=str(code))
        inside.setdefault(str(name_of(data, str(country), chosen.lang)), []).append((text, str(code)))
    groups = [
        html.Li([html.Strong(country), html.Ul(links(sorted(regions), address))])
        for country, regions in sorted(inside.items(), key=lambda pair: plain_letters(pair[0]))
    ]
    return html.Details(
        [
            html.Summary(say("home.regions", chosen.lang, count=len(level2))),
            html.Ul(groups, className="region-list"),
        ],
        className="fold",
    )


def links(regions: list[tuple[str, str]], address: Callable[[str], str]) -> list[Component]:
    """Regions as links."""
    return [html.Li(html.A(text, href=address(code))) for text, code in regions]
