"""Where in Europe one division clusters: on a map, by rank, and together with which others."""

from typing import Any

import pandas as pd

from components import figures
from components.charts.naming import area_note, name_of
from components.charts.result import ChartResult
from components.figures.classes import NONE, Land
from components.figures.frame import Look
from components.i18n.numbers import number
from components.i18n.text import listing, say, share_key
from components.state.base_path import with_base
from components.state.selection import Selection
from components.views.clusters.agglomerations import (
    decimals_for,
    division_name,
    limit_name,
    quotient_text,
    region_words,
    rows_to_show,
    sources,
)
from components.views.region_map import named_boxes
from data import Data, clustering

SHAPE = "nuts2_2021"
EDGES = (0.5, 1.0, 1.5, 3.0)
RANKED, LEAST = 12, 0.1
FALLBACK = "C25"


def division_of(data: Data, chosen: Selection) -> str:
    """The chosen division, else the default one of the region."""
    return chosen.division or default_division(data, chosen)[0]


def default_division(data: Data, chosen: Selection) -> tuple[str, str]:
    """The division shown where none is chosen, and why, the end of a key of words: the region's most specialised one
    that passes the rule, else its most specialised one of any size, else one for all."""
    year = clustering.newest_with_all(data, chosen.region)
    if year is None:
        return FALLBACK, "unknown"
    rows = clustering.of_region(data, clustering.area(data, chosen.region, year), year)
    passing = rows[(rows["quotient"] > chosen.lq) & (rows["share"] >= chosen.share)]
    found, why = (passing, "passing") if len(passing) else (rows, "highest")
    return str(found["division"].iloc[0]), why


def words_of(data: Data, chosen: Selection) -> dict[str, Any]:
    division = division_of(data, chosen)
    return {**region_words(data, chosen), "division": division_name(data, division, chosen.lang)}


def step(quotient: float) -> int:
    """The class of a quotient: how many of the edges it reaches."""
    return NONE if quotient != quotient else sum(quotient >= edge for edge in EDGES)


def legend(language: str) -> dict[int, str]:
    """Each class of quotients, from the lowest, and what is grey."""
    edges = [number(edge, language, 1) for edge in EDGES]
    names = {0: say("clusters.class.below", language, high=edges[0])}
    names |= {
        at: say("clusters.class.between", language, low=edges[at - 1], high=edges[at])
        for at in range(1, len(edges))
    }
    return {
        NONE: say("clusters.class.none", language),
        **names,
        len(edges): say("clusters.class.above", language, low=edges[-1]),
    }


def division_map(data: Data, chosen: Selection) -> ChartResult:
    """The quotient of the division in every region of the Union."""
    division = division_of(data, chosen)
    year = clustering.year_of(data, division)
    found = clustering.of_division(data, division, year).set_index("region")["quotient"]
    level2 = data.regions[(data.regions["level"] == "nuts2") & data.regions["nuts2021"]]
    rows = pd.DataFrame(
        {
            "code": level2.index,
            "label": level2[f"name_{chosen.lang}"].to_numpy(),
            "year": year,
            "value": found.reindex(level2.index).to_numpy(),
        }
    )
    rows = rows.assign(
        standing=["recomputed" if value == value else "not-in-our-copy" for value in rows["value"]]
    )
    look = Look(chosen.theme, chosen.lang, say("unit.lq", chosen.lang), 2)
    marks = rows.assign(
        key=rows["code"],
        step=rows["value"].map(step),
        order=rows["value"].rank(ascending=False, method="first").fillna(len(rows)).astype(int),
        oversea=level2["oversea"].to_numpy().astype(bool),
        words=[
            f"{label} ({code}): {look.number(value) if value == value else say('value.none', chosen.lang)}"
            for label, code, value in rows[["label", "code", "value"]].itertuples(index=False)
        ],
    )
    home = clustering.area(data, chosen.region, year) or chosen.region
    land = land_with_boxes(data, marks["key"].tolist(), chosen.lang)
    figure = figures.class_map(marks, look, land=land, names=legend(chosen.lang), home=home)
    return ChartResult(
        figure,
        rows,
        (*sources(data, year), data.shapes[SHAPE].source),
        map_sentence(data, found, year, chosen),
        (*base_notes(data, year, chosen), *grey(rows, chosen.lang)),
        words_of(data, chosen),
        {"value": 2},
    )


def land_with_boxes(data: Data, codes: list[str], language: str) -> Land:
    """The outlines of all regions, those overseas in named boxes."""
    addresses = (with_base(data.shapes[name].address) for name in (SHAPE, "oversea", "oversea_frames"))
    return Land(*addresses, boxes=named_boxes(data, codes, language))


def map_sentence(data: Data, found: pd.Series, year: int, chosen: Selection) -> str:
    """In how many regions the division is concentrated, where most, and where the chosen region stands."""
    top = [name_of(data, str(code), chosen.lang) for code in found.index[:3]]
    shares = int((found > chosen.lq).sum()), len(found)
    words = {
        **words_of(data, chosen),
        "year": year,
        "lq": number(chosen.lq, chosen.lang, None),
        **dict(zip(("count", "of"), shares, strict=True)),
        "top": listing(top, chosen.lang),
    }
    own = clustering.area(data, chosen.region, year)
    if own not in found.index:
        return say(share_key("clusters.division_map.without", *shares), chosen.lang, **words)
    place = {
        "quotient": quotient_text(found[own], chosen),
        "rank": int((found > found[own]).sum()) + 1,
    }
    return say(share_key("clusters.division_map.summary", *shares), chosen.lang, **words, **place)


def base_notes(data: Data, year: int, chosen: Selection) -> tuple[str, ...]:
    """What the quotients are shares of, which countries are not in the reference, and under which boundaries the
    region stands."""
    own = clustering.area(data, chosen.region, year)
    notes = [say(f"clusters.scope.{year}", chosen.lang)]
    notes += area_note(data, own, chosen.region, chosen.lang) if own else []
    hidden = clustering.hidden_in(data, division_of(data, chosen), year)
    if hidden:
        names = [name_of(data, country, chosen.lang) for country in hidden]
        words = {"names": listing(names, chosen.lang), "count": len(names)}
        notes.append(say("clusters.hidden", chosen.lang, **words))
    if not chosen.division:
        notes.append(say(f"clusters.division.own.{default_division(data, chosen)[1]}", chosen.lang))
    return tuple(notes)


def grey(rows: pd.DataFrame, language: str) -> tuple[str, ...]:
    """How many regions have no quotient."""
    missing = int(rows["value"].isna().sum())
    return (say("clusters.grey", language, count=missing),) if missing else ()


def division_regions(data: Data, chosen: Selection) -> ChartResult:
    """The regions with the highest quotients of the division, and the chosen one among them or after them."""
    division = division_of(data, chosen)
    year = clustering.year_of(data, division)
    every = clustering.of_division(data, division, year)
    every = every.assign(
        rank=every["quotient"].rank(ascending=False, method="min").astype(int), of=len(every)
    )
    own = clustering.area(data, chosen.region, year)
    high = every[every["quotient"] >= LEAST].head(RANKED)
    rows = pd.concat([high, every[every["region"] == own]]).drop_duplicates("region")
    table = (
        rows_to_show(data, rows, year, chosen.lang)
        .assign(rank=rows["rank"], of=rows["of"])
        .reset_index(drop=True)
    )
    names = [name_of(data, str(code), chosen.lang) for code in table["region"]]
    table = table.assign(key=table["region"], label=[str(name) for name in names])
    look = Look(chosen.theme, chosen.lang, say("unit.lq", chosen.lang), 2)
    marks = table.assign(
        text=[quotient_text(value, chosen) for value in table["value"]], accent=table["region"] == own
    )
    name = limit_name(chosen)
    figure = figures.against_limit(marks, look, limit=chosen.lq, name=name, leads="mark")
    words = {**words_of(data, chosen), "year": year, **highest_and_largest(data, every, rows, look)}
    return ChartResult(
        figure,
        table.drop(columns="key"),
        sources(data, year),
        say("clusters.division_regions.summary", chosen.lang, **words),
        (*base_notes(data, year, chosen), say("clusters.division_regions.click", chosen.lang)),
        words_of(data, chosen),
        decimals_for(table, chosen),
    )


def highest_and_largest(data: Data, every: pd.DataFrame, rows: pd.DataFrame, look: Look) -> dict[str, Any]:
    """Blanks: the region with the highest quotient of those shown, and the one of all with the most persons."""
    first, largest = rows.iloc[0], every.sort_values("persons", ascending=False).iloc[0]
    return {
        "first": name_of(data, str(first["region"]), look.lang),
        "first_value": look.number(first["quotient"]),
        "largest": name_of(data, str(largest["region"]), look.lang),
        "largest_persons": number(largest["persons"], look.lang, 0),
        "of": len(every),
    }
