"""The variables by which regions are compared, and each region's profile in them."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from data import Data, queries

SECTORS = ("a", "b_e", "f", "g_i", "j", "k", "l", "m_n", "o_q", "r_u")


@dataclass(frozen=True)
class Variable:
    """One number of a region: an indicator's latest, as per cent of another where `of` is given, as a
    logarithm where `log`."""

    dimension: str
    code: str
    of: str = ""
    log: bool = False


@cache
def variables(data: Data) -> tuple[Variable, ...]:
    """Everything that structural distance looks at, in the order of `dimensions`."""
    divisions = [code for code in data.indicators if code.startswith("employed_c") and code != "employed_c"]
    return (
        *[Variable("sectors", f"lfs_{sector}", "lfs_total") for sector in SECTORS],
        *[Variable("manufacturing", code, "employed_c") for code in divisions],
        Variable("size", "population", log=True),
        Variable("income", "gdp_per_head_pps"),
        Variable("education", "tertiary_education"),
        Variable("innovation", "ris_index"),
    )


@cache
def latest_values(data: Data, code: str) -> pd.Series:
    """An indicator's value of its latest well covered year by region, through the area that covers it."""
    among = queries.ranked_rows(data, code, queries.latest_year(data, code)).set_index("region")["value"]
    level2 = data.regions.index[data.regions["level"] == "nuts2"]
    areas = [queries.area(data, data.indicators[code], region) for region in level2]
    return pd.Series(among.reindex(areas).to_numpy(dtype=float), index=level2, name=code)


def variable_values(data: Data, variable: Variable) -> pd.Series:
    """A variable by region: the value, its per cent of another, or its logarithm."""
    values = latest_values(data, variable.code)
    if variable.of:
        total = latest_values(data, variable.of)
        return 100 * values / total.where(total > 0)
    return np.log10(values.where(values > 0)) if variable.log else values


@cache
def profiles(data: Data) -> pd.DataFrame:
    """Every variable of every region: regions x (dimension, code). Missing stays missing."""
    table = {
        (variable.dimension, variable.code): variable_values(data, variable) for variable in variables(data)
    }
    return pd.DataFrame(table)


def standardise(table: pd.DataFrame, among: tuple[str, ...] | None = None) -> pd.DataFrame:
    """Standard scores, z = (x - mean) / sd, column by column over the regions `among` that have a value, with
    the population standard deviation; a column that does not vary is left out."""
    base = table if among is None else table.loc[list(among)]
    deviation = base.std(ddof=0)
    varying = deviation.index[deviation > 1e-12]
    return (table[varying] - base[varying].mean()) / deviation[varying]
