"""The twin transition: greenhouse gases per inhabitant against the share of ICT specialists, in every region."""

from typing import Any

import pandas as pd

from components import figures
from components.charts.naming import area_note, median_line, name_of
from components.charts.provenance import Citation, unit_of_score
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.text import say
from components.state.selection import Selection
from components.views.economy.emissions import PER_HEAD, POPULATION, TABLE
from components.views.economy.headlines import blanks
from data import Data, queries
from data.periods import years_of_value
from data.records import Indicator
from data.structure import area as area_in

SPECIALISTS = "ris_ict_specialists"
SENTENCES = {
    (True, True): "both",
    (True, False): "green",
    (False, True): "digital",
    (False, False): "neither",
}


def twin(data: Data, chosen: Selection) -> ChartResult:
    """Every region: greenhouse gases per inhabitant against the share of ICT specialists, the chosen one named."""
    years = {code: queries.latest_year(data, code) for code in (PER_HEAD, SPECIALISTS)}
    indicators = (data.indicators[PER_HEAD], data.indicators[SPECIALISTS])
    gases, specialists = indicators
    home = area_in(data, chosen.region, TABLE)
    looks = (look_of(gases, chosen), look_of(specialists, chosen))
    rows = twin_rows(data, years, chosen)
    titles = (axis_title(gases, years[PER_HEAD], chosen), axis_title(specialists, years[SPECIALISTS], chosen))
    bubbles = bubble_rows(data, rows, home, looks)
    medians = (
        median_line(rows["value"], looks[0]),
        median_line(rows["second"], looks[1]),
    )
    figure = figures.bubbles(bubbles, looks, titles=titles, leads="region", lines=medians)
    people = Look(chosen.theme, chosen.lang, data.indicators[POPULATION].unit[chosen.lang], 0)
    return ChartResult(
        figures.with_size_key(figure, bubbles["weight"].max(), people),
        rows,
        tuple(
            Citation(indicator.source, str(years[indicator.code]), (indicator,)) for indicator in indicators
        ),
        twin_sentence(rows, home, looks, blanks(data, chosen)),
        (
            say("economy.twin.areas", chosen.lang),
            say("economy.emissions.modelled", chosen.lang),
            *([] if not home else area_note(data, home, chosen.region, chosen.lang)),
        ),
        blanks(data, chosen),
        {"value": gases.decimals, "second": specialists.decimals},
    )


def look_of(indicator: Indicator, chosen: Selection) -> Look:
    """How values of an indicator are written."""
    unit = unit_of_score(indicator, indicator.unit[chosen.lang], chosen.lang)
    return Look(chosen.theme, chosen.lang, unit, indicator.decimals)


def axis_title(indicator: Indicator, year: int, chosen: Selection) -> str:
    """An indicator's short name with its unit and the time its values are of."""
    return f"{indicator.short[chosen.lang]}, {figures.UNIT}, {years_of_value(indicator, year)}"


def twin_rows(data: Data, years: dict[str, int], chosen: Selection) -> pd.DataFrame:
    """A row per region that has both values, each with its own year."""
    gases, specialists = data.indicators[PER_HEAD], data.indicators[SPECIALISTS]
    unit, second_unit = gases.unit[chosen.lang], look_of(specialists, chosen).unit
    return pd.DataFrame(
        [
            {
                "region": code,
                "label": str(name_of(data, code, chosen.lang)),
                "year": years[PER_HEAD],
                "value": value,
                "unit": unit,
                "second": second.value,
                "second_unit": second_unit,
                "second_year": years[SPECIALISTS],
                "standing": "recomputed",
            }
            for code, value in sorted(queries.cells(data, PER_HEAD, years[PER_HEAD]).items())
            if len(code) == 4 and (second := queries.value_at(data, SPECIALISTS, code, years[SPECIALISTS]))
        ]
    )


def bubble_rows(data: Data, rows: pd.DataFrame, home: str, looks: tuple[Look, Look]) -> pd.DataFrame:
    """The rows as bubbles as large as their population, with the words of each."""
    people = queries.cells(data, POPULATION, int(rows["year"].iloc[0]))
    across, up = looks
    return rows.assign(
        key=rows["region"],
        x=rows["value"].round(2),
        y=rows["second"].round(1),
        weight=[people.get(code, 0) for code in rows["region"]],
        party=["home" if code == home else "rest" for code in rows["region"]],
        solid=True,
        words=[
            f"{label} ({code}): {across.number(first)}; {up.number(second)}"
            for label, code, first, second in rows[["label", "region", "value", "second"]].itertuples(
                index=False
            )
        ],
    )


def twin_sentence(rows: pd.DataFrame, home: str, looks: tuple[Look, Look], words: dict[str, Any]) -> str:
    """On which side of the two medians the region lies; that it is not among the regions, where it is not."""
    lang = looks[0].lang
    years = {name: int(rows[name].iloc[0]) for name in ("year", "second_year")}
    words = {**words, "of": len(rows), **years}
    own = rows[rows["region"] == home]
    if own.empty:
        return say("economy.twin.without", lang, **words)
    value, second = own["value"].iloc[0], own["second"].iloc[0]
    key = SENTENCES[bool(value < rows["value"].median()), bool(second > rows["second"].median())]
    figures_of_region = {"value": looks[0].value(value), "second": looks[1].number(second)}
    return say(f"economy.twin.{key}", lang, **words, **figures_of_region)
