"""Breakdowns: values by region, year and one more dimension (economic section, NACE division, emission sector).

A breakdown is `data/breakdowns/NAME.csv` and its record NAME.toml. The csv is wide, a line per measure, member
and region and a column per year, so that a table of 90,000 values has 5,000 lines and loads in a few
milliseconds. An empty cell is missing, never zero."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Self

import pandas as pd
from pydantic import Field, model_validator

from data.records import Indicator, Record, Source, Table, Words

NUTS2 = 4
FOLDER = "breakdowns"
KEY = ("measure", "member", "region")
BLOCKS = ("dimension", "members", "measures", "empty_cell", "omissions", "split", "indicators")


class Member(Record):
    """One section, division or sector. `within` is the member it is a part of; `pick` its code in the publisher's
    file where that is another one."""

    title: Words
    short: Words
    within: str = ""
    pick: str = ""


class Measure(Record):
    """What is broken down: persons employed, gross value added, emissions. `pick` names its rows in the file."""

    title: Words
    short: Words
    unit: Words
    definition: Words
    decimals: int = Field(ge=0, le=6)
    minimum: float
    maximum: float
    prices: Literal["none", "current", "pps", "volume"] = "none"
    pick: dict[str, str] = Field(default_factory=dict, repr=False)


class Omission(Record):
    """Published values that are left out at import because they would mislead: of which region and members, and
    why. A member stands for all its parts."""

    region: str
    members: tuple[str, ...]
    reason: Words


class Breakdown(Record):
    """The record of a breakdown.

    `dimension` is the column of the publisher's file that holds the members. `empty_cell` says what an empty
    cell means. `split` names the regions of today that an area of an earlier NUTS was divided into: they have no values
    of their own. `members` without `within` add up to the whole. `indicators` are sums over the members (`sum_of`),
    or ratios of them to other indicators: no rows of their own, and in every list beside those of the tables."""

    name: str
    source: Source
    dimension: str
    members: dict[str, Member]
    measures: dict[str, Measure]
    empty_cell: Words
    omissions: tuple[Omission, ...] = ()
    split: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    indicators: dict[str, Indicator] = Field(default_factory=dict)

    @model_validator(mode="after")
    def members_are_within_members(self) -> Self:
        for code, member in self.members.items():
            if member.within and member.within not in self.members:
                raise ValueError(
                    f"members.{code}.within '{member.within}' has no [members.{member.within}] block"
                )
        return self

    @model_validator(mode="after")
    def indicators_sum_a_measure(self) -> Self:
        for code, indicator in self.indicators.items():
            if indicator.sum_of not in self.measures:
                raise ValueError(f"indicators.{code}.sum_of must name one of the measures")
        return self

    @property
    def top_members(self) -> tuple[str, ...]:
        """The members that add up to the whole: those that are no part of another."""
        return tuple(code for code, member in self.members.items() if not member.within)

    @property
    def parts(self) -> tuple[str, ...]:
        """The finest members: those that no other is a part of."""
        groups = {member.within for member in self.members.values()}
        return tuple(code for code in self.members if code not in groups)

    def members_of(self, code: str) -> tuple[str, ...]:
        """A member and all its parts."""
        return (code, *(part for part, member in self.members.items() if member.within == code))

    @cached_property
    def table(self) -> Table:
        """The record as that of a table with one indicator per measure and member ("gva|A"), so that imports and
        comparisons of downloads need no second way."""
        indicators = {
            f"{measure}|{member}": self._indicator(measure, member)
            for measure in self.measures
            for member in self.members
        }
        return Table.model_construct(
            name=self.name, source=self.source, indicators=indicators, as_published={}, groups={}
        )

    def _indicator(self, measure: str, member: str) -> Indicator:
        about = self.measures[measure]
        return Indicator.model_construct(
            code=f"{measure}|{member}",
            pick={**about.pick, self.dimension: self.members[member].pick or member},
            minimum=about.minimum,
            maximum=about.maximum,
            decimals=about.decimals,
            table=self.name,
            source=self.source,
        )


@dataclass(frozen=True, eq=False)
class BreakdownTable:
    """A breakdown as loaded: the record, and `values` indexed by (measure, member, region) with a column per year,
    sorted; an empty cell is NaN."""

    record: Breakdown
    values: pd.DataFrame

    def of(self, measure: str, year: int) -> pd.DataFrame:
        """One measure in one year: regions that have any value x members, in the order of the record; NaN where
        missing."""
        rows = self.values.loc[measure, year].reset_index()
        wide = rows.pivot_table(index="region", columns="member", values=year)
        return wide.reindex(columns=list(self.record.members))

    def series(self, measure: str, region: str) -> pd.DataFrame:
        """One measure of one region: members x years, in the order of the record."""
        rows = self.values.loc[measure]
        found = rows[rows.index.get_level_values("region") == region].droplevel("region")
        return found.reindex(list(self.record.members))

    def totals(self, measure: str, required_members: tuple[str, ...] = ()) -> pd.DataFrame:
        """One measure summed over the members that make up the whole: NUTS 2 regions x years; NaN where one of
        `required_members` has no value, or none has."""
        rows = self.values.loc[measure]
        members = rows.index.get_level_values("member")
        totals = rows[members.isin(self.record.top_members)].groupby(level="region").sum(min_count=1)
        if required_members:
            known = rows[members.isin(required_members)].notna().groupby(level="region").sum()
            totals = totals.where(known.reindex(totals.index) == len(required_members))
        return totals[totals.index.str.len() == NUTS2]

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(int(year) for year in self.values.columns)
