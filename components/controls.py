"""The reader's controls: one labelled widget per field of the Selection. Knows choices and their names, not
charts."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from components.selection import ALL, DEFAULTS, HOME, LATEST, RANGES, Selection, choices
from components.text import known, say
from data import Data
from data.records import THEMES

NONE = "none"
RADIOS = ("location",)
STEPS = {"lq": 0.1, "share": 0.1}


def control(name: str, data: Data, chosen: Selection) -> Component:
    """The widget of one field, labelled, holding what is chosen."""
    value = getattr(chosen, name)
    if name in RANGES:
        return number_box(name, value, chosen.lang)
    options = offered(name, data, chosen)
    if isinstance(DEFAULTS[name], tuple):
        return group(
            name, dbc.Checklist(options, list(value), id={"control": name}, inline=True), chosen.lang
        )
    if name in RADIOS:
        return group(name, dbc.RadioItems(options, value, id={"control": name}, inline=True), chosen.lang)
    return labelled(name, dbc.Select(options, value or NONE, id={"control": name}), chosen.lang)


def labelled(name: str, widget: Component, language: str) -> Component:
    """A widget under its label; the label points at the id Dash writes for the widget."""
    words = html.Label(
        say(f"control.{name}", language), htmlFor=f'{{"control":"{name}"}}', className="control-name"
    )
    return html.Div([words, widget], className="control")


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
    return labelled(name, box, language)


def offered(name: str, data: Data, chosen: Selection) -> list[dict[str, Any]]:
    """The options of a field with their names in the reader's language."""
    if name == "indicator":
        return by_theme(data, chosen.lang)
    return list(map(dict, named(name, data, chosen.lang, allowed(name, data, chosen))))


def allowed(name: str, data: Data, chosen: Selection) -> tuple[str, ...]:
    """The choices of a field that make sense beside the others: the years an indicator has."""
    if name != "year":
        return choices(data)[name]
    years = data.values[chosen.indicator]["year"].drop_duplicates().sort_values(ascending=False)
    return (LATEST, *map(str, years))


@lru_cache(maxsize=256)
def named(
    name: str, data: Data, language: str, values: tuple[str, ...]
) -> tuple[tuple[tuple[str, str], ...], ...]:
    """(label, value) pairs of a field's choices; the longest lists in alphabetical order."""
    pairs = [(label(name, value, data, language), value) for value in values]
    ordered = (
        sorted(pairs, key=lambda pair: (pair[1] != "", pair[0].casefold())) if name in ALPHABETICAL else pairs
    )
    return tuple((("label", text), ("value", value or NONE)) for text, value in ordered)


def by_theme(data: Data, language: str) -> list[dict[str, Any]]:
    """All indicators under the headings of their themes."""
    options: list[dict[str, Any]] = []
    for theme, words in THEMES.items():
        group = sorted(
            (str(one.title[language]), code) for code, one in data.indicators.items() if one.theme == theme
        )
        options.append({"label": f"— {words[language]} —", "value": f"theme.{theme}", "disabled": True})
        options.extend({"label": text, "value": code} for text, code in group)
    return options


ALPHABETICAL = ("region",)


def label(name: str, value: str, data: Data, language: str) -> str:
    """What one choice is called."""
    if name == "region":
        return f"{data.regions.at[value, f'name_{language}']} ({value})"
    if name == "indicator":
        return str(data.indicators[value].title[language])
    if name == "pillar" and value != ALL:
        return str(data.tables["rci_2022"].groups[value][language])
    if name in PACKED and value:
        return from_pack(data, name, value, language)
    key = f"choice.{name}.{value or 'any'}"
    return say(key, language) if known(key) else value


def values(names: Iterable[str], chosen: Selection) -> dict[str, Any]:
    """What each control is to hold for a Selection."""
    held = {name: getattr(chosen, name) for name in names}
    return {name: list(value) if isinstance(value, tuple) else value or NONE for name, value in held.items()}


PACKED = {
    "ecosystem": ("ecosystems", "ecosystem", "name"),
    "organisation": ("organisations", "no", "short"),
    "project": ("projects", "project", "name"),
    "partner": ("partner_countries", "country", "name"),
    "innovation": ("s3_ecosystems", "ecosystem", "name"),
}


def from_pack(data: Data, name: str, value: str, language: str) -> str:
    """What a pack's own table calls one of its things, in the reader's language where it has one."""
    table, key, column = PACKED[name]
    rows = data.packs[HOME].tables[table]
    row = rows[rows[key].astype(str) == value].iloc[0]
    text = str(row[f"{column}_{language}"] if f"{column}_{language}" in row else row[column])
    return f"{value} {text}" if name == "organisation" else text
