"""The choices of each control: which are offered for a region, in which groups, and what each is called."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from components.charts.naming import member_name, name_of
from components.i18n.text import has_words, say
from components.state.pack_choices import FROM_PACK, own_choices
from components.state.selection import (
    ALL,
    EU,
    LATEST,
    Selection,
    choices,
)
from data import Data, Pack
from data.groups import GROUPS
from data.periods import years_of_value
from data.records import THEMES

NONE = "none"


def option_list(name: str, data: Data, chosen: Selection) -> list[dict[str, Any]]:
    """The options of a field with their names in the reader's language."""
    if name in ("indicator", "second"):
        return by_theme(data, chosen.lang, without=chosen.indicator if name == "second" else "")
    options = list(
        map(
            dict,
            choice_names(
                name, data, chosen.lang, allowed_choices(name, data, chosen), pack_of(name, data, chosen)
            ),
        )
    )
    if name != "year":
        return options
    indicator = data.indicators[chosen.indicator]
    return [
        option
        if option["value"] == LATEST
        else {**option, "label": years_of_value(indicator, int(option["value"]))}
        for option in options
    ]


def pack_of(name: str, data: Data, chosen: Selection) -> str:
    """The region whose pack names the choices of a field; "" where none does."""
    return chosen.region if name in PACKED and chosen.region in data.packs else ""


def allowed_choices(name: str, data: Data, chosen: Selection) -> tuple[str, ...]:
    """The choices of a field that make sense beside the others: the years an indicator has."""
    if name in FROM_PACK:
        return own_choices(data.packs[chosen.region])[name]
    if name != "year":
        return choices(data)[name]
    years = data.values[chosen.indicator]["year"].drop_duplicates().sort_values(ascending=False)
    return (LATEST, *map(str, years))


@lru_cache(maxsize=64)
def choice_names(
    name: str, data: Data, language: str, values: tuple[str, ...], region: str = ""
) -> tuple[tuple[tuple[str, str], ...], ...]:
    """(label, value) pairs of a field's choices, as the pack of a region calls them; the longest lists in alphabetical
    order."""
    pairs = [(label(name, value, data, language, region), value) for value in values]
    ordered = (
        sorted(pairs, key=lambda pair: (pair[1] not in ("", EU), pair[1] not in GROUPS, pair[0].casefold()))
        if name in ALPHABETICAL
        else pairs
    )
    return tuple((("label", text), ("value", value or NONE)) for text, value in ordered)


def by_theme(data: Data, language: str, *, without: str = "") -> list[dict[str, Any]]:
    """All indicators but one under the headings of their themes."""
    options: list[dict[str, Any]] = []
    for theme in THEMES:
        group = sorted(
            (str(indicator.title[language]), code)
            for code, indicator in data.indicators.items()
            if indicator.theme == theme and code != without
        )
        options.append(
            {"label": f"— {say(f'theme.{theme}', language)} —", "value": f"theme.{theme}", "disabled": True}
        )
        options.extend({"label": text, "value": code} for text, code in group)
    return options


ALPHABETICAL = ("region", "within")


def label(name: str, value: str, data: Data, language: str, region: str = "") -> str:
    """What one choice is called; a filter of a pack, in the pack of a region."""
    if name in REGION_FIELDS and value:
        return f"{name_of(data, value, language)!s} ({value})"
    if name == "within" and value not in (EU, *GROUPS):
        return str(name_of(data, value, language))
    if value not in ("", ALL) and name in RECORDED:
        return RECORDED[name](data, value, language)
    if name in PACKED and value and region in data.packs:
        return from_pack(data.packs[region], name, value, language)
    key = f"choice.{name}.{value or 'any'}"
    return say(key, language) if has_words(key) else value


REGION_FIELDS = ("region", "others", "mark")
RECORDED: dict[str, Callable[[Data, str, str], str]] = {
    "division": lambda data, value, lang: member_name(data, "sbs_2014", value, lang, with_code=True),
    **dict.fromkeys(
        ("indicator", "second", "columns"),
        lambda data, value, lang: str(data.indicators[value].short[lang]),
    ),
    "scope": lambda _, value, lang: say(f"theme.{value}", lang),
    "pillar": lambda data, value, lang: str(data.tables["rci_2022"].groups[value][lang]),
}
PACKED = {
    "kind": ("organisation_kinds", "kind", "name"),
    "place": ("provinces", "province", "name"),
    "ecosystem": ("ecosystems", "ecosystem", "name"),
    "organisation": ("organisations", "no", "short"),
    "project": ("projects", "project", "name"),
    "partner": ("partner_countries", "country", "name"),
    "innovation": ("s3_ecosystems", "ecosystem", "name"),
}


def from_pack(pack: Pack, name: str, value: str, language: str) -> str:
    """What a pack's own table calls one of its things, in the reader's language where it has one."""
    table, key, column = PACKED[name]
    rows = pack.rows(table)
    found = rows[rows[key].astype(str) == value]
    if found.empty:
        return value
    row = found.iloc[0]
    text = str(row[f"{column}_{language}"] if f"{column}_{language}" in row else row[column])
    return f"{value} {text}" if name == "organisation" else text
