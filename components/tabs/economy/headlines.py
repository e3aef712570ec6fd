"""The first numbers of a region: value, change, place, each with who says so."""

from typing import Any

import pandas as pd
from dash import html

from components import figures
from components.figures.words import Card
from components.picture import Picture
from components.selection import Selection, to_url
from components.tables import name_of
from components.text import say
from components.theme import number
from data import Data, lookup
from data.statistics import relative_to

CODES = ("population", "gdp", "gdp_per_head_pps", "employment_rate", "gerd", "ris_index")
FLOW = ("population", "gdp", "gdp_per_head_pps")


def headlines(data: Data, chosen: Selection) -> Picture:
    """Seven numbers: the latest of six indicators, and the competitiveness score where one is known."""
    rows = pd.DataFrame([one for code in CODES if (one := row(data, code, chosen)) is not None])
    score = competitiveness(data, chosen)
    rows = pd.concat([rows, score], ignore_index=True) if len(score) else rows
    if rows.empty:
        return Picture(figures.nothing(say("economy.headlines.none", chosen.lang)), rows)
    sources = tuple(
        data.indicators[code].source for code in CODES if code in set(rows["indicator"])
    ) + paper_sources(data, score)
    missing = [
        data.indicators[code].short[chosen.lang] for code in CODES if code not in set(rows["indicator"])
    ]
    notes: tuple[str, ...] = () if len(score) else (say("economy.headlines.no_score", chosen.lang),)
    notes += (say("economy.headlines.missing", chosen.lang, names=", ".join(missing)),) if missing else ()
    return Picture(
        figures.cards([card(data, one, chosen) for one in rows.to_dict("records")]),
        rows,
        sources,
        summary(data, rows, chosen),
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
    placed = lookup.placed(data, code, latest)
    place = placed.loc[found.region] if found.region in placed.index else None
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
        "rank": None if place is None else int(place["rank"]),
        "of": None if place is None else int(place["of"]),
        "band": None if place is None else int(place["band"]),
        "flag": found.flag,
        "standing": "recomputed" if code == "ris_index" else "published",
    }


def competitiveness(data: Data, chosen: Selection) -> pd.DataFrame:
    """The RCI score of a region, where the input paper or the press prints one."""
    frames = [pack.tables["competitiveness"].assign(pack=code) for code, pack in data.packs.items()]
    known = pd.concat(frames) if frames else pd.DataFrame(columns=["indicator", "geo", "year"])
    score = known[(known["indicator"] == "score") & (known["geo"] == chosen.region) & (known["year"] == 2022)]
    place = known[(known["indicator"] == "rank") & (known["geo"] == chosen.region) & (known["year"] == 2022)]
    if score.empty:
        return pd.DataFrame()
    first = score.iloc[0]
    made = {
        "indicator": "competitiveness",
        "label": say("economy.score", chosen.lang),
        "region": chosen.region,
        "year": 2022,
        "value": first["value"],
        "unit": say("unit.eu100", chosen.lang),
        "decimals": 1,
        "rank": int(place.iloc[0]["value"]) if len(place) else None,
        "of": 234 if len(place) else None,
        "standing": first["standing"],
        "pack": first["pack"],
        "source": first["source"],
    }
    return pd.DataFrame([made])


def paper_sources(data: Data, score: pd.DataFrame) -> tuple[object, ...]:
    """Who printed the score."""
    return tuple(
        data.packs[one["pack"]].sources[one["source"].split()[0]] for one in score.to_dict("records")
    )


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


def summary(data: Data, rows: pd.DataFrame, chosen: Selection) -> str:
    """In how many of the headline numbers the region is in the first fifth."""
    placed = rows.dropna(subset=["band"])
    best = placed[placed["band"] == 1]["label"].tolist()
    words = {**blanks(data, chosen), "count": len(best), "of": len(placed), "names": ", ".join(best)}
    return say(
        "economy.headlines.summary" if best else "economy.headlines.summary.none", chosen.lang, **words
    )


def relative_index(data: Data, region: str) -> pd.DataFrame:
    """The innovation index relative to the Union of the same year."""
    return relative_to(
        lookup.series(data, "ris_index", region), lookup.series(data, "ris_index", lookup.UNION)
    )
