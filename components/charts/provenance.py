"""Which sources a chart rests on, and which years and indicators belong to each of them."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.i18n.text import say
from data.pack_records import PackSource
from data.periods import period_of, span
from data.records import Indicator

TIME = ("year", "date", "start", "end")
CODES = ("indicator", "key")


@dataclass(frozen=True)
class Citation:
    """A source as a chart cites it.

    `years` are those of the rows that come from it, "2022" or "2013–2024"; `edition` is set where the rows carry
    the year of an edition and the values refer to `years`."""

    source: Any
    years: str = ""
    indicators: tuple[Indicator, ...] = ()
    edition: str = ""


def unit_of_score(indicator: Indicator, unit: str, language: str) -> str:
    """A unit of another scale with the word that the values are scores, where they are; their own unit says so."""
    if indicator.scale == "raw" or unit == indicator.unit[language]:
        return unit
    return say(f"unit.{indicator.scale}", language, unit=unit)


def source_of(entry: Any) -> Any:
    """The record of who published something, from any of the forms in which a chart may name it."""
    return entry.source if isinstance(entry, (Citation, Indicator)) else entry


def citations(entries: tuple[Any, ...], rows: pd.DataFrame, years: str) -> tuple[Citation, ...]:
    """Each source of a chart once, with its own years.

    `entries` are Indicators, Sources, PackSources or Citations. A Citation says its years itself; a record with a year
    of its own (a map) has that; otherwise they are the years of the rows that come from the source. `years` are those
    of all rows, which a source has only if it is the only one."""
    sources = dict.fromkeys(map(source_of, entries))
    indicated = {source_of(item) for item in entries if isinstance(item, Indicator)}
    return tuple(
        citation(
            source,
            [item for item in entries if source_of(item) == source],
            rows,
            years if len(sources) == 1 else "",
            is_only_table=indicated == {source},
        )
        for source in sources
    )


def citation(
    source: Any, entries: list[Any], rows: pd.DataFrame, years: str, *, is_only_table: bool
) -> Citation:
    """One source with the years of what comes from it."""
    explicit = [item for item in entries if isinstance(item, Citation)]
    indicators = tuple(dict.fromkeys(item for item in entries if isinstance(item, Indicator)))
    indicators += tuple(indicator for entry in explicit for indicator in entry.indicators)
    found = years_of(rows if is_only_table else rows_of(source, indicators, rows)) or years
    periods = list(filter(None, map(period_of, indicators)))
    if periods and len(periods) == len(indicators):
        return Citation(source, span(periods), indicators, found)
    if explicit:
        return Citation(source, span(item.years for item in explicit), indicators)
    return Citation(source, getattr(source, "year", "") or years or found, indicators)


def rows_of(source: Any, indicators: tuple[Indicator, ...], rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that name a pack's source in `source`, or one of the indicators in one of the columns `CODES`."""
    if isinstance(source, PackSource):
        if "source" not in rows or not source.key:
            return rows.iloc[0:0]
        return rows[[source.key in str(names).split() for names in rows["source"]]]
    codes = {indicator.code for indicator in indicators}
    for column in CODES:
        if column in rows and rows[column].isin(codes).any():
            return rows[rows[column].isin(codes)]
    return rows.iloc[0:0]


def years_of(rows: pd.DataFrame) -> str:
    """The years in those of the columns `TIME` that the rows have: "2022" or "2013–2024"."""
    return span(value for column in TIME if column in rows for value in rows[column].dropna())
