"""What a measure of a theme is called, what it counts, who publishes it."""

from typing import Any

from components.charts.naming import member_name
from components.charts.provenance import Citation, unit_of_score
from components.figures.frame import Look
from components.i18n.text import say
from components.state.selection import Selection
from data import Data, clustering, innovation_fund, periods, queries, structure
from data.themes import Measure

LQ_DECIMALS = 2
MANUFACTURING = "employed_c"


def measure_label(data: Data, measure: Measure, language: str) -> str:
    """The short name of a measure, that of a division with its code."""
    if measure.kind == "indicator":
        return str(data.indicators[measure.code].short[language])
    if measure.kind == "division":
        return member_name(data, clustering.TABLE, measure.code, language, with_code=True)
    if measure.kind == "section":
        return member_name(data, structure.TABLE, measure.code, language)
    return say("s3.nearest.fund", language)


def unit(data: Data, measure: Measure, language: str) -> str:
    """The unit of a measure's values."""
    if measure.kind == "indicator":
        indicator = data.indicators[measure.code]
        return unit_of_score(indicator, indicator.unit[language], language)
    return say("unit.projects" if measure.kind == "fund" else "unit.lq", language)


def standing(data: Data, measure: Measure) -> str:
    """The standing of a measure's values: as published, or recomputed by us."""
    if measure.kind == "indicator":
        return data.indicators[measure.code].standing
    return "recomputed"


def is_national(data: Data, measure: Measure, region: str) -> bool:
    """Whether a measure's value for the region is that of its country, repeated for each region."""
    if measure.kind != "indicator":
        return False
    indicator = data.indicators[measure.code]
    return indicator.national or queries.country(data, region) in indicator.national_in


def measure_look(data: Data, measure: Measure, chosen: Selection) -> Look:
    """How the numbers of a measure are written."""
    if measure.kind == "fund":
        return Look(
            chosen.theme, chosen.lang, say("unit.projects", chosen.lang), 0, say("unit.project", chosen.lang)
        )
    decimals = data.indicators[measure.code].decimals if measure.kind == "indicator" else LQ_DECIMALS
    return Look(chosen.theme, chosen.lang, unit(data, measure, chosen.lang), decimals)


def years_text(data: Data, measure: Measure, year: int) -> str:
    """The years that a measure's values refer to."""
    return (
        periods.years_of_value(data.indicators[measure.code], year)
        if measure.kind == "indicator"
        else str(year)
    )


def source(data: Data, measure: Measure, year: int) -> Any:
    """The source of a measure, in a form that a chart cites."""
    if measure.kind == "indicator":
        return data.indicators[measure.code]
    if measure.kind == "fund":
        return innovation_fund.source(data)
    if measure.kind == "section":
        return Citation(data.breakdowns[structure.TABLE].record.source, str(year))
    if year == clustering.MANUFACTURING:
        total = data.indicators[MANUFACTURING]
        return Citation(total.source, str(year), (total,))
    return Citation(data.breakdowns[clustering.TABLE].record.source, str(year))
