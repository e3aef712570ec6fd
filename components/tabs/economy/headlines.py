"""The first numbers of a region: value, change, place, each with who says so."""

from functools import cache
from typing import Any

import pandas as pd
from dash import html

from components import figures
from components.figures.words import Card
from components.picture import Picture
from components.selection import Selection, to_url
from components.tables import name_of
from components.text import listing, say
from components.theme import number
from data import Data, lookup

CODES = ("population", "gdp", "gdp_per_head_pps", "employment_rate", "gerd", "ris_index")
EDITION, RANKED = 2022, 234
FLOW = ("population", "gdp", "gdp_per_head_pps")


def headlines(data: Data, chosen: Selection) -> Picture:
    """Seven numbers: the latest of six indicators, and the competitiveness score where one is known."""
    found = {code: one for code in CODES if (one := row(data, code, chosen)) is not None}
    score = competitiveness(data, chosen)
    made = [*found.values(), *score]
    rows = pd.DataFrame(made)
    if not made:
        return Picture(figures.nothing(say("economy.headlines.none", chosen.lang)), rows)
    sources = tuple(data.indicators[code] for code in found) + paper_sources(data, score)
    missing = [data.indicators[code].short[chosen.lang] for code in CODES if code not in found]
    notes: tuple[str, ...] = () if score else (say("economy.headlines.no_score", chosen.lang),)
    notes += (
        (say("economy.headlines.missing", chosen.lang, names=listing(missing, chosen.lang)),)
        if missing
        else ()
    )
    return Picture(
        figures.cards([card(data, one, chosen) for one in made]),
        rows,
        sources,
        summary(data, made, chosen),
        notes,
        blanks(data, chosen),
    )


def blanks(data: Data, chosen: Selection) -> dict[str, Any]:
    """The region's name, for questions and sentences."""
    return {"region": name_of(data, chosen.region, chosen.lang)}


def row(data: Data, code: str, chosen: Selection) -> dict[str, Any] | None:
    """One headline number with its change, its EU = 100 and its place among the regions."""
    found = lookup.at(data, code, chosen.region)
    if found is None:
        return None
    indicator, latest = data.indicators[code], found.year
    before = lookup.at(data, code, chosen.region, latest - 1)
    union = lookup.at(data, code, lookup.UNION, latest)
    place = lookup.places(data, code, latest).get(found.region)
    ratio = code in FLOW
    relative = None if union is None or code in ("population", "gdp") else 100 * found.value / union.value
    shown = relative if code == "ris_index" and relative is not None else found.value
    return {
        "indicator": code,
        "label": indicator.short[chosen.lang],
        "region": found.region,
        "year": latest,
        "value": shown,
        "unit": say("unit.eu100", chosen.lang) if code == "ris_index" else indicator.unit[chosen.lang],
        "decimals": 1 if code == "ris_index" else indicator.decimals,
        "change": None
        if before is None
        else 100 * (found.value / before.value - 1)
        if ratio
        else found.value - before.value,
        "change_unit": "%" if ratio else say("unit.points", chosen.lang),
        "eu100": relative,
        "rank": place.rank if place else None,
        "of": place.of if place else None,
        "band": place.band if place else None,
        "flag": found.flag,
        "standing": "recomputed" if code == "ris_index" else "published",
    }


def competitiveness(data: Data, chosen: Selection) -> list[dict[str, Any]]:
    """The RCI score of a region, where the input paper or the press prints one."""
    score, place = (printed(data).get((name, chosen.region)) for name in ("score", "rank"))
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
        "standing": score["standing"],
        "pack": score["pack"],
        "source": score["source"],
    }
    return [made]


@cache
def printed(data: Data) -> dict[tuple[str, str], dict[str, Any]]:
    """What the packs print of the index of the edition, by indicator and region."""
    return {
        (one["indicator"], one["geo"]): {**one, "pack": code}
        for code, pack in reversed(data.packs.items())
        for one in reversed(pack.tables["competitiveness"].to_dict("records"))
        if one["year"] == EDITION
    }


def paper_sources(data: Data, score: list[dict[str, Any]]) -> tuple[object, ...]:
    """Who printed the score."""
    return tuple(data.packs[one["pack"]].sources[one["source"].split()[0]] for one in score)


def card(data: Data, one: dict[str, Any], chosen: Selection) -> Card:
    """A row as a card; what is an indicator leads to its comparison."""
    language = chosen.lang
    places = int(one["decimals"])
    return Card(
        str(one["label"]),
        number(one["value"], language, places),
        str(one["unit"]),
        say("economy.card.year", language, year=one["year"])
        + (f" ({one['flag']})" if isinstance(one.get("flag"), str) and one["flag"] else ""),
        tuple(context(one, language, places)),
        str(one["standing"]),
        onward(one, chosen) if one["indicator"] in data.indicators else None,
    )


def onward(one: dict[str, Any], chosen: Selection) -> html.A:
    """The way to the same indicator beside other regions."""
    there = Selection("compare", chosen.lang, chosen.theme, chosen.region, str(one["indicator"]))
    words = say("economy.card.compare", chosen.lang, name=one["label"])
    return html.A(words, href=to_url(there), **{"data-nav": "tab"})


def context(one: dict[str, Any], language: str, places: int) -> list[str]:
    """Change, EU = 100 and place, each where it is known."""
    lines = []
    if known(one.get("change")):
        change = number(
            one["change"], language, 1 if one["change_unit"] == "%" else max(places, 1), sign=True
        )
        lines.append(say("economy.card.change", language, change=change, unit=one["change_unit"]))
    if known(one.get("eu100")) and one["indicator"] != "ris_index":
        lines.append(say("economy.card.eu100", language, value=number(one["eu100"], language, 0)))
    if known(one.get("rank")):
        lines.append(say("economy.card.rank", language, rank=int(one["rank"]), of=int(one["of"])))
    if known(one.get("band")):
        lines.append(say(f"economy.card.band.{int(one['band'])}", language))
    return lines


def known(value: object) -> bool:
    """Whether there is a number."""
    return value is not None and value == value


def summary(data: Data, made: list[dict[str, Any]], chosen: Selection) -> str:
    """In how many of the headline numbers the region is in the first fifth."""
    placed = [one for one in made if known(one.get("band"))]
    best = [one["label"] for one in placed if one["band"] == 1]
    words = {
        **blanks(data, chosen),
        "count": len(best),
        "of": len(placed),
        "names": listing(best, chosen.lang),
    }
    return say(
        "economy.headlines.summary" if best else "economy.headlines.summary.none", chosen.lang, **words
    )


def relative_index(data: Data, region: str, year: int) -> float | None:
    """The innovation index relative to the Union of the same year: 100 x region / Union."""
    own, union = (lookup.at(data, "ris_index", one, year) for one in (region, lookup.UNION))
    return 100 * own.value / union.value if own and union else None
