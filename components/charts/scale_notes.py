"""Says in words that a 0 of a normalised scale is its lowest point."""

from dataclasses import replace

import pandas as pd

from components.charts.provenance import CODES
from components.charts.result import ChartResult
from components.i18n.text import listing, say
from components.state.selection import Selection
from data import Data, queries

NUMBERS = ("value", "second")
CODE_COLUMNS = ("region", "area", "code", "key")


def with_scale_note(result: ChartResult, data: Data, chosen: Selection) -> ChartResult:
    """The result with the note where one of its values is such a 0: in its sentence where it is the chosen region's
    own, since a slide has the sentence only, else among the notes."""
    if not any(column in result.rows and 0 in result.rows[column].tolist() for column in NUMBERS):
        return result
    zeros = result.rows[scale_ends(result, data)]
    if zeros.empty:
        return result
    text, region = say("indicator.zero", chosen.lang), chosen.region
    own = {region, *(queries.area(data, indicator, region) for indicator in result.indicators)} - {""}
    if any(column in zeros and zeros[column].isin(own).any() for column in CODE_COLUMNS):
        result = replace(result, notes=(*result.notes, *always_zero(result, data, chosen)))
        return replace(result, summary=f"{result.summary} {text}".strip())
    return replace(result, notes=(*result.notes, text))


def always_zero(result: ChartResult, data: Data, chosen: Selection) -> tuple[str, ...]:
    """The indicators shown whose score is 0 in every year of the region: 0 may then stand for a missing figure."""
    found = {
        indicator: queries.history(data, indicator.code, chosen.region)
        for indicator in result.indicators
        if indicator.scale != "raw"
    }
    names = [
        indicator.short[chosen.lang]
        for indicator, values in found.items()
        if len(values) > 1 and not any(value.value for value in values)
    ]
    if not names:
        return ()
    return (say("indicator.zero.always", chosen.lang, names=listing(names, chosen.lang)),)


def scale_ends(result: ChartResult, data: Data) -> pd.Series:
    """Which rows show a value of 0 of an indicator that is normalised."""
    rows = result.rows
    none = pd.Series(data=False, index=rows.index)
    scored = {code for code, indicator in data.indicators.items() if indicator.scale != "raw"}
    named = next(
        (item for item in CODES if item in rows and rows[item].isin(list(data.indicators)).any()), None
    )
    if named and "value" in rows:
        return (rows["value"] == 0) & rows[named].isin(scored)
    shown = zip(NUMBERS, result.indicators, strict=False)
    columns = [column for column, indicator in shown if column in rows and indicator.code in scored]
    return (rows[columns] == 0).any(axis=1) if columns else none
