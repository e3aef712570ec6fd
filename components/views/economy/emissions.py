"""Greenhouse gases of a region beside its country's and the Union's: over the years, and by sector."""

from typing import Any

import pandas as pd

from components import figures
from components.charts.naming import area_note, member_name, name_of
from components.charts.provenance import Citation
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.numbers import number, whole_percent
from components.i18n.text import listing, say
from components.state.selection import Selection
from components.views.economy.headlines import blanks
from components.views.economy.trend import trend_of
from data import Data, emissions, queries
from data.records import Source
from data.structure import area as area_in

TABLE = emissions.TABLE
PER_HEAD, PER_GDP, POPULATION = "ghg_per_head", "ghg_per_gdp", emissions.POPULATION


def emissions_per_head(data: Data, chosen: Selection) -> ChartResult:
    """Greenhouse gases per inhabitant over the years, beside the country's and the Union's."""
    return trend_of(data, chosen, PER_HEAD)


def emissions_per_gdp(data: Data, chosen: Selection) -> ChartResult:
    """Greenhouse gases relative to GDP over the years, beside the country's and the Union's."""
    return trend_of(data, chosen, PER_GDP)


def source_of(data: Data) -> Source:
    """Who publishes the emissions."""
    return data.breakdowns[TABLE].record.source


def no_emissions(data: Data, chosen: Selection) -> ChartResult:
    """One sentence: the model has no figures under the region's code."""
    words = blanks(data, chosen)
    text = say("economy.emissions.none", chosen.lang, **words)
    return ChartResult(figures.empty_state(text), pd.DataFrame(), blanks=words)


def emissions_by_sector(data: Data, chosen: Selection) -> ChartResult:
    """Greenhouse gases per inhabitant by sector, for the region, its country and the Union, from the largest."""
    area, year = area_in(data, chosen.region, TABLE), emissions.years(data)[-1]
    if not area:
        return no_emissions(data, chosen)
    codes = party_codes(data, chosen, area)
    tables = {party: emissions.sectors(data, code, year).set_index("sector") for party, code in codes.items()}
    unit = data.indicators[PER_HEAD].unit[chosen.lang]
    look = Look(chosen.theme, chosen.lang, unit, 2)
    rows = sector_rows(data, tables, codes, chosen).assign(year=year, unit=unit, standing="recomputed")
    words = {**blanks(data, chosen), "year": year, **largest_sector(data, tables, look, chosen)}
    names: dict[str, str] = {party: name_of(data, code, chosen.lang) for party, code in codes.items()}
    return ChartResult(
        figures.party_dots(rows, look, names),
        rows[["label", "party", "region", "year", "value", "emissions", "percent", "unit", "standing"]],
        tuple(
            Citation(source, str(year)) for source in (source_of(data), data.indicators[POPULATION].source)
        ),
        say("economy.emissions_by_sector.summary", chosen.lang, **words),
        notes_of(data, area, [str(sector) for sector in tables["home"].index], chosen),
        words,
        {"value": 2, "emissions": 0, "percent": 1},
    )


def party_codes(data: Data, chosen: Selection, area: str) -> dict[str, str]:
    """The codes of the three parties in the model; no country where the region is the whole of it."""
    if queries.is_whole_country(data, chosen.region):
        return {"home": area, "union": queries.UNION}
    return {"home": area, "country": queries.country(data, chosen.region), "union": queries.UNION}


def sector_rows(
    data: Data, tables: dict[str, pd.DataFrame], codes: dict[str, str], chosen: Selection
) -> pd.DataFrame:
    """A row per sector and party, sectors from the region's largest."""
    return pd.DataFrame(
        [
            {
                "label": member_name(data, TABLE, str(sector), chosen.lang),
                "party": party,
                "region": codes[party],
                "value": table.at[sector, "per_head"],
                "emissions": table.at[sector, "value"],
                "percent": table.at[sector, "share"],
            }
            for sector in tables["home"].index
            for party, table in tables.items()
            if sector in table.index
        ]
    )


def largest_sector(
    data: Data, tables: dict[str, pd.DataFrame], look: Look, chosen: Selection
) -> dict[str, Any]:
    """Blanks about the region's largest sector, and its total in tonnes."""
    home = tables["home"]
    sector, first = str(home.index[0]), home.iloc[0]
    return {
        "sector": member_name(data, TABLE, sector, look.lang),
        "percent": whole_percent(first["share"], look.lang),
        "value": look.number(first["per_head"]),
        "union": look.number(tables["union"].at[sector, "per_head"]),
        "total": tonnes_look(0, chosen)[1].in_sentence(home["value"].sum()),
    }


def notes_of(data: Data, area: str, sectors: list[str], chosen: Selection) -> tuple[str, ...]:
    """That figures are modelled, which sectors the model does not have here, and the boundaries they are for."""
    missing = [
        member_name(data, TABLE, code, chosen.lang)
        for code in data.breakdowns[TABLE].record.members
        if code not in sectors
    ]
    return (
        say("economy.emissions.modelled", chosen.lang),
        *(
            [say("economy.emissions.sectors", chosen.lang, names=listing(missing, chosen.lang))]
            if missing
            else []
        ),
        *area_note(data, area, chosen.region, chosen.lang),
    )


def emissions_change(data: Data, chosen: Selection) -> ChartResult:
    """Greenhouse gases by sector in the first and the last year of the model."""
    area = area_in(data, chosen.region, TABLE)
    if not area:
        return no_emissions(data, chosen)
    first, last = emissions.years(data)[0], emissions.years(data)[-1]
    table = emissions.change(data, area, first, last)
    by, look = tonnes_look(table[["first", "last"]].max().max(), chosen)
    amounts = {name: table[name] / by for name in ("first", "last", "change")}
    rows = table.assign(
        **amounts,
        label=[member_name(data, TABLE, code, chosen.lang) for code in table["sector"]],
        unit=look.unit,
        standing="published",
    ).sort_values("last", ascending=False, ignore_index=True)
    words = {**blanks(data, chosen), "first": first, "last": last, **change_in_words(rows, look)}
    return ChartResult(
        figures.dumbbell(rows, look, names=(str(first), str(last))),
        rows[["label", "first", "last", "change", "percent", "unit", "standing"]],
        (source_of(data),),
        say("economy.emissions_change.summary", chosen.lang, **words),
        notes_of(data, area, rows["sector"].tolist(), chosen),
        words,
        {"first": 1, "last": 1, "change": 1, "percent": 1},
        year=f"{first}–{last}",
    )


def tonnes_look(most: float, chosen: Selection) -> tuple[float, Look]:
    """By what emissions in kt are divided, and how they are then written: in million tonnes where the largest has one,
    else in thousands."""
    by, scale = (1000.0, "million") if most >= 1000 else (1.0, "thousand")
    return by, Look(chosen.theme, chosen.lang, say(f"unit.tonnes.{scale}", chosen.lang), 1)


def change_in_words(rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    """Blanks about the change of the total, and of the sector that changed most."""
    before, now = rows["first"].sum(), rows["last"].sum()
    most = rows.loc[rows["change"].abs().idxmax()]
    totals, ends = look.spoken_numbers(before, now), look.spoken_numbers(most["first"], most["last"])
    return {
        "percent": number(100 * (now / before - 1), look.lang, 1, sign=True),
        "before": totals[0],
        "now": totals[1],
        "unit": look.unit_after(now),
        "sector": most["label"],
        "sector_first": ends[0],
        "sector_last": ends[1],
        "sector_unit": look.unit_after(most["last"]),
    }
