"""The first numbers of a region: value, change, place, each with who says so."""

from functools import cache
from typing import Any

import pandas as pd

from components import figures
from components.charts.naming import name_of
from components.charts.result import ChartResult
from components.i18n.text import listing, say, share_key
from components.state.selection import Selection
from components.views.economy.change_text import growth_sources
from components.views.economy.headline_cards import card, is_number
from components.views.economy.standing import ranked_among
from data import Data, change, queries
from data.records import Indicator

CODES = ("population", "gdp", "gdp_per_head_pps", "employment_rate", "gerd", "ris_index")
EDITION, RANKED = 2022, 234


def headlines(data: Data, chosen: Selection) -> ChartResult:
    """Seven numbers: the latest of six indicators, and the competitiveness score where one is known."""
    found = {code: headline for code in CODES if (headline := row(data, code, chosen)) is not None}
    score = competitiveness(data, chosen)
    cards = [*found.values(), *score]
    rows = pd.DataFrame(cards)
    if not cards:
        return ChartResult(figures.empty_state(say("economy.headlines.none", chosen.lang)), rows)
    indicators = (data.indicators[code] for code in found)
    sources = (*indicators, *growth_sources(data, found), *paper_sources(data, score))
    return ChartResult(
        figures.cards([card(data, item, chosen) for item in cards]),
        rows,
        sources,
        summary(data, cards, chosen),
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
    cards = {
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
    return [cards]


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


def summary(data: Data, cards: list[dict[str, Any]], chosen: Selection) -> str:
    """In how many of the headline numbers that have a better and a worse the region is in the first fifth."""
    placed = [item for item in cards if is_number(item.get("band"))]
    if not placed:
        return say("economy.headlines.unranked", chosen.lang, **blanks(data, chosen))
    best = [
        say("economy.headlines.first", chosen.lang, name=item["label"], year=item["rank_year"])
        for item in placed
        if item["band"] == 1
    ]
    words = {**blanks(data, chosen), "count": len(best), "of": len(placed)}
    key = share_key("economy.headlines.summary", len(best), len(placed))
    return say(key, chosen.lang, **words, names=listing(best, chosen.lang))
