"""Years in texts, and the years that a value refers to."""

import re
from collections.abc import Iterable

from data.records import Indicator

YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


def span(texts: Iterable[object]) -> str:
    """The years named in texts or numbers, from the first to the last: "2022", "2013–2024", or ""."""
    years = sorted({year for text in texts for year in YEAR.findall(str(text))})
    if not years:
        return ""
    return years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"


def period_of(indicator: Indicator) -> str:
    """The years that the values refer to where the year of the rows is only an edition's, else ""."""
    return span([indicator.period.en]) if indicator.period else ""


def years_of_value(indicator: Indicator, year: int) -> str:
    """The years that a value refers to: the year of its row, or the period where that year is only the edition's."""
    return period_of(indicator) or str(year)
