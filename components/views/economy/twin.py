"""The twin transition of a region: its greenhouse gases beside its country's and the Union's, by sector, and where it
stands in digital terms."""

from typing import Any

import pandas as pd

from components import figures
from components.charts.naming import area_note, member_name, name_of
from components.charts.provenance import Cited, scored
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.numbers import number
from components.i18n.text import listing, say
from components.state.selection import Selection
from components.views.economy.comparison import trend_of
from components.views.economy.headlines import blanks
from components.views.economy.standing import is_whole_country
from data import Data, emissions, queries
from data.periods import when
from data.records import Source
from data.structure import area as area_in

TABLE = emissions.TABLE
PER_HEAD, PER_GDP, POPULATION = "ghg_per_head", "ghg_per_gdp", emissions.POPULATION
DIGITAL = (
    "ris_digital_skills",
    "ris_ict_specialists",
    "rci_egovernment",
    "rci_broadband_households",
    "rci_fast_broadband",
    "rci_online_buyers",
    "rci_online_orders",
    "rci_broadband_enterprises",
)
SPECIALISTS = "ris_ict_specialists"


def emissions_per_head(data: Data, chosen: Selection) -> ChartResult:
    """Greenhouse gases per inhabitant over the years, beside the country's and the Union's."""
    return trend_of(data, chosen, PER_HEAD)


def emissions_per_gdp(data: Data, chosen: Selection) -> ChartResult:
    """Greenhouse gases relative to GDP over the years, beside the country's and the Union's."""
    return trend_of(data, chosen, PER_GDP)


def source_of(data: Data) -> Source:
    return data.breakdowns[TABLE].record.source


def absent(data: Data, chosen: Selection) -> ChartResult:
    """One sentence: the model has no figures under the region's code."""
    words = blanks(data, chosen)
    text = say("economy.emissions.none", chosen.lang, **words)
    return ChartResult(figures.nothing(text), pd.DataFrame(), blanks=words)


def emissions_by_sector(data: Data, chosen: Selection) -> ChartResult:
    """Greenhouse gases per inhabitant by sector, for the region, its country and the Union, from the largest."""
    area, year = area_in(data, chosen.region, TABLE), emissions.years(data)[-1]
    if not area:
        return absent(data, chosen)
    country = queries.country(data, chosen.region)
    codes = {
        "home": area,
        **({} if is_whole_country(data, chosen.region) else {"country": country}),
        "union": queries.UNION,
    }
    found = {party: emissions.sectors(data, code, year).set_index("sector") for party, code in codes.items()}
    order = found["home"].index
    rows = pd.DataFrame(
        [
            {
                "label": member_name(data, TABLE, str(sector), chosen.lang),
                "party": party,
                "region": codes[party],
                "year": year,
                "value": table.at[sector, "per_head"],
                "emissions": table.at[sector, "value"],
                "percent": table.at[sector, "share"],
                "unit": data.indicators[PER_HEAD].unit[chosen.lang],
                "standing": "recomputed",
            }
            for sector in order
            for party, table in found.items()
            if sector in table.index
        ]
    )
    look = Look(chosen.theme, chosen.lang, data.indicators[PER_HEAD].unit[chosen.lang], 2)
    names: dict[str, str] = {party: name_of(data, code, chosen.lang) for party, code in codes.items()}
    first = found["home"].iloc[0]
    words = {
        **blanks(data, chosen),
        "year": year,
        "sector": member_name(data, TABLE, str(order[0]), chosen.lang),
        "percent": number(first["share"], chosen.lang, 0),
        "value": look.number(first["per_head"]),
        "union": look.number(found["union"].at[order[0], "per_head"]),
        "total": number(found["home"]["value"].sum() / 1000, chosen.lang, 1),
    }
    return ChartResult(
        figures.against(rows, look, names),
        rows,
        tuple(Cited(source, str(year)) for source in (source_of(data), data.indicators[POPULATION].source)),
        say("economy.emissions_by_sector.summary", chosen.lang, **words),
        notes_of(data, area, [str(sector) for sector in order], chosen),
        words,
        {"value": 2, "emissions": 0, "percent": 1},
    )


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
        return absent(data, chosen)
    years = emissions.years(data)
    found = emissions.change(data, area, years[0], years[-1])
    rows = found.assign(
        label=[member_name(data, TABLE, code, chosen.lang) for code in found["sector"]],
        unit=data.breakdowns[TABLE].record.measures[emissions.MEASURE].unit[chosen.lang],
        standing="published",
    ).sort_values("last", ascending=False, ignore_index=True)
    look = Look(chosen.theme, chosen.lang, str(rows["unit"].iloc[0]), 0)
    total, before = rows["last"].sum(), rows["first"].sum()
    most = rows.loc[rows["change"].abs().idxmax()]
    words = {
        **blanks(data, chosen),
        "first": years[0],
        "last": years[-1],
        "percent": number(100 * (total / before - 1), chosen.lang, 1, sign=True),
        "before": number(before / 1000, chosen.lang, 1),
        "now": number(total / 1000, chosen.lang, 1),
        "sector": most["label"],
        "sector_first": look.number(most["first"]),
        "sector_last": look.number(most["last"]),
    }
    return ChartResult(
        figures.dumbbell(rows, look, names=(str(years[0]), str(years[-1]))),
        rows[["label", "first", "last", "change", "percent", "unit", "standing"]],
        (source_of(data),),
        say("economy.emissions_change.summary", chosen.lang, **words),
        notes_of(data, area, rows["sector"].tolist(), chosen),
        words,
        {"first": 0, "last": 0, "change": 0, "percent": 1},
        year=f"{years[0]}–{years[-1]}",
    )


def digital_row(data: Data, code: str, chosen: Selection) -> dict[str, Any] | None:
    """One digital indicator of a region in its latest year: value, rank, and the rank between 0 and 100."""
    indicator, year = data.indicators[code], queries.latest_year(data, code)
    found = queries.at(data, code, chosen.region, year)
    place = queries.places(data, code, year).get(found.region) if found else None
    if found is None or place is None:
        return None
    country = queries.country(data, chosen.region)
    national = indicator.national or country in indicator.national_in
    mark = f" {say('economy.raw.national', chosen.lang)}" if national else ""
    return {
        "indicator": code,
        "label": f"{indicator.short[chosen.lang]}{mark}",
        "region": found.region,
        "year": year,
        "own": found.value,
        "unit": scored(indicator, indicator.unit[chosen.lang], chosen.lang),
        "rank": place.rank,
        "of": place.of,
        "value": place.position,
        "national": national,
        "standing": indicator.standing,
    }


def digital(data: Data, chosen: Selection) -> ChartResult:
    """Where the region stands among all in the digital indicators of the two scoreboards."""
    made = [row for code in DIGITAL if (row := digital_row(data, code, chosen)) is not None]
    words = blanks(data, chosen)
    if not made:
        text = say("economy.digital.none", chosen.lang, **words)
        return ChartResult(figures.nothing(text), pd.DataFrame(), blanks=words)
    rows = pd.DataFrame(made).sort_values("value", ascending=False, ignore_index=True)
    made = rows.to_dict("records")
    texts = [say("economy.raw.rank", chosen.lang, rank=row["rank"], of=row["of"]) for row in made]
    hover = [
        f"{row['label']}: {number(row['own'], chosen.lang, 1)} {row['unit']}; {text}"
        for row, text in zip(made, texts, strict=True)
    ]
    look = Look(chosen.theme, chosen.lang, say("unit.position", chosen.lang), 0)
    figure = figures.positions(rows, look, texts=texts, hover=hover, hollow=rows["national"].tolist())
    more = {"best": rows["label"].iloc[0], "rank": rows["rank"].iloc[0], "of": rows["of"].iloc[0]}
    more |= {"upper": int((rows["value"] >= 50).sum()), "count": len(rows)}
    area_notes = dict.fromkeys(
        note for area in rows["region"] for note in area_note(data, str(area), chosen.region, chosen.lang)
    )
    national = bool(rows["national"].any())
    return ChartResult(
        figure,
        rows,
        tuple(data.indicators[code] for code in rows["indicator"]),
        say("economy.digital.summary", chosen.lang, **words, **more),
        (*([say("economy.digital.national", chosen.lang)] if national else []), *area_notes),
        words,
        {"own": 1, "value": 0},
    )


def twin(data: Data, chosen: Selection) -> ChartResult:
    """Every region: greenhouse gases per inhabitant against the share of ICT specialists, the chosen one named."""
    years = {code: queries.latest_year(data, code) for code in (PER_HEAD, SPECIALISTS)}
    gases, people = (queries.cells(data, code, years[PER_HEAD]) for code in (PER_HEAD, POPULATION))
    specialists = {
        code: queries.at(data, SPECIALISTS, code, years[SPECIALISTS])
        for code in sorted(gases)
        if len(code) == 4
    }
    indicators = [data.indicators[code] for code in years]
    home = area_in(data, chosen.region, TABLE)
    rows = pd.DataFrame(
        [
            {
                "region": code,
                "label": str(name_of(data, code, chosen.lang)),
                "year": years[PER_HEAD],
                "value": gases[code],
                "unit": indicators[0].unit[chosen.lang],
                "second": found.value,
                "second_unit": scored(indicators[1], indicators[1].unit[chosen.lang], chosen.lang),
                "second_year": years[SPECIALISTS],
                "standing": "recomputed",
            }
            for code, found in specialists.items()
            if found is not None
        ]
    )
    units = [scored(one, one.unit[chosen.lang], chosen.lang) for one in indicators]
    across, up = (
        Look(chosen.theme, chosen.lang, unit, one.decimals)
        for unit, one in zip(units, indicators, strict=True)
    )
    looks = (across, up)
    drawn = rows.assign(
        key=rows["region"],
        x=rows["value"].round(2),
        y=rows["second"].round(1),
        weight=[people.get(code, 0) for code in rows["region"]],
        party=["home" if code == home else "rest" for code in rows["region"]],
        solid=True,
        words=[
            f"{label} ({code}): {looks[0].number(first)}; {looks[1].number(second)}"
            for label, code, first, second in rows[["label", "region", "value", "second"]].itertuples(
                index=False
            )
        ],
    )
    titles = [
        f"{one.short[chosen.lang]}, {figures.UNIT}, {when(one, year)}"
        for one, year in zip(indicators, years.values(), strict=True)
    ]
    own = rows[rows["region"] == home]
    words = {**blanks(data, chosen), "of": len(rows), "year": years[PER_HEAD]}
    key = "without"
    if len(own):
        value, second = own["value"].iloc[0], own["second"].iloc[0]
        cleaner, more = value < rows["value"].median(), second > rows["second"].median()
        key = {
            (True, True): "both",
            (True, False): "green",
            (False, True): "digital",
            (False, False): "neither",
        }[(bool(cleaner), bool(more))]
        words |= {"value": looks[0].value(value), "second": looks[1].number(second)}
    return ChartResult(
        with_medians(
            figures.bubbles(drawn, looks, titles=(titles[0], titles[1]), leads="region"), rows, looks[0]
        ),
        rows,
        tuple(Cited(one.source, str(years[one.code]), (one,)) for one in indicators),
        say(f"economy.twin.{key}", chosen.lang, **words),
        (
            say("economy.twin.areas", chosen.lang),
            say("economy.emissions.modelled", chosen.lang),
            *([] if not home else area_note(data, home, chosen.region, chosen.lang)),
        ),
        blanks(data, chosen),
        {"value": indicators[0].decimals, "second": indicators[1].decimals},
    )


def with_medians(figure: dict[str, Any], rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    """The figure with a dotted line at the median of either value, named once."""
    line = {"color": look.colours.ink, "width": 1.2, "dash": "dot"}
    across, up = rows["value"].median(), rows["second"].median()
    shapes = [
        {"type": "line", "x0": across, "x1": across, "yref": "paper", "y0": 0, "y1": 1, "line": line},
        {"type": "line", "y0": up, "y1": up, "xref": "paper", "x0": 0, "x1": 1, "line": line},
    ]
    name = {
        "text": say("economy.twin.median", look.lang),
        "xref": "paper",
        "x": 1,
        "xanchor": "right",
        "y": up,
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 13, "color": look.colours.soft},
    }
    return {**figure, "layout": {**figure["layout"], "shapes": shapes, "annotations": [name]}}
