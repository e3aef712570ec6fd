"""An indicator in its own unit, against the Union, against the country or against a base year, and why one of
these makes no sense."""

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from data import Data, queries
from data.derived import with_flags
from data.statistics import rebase, relative_to

SCALES = ("own", "eu100", "country100", "index")
REFERENCES = {"eu100": "union", "country100": "country"}


@dataclass(frozen=True, eq=False)
class ScaledRows:
    """Tidy rows (region, year, value, flag) of every area and year of an indicator on a scale.

    `scale` is the one used, `refused` why the one asked for was not ("" when it was), `base` the year that is
    100 of an index."""

    rows: pd.DataFrame
    scale: str
    refused: str = ""
    base: int | None = None


def scale_rows(data: Data, code: str, scale: str, home: str, base: str = "first") -> ScaledRows:
    """All rows of an indicator on a scale; in its own unit where the scale makes no sense, with the reason. The same
    object for every region that the scale makes no difference to."""
    if scale == "index":
        return on_scale(data, code, scale, base)
    references = {"eu100": queries.UNION, "country100": queries.country(data, home)}
    return on_scale(data, code, scale, references.get(scale, ""))


@lru_cache(maxsize=32)
def on_scale(data: Data, code: str, scale: str, against: str) -> ScaledRows:
    """The same, `against` a base year or a reference's code."""
    rows = data.values[code]
    if scale == "own":
        return ScaledRows(rows, scale)
    return index_rows(data, code, against) if scale == "index" else relative(data, code, scale, against)


def relative(data: Data, code: str, scale: str, reference: str) -> ScaledRows:
    """Each value as a percentage of the reference's value of the same year."""
    rows = data.values[code]
    refused = refusal(data, code, scale, reference)
    if refused:
        return ScaledRows(rows, "own", refused)
    of = queries.series(data, code, reference)
    return ScaledRows(with_flags(relative_to(rows, of), rows), scale)


def index_rows(data: Data, code: str, base: str) -> ScaledRows:
    """Each area's own value of the base year = 100."""
    rows = data.values[code]
    years = queries.ranked_years(data, code)
    year = years[0] if base == "first" else int(base)
    if data.indicators[code].minimum < 0:
        return ScaledRows(rows, "own", "no_ratio")
    if len(years) < 2:
        return ScaledRows(rows, "own", "one_year")
    if year not in years:
        return ScaledRows(rows, "own", "no_base")
    return ScaledRows(with_flags(rebase(rows, year), rows), "index", base=year)


def refusal(data: Data, code: str, scale: str, reference: str) -> str:
    """Why values cannot be shown against a reference = 100: "" where they can.

    no_ratio: zero is no natural origin of the indicator; no_union, no_country: the publisher gives no value of
    the reference; total: the reference is a sum of its regions, so 100 would be all of it."""
    if data.indicators[code].minimum < 0:
        return "no_ratio"
    of = queries.series(data, code, reference)
    if of.empty or not (of["value"] > 0).all():
        return f"no_{REFERENCES[scale]}"
    return "total" if is_total(data, code, reference) else ""


@lru_cache(maxsize=256)
def is_total(data: Data, code: str, reference: str) -> bool:
    """Whether a reference's value is a sum over its regions: above the value of every one of several."""
    last = queries.value_at(data, code, reference)
    if last is None:
        return False
    rows = queries.ranked_rows(data, code, last.year)
    inside = rows if reference == queries.UNION else rows[rows["region"].str.startswith(reference)]
    return len(inside) > 1 and bool((inside["value"] < last.value).all())
