"""The headline numbers as cards: value, place among the regions, change, and a link to the comparison."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.naming import code_label
from components.figures.frame import Look
from components.figures.words import Card
from components.i18n.numbers import number, number_in_words
from components.i18n.text import say
from components.state.selection import OVERVIEW, Selection, to_url
from components.theme import palette
from data import Data, queries
from data.records import Indicator


def card(data: Data, headline: dict[str, Any], chosen: Selection) -> Card:
    """A row as a card; what is an indicator leads to its comparison."""
    language = chosen.lang
    look = Look(chosen.theme, language, str(headline["unit"]), int(headline["decimals"]))
    flag = headline.get("flag")
    when = (
        say("economy.card.flagged", language, year=headline["year"], flag=code_label("flag", flag, language))
        if isinstance(flag, str) and flag
        else say("economy.card.year", language, year=headline["year"])
    )
    return Card(
        str(headline["label"]),
        look.spoken_number(headline["value"]),
        look.unit_after(headline["value"]),
        when,
        (*place_lines(data, headline, language), *context(headline, language)),
        str(headline["standing"]),
        compare_link(headline, chosen) if headline["indicator"] in data.indicators else None,
        say("economy.card.more", language, name=headline["label"]),
        to_url(chosen.but(indicator=headline["indicator"]))
        if headline["indicator"] in data.indicators
        else "",
        headline["indicator"] == chosen.indicator,
        small_line(data, str(headline["indicator"]), str(headline["region"]), chosen),
        look.value(headline["value"]),
    )


def small_line(data: Data, code: str, region: str, chosen: Selection) -> Component | str:
    """All published values of an indicator as a line without axes; none for what is no indicator."""
    if code not in data.indicators:
        return ""
    history = queries.history(data, code, region)
    flags = [found.flag for found in history]
    return figures.spark([found.value for found in history], palette(chosen.theme).accent, flags)


def compare_link(headline: dict[str, Any], chosen: Selection) -> html.A:
    """The way to the same indicator beside other regions."""
    there = chosen.but(tab="compare", part=OVERVIEW, form="", indicator=str(headline["indicator"]))
    words = say("economy.card.compare", chosen.lang, name=headline["label"])
    return html.A(words, href=to_url(there), **{"data-nav": "tab"})


def context(headline: dict[str, Any], language: str) -> list[str]:
    """Change and EU = 100, each where it is known."""
    lines = []
    if is_number(headline.get("change")):
        places = max(int(headline["decimals"]), 0 if headline["indicator"] == "gdp_per_head_pps" else 1)
        gained = number(headline["change"], language, places, sign=True)
        lines.append(
            say(
                "economy.card.change",
                language,
                change=gained,
                unit=headline["change_unit"],
                since=int(headline["since"]),
            )
        )
    elif is_number(headline.get("broken")):
        lines.append(say("economy.card.broken", language, year=int(headline["broken"])))
    if is_number(headline.get("eu100")):
        lines.append(say("economy.card.eu100", language, value=number(headline["eu100"], language, 0)))
    return lines


def place_lines(data: Data, headline: dict[str, Any], language: str) -> list[str]:
    """The place, among how many and in which year, and the fifth; or that there is no place, and why."""
    if not is_number(headline.get("rank")):
        unranked = headline["indicator"] in data.indicators
        return [say("economy.card.unranked", language, year=int(headline["rank_year"]))] if unranked else []
    indicator = data.indicators.get(str(headline["indicator"]))
    words = {"rank": int(headline["rank"]), "of": int(headline["of"]), "year": int(headline["rank_year"])}
    if indicator is None:
        return [say("economy.card.rank.printed", language, **words)]
    then = number_in_words(headline["rank_value"], language, str(headline["unit"]), int(headline["decimals"]))
    line = say(
        rank_words(indicator, earlier=headline["year"] != headline["rank_year"]),
        language,
        **words,
        value=then,
    )
    return (
        [line, say(f"economy.card.band.{int(headline['band'])}", language)]
        if is_number(headline["band"])
        else [line]
    )


def rank_words(indicator: Indicator, *, earlier: bool) -> str:
    """The key of the words for a rank: of a size, among areas that are not all regions, of an earlier year."""
    what = "size" if indicator.size else "rank" if indicator.source.areas == "nuts2" else "rank.areas"
    return f"economy.card.{what}.earlier" if earlier else f"economy.card.{what}"


def is_number(value: object) -> bool:
    """Whether there is a number."""
    return value is not None and value == value
