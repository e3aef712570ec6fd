"""What share of its country a region is: as the input paper prints it, else from the official series."""

from typing import Any

import pandas as pd

from components import figures
from components.charts.errata import erratum_sentences
from components.charts.naming import name_of
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.text import say
from components.state.selection import Selection
from components.views.economy.headlines import blanks
from components.views.pack_charts import pack_with, sources_of
from data import Data, Pack, queries


def share_of_country(data: Data, chosen: Selection) -> ChartResult:
    """What share of its country a region is, in everything the paper names; else in people and output."""
    pack = pack_with(data, chosen.region, "shares_of_country")
    rows = printed_shares(pack, chosen.lang) if pack else official_shares(data, chosen)
    words = {
        **blanks(data, chosen),
        "country": name_of(data, queries.country(data, chosen.region), chosen.lang),
    }
    if rows.empty:
        text = say("economy.share_of_country.none", chosen.lang, **words)
        return ChartResult(figures.empty_state(text), rows, blanks=words)
    rows = rows.sort_values("value", ascending=False, ignore_index=True)
    look = Look(chosen.theme, chosen.lang, "%", None if pack else 1)
    sources = sources_of(pack, rows) if pack else tuple(data.indicators[code] for code in rows["key"])
    return ChartResult(
        figures.ranking(rows, look, lines=people_line(rows)),
        rows,
        sources,
        share_sentence(rows, look, words, is_whole=queries.is_whole_country(data, chosen.region)),
        erratum_sentences(pack, rows["notes"], chosen.lang) if pack else (),
        words,
    )


def people_line(rows: pd.DataFrame) -> dict[str, float]:
    """The share of the people by its name, which the other shares are compared with; none where nothing else is
    drawn."""
    people = rows[rows["key"] == "population"]
    return dict(zip(people["label"], people["value"], strict=True)) if len(rows) > len(people) else {}


def share_sentence(rows: pd.DataFrame, look: Look, words: dict[str, Any], *, is_whole: bool) -> str:
    """The share of the people, and the largest other share; that it is the whole, where it is."""
    if is_whole:
        return say("economy.share_of_country.whole", look.lang, **words)
    people = rows[rows["key"] == "population"]
    others = rows[rows["key"] != "population"]
    if people.empty or others.empty:
        only = rows.iloc[0]
        largest = {"first": only["label"], "value": look.number(only["value"]), "year": only["year"]}
        return say("economy.share_of_country.first", look.lang, **words, **largest)
    first = others.iloc[0]
    largest = {
        "first": first["label"],
        "value": look.number(first["value"]),
        "people": look.number(people["value"].iloc[0]),
        "year": first["year"],
        "people_year": people["year"].iloc[0],
    }
    key = (
        "economy.share_of_country.two"
        if list(others["key"]) == ["gdp"]
        else "economy.share_of_country.summary"
    )
    return say(key, look.lang, **words, **largest)


def printed_shares(pack: Pack, language: str) -> pd.DataFrame:
    """The shares the paper names."""
    table = pack.tables["shares_of_country"].dropna(subset=["value"])
    return table.assign(
        key=table["indicator"], label=table[f"name_{language}"], unit="%", notes=table["note"]
    )[["key", "label", "year", "value", "unit", "standing", "source", "notes"]]


def official_shares(data: Data, chosen: Selection) -> pd.DataFrame:
    """Shares of population and GDP from the official series; a country's population is the sum of its regions, in
    the last year in which all of them have a value."""
    found = []
    for code in ("population", "gdp"):
        for year in reversed(queries.ranked_years(data, code)):
            part, total = (
                queries.value_at(data, code, chosen.region, year),
                country_total(data, code, chosen.region, year),
            )
            if part and total:
                found.append(share_row(data, code, part, total, chosen))
                break
    return pd.DataFrame(found)


def share_row(data: Data, code: str, part: queries.Value, total: float, chosen: Selection) -> dict[str, Any]:
    """One share of the country, in per cent."""
    return {
        "key": code,
        "label": data.indicators[code].short[chosen.lang],
        "region": chosen.region,
        "year": part.year,
        "value": 100 * part.value / total,
        "unit": "%",
        "flag": part.flag,
        "standing": "recomputed",
    }


def country_total(data: Data, code: str, region: str, year: int) -> float | None:
    """The country's published value of a year, else the sum over its regions where all of them have one, the
    region itself among them."""
    country = queries.country(data, region)
    total = queries.value_at(data, code, country, year)
    if total:
        return total.value
    rows = queries.ranked_rows(data, code, year)
    inside = rows[rows["region"].str.startswith(country)]
    complete = not queries.without_value(data, code, year, country) and region in set(inside["region"])
    return float(inside["value"].sum()) if complete else None
