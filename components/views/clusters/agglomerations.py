"""Which sectors cluster in a region, by the input paper's rule, and how its manufacturing has changed since 2014:
official figures, for any region."""

from typing import Any

import pandas as pd

from components import figures
from components.charts.naming import area_note, member_name, name_of
from components.charts.provenance import Citation
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.numbers import number, number_in_words
from components.i18n.text import listing, say
from components.state.selection import Selection
from components.views.extreme_changes import extreme_changes
from data import Data, clustering
from data.breakdown import Breakdown
from data.structure import area_among

TABLE = "sbs_2014"
MOST, ENOUGH, NAMED = 10, 6, 3
DECIMALS = {"persons": 0, "employed_share": 1, "reference_share": 1, "value": 2}


def record(data: Data) -> Breakdown:
    return data.breakdowns[TABLE].record


def region_words(data: Data, chosen: Selection) -> dict[str, Any]:
    """The region's name, for questions and sentences."""
    return {"region": name_of(data, chosen.region, chosen.lang)}


def division_name(data: Data, code: str, language: str) -> str:
    return member_name(data, TABLE, code, language, with_code=True)


def sentence_result(key: str, chosen: Selection, words: dict[str, Any]) -> ChartResult:
    """One sentence in place of a drawing."""
    return ChartResult(figures.empty_state(say(key, chosen.lang, **words)), pd.DataFrame(), blanks=words)


def reason(data: Data, region: str) -> str:
    """Why a region has no quotients: its code is of another NUTS than the file's and its territory was divided or
    redrawn ("divided"), no file has it at all ("absent"), or its figures are confidential ("confidential")."""
    split = {code for codes in record(data).split.values() for code in codes}
    old = data.regions.at[region, "nuts2021"]
    if region in split or not old:
        return "divided"
    is_there = any(area_among(data, region, codes_of(data, year)) for year in clustering.YEARS)
    return "confidential" if is_there else "absent"


def sectors_here(data: Data, chosen: Selection) -> ChartResult:
    """The largest specialisations of a region: quotient, share and size; those that pass the rule carry the accent."""
    words = region_words(data, chosen)
    year = clustering.newest_with_all(data, chosen.region)
    if year is None:
        why = reason(data, chosen.region)
        return sentence_result(f"clusters.sectors_here.{why}", chosen, words)
    every = clustering.of_region(data, clustering.area(data, chosen.region, year), year)
    passing = (every["quotient"] > chosen.lq) & (every["share"] >= chosen.share)
    rows = every.assign(agglomeration=passing)
    large = rows[rows["share"] >= chosen.share].head(MOST)
    rows = (large if len(large) >= ENOUGH else rows.head(MOST)).reset_index(drop=True)
    rows = rows_to_show(data, rows, year, chosen.lang)
    look = Look(chosen.theme, chosen.lang, say("unit.lq", chosen.lang), 2)
    texts = [
        say(
            "clusters.bar",
            chosen.lang,
            quotient=quotient_text(value, chosen),
            share=number(share, chosen.lang, 1),
        )
        for value, share in zip(rows["value"], rows["employed_share"], strict=True)
    ]
    marks = rows.assign(text=texts, accent=rows["agglomeration"])
    name = limit_name(chosen)
    figure = figures.against_limit(marks, look, limit=chosen.lq, name=name, leads="division")
    return ChartResult(
        figure,
        rows.drop(columns="key"),
        sources(data, year),
        sectors_sentence(data, every[passing], every, year, chosen),
        scope_notes(data, chosen.region, year, chosen.lang),
        words,
        decimals_for(rows, chosen),
    )


def limit_name(chosen: Selection) -> str:
    """What stands at the line of the threshold."""
    return say("clusters.limit", chosen.lang, lq=number(chosen.lq, chosen.lang, None))


def quotient_text(quotient: float, chosen: Selection) -> str:
    """A quotient with two decimals, or as many as show on which side of the threshold it lies."""
    return figures.beside_limit(Look(lang=chosen.lang, decimals=2), chosen.lq, quotient).number(quotient)


def decimals_for(rows: pd.DataFrame, chosen: Selection) -> dict[str, int]:
    """The decimals of each column of a table of quotients."""
    look = figures.beside_limit(Look(decimals=DECIMALS["value"]), chosen.lq, *rows["value"])
    return {**DECIMALS, "value": look.decimals or 0}


def rows_to_show(data: Data, rows: pd.DataFrame, year: int, language: str) -> pd.DataFrame:
    """Quotients as a chart and its table show them."""
    named = rows.assign(
        key=rows["division"],
        label=[division_name(data, code, language) for code in rows["division"]],
        year=year,
        value=rows["quotient"],
        employed_share=rows["share"],
        standing="recomputed",
    )
    columns = ["key", "label", "region", "year", "persons", "employed_share", "reference_share", "value"]
    return named[[*columns, *(["agglomeration"] if "agglomeration" in named else []), "standing"]]


def sources(data: Data, year: int) -> tuple[Any, ...]:
    """What quotients of a year rest on."""
    if year == clustering.ALL_SECTORS:
        return (Citation(record(data).source, str(year)),)
    total = data.indicators["employed_c"]
    return (Citation(total.source, str(year), (total,)),)


def sectors_sentence(
    data: Data, passing: pd.DataFrame, every: pd.DataFrame, year: int, chosen: Selection
) -> str:
    """How many sectors pass the rule, which, and how many people they employ; else which comes nearest."""
    limits = {"lq": number(chosen.lq, chosen.lang, None), "share": number(chosen.share, chosen.lang, None)}
    words = {**region_words(data, chosen), **limits, "year": year}
    base = "all" if year == clustering.ALL_SECTORS else "manufacturing"
    if passing.empty:
        first = every.iloc[0]
        nearest = {
            "first": division_name(data, first["division"], chosen.lang),
            "quotient": quotient_text(first["quotient"], chosen),
            "own_share": number(first["share"], chosen.lang, 1),
        }
        return say(f"clusters.sectors_here.nobody.{base}", chosen.lang, **words, **nearest)
    names = [division_name(data, code, chosen.lang) for code in passing["division"].head(NAMED)]
    if len(passing) > NAMED:
        names.append(say("clusters.more", chosen.lang, count=len(passing) - NAMED))
    more: dict[str, Any] = {
        "count": len(passing),
        "names": listing(names, chosen.lang),
        "people": number_in_words(passing["persons"].sum(), chosen.lang, say("unit.people", chosen.lang), 0),
        "percent": number(passing["share"].sum(), chosen.lang, 1),
    }
    return say(f"clusters.sectors_here.{base}", chosen.lang, **words, **more)


def scope_notes(data: Data, region: str, year: int, language: str) -> tuple[str, ...]:
    """What the shares are of, what is confidential or left out, and under which boundaries."""
    area = clustering.area(data, region, year)
    notes = [say(f"clusters.scope.{year}", language), *area_note(data, area, region, language)]
    if year == clustering.MANUFACTURING:
        notes.append(say("clusters.only_manufacturing", language))
        return tuple(notes)
    persons = clustering.persons(data, year).loc[area]
    missing = [code for code in record(data).top_members if persons[code] != persons[code]]
    omitted = [omission for omission in record(data).omissions if omission.region == area]
    notes += [str(omission.reason[language]) for omission in omitted]
    left_out = {code for omission in omitted for code in omission.members}
    names = [member_name(data, TABLE, code, language) for code in missing if code not in left_out]
    if names:
        notes.append(say("clusters.confidential", language, names=listing(names, language)))
    if data.regions.at[region, "country"] == clustering.HEAD_OFFICES and not omitted:
        notes.append(say("clusters.head_offices", language))
    return tuple(notes)


def manufacturing_change(data: Data, chosen: Selection) -> ChartResult:
    """The quotients of a region's largest manufacturing divisions in 2014 and in 2022, where they can be compared."""
    words = region_words(data, chosen)
    area = clustering.area(data, chosen.region, clustering.MANUFACTURING)
    found = clustering.change(data, area) if area else pd.DataFrame()
    if found.empty:
        return sentence_result(
            f"clusters.manufacturing_change.{no_change(data, chosen.region)}", chosen, words
        )
    largest = found.head(MOST)
    rows = largest.assign(
        label=[division_name(data, code, chosen.lang) for code in largest["division"]],
        first=largest["quotient_2014"],
        last=largest["quotient_2022"],
        change=largest["quotient_2022"] - largest["quotient_2014"],
        standing="recomputed",
    ).sort_values("last", ascending=False, ignore_index=True)
    columns = ["label", "persons_2014", "persons_2022", "first", "last", "change", "standing"]
    look = Look(chosen.theme, chosen.lang, say("unit.lq", chosen.lang), 2)
    return ChartResult(
        figures.dumbbell(
            rows, look, names=("2014", "2022"), lines={say("clusters.like_union", chosen.lang): 1.0}
        ),
        rows[columns],
        tuple(source for year in clustering.YEARS for source in sources(data, year)),
        change_sentence(rows, look, words),
        (say("clusters.change.method", chosen.lang), *area_note(data, area, chosen.region, chosen.lang)),
        words,
        {"persons_2014": 0, "persons_2022": 0, "first": 2, "last": 2, "change": 2},
    )


def change_sentence(rows: pd.DataFrame, look: Look, words: dict[str, Any]) -> str:
    """The divisions whose quotient rose and fell most, or that all of them changed one way."""
    if len(rows) == 1:
        direction = "one"
    elif rows["change"].max() <= 0:
        direction = "fell"
    else:
        direction = "rose" if rows["change"].min() >= 0 else "both"
    blanks = {**words, **extreme_changes(rows, look), "count": len(rows)}
    return say(f"clusters.manufacturing_change.{direction}", look.lang, **blanks)


def no_change(data: Data, region: str) -> str:
    """Why a region's manufacturing of 2014 and 2022 cannot be compared: a file does not have the region at all, its
    territory was divided between the two, large firms are counted elsewhere, or a total is confidential."""
    first, last = (bool(area_among(data, region, codes_of(data, year))) for year in clustering.YEARS)
    if not last:
        return "without_2022" if first else "neither"
    if not first:
        return "divided"
    if data.regions.at[region, "country"] == clustering.HEAD_OFFICES:
        return "head_offices"
    return "confidential"


def codes_of(data: Data, year: int) -> frozenset[str]:
    """The codes that the file of a year has any row of."""
    return frozenset(clustering.persons(data, year).index)
