"""The rules that each row of a table must keep."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.records import FIRST_YEAR, KEY, LAST_YEAR, Table, number
from data.standings import FLAGS

TWICE = "stands twice for the same indicator, region and year"
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Violation:
    """The first cell that breaks a rule: its column, the position of its row, and what is wrong."""

    column: str
    row: int
    problem: str


def first_violation(rows: pd.DataFrame, record: Table, regions: set[str]) -> Violation | None:
    """The first violation of the first rule that is broken; None where `rows`, read as text, keep them all."""
    for column, passing, problem in _rules(rows, record, regions):
        if not passing.all():
            return Violation(column, int(np.argmin(passing)), problem)
    return None


def _rules(rows: pd.DataFrame, record: Table, regions: set[str]) -> Iterator[tuple[str, Mask, str]]:
    """Column, which rows keep the rule and what is wrong with the others, in the order in which a reader would want
    the first failure named."""
    described = set(record.indicators)
    yield "indicator", _by_text(rows["indicator"], described.__contains__), "is not described in the record"
    yield "region", _by_text(rows["region"], regions.__contains__), "is not a region of regions.csv"
    yield "year", _by_text(rows["year"], _is_year), "is not a year"
    values = number(rows["value"]).to_numpy()
    yield "value", ~np.isnan(values), "is not a number"
    yield "flag", _by_text(rows["flag"], _is_flag), "is not a known flag"
    codes, indicators = _code_texts(rows["indicator"])
    lowest, highest = (
        np.array([getattr(record.indicators[code], end) for code in indicators], float)
        for end in ("minimum", "maximum")
    )
    yield "value", values >= lowest[codes], "is below the least its record allows"
    yield "value", values <= highest[codes], "is above the most its record allows"
    yield "region", ~pd.Index(_key(rows)).duplicated(), TWICE


def is_sorted(rows: pd.DataFrame) -> bool:
    """Whether rows without duplicates stand in the order of their key."""
    return bool((np.diff(_key(rows)) > 0).all())


def _by_text(texts: pd.Series, test: Callable[[str], bool]) -> Mask:
    """Which texts pass; each different text is tried once."""
    codes, values = _code_texts(texts)
    return np.array([test(value) for value in values], bool)[codes]


def _code_texts(
    texts: pd.Series, *, sort: bool = False
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.object_]]:
    """A number for each text, and the text of each number; an array of texts is coded twice as fast as a Series."""
    return pd.factorize(texts.to_numpy(object), sort=sort)


def _key(rows: pd.DataFrame) -> npt.NDArray[np.int64]:
    """A whole number for each row that orders the rows as the texts of their key do."""
    key = np.zeros(len(rows), np.int64)
    for name in KEY:
        codes, values = _code_texts(rows[name], sort=True)
        key = key * len(values) + codes
    return key


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR


def _is_flag(text: str) -> bool:
    return set(text) <= set(FLAGS) and len(set(text)) == len(text)
