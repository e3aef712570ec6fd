"""The first numbers of a region: value, change, place, each with who says so."""

from functools import cache
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.naming import code_label, name_of
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.figures.words import Card
from components.i18n.numbers import number, number_in_words
from components.i18n.text import listing, say
from components.state.selection import Selection, to_url
from components.theme import palette
from components.views.economy.change_text import growth_sources
from components.views.economy.standing import ranked_among
from data import Data, change, queries
from data.records import Indicator

CODES = ("population", "gdp", "gdp_per_head_pps", "employment_rate", "gerd", "ris_index")
EDITION, RANKED = 2022, 234


def headlines(data: Data, chosen: Selection) -> ChartResult:
    """Seven numbers: the latest of six indicators, and the competitiveness score where one is known."""
    found = {code: headline for code in CODES if (headline := row(data, code, chosen)) is not None}
    score = competitiveness(data, chosen)
    made = [*found.values(), *score]
    rows = pd.DataFrame(made)
    if not made:
        return ChartResult(figures.empty_state(say("economy.headlines.none", chosen.lang)), rows)
    indicators = (data.indicators[code] for code in found)
    sources = (*indicators, *growth_sources(data, found), *paper_sources(data, score))
    return ChartResult(
        figures.cards([card(data, item, chosen) for item in made]),
        rows,
        sources,
        summary(data, made, chosen),
        notes(data, list(found), chosen, scored=bool(score)),
        blanks(data, chosen),
    )


def notes(data: Data, found: list[str], chosen: Selection, *, scored: bool) -> tuple[str, ...]:
    """What is not there, who else is not among those ranked, and what the changes mean."""
    missing = [data.indicators[code].short[chosen.lang] for code in CODES if code not in found]
    lines = [] if scored else [say("economy.headlines.no_score", chosen.lang)]
    if missing:
        lines.append(say("economy.headlines.missing", chosen.lang, names=listing(missing, chosen.lang)))
    for code in found:
        lines += ranked_among(data, code, queries.latest_year(data, code), chosen)
    return (
        *lines,
        say("economy.headlines.counted", chosen.lang),
        say("economy.headlines.changes", chosen.lang),
        say("axis.truncated.small", chosen.lang),
    )


def blanks(data: Data, chosen: Selection) -> dict[str, Any]:
    """The region's name, for questions and sentences."""
    return {"region": name_of(data, chosen.region, chosen.lang)}


def row(data: Data, code: str, chosen: Selection) -> dict[str, Any] | None:
    """One headline number: the newest value, its change, its EU = 100, and the place in the year in which most
    regions have a value."""
    found = queries.value_at(data, code, chosen.region)
    if found is None:
        return None
    indicator, ranked = data.indicators[code], queries.latest_year(data, code)
    place = queries.places(data, code, ranked).get(found.region)
    then = queries.value_at(data, code, chosen.region, ranked)
    return {
        "indicator": code,
        "label": indicator.short[chosen.lang],
        "region": found.region,
        "year": found.year,
        "value": found.value,
        "unit": indicator.unit[chosen.lang],
        "decimals": indicator.decimals,
        **latest_change(data, code, chosen),
        "eu100": relative_to_union(data, indicator, found),
        "rank": place.rank if place else None,
        "of": place.of if place else None,
        "band": place.band if place and indicator.direction != "neither" else None,
        "rank_year": ranked,
        "rank_value": then.value if then else None,
        "flag": found.flag,
        "standing": indicator.standing,
    }


def latest_change(data: Data, code: str, chosen: Selection) -> dict[str, Any]:
    """The latest change of an indicator, its unit and since when; the year of the break where one forbids it."""
    found = change.latest_growth(data, code, chosen.region)
    if found is None:
        return {"change": None, "change_unit": "", "since": None, "broken": None}
    by_ratio = data.indicators[code].size
    return {
        "change": found.percent if by_ratio else found.difference,
        "change_unit": say(change_unit(data.indicators[code]), chosen.lang),
        "since": found.first.year if found.difference is not None else None,
        "broken": found.broken,
    }


def change_unit(indicator: Indicator) -> str:
    """The key of the words for what a change is counted in."""
    if indicator.prices == "current":
        return "unit.change.volume"
    if indicator.size:
        return "unit.change.percent"
    if indicator.growth or indicator.relative_to:
        return "unit.change.eu100"
    return "unit.change.points" if indicator.unit.en.startswith("%") else "unit.points"


def relative_to_union(data: Data, indicator: Indicator, found: queries.Value) -> float | None:
    """100 x value / the Union's of the same year, where that says something: not of a size, nor of what is
    relative to the Union already."""
    union = queries.value_at(data, indicator.code, queries.UNION, found.year)
    if union is None or indicator.size or indicator.relative_to:
        return None
    return 100 * found.value / union.value


def competitiveness(data: Data, chosen: Selection) -> list[dict[str, Any]]:
    """The RCI score of a region, where the input paper or the press prints one."""
    score, place = (printed_indices(data).get((name, chosen.region)) for name in ("score", "rank"))
    if score is None:
        return []
    made = {
        "indicator": "competitiveness",
        "label": say("economy.score", chosen.lang),
        "region": chosen.region,
        "year": EDITION,
        "value": score["value"],
        "unit": say("unit.eu100", chosen.lang),
        "decimals": 1,
        "rank": int(place["value"]) if place else None,
        "of": RANKED if place else None,
        "rank_year": EDITION,
        "standing": score["standing"],
        "pack": score["pack"],
        "source": score["source"],
    }
    return [made]


@cache
def printed_indices(data: Data) -> dict[tuple[str, str], dict[str, Any]]:
    """What the packs print of the index of the edition, by indicator and region."""
    return {
        (item["indicator"], item["geo"]): {**item, "pack": code}
        for code, pack in reversed(data.packs.items())
        for item in reversed(pack.rows("competitiveness").to_dict("records"))
        if item["year"] == EDITION and item["value"] == item["value"]
    }


def paper_sources(data: Data, score: list[dict[str, Any]]) -> tuple[object, ...]:
    """Who printed the score."""
    return tuple(data.packs[item["pack"]].sources[item["source"].split()[0]] for item in score)


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
    values = [found.value for found in queries.history(data, code, region)]
    return figures.spark(values, palette(chosen.theme).accent)


def compare_link(headline: dict[str, Any], chosen: Selection) -> html.A:
    """The way to the same indicator beside other regions."""
    there = Selection("compare", chosen.lang, chosen.theme, chosen.region, str(headline["indicator"]))
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


def summary(data: Data, made: list[dict[str, Any]], chosen: Selection) -> str:
    """In how many of the headline numbers that have a better and a worse the region is in the first fifth."""
    placed = [item for item in made if is_number(item.get("band"))]
    if not placed:
        return say("economy.headlines.unranked", chosen.lang, **blanks(data, chosen))
    best = [
        say("economy.headlines.first", chosen.lang, name=item["label"], year=item["rank_year"])
        for item in placed
        if item["band"] == 1
    ]
    words = {**blanks(data, chosen), "count": len(best), "of": len(placed)}
    key = "economy.headlines.summary" if best else "economy.headlines.summary.none"
    return say(key, chosen.lang, **words, names=listing(best, chosen.lang))
