"""The controls that change a slide's chart, as plain HTML that needs no framework."""

from functools import lru_cache
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.view import Section
from components.i18n.text import say
from components.layout import control_choices, controls, masthead
from components.render.markup import html_of
from components.state.selection import DEFAULTS, RANGES, Selection
from components.views import TABS
from data import Data


@lru_cache(maxsize=128)
def drawer_of(chart: str, data: Data, chosen: Selection) -> str:
    """The controls as HTML, cached per Selection: lists of regions and indicators are long."""
    return html_of(drawer(chart, data, chosen))


def section_of(chart: str) -> Section:
    """The section of its view in which a chart stands."""
    tab, _, name = chart.partition(".")
    return next(
        section for section in TABS[tab].sections if name in [own.__name__ for own in section.own_charts]
    )


def drawer(chart: str, data: Data, chosen: Selection) -> list[Component]:
    """The controls that change a chart, as plain HTML that needs no framework."""
    names = dict.fromkeys((*section_of(chart).controls, *masthead.GLOBAL))
    return [control(name, data, chosen) for name in names if controls.is_offered(name, data, chosen)]


def control(name: str, data: Data, chosen: Selection) -> Component:
    """One field of the Selection: a list to choose from, or a row of buttons that stay pressed."""
    label = say(f"control.{name}", chosen.lang)
    if isinstance(DEFAULTS[name], tuple):
        buttons = [toggle(name, item, chosen) for item in control_choices.option_list(name, data, chosen)]
        return html.Fieldset([html.Legend(label), html.Div(buttons, className="presses")])
    value = controls.values([name], chosen)[name]
    return html.Label(
        [html.Span(label), html.Select(options(name, data, chosen, value), **{"data-set": name})],
        className="choose",
    )


def toggle(name: str, option: dict[str, Any], chosen: Selection) -> Component:
    """One of several choices, on or off."""
    return html.Button(
        option["label"],
        type="button",
        **{
            "data-press": f"{name}={option['value']}",
            "aria-pressed": str(option["value"] in getattr(chosen, name)).lower(),
        },
    )


def options(name: str, data: Data, chosen: Selection, value: Any) -> list[Component]:
    """What a list offers; a number in steps of a tenth."""
    if name in RANGES:
        least, most = RANGES[name]
        steps = [round(least + at / 10, 1) for at in range(int((most - least) * 10) + 1)]
        return [html.Option(f"{step:g}", value=f"{step:g}", selected=step == value) for step in steps]
    return [
        html.Option(
            item["label"],
            value=item["value"],
            selected=item["value"] == value,
            disabled=bool(item.get("disabled", False)),
        )
        for item in control_choices.option_list(name, data, chosen)
    ]
