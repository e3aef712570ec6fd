"""How an indicator of a region changed, in sentences: never across a break in the series, and with what a change of
money means."""

from typing import Any

from components.charts.naming import flag_legend, name_of
from components.charts.provenance import Citation
from components.figures.frame import Look
from components.i18n.numbers import number
from components.i18n.text import say
from components.state.selection import Selection
from data import Data, change, queries
from data.periods import span, years_of_value
from data.records import Indicator


def change_sentence(data: Data, code: str, look: Look, words: dict[str, str], chosen: Selection) -> str:
    """From the first year that can be compared with the last one to the last that is not a forecast; then what
    the change means where money is counted, and the growth in volume."""
    indicator = data.indicators[code]
    newest = queries.newest_value(data, code, chosen.region)
    found = change.change(data, code, chosen.region, newest.year) if newest else None
    if found is None:
        return say("indicator.forecasts", chosen.lang, **words)
    was, now = look.spoken_numbers(found.first.value, found.last.value)
    more = {
        "first": years_of_value(indicator, found.first.year),
        "last": years_of_value(indicator, found.last.year),
        "was": was,
        "is": now,
        "unit": look.spoken_unit,
        "broken": found.broken or "",
    }
    return " ".join(
        [
            say(trend_words(found), chosen.lang, **words, **more),
            *meaning_notes(data, indicator, found, chosen),
        ]
    )


def trend_words(found: change.Change) -> str:
    """The key of the sentence about a change: over years, of one year alone, cut short by a break."""
    if found.difference is None:
        return "indicator.at_break" if found.broken else "indicator.once"
    return "indicator.since_break" if found.broken else "indicator.trend"


def meaning_notes(data: Data, indicator: Indicator, found: change.Change, chosen: Selection) -> list[str]:
    """What a change of money is and is not: current prices and PPS rise with prices; the growth in volume over
    the same years."""
    if found.difference is None or indicator.prices in ("none", "volume"):
        return []
    lines = [say(f"indicator.prices.{indicator.prices}", chosen.lang)]
    grown = growth(data, indicator, found, chosen.region)
    return [*lines, growth_sentence(data, indicator, grown, chosen)] if grown else lines


def growth(data: Data, indicator: Indicator, found: change.Change, region: str) -> change.Change | None:
    """The change over the same years in the indicator that says how this one has grown; None where there is none,
    or where it lacks one of the years."""
    if not indicator.growth or found.difference is None:
        return None
    first, last = (
        queries.value_at(data, indicator.growth, region, year.year) for year in (found.first, found.last)
    )
    return change.Change(first, last) if first and last else None


def trend_growth_source(data: Data, code: str, chosen: Selection) -> tuple[Citation, ...]:
    """Who publishes the growth that `change_sentence` names."""
    newest = queries.newest_value(data, code, chosen.region)
    found = change.change(data, code, chosen.region, newest.year) if newest else None
    grown = growth(data, data.indicators[code], found, chosen.region) if found else None
    return growth_source(data, code, grown.first.year, grown.last.year) if grown else ()


def growth_source(data: Data, code: str, first: int, last: int) -> tuple[Citation, ...]:
    """Who publishes the growth of an indicator between two years; empty where its record names none."""
    name = data.indicators[code].growth
    return (
        (Citation(data.indicators[name].source, span((first, last)), (data.indicators[name],)),)
        if name
        else ()
    )


def growth_sentence(data: Data, indicator: Indicator, grown: change.Change, chosen: Selection) -> str:
    """How an indicator has grown, by the one that says so: in volume, or against the Union of each year."""
    decimals = data.indicators[indicator.growth].decimals
    words = {
        "first": grown.first.year,
        "last": grown.last.year,
        "was": number(grown.first.value, chosen.lang, decimals),
        "is": number(grown.last.value, chosen.lang, decimals),
        "percent": number(grown.percent, chosen.lang, 1, sign=True),
    }
    return say(f"indicator.growth.{indicator.prices}", chosen.lang, **words)


def growth_sources(data: Data, found: dict[str, dict[str, Any]]) -> tuple[Citation, ...]:
    """Who publishes the changes of headline numbers that another indicator says."""
    return tuple(
        source
        for code, row in found.items()
        if row["since"]
        for source in growth_source(data, code, row["since"], row["year"])
    )


def flag_notes(data: Data, rows: list[dict[str, Any]], chosen: Selection) -> list[str]:
    """The breaks by region and year, and what each letter of the publisher's flags means."""
    broken: dict[str, list[str]] = {}
    for row in rows:
        if change.BREAK in row["flag"]:
            broken.setdefault(name_of(data, row["region"], chosen.lang), []).append(str(row["year"]))
    where = "; ".join(f"{name} {', '.join(years)}" for name, years in broken.items())
    notes = [say("indicator.breaks", chosen.lang, where=where)] if broken else []
    return [*notes, *flag_legend((row["flag"] for row in rows), chosen.lang)]
