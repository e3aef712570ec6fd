"""An indicator of a region among the regions of its country, or of the Union where it is all of its country."""

from functools import lru_cache
from typing import Any

import pandas as pd

from components import figures
from components.charts.naming import area_note, name_of
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.text import say
from components.state.selection import LATEST, Selection
from components.views.economy.all_years import all_years_within, ends, fixed_axis
from components.views.economy.change_text import flag_notes
from components.views.economy.standing import ranked_among
from data import Data, groups, queries
from data.periods import years_of_value
from data.records import Indicator

NEAREST, MOST_OF_COUNTRY = 10, 30


def nearest(data: Data, chosen: Selection) -> ChartResult:
    """The region among the ten of its country that are next to it in the chosen indicator; a region that is all of its
    country, among the ten of the Union."""
    return ranking_of(data, chosen, NEAREST)


def ranking(data: Data, chosen: Selection) -> ChartResult:
    """The chosen indicator in the chosen year among the regions of the country, with the place among all of
    Europe."""
    return ranking_of(data, chosen, None)


def ranking_of(data: Data, chosen: Selection, most: int | None) -> ChartResult:
    """The regions of the country in order; at most so many, those around the chosen one. Where the region is all of its
    country, those of the Union: a ranking of one would say nothing."""
    indicator, country = data.indicators[chosen.indicator], queries.country(data, chosen.region)
    year = int(chosen.year) if chosen.year != LATEST else queries.latest_year(data, chosen.indicator)
    is_whole = queries.is_whole_country(data, chosen.region)
    group = groups.EVERYWHERE if is_whole else country
    everyone = group_values(data, chosen.indicator, year, group)
    area = queries.area(data, indicator, chosen.region)
    every = all_years_within(data, chosen.indicator, group, chosen)
    most = MOST_OF_COUNTRY if is_whole and most is None else most
    rows = everyone if most is None else rows_around(everyone, area, most)
    words = {
        "region": name_of(data, chosen.region, chosen.lang),
        "indicator": indicator.short[chosen.lang],
        "year": years_of_value(indicator, year),
        "country": name_of(data, country, chosen.lang),
    }
    words["set"] = say(f"economy.set.{'union' if is_whole else 'country'}", chosen.lang, **words)
    text = standing_of(data, indicator, year, words, chosen)
    if rows.empty:
        return ChartResult(figures.empty_state(text), rows, blanks=words)
    rows = ranking_rows(data, rows, indicator, chosen.lang)
    look = Look(chosen.theme, chosen.lang, indicator.unit[chosen.lang], indicator.decimals)
    text = text if len(rows) == len(everyone) else f"{text} {shown_places_text(rows, everyone, chosen.lang)}"
    marks = [mark_words(row, look, years_of_value(indicator, year)) for row in rows.to_dict("records")]
    lines = references(data, indicator, year, chosen)
    figure = figures.ranking(rows.assign(words=marks), look, highlight=area, lines=lines, ends=ends(every))
    notes = (
        *indicator_notes(indicator, chosen.lang),
        *([fixed_axis(data, chosen)] if len(every) else []),
        *ranked_among(data, chosen.indicator, year, chosen, "" if is_whole else country),
        *notes_area(data, area, chosen),
        *flag_notes(data, rows.to_dict("records"), chosen),
    )
    return ChartResult(figure, rows, (indicator,), text, notes, words, {"value": indicator.decimals})


def ranking_rows(data: Data, rows: pd.DataFrame, indicator: Indicator, lang: str) -> pd.DataFrame:
    """The rows of the ranking's table: `key`, `label`, `region`, `year`, `value`, `unit`, `flag`, `rank`, `of`,
    `standing`."""
    labelled = rows.assign(
        key=rows["region"],
        label=[str(name_of(data, code, lang)) for code in rows["region"]],
        unit=indicator.unit[lang],
        standing=indicator.standing,
    )
    return labelled[["key", "label", "region", "year", "value", "unit", "flag", "rank", "of", "standing"]]


def indicator_notes(indicator: Indicator, language: str) -> tuple[str, ...]:
    """Whether more is better, and that volumes are an index."""
    kind = "size" if indicator.size else indicator.direction
    index = [say("indicator.index", language)] if indicator.prices == "volume" else []
    return (say(f"direction.{kind}", language), *index)


def rows_around(rows: pd.DataFrame, area: str, most: int) -> pd.DataFrame:
    """At most so many rows: the first ones if the area is among them, else those around it."""
    places = rows.index[rows["region"] == area].tolist()
    place = places[0] if places else 0
    first = 0 if place < most else min(place - most // 2, len(rows) - most)
    return rows.iloc[first : first + most].reset_index(drop=True)


def shown_places_text(rows: pd.DataFrame, everyone: pd.DataFrame, language: str) -> str:
    """Which places of the country's regions are shown where not all are."""
    first = int(everyone.index[everyone["region"] == rows["region"].iloc[0]][0]) + 1
    words = {"first": first, "last": first + len(rows) - 1, "of": len(everyone)}
    return say("economy.nearest.shown", language, **words)


def mark_words(row: dict[str, Any], look: Look, year: str) -> str:
    """What the bar of a region says: its value, and its rank where it has one."""
    words = {"region": row["label"], "value": look.value(row["value"]), "year": year}
    if row["rank"] != row["rank"]:
        return say("economy.ranking.mark.unranked", look.lang, **words)
    return say("economy.ranking.mark", look.lang, **words, rank=int(row["rank"]), of=int(row["of"]))


def references(data: Data, indicator: Indicator, year: int, chosen: Selection) -> dict[str, float]:
    """The Union's and the country's value in the year, where each is published and a region may be compared with it."""
    if indicator.size:
        return {}
    is_whole = queries.is_whole_country(data, chosen.region)
    codes = (queries.UNION,) if is_whole else (queries.UNION, queries.country(data, chosen.region))
    values = {code: queries.value_at(data, indicator.code, code, year) for code in codes}
    return {name_of(data, code, chosen.lang): found.value for code, found in values.items() if found}


def standing_of(data: Data, indicator: Indicator, year: int, words: dict[str, Any], chosen: Selection) -> str:
    """Value, place in the country and rank among all in a year; or why there is none; and the newest value where
    it is of a later year."""
    own = queries.value_at(data, indicator.code, chosen.region, year)
    newest = queries.newest_value(data, indicator.code, chosen.region)
    look = Look(chosen.theme, chosen.lang, indicator.unit[chosen.lang], indicator.decimals)
    place = queries.places(data, indicator.code, year).get(own.region) if own else None
    if own is None or place is None:
        text = why_no_rank(data, indicator, own, words, look)
    else:
        country = queries.country(data, chosen.region)
        here = queries.places(data, indicator.code, year, groups.areas_in(data, indicator.code, country))[
            own.region
        ]
        more = {"value": look.in_sentence(own.value), "rank": place.rank, "of": place.of}
        more |= {"place": here.rank, "regions": here.of}
        is_whole = queries.is_whole_country(data, chosen.region)
        only = "whole" if is_whole else "only" if here.of == 1 else "summary"
        among = "" if indicator.source.areas == "nuts2" else ".areas"
        key = f"economy.ranking.{only}{among}"
        text = say(key, chosen.lang, **words, **more)
    if newest is None or newest.year == year or chosen.year != LATEST:
        return text
    key = "indicator.newest" if newest.year > year else "indicator.older"
    return f"{text} {say(key, chosen.lang, year=newest.year, value=look.in_sentence(newest.value))}"


def why_no_rank(
    data: Data, indicator: Indicator, own: queries.Value | None, words: dict[str, Any], look: Look
) -> str:
    """Why a region has no rank in a year: no value, a code of another NUTS edition, a year that few have."""
    if own is None:
        return say("indicator.year.none", look.lang, **words)
    value = look.in_sentence(own.value)
    if queries.is_ranked(data, indicator.code, own.year):
        return say("indicator.vintage", look.lang, **words, value=value)
    few = len(queries.ranked_rows(data, indicator.code, own.year))
    return say("indicator.few", look.lang, **words, value=value, count=few)


@lru_cache(maxsize=64)
def group_values(data: Data, code: str, year: int, group: str) -> pd.DataFrame:
    """The values of a group's regions in a year, from the best, with their place among all; without places in
    a year that few regions have."""
    everyone = queries.with_ranks(data, code, year).reset_index(drop=True)
    if everyone.empty:
        everyone = queries.ranked_rows(data, code, year).assign(rank=float("nan"), of=float("nan"))
    here = everyone[everyone["region"].isin(groups.areas_in(data, code, group))]
    lower = data.indicators[code].direction == "lower"
    return here.sort_values(["value", "region"], ascending=[lower, True], ignore_index=True)


def notes_area(data: Data, area: str, chosen: Selection) -> tuple[str, ...]:
    """Said when the value was published for a larger area."""
    return area_note(data, area, chosen.region, chosen.lang)
