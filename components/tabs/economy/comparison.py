"""Any indicator of a region: over the years beside its country and the Union, and among the regions of its
country."""

from functools import lru_cache
from typing import Any

import pandas as pd

from components import figures
from components.figures.frame import Look
from components.picture import Picture
from components.selection import LATEST, Selection
from components.tables import name_of, with_flag_text
from components.text import listing, say
from data import Data, lookup
from data.periods import period_of, when
from data.records import Indicator


def trend(data: Data, chosen: Selection) -> Picture:
    """The chosen indicator over all its years."""
    return trend_of(data, chosen, chosen.indicator)


def trend_of(data: Data, chosen: Selection, code: str) -> Picture:
    """One indicator over its years for the region, its country and the Union, where each is published."""
    indicator = data.indicators[code]
    parties = {"home": chosen.region, "country": lookup.country(data, chosen.region), "union": lookup.UNION}
    made = published(data, code, parties, indicator.unit[chosen.lang])
    words = {"region": name_of(data, chosen.region, chosen.lang), "indicator": indicator.title[chosen.lang]}
    home = [one for one in made if one["key"] == "home"]
    rows = pd.DataFrame(made, columns=["key", "region", "year", "value", "unit", "flag", "standing"])
    if not home:
        return Picture(
            figures.nothing(say("indicator.none", chosen.lang, **words)), rows.iloc[0:0], (), "", (), words
        )
    look = Look(chosen.theme, chosen.lang, indicator.unit[chosen.lang], indicator.decimals)
    area = lookup.area(data, indicator, chosen.region)
    covers = {one["key"]: area if one["key"] == "home" else parties[one["key"]] for one in made}
    names: dict[str, str] = {party: name_of(data, code, chosen.lang) for party, code in covers.items()}
    colours = {"home": look.colours.accent, "country": look.colours.country, "union": look.colours.union}
    return Picture(
        figures.over_time(
            figures.trend(with_flag_text(rows, chosen.lang), look, colours=colours, names=names),
            period_of(indicator),
        ),
        rows,
        (indicator,),
        told(home, look, indicator, words, chosen.lang),
        notes_of(data, code, made, area, chosen),
        words,
        indicator.decimals,
    )


def published(data: Data, code: str, parties: dict[str, str], unit: str) -> list[dict[str, Any]]:
    """Every value of an indicator for each party, by party and year; an area that is two parties at once, as a country
    of one region is, stands once."""
    made: dict[tuple[str, int], dict[str, Any]] = {}
    for party, region in parties.items():
        for one in lookup.history(data, code, region):
            row = {"key": party, "region": one.region, "year": one.year, "value": one.value}
            row |= {"unit": unit, "flag": one.flag, "standing": "published"}
            made.setdefault((one.region, one.year), row)
    return list(made.values())


def told(
    home: list[dict[str, Any]], look: Look, indicator: Indicator, words: dict[str, str], language: str
) -> str:
    """From the first year to the last, in one sentence."""
    first, last = home[0], home[-1]
    more = {
        "first": when(indicator, first["year"]),
        "last": when(indicator, last["year"]),
        "was": look.number(first["value"]),
        "is": look.number(last["value"]),
        "unit": look.unit,
    }
    return say(
        "indicator.once" if first["year"] == last["year"] else "indicator.trend", language, **words, **more
    )


def notes_of(
    data: Data, code: str, made: list[dict[str, Any]], area: str, chosen: Selection
) -> tuple[str, ...]:
    """The larger area, the years after which values may be forecasts, and where no country or Union value
    is published."""
    source = data.indicators[code].source
    notes = (
        [say("area.larger", chosen.lang, area=name_of(data, area, chosen.lang), code=area)]
        if area != chosen.region
        else []
    )
    notes += [say("indicator.firm", chosen.lang, year=source.firm_until)] if source.firm_until else []
    lacking = [
        name_of(data, one, chosen.lang)
        for party, one in (("country", lookup.country(data, chosen.region)), ("union", lookup.UNION))
        if not any(row["key"] == party for row in made)
    ]
    notes += [say("indicator.lacking", chosen.lang, names=listing(lacking, chosen.lang))] if lacking else []
    notes += [say("indicator.flags", chosen.lang)] if any(row["flag"] for row in made) else []
    return tuple(notes)


def ranking(data: Data, chosen: Selection) -> Picture:
    """The chosen indicator in the chosen year among the regions of the country, with the place among all of
    Europe."""
    indicator = data.indicators[chosen.indicator]
    year = int(chosen.year) if chosen.year != LATEST else lookup.latest_year(data, chosen.indicator)
    rows = within(data, chosen.indicator, year, lookup.country(data, chosen.region))
    country = name_of(data, lookup.country(data, chosen.region), chosen.lang)
    words = {
        "region": name_of(data, chosen.region, chosen.lang),
        "indicator": indicator.title[chosen.lang],
        "year": when(indicator, year),
        "country": country,
    }
    if rows.empty:
        return Picture(
            figures.nothing(say("indicator.year.none", chosen.lang, **words)), rows, (), "", (), words
        )
    rows = rows.assign(
        key=rows["region"],
        label=rows["region"].map(lookup.known(data, f"name_{chosen.lang}")),
        unit=indicator.unit[chosen.lang],
        standing="published",
    )
    rows = rows[["key", "label", "region", "year", "value", "unit", "flag", "rank", "of", "standing"]]
    look = Look(chosen.theme, chosen.lang, indicator.unit[chosen.lang], indicator.decimals)
    area = lookup.area(data, indicator, chosen.region)
    own = rows[rows["key"] == area]
    more = (
        {
            "value": look.value(own["value"].iloc[0]),
            "rank": int(own["rank"].iloc[0]),
            "of": int(own["of"].iloc[0]),
            "place": int(own.index[0]) + 1,
            "regions": len(rows),
        }
        if len(own)
        else {}
    )
    summary = say(
        "economy.ranking.summary" if len(own) else "indicator.year.none", chosen.lang, **words, **more
    )
    notes = (say(f"direction.{indicator.direction}", chosen.lang), *notes_area(data, area, chosen))
    return Picture(
        figures.ranking(rows, look, highlight=area),
        rows,
        (indicator,),
        summary,
        notes,
        words,
        {"value": indicator.decimals},
    )


@lru_cache(maxsize=512)
def within(data: Data, code: str, year: int, country: str) -> pd.DataFrame:
    """The places of a country's regions in a year, from the best."""
    everyone = lookup.placed(data, code, year).reset_index(drop=True)
    here = everyone[everyone["region"].map(lookup.known(data, "country")) == country]
    lower = data.indicators[code].direction == "lower"
    return here.sort_values(["value", "region"], ascending=[lower, True], ignore_index=True)


def notes_area(data: Data, area: str, chosen: Selection) -> tuple[str, ...]:
    """Said when the value was published for a larger area."""
    return (
        (say("area.larger", chosen.lang, area=name_of(data, area, chosen.lang), code=area),)
        if area and area != chosen.region
        else ()
    )
