"""How an indicator has changed over the years, beside the country and the Union."""

from typing import Any

import pandas as pd

from components import figures
from components.charts.naming import name_of, with_flag_text
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.text import listing, say
from components.state.selection import Selection
from components.views.economy.change_text import change_sentence, flag_notes, trend_growth_source
from components.views.economy.comparison import notes_area
from data import Data, queries
from data.periods import period_of


def trend(data: Data, chosen: Selection) -> ChartResult:
    """The chosen indicator over all its years."""
    return trend_of(data, chosen, chosen.indicator)


def trend_of(data: Data, chosen: Selection, code: str) -> ChartResult:
    """One indicator over its years for the region, its country and the Union, where each is published."""
    indicator = data.indicators[code]
    parties = {"home": chosen.region, "country": queries.country(data, chosen.region), "union": queries.UNION}
    if queries.is_whole_country(data, chosen.region):
        del parties["country"]
    published = published_values(data, code, parties, indicator.unit[chosen.lang])
    words = {"region": name_of(data, chosen.region, chosen.lang), "indicator": indicator.short[chosen.lang]}
    home = [row for row in published if row["key"] == "home"]
    rows = pd.DataFrame(published, columns=["key", "region", "year", "value", "unit", "flag", "standing"])
    if not home:
        return ChartResult(
            figures.empty_state(say("indicator.none", chosen.lang, **words)),
            rows.iloc[0:0],
            (),
            "",
            (),
            words,
        )
    look = Look(chosen.theme, chosen.lang, indicator.unit[chosen.lang], indicator.decimals)
    area = queries.area(data, indicator, chosen.region)
    covers = {row["key"]: area if row["key"] == "home" else parties[row["key"]] for row in published}
    names: dict[str, str] = {party: name_of(data, code, chosen.lang) for party, code in covers.items()}
    return ChartResult(
        figures.over_time(trend_figure(rows, look, names), period_of(indicator)),
        rows,
        (indicator, *trend_growth_source(data, code, chosen)),
        change_sentence(data, code, look, words, chosen),
        notes_of(data, code, published, area, chosen),
        words,
        indicator.decimals,
    )


def trend_figure(rows: pd.DataFrame, look: Look, names: dict[str, str]) -> dict[str, Any]:
    """The parties over the years; the Union's line is that of the base where all values are relative to it."""
    colours = {"home": look.colours.accent, "country": look.colours.country, "union": look.colours.union}
    base = "union" if is_base(rows[rows["key"] == "union"]["value"]) else ""
    texts = {**names, base: say("unit.eu100", look.lang)} if base else names
    return figures.trend(with_flag_text(rows, look.lang), look, colours=colours, names=texts, base=base)


def is_base(values: pd.Series) -> bool:
    """Whether the Union's values are what an index is relative to: 100 in every year."""
    return bool(len(values)) and set(values) == {100.0}


def published_values(data: Data, code: str, parties: dict[str, str], unit: str) -> list[dict[str, Any]]:
    """Every value of an indicator for each party, by party and year; an area that is two parties at once, as a country
    of one region is, stands once."""
    published: dict[tuple[str, int], dict[str, Any]] = {}
    for party, region in parties.items():
        for value in queries.history(data, code, region):
            row = {"key": party, "region": value.region, "year": value.year, "value": value.value}
            row |= {"unit": unit, "flag": value.flag, "standing": data.indicators[code].standing}
            published.setdefault((value.region, value.year), row)
    return list(published.values())


def notes_of(
    data: Data, code: str, published: list[dict[str, Any]], area: str, chosen: Selection
) -> tuple[str, ...]:
    """The area whose value it is, the years after which values may be forecasts, where no country or Union value
    is published, breaks and flags."""
    indicator = data.indicators[code]
    source = indicator.source
    notes = list(notes_area(data, area, chosen))
    notes += [say("indicator.firm", chosen.lang, year=source.firm_until)] if source.firm_until else []
    notes += [say("indicator.index", chosen.lang)] if indicator.prices == "volume" else []
    lacking = [
        name_of(data, code, chosen.lang)
        for party, code in (("country", queries.country(data, chosen.region)), ("union", queries.UNION))
        if not any(row["key"] == party or row["region"] == code for row in published)
        and not (party == "country" and queries.is_whole_country(data, chosen.region))
    ]
    if lacking:
        notes.append(say("indicator.lacking", chosen.lang, names=listing(lacking, chosen.lang)))
    return (*notes, *flag_notes(data, published, chosen))
