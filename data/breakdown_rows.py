"""A breakdown's wide csv <-> the long rows of an ordinary table ("gva|A", region, year, value, flag), in which
downloads are imported and compared."""

import io
from pathlib import Path

import pandas as pd

from data import reading
from data.breakdown import FOLDER, KEY, Breakdown
from data.errors import DataError
from data.records import COLUMNS


def long_rows(name: str, root: Path) -> pd.DataFrame:
    """The breakdown's rows in long form, as text; none if it has never been imported or cannot be read."""
    try:
        return long_rows_of(reading.content(root / FOLDER / f"{name}.csv", root))
    except (DataError, KeyError, ValueError):
        return pd.DataFrame(columns=list(COLUMNS), dtype=str)


def long_rows_of(content: bytes) -> pd.DataFrame:
    """The rows of a breakdown's csv in long form, as text; an empty cell gives no row."""
    wide = pd.read_csv(io.BytesIO(content), dtype=str, na_filter=False)
    long = wide.melt(list(KEY), var_name="year", value_name="value")
    valued = long[long["value"] != ""]
    named = valued.assign(indicator=valued["measure"] + "|" + valued["member"], flag="")
    return named[list(COLUMNS)].sort_values(list(COLUMNS[:3]), ignore_index=True)


def content(rows: pd.DataFrame, record: Breakdown) -> bytes:
    """The csv of a breakdown from long rows; what the record omits is left out."""
    parts = rows["indicator"].str.split("|", n=1, expand=True)
    long = rows.assign(measure=parts[0], member=parts[1])
    wide = long[~_is_omitted(long, record)].pivot_table(
        index=list(KEY), columns="year", values="value", aggfunc="first"
    )
    ordered = wide.sort_index().fillna("").reset_index()
    return ordered.to_csv(index=False, lineterminator="\n").encode("utf-8")


def _is_omitted(long: pd.DataFrame, record: Breakdown) -> pd.Series:
    """Which rows are of a region and member that the record omits."""
    omitted = {
        (omission.region, member)
        for omission in record.omissions
        for code in omission.members
        for member in record.members_of(code)
    }
    pairs = pd.MultiIndex.from_frame(long[["region", "member"]])
    return pd.Series(pairs.isin(list(omitted)), index=long.index)
