"""What every chart of the comparison starts from: the indicator's rows of the year on the chosen scale, placed
among the regions in view, and the regions compared. Draws nothing."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import pandas as pd

from components.charts.naming import area_name, area_note, code_label, name_of
from components.charts.provenance import unit_of_score
from components.figures.frame import Look
from components.i18n.numbers import number
from components.i18n.text import listing, say
from components.state.selection import LATEST, MOST, Selection
from components.views.compare import group_text
from components.views.compare.all_years import AllYears, all_years
from components.views.compare.compared import compared_with
from data import Data, areas, groups, peers, queries, scaling
from data.periods import years_of_value
from data.records import Indicator
from data.statistics import bands

REST, COMPARED, HOME = "rest", "compared", "home"


@dataclass(frozen=True, eq=False)
class CompareContext:
    """One indicator in one year among the regions in view.

    `rows` has one row per area, indexed by its code: region, year, value, flag, rank, of, band, standing.
    `home` is the area whose value covers the chosen region, `compared` the areas of the regions compared."""

    data: Data
    chosen: Selection
    indicator: Indicator
    year: int
    scaled: scaling.ScaledRows
    rows: pd.DataFrame
    home: str
    compared: tuple[str, ...]
    look: Look
    all_years: AllYears | None = None

    @property
    def places(self) -> int:
        """Decimals of its numbers."""
        return self.look.decimals or 0

    @property
    def lang(self) -> str:
        """The reader's language."""
        return self.chosen.lang

    def name(self, code: str) -> str:
        """A region's name in the reader's language."""
        return name_of(self.data, code, self.lang)

    def area_name(self, area: str) -> str:
        """An area's name in the reader's language."""
        return area_name(self.data, area, self.lang)

    def party(self, area: str) -> str:
        """Whether an area is the chosen one, one it is compared with, or any other."""
        return HOME if area == self.home else COMPARED if area in self.compared else REST

    @cached_property
    def records(self) -> dict[str, dict[str, Any]]:
        """`rows` as dicts by area: a frame takes a thousand times as long for a single row."""
        return dict(zip(self.rows.index, self.rows.to_dict("records"), strict=True))

    def is_named(self, area: str) -> bool:
        """Whether an area's mark carries its name: the chosen one, and of many compared the nearest."""
        return area == self.home or area in self.compared[:MOST]

    @property
    def references(self) -> tuple[str, ...]:
        """The country, unless the region is all of it, and the Union."""
        country = queries.country(self.data, self.chosen.region)
        inside = [code for code in peers.regions(self.data) if queries.country(self.data, code) == country]
        return (country, queries.UNION) if inside != [self.chosen.region] else (queries.UNION,)

    def value_and_place(self, area: str) -> str:
        """An area's value, flag and place."""
        row = self.records[area]
        flag = f" ({code_label('flag', row['flag'], self.lang)})" if row["flag"] else ""
        place = say("compare.place", self.lang, rank=int(row["rank"]), of=int(row["of"]))
        return f"{self.look.value(row['value'])}{flag}; {place}"

    def words(self, area: str) -> str:
        """An area's name, value, flag and place, as a mark says them."""
        return f"{self.area_name(area)} ({areas.region_of(self.data, area)}): {self.value_and_place(area)}"

    @property
    def set_words(self) -> str:
        """The set in which its areas are placed, in words: how many, of where, with a value of when."""
        base = self.scaled.base
        when = (
            self.years_text if base in (None, self.year) else listing([str(base), self.years_text], self.lang)
        )
        return set_text(self, len(self.rows), when)

    @property
    def prices(self) -> tuple[str, ...]:
        """The note on money in current prices or PPS, whose change over the years is not growth; nothing for others."""
        known = self.indicator.prices in ("current", "pps") and self.scaled.scale in ("own", "index")
        return (say(f"compare.prices.{self.indicator.prices}", self.lang),) if known else ()

    @property
    def blanks(self) -> dict[str, object]:
        """The {blanks} of the questions of the comparison."""
        return {
            "region": self.name(self.chosen.region),
            "indicator": self.indicator.title[self.lang],
            "year": self.years_text,
            "where": group_text.where_text(self.data, self.chosen),
        }

    @property
    def years_text(self) -> str:
        """The years that its values refer to."""
        return years_of_value(self.indicator, self.year)

    @property
    def notes(self) -> tuple[str, ...]:
        """What stands under every chart of the comparison: another year than the one asked for, the scale that was
        refused, the larger area."""
        notes = year_note(self)
        notes += [refusal(self)] if self.scaled.refused else []
        notes += [self.fixed_words] if self.all_years else []
        notes += group_text.notes(self.data, self.chosen, self.indicator)
        if len(self.compared) > MOST:
            notes.append(say("compare.many", self.lang, count=len(self.compared), named=MOST))
        return (*notes, *area_note(self.data, self.home, self.chosen.region, self.lang))

    @property
    def fixed_words(self) -> str:
        """That classes and axes are those of all years; "" where they are those of the year."""
        every = self.all_years
        return say("compare.classes.all", self.lang, first=every.first, last=every.last) if every else ""

    @property
    def ends(self) -> tuple[float, ...]:
        """What an axis must reach beside the values of the year."""
        return self.all_years.ends if self.all_years else ()

    @property
    def standing(self) -> str:
        """What the numbers are: as published, or recomputed on another scale."""
        return standing_of(self.indicator, self.scaled.scale)


def standing_of(indicator: Indicator, scale: str) -> str:
    """The indicator's own standing; on another scale its values are recomputed."""
    return indicator.standing if scale == "own" else "recomputed"


@lru_cache(maxsize=32)
def compare_context(data: Data, chosen: Selection, code: str = "") -> CompareContext:
    """The context of the chosen indicator, or of another one where `code` names it."""
    indicator = data.indicators[code or chosen.indicator]
    scaled = scaling.scale_rows(data, indicator.code, chosen.scale, chosen.region, chosen.base)
    year = year_of(data, indicator.code, chosen)
    look = Look(
        chosen.theme, chosen.lang, unit_of(data, indicator, scaled, chosen), places_of(indicator, scaled)
    )
    compared = tuple(
        dict.fromkeys(queries.area(data, indicator, code) for code in compared_with(data, chosen))
    )
    home = queries.area(data, indicator, chosen.region)
    return CompareContext(
        data,
        chosen,
        indicator,
        year,
        scaled,
        placed_rows(data, indicator, scaled, year, chosen.group, look.decimals),
        home,
        tuple(code for code in compared if code != home),
        look,
        all_years(data, indicator, scaled, look.decimals or 0, chosen),
    )


@lru_cache(maxsize=32)
def placed_rows(
    data: Data, indicator: Indicator, scaled: scaling.ScaledRows, year: int, group: str, decimals: int | None
) -> pd.DataFrame:
    """The rows of a year of the areas in view, by area, with rank, of, band and standing: the same for every region
    that is chosen."""
    inside = groups.areas_in(data, indicator.code, group)
    rows = scaled.rows[(scaled.rows["year"] == year) & scaled.rows["region"].isin(inside)]
    rows = bands(rows, indicator.direction, decimals).assign(
        flag=lambda r: r["flag"].fillna(""), standing=standing_of(indicator, scaled.scale)
    )
    return rows.set_index("region", drop=False).rename_axis(None)


def year_of(data: Data, code: str, chosen: Selection) -> int:
    """The year asked for where regions can be ranked in it, else the latest in which they can."""
    if chosen.year != LATEST and queries.is_ranked(data, code, int(chosen.year)):
        return int(chosen.year)
    return queries.latest_year(data, code)


def set_text(now: CompareContext, count: int, when: str = "") -> str:
    """So many areas in view with a value, in words."""
    return group_text.set_text(now.data, now.chosen, now.indicator, count, when or now.years_text)


def year_note(now: CompareContext) -> list[str]:
    """Why another year is shown than the one asked for."""
    if now.chosen.year in (LATEST, str(now.year)):
        return []
    count = len(queries.ranked_rows(now.data, now.indicator.code, int(now.chosen.year)))
    key = "compare.year.few" if count else "compare.year.none"
    return [say(key, now.lang, asked=now.chosen.year, year=now.year, count=count)]


def unit_of(data: Data, indicator: Indicator, scaled: scaling.ScaledRows, chosen: Selection) -> str:
    """The unit on the scale in use."""
    if scaled.scale == "own":
        return indicator.unit[chosen.lang]
    country = name_of(data, queries.country(data, chosen.region), chosen.lang)
    unit = say(f"compare.unit.{scaled.scale}", chosen.lang, country=country, base=scaled.base)
    return unit_of_score(indicator, unit, chosen.lang)


def places_of(indicator: Indicator, scaled: scaling.ScaledRows) -> int:
    """Decimals on the scale in use."""
    return indicator.decimals if scaled.scale == "own" else 1


def refusal(now: CompareContext) -> str:
    """Why the scale asked for makes no sense here."""
    country = now.name(queries.country(now.data, now.chosen.region))
    scale_name = say(f"choice.scale.{now.chosen.scale}", now.lang)
    base = now.chosen.base
    return say(
        f"compare.refused.{now.scaled.refused}", now.lang, asked=scale_name, country=country, base=base
    )


def value_text(value: float | None, now: CompareContext) -> str:
    """A number with the decimals of the context."""
    return number(value, now.lang, now.look.decimals)
