"""An axis that reaches the values of all years, so that pictures of different years can be compared."""

import pandas as pd

from components.i18n.text import say
from components.state.selection import ALL, Selection
from data import Data, groups, queries


def all_years_within(data: Data, code: str, group: str, chosen: Selection) -> pd.DataFrame:
    """The values of the group's regions in all years, where the axis is to reach them; else no rows."""
    rows = data.values[code]
    inside = rows["region"].isin(groups.areas_in(data, code, group))
    ranked = rows["year"].isin(queries.ranked_years(data, code))
    return rows[inside & ranked] if chosen.classes == ALL else rows.iloc[:0]


def fixed_axis(data: Data, chosen: Selection) -> str:
    """That the axis is that of all years."""
    years = queries.ranked_years(data, chosen.indicator)
    return say("compare.classes.all", chosen.lang, first=years[0], last=years[-1])


def ends(every: pd.DataFrame) -> tuple[float, ...]:
    """The least and the highest of some values."""
    return () if every.empty else (float(every["value"].min()), float(every["value"].max()))
