"""The reader's controls: one labelled widget per field of the Selection."""

from collections.abc import Iterable
from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from components.i18n.numbers import number
from components.i18n.text import has_words, say
from components.layout.combobox import combobox, field_id
from components.layout.control_choices import NONE, label, option_list
from components.state.pack_choices import FROM_PACK
from components.state.selection import (
    DEFAULTS,
    RANGES,
    WEIGHTS,
    Selection,
)
from data import Data, queries
from data.change import breaks, breaks_of_many

RADIOS = ("location",)
STEPS = {"lq": 0.1, "share": 0.1, "peers": 1.0, **dict.fromkeys(WEIGHTS.values(), 0.5)}


PACK_ONLY = {
    "location": "organisations",
    "running": "projects",
    **{name: table for name, (table, *_) in FROM_PACK.items()},
}


def is_offered(name: str, data: Data, chosen: Selection) -> bool:
    """Whether a control makes sense for the region: what filters a pack's table is there where the pack has it."""
    pack = data.packs.get(chosen.region)
    return name not in PACK_ONLY or (pack is not None and pack.has(PACK_ONLY[name]))


def control(name: str, data: Data, chosen: Selection) -> Component:
    """The widget of one field, labelled, holding what is chosen."""
    value = getattr(chosen, name)
    if name in RANGES:
        return number_box(name, value, chosen.lang)
    if name in ADDED:
        return labelled_finder(name, chosen)
    options = option_list(name, data, chosen)
    if isinstance(DEFAULTS[name], tuple):
        return group(
            name, dbc.Checklist(options, list(value), id={"control": name}, inline=True), chosen.lang
        )
    if name in RADIOS:
        radios = dbc.RadioItems(options, value, id={"control": name}, name=f"radio-{name}", inline=True)
        return group(name, radios, chosen.lang)
    choose = dbc.Select(options, value or NONE, id={"control": name})
    if name in LISTS:
        shown = value_text(name, data, chosen)
        return labelled_control(
            name,
            html.Div([choose, combobox(name, LISTS[name], chosen.lang, shown)], className="typed"),
            chosen.lang,
        )
    more = (
        {f"data-{key}": value for key, value in years_to_play(data, chosen).items()} if name == "year" else {}
    )
    return labelled_control(name, choose, chosen.lang, **more)


def years_to_play(data: Data, chosen: Selection) -> dict[str, str]:
    """The years in which regions are ranked, up to the latest, and those of them in which the series of the chosen
    region, or of at least half of the regions, breaks; the first of them breaks with nothing."""
    code, latest = chosen.indicator, queries.latest_year(data, chosen.indicator)
    years = tuple(year for year in queries.ranked_years(data, code) if year <= latest)
    own = [year for year in breaks(data, code, chosen.region, years[0], latest) if year in years]
    many = breaks_of_many(data, code, years[1:]) if years[1:] else ()
    return {
        name: " ".join(map(str, which)) for name, which in (("years", years), ("breaks", own), ("many", many))
    }


def labelled_finder(name: str, chosen: Selection) -> Component:
    """A field of many values that are found by typing, one by one."""
    words = html.Label(say(f"control.{name}", chosen.lang), htmlFor=field_id(name), className="control-name")
    return html.Div([words, combobox(name, LISTS[name], chosen.lang)], className="control")


def labelled_control(name: str, widget: Component, language: str, **more: str) -> Component:
    """A widget under its label; the label points at the id Dash writes for the widget."""
    words = html.Label(
        say(f"control.{name}", language), htmlFor=f'{{"control":"{name}"}}', className="control-name"
    )
    return html.Div([words, widget], className="control", **more)


def group(name: str, widget: Component, language: str) -> Component:
    """Several boxes under one name."""
    return html.Fieldset(
        [html.Legend(say(f"control.{name}", language), className="control-name"), widget], className="control"
    )


def number_box(name: str, value: float, language: str) -> Component:
    """A number between the field's bounds."""
    least, most = RANGES[name]
    box = dbc.Input(
        type="number", value=value, min=least, max=most, step=STEPS[name], debounce=True, id={"control": name}
    )
    return labelled_control(name, box, language)


ADDED = ("others", "columns")
LISTS = {
    "region": "region",
    "indicator": "indicator",
    "second": "indicator",
    "others": "region",
    "columns": "indicator",
    "division": "division",
}


def changed_choices(before: Selection, chosen: Selection, data: Data) -> str:
    """Each choice that differs from the one before, by its name: "Indicator: GDP per head; Year: 2023"."""
    changed = [
        name
        for name in DEFAULTS
        if has_words(f"control.{name}") and getattr(before, name) != getattr(chosen, name)
    ]
    return "; ".join(
        say(
            "voice.choice",
            chosen.lang,
            name=say(f"control.{name}", chosen.lang),
            value=value_text(name, data, chosen),
        )
        for name in changed
    )


def value_text(name: str, data: Data, chosen: Selection) -> str:
    """What a field holds, in words."""
    value = getattr(chosen, name)
    if isinstance(value, tuple):
        words = [label(name, item, data, chosen.lang, chosen.region) for item in value]
        return ", ".join(words) or say("voice.none", chosen.lang)
    if name in ("indicator", "second"):
        return str(data.indicators[value].title[chosen.lang]) if value else say("voice.none", chosen.lang)
    return (
        number(value, chosen.lang)
        if isinstance(value, float)
        else label(name, str(value), data, chosen.lang, chosen.region)
    )


def values(names: Iterable[str], chosen: Selection) -> dict[str, Any]:
    """What each control is to hold for a Selection."""
    values = {name: getattr(chosen, name) for name in names}
    return {
        name: list(value) if isinstance(value, tuple) else value or NONE for name, value in values.items()
    }
