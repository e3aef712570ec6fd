"""How unequal a region is inside: GDP per head of its NUTS 3 areas, and how their distance has changed."""

import pandas as pd

from components import figures
from components.charts.naming import name_of
from components.charts.provenance import Citation
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.numbers import number
from components.i18n.ratios import times_text
from components.i18n.text import listing, say
from components.state.selection import Selection
from data import Data, inside_region


def blanks_of(data: Data, chosen: Selection) -> dict[str, object]:
    return {"region": name_of(data, chosen.region, chosen.lang), "year": inside_region.years(data)[-1]}


def inside_areas(data: Data, chosen: Selection) -> ChartResult:
    """GDP per head of the region's NUTS 3 areas in the latest year that is no forecast."""
    year, words = inside_region.years(data)[-1], blanks_of(data, chosen)
    areas, spread = (
        inside_region.areas(data, chosen.region, year),
        inside_region.spread(data, chosen.region, year),
    )
    if spread is None:
        return no_districts(data, chosen)
    rows = area_rows(areas, year, chosen)
    look = Look(chosen.theme, chosen.lang, str(rows["unit"].iloc[0]), 0)
    marks = rows.assign(
        weight=rows["population"], words=[area_text(row, chosen) for row in rows.to_dict("records")]
    )
    return ChartResult(
        figures.weighted_bars(marks, look, whole=spread.mean, name=say("inside.mean", chosen.lang)),
        rows,
        (Citation(inside_region.source(data), str(year)),),
        summary(data, chosen, spread),
        notes(data, chosen),
        words,
        {"value": 0, "population": 0},
    )


def area_rows(areas: pd.DataFrame, year: int, chosen: Selection) -> pd.DataFrame:
    """The areas as a chart's rows."""
    return pd.DataFrame(
        {
            "code": areas["district"],
            "label": areas["name"],
            "year": year,
            "value": areas["value"],
            "unit": say("unit.pps_per_head", chosen.lang),
            "population": areas["population"],
            "standing": "published",
        }
    )


def area_text(row: dict[str, object], chosen: Selection) -> str:
    """What the mark of an area says."""
    counts = {name: number(float(str(row[name])), chosen.lang, 0) for name in ("value", "population")}
    return say("inside.mark", chosen.lang, name=row["label"], code=row["code"], **counts)


def summary(data: Data, chosen: Selection, spread: inside_region.Spread) -> str:
    """The ratio of the ends, the weighted variation, and its place among all regions."""
    every = inside_region.variations(data, spread.year)
    return say(
        "inside.summary",
        chosen.lang,
        **blanks_of(data, chosen),
        areas=spread.areas,
        highest=spread.highest,
        lowest=spread.lowest,
        times=times_text(spread.ratio, chosen.lang),
        variation=number(spread.variation, chosen.lang, 1),
        rank=1 + int((every > spread.variation).sum()),
        of=len(every),
    )


def notes(data: Data, chosen: Selection) -> tuple[str, ...]:
    """How it is measured, what GDP per head of a small area means, and the boundaries."""
    source = inside_region.source(data).notes
    sentences = (say("inside.thickness", chosen.lang), say("inside.method", chosen.lang))
    earlier = (
        (say("inside.earlier", chosen.lang),) if not bool(data.regions.at[chosen.region, "nuts2021"]) else ()
    )
    return (*sentences, *((source[chosen.lang],) if source else ()), *earlier)


def no_districts(data: Data, chosen: Selection) -> ChartResult:
    """That the region is one area only, or that its areas are not in our copy."""
    words = blanks_of(data, chosen)
    areas = inside_region.areas(data, chosen.region, inside_region.years(data)[-1])
    key = "inside.one" if len(areas) else "inside.none"
    name = listing(areas["name"].tolist(), chosen.lang)
    text = say(key, chosen.lang, **words, area=name)
    return ChartResult(figures.empty_state(text), pd.DataFrame(), blanks=words)


def inside_trend(data: Data, chosen: Selection) -> ChartResult:
    """The weighted coefficient of variation of the region's areas, year by year."""
    found = [inside_region.spread(data, chosen.region, year) for year in inside_region.years(data)]
    spreads = [entry for entry in found if entry is not None]
    if not spreads:
        return no_districts(data, chosen)
    look = Look(chosen.theme, chosen.lang, say("unit.variation", chosen.lang), 1)
    rows = pd.DataFrame(
        {
            "key": "home",
            "region": chosen.region,
            "year": [dimension.year for dimension in spreads],
            "value": [dimension.variation for dimension in spreads],
            "unit": look.unit,
            "ratio": [dimension.ratio for dimension in spreads],
            "flag": "",
            "standing": "recomputed",
        }
    )
    first, last = spreads[0], spreads[-1]
    names = {"home": str(name_of(data, chosen.region, chosen.lang))}
    difference = last.variation - first.variation
    way = "same" if abs(difference) < 0.5 else "more" if difference > 0 else "less"
    text = say(
        f"inside.trend.{way}",
        chosen.lang,
        **blanks_of(data, chosen),
        first=number(first.variation, chosen.lang, 1),
        last=number(last.variation, chosen.lang, 1),
        since=first.year,
    )
    return ChartResult(
        figures.trend(rows, look, colours={"home": look.colours.accent}, names=names),
        rows,
        (Citation(inside_region.source(data), f"{first.year}–{last.year}"),),
        text,
        notes(data, chosen)[1:],
        blanks_of(data, chosen),
        {"value": 1, "ratio": 2},
    )
