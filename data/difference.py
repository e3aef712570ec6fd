"""What a new csv does to the old one: rows added, removed and changed, and whether it loses too much to be the
same table."""

from dataclasses import dataclass

import pandas as pd

from data.records import KEY, number

TOLERATED = 0.1
REVISED = 0.25


@dataclass(frozen=True, eq=False)
class Difference:
    """Rows added, removed, changed (value or flag): the columns of the key, then value_old, value_new, flag_old and
    flag_new."""

    added: pd.DataFrame
    removed: pd.DataFrame
    changed: pd.DataFrame

    def __bool__(self) -> bool:
        return bool(len(self.added) or len(self.removed) or len(self.changed))


def difference(old: pd.DataFrame, new: pd.DataFrame) -> Difference:
    """Old and new rows of a table (text columns indicator, region, year, value, flag), matched by their key."""
    both = old.merge(new, how="outer", on=list(KEY), suffixes=("_old", "_new"), indicator="side")
    met = both["side"] == "both"
    differs = (both["value_old"] != both["value_new"]) | (both["flag_old"] != both["flag_new"])
    return Difference(
        both[both["side"] == "right_only"], both[both["side"] == "left_only"], both[met & differs]
    )


def loss(old: pd.DataFrame, new: pd.DataFrame) -> str:
    """What the new rows no longer have, as a clause ("lacks 9 years (2014-2022) and ..."); "" if next to nothing.

    What counts is a whole indicator, year or region, and more than a tenth of all rows or of an indicator's rows in
    a year: publishers withdraw single values, but not those. So does a file in which more than half of the values
    differ by more than a quarter, which no revision does. Rows as in `difference`."""
    lost = [
        _names("indicators", old, new, "indicator"),
        _names("years", old, new, "year"),
        _names("regions or countries", old, new, "region"),
        _rows(old, new),
        _values(old, new),
    ]
    return "; ".join(part for part in lost if part)


def _names(what: str, old: pd.DataFrame, new: pd.DataFrame, column: str) -> str:
    gone = sorted(set(old[column]) - set(new[column]))
    shown = ", ".join(gone[:6]) + (", ..." if len(gone) > 6 else "")
    return f"{len(gone)} {what} ({shown})" if gone else ""


def _rows(old: pd.DataFrame, new: pd.DataFrame) -> str:
    """The loss of rows, over all or in the year that loses most."""
    removed = difference(old, new).removed
    if len(removed) > TOLERATED * len(old):
        return f"{len(removed):,} of {len(old):,} rows"
    before = old.groupby(["indicator", "year"]).size()
    shares = (removed.groupby(["indicator", "year"]).size() / before).dropna()
    if not (shares > TOLERATED).any():
        return ""
    indicator, year = shares.idxmax()
    gone = round(shares.max() * before[indicator, year])
    return f"{gone} of {before[indicator, year]} rows of {indicator} in {year}"


def _values(old: pd.DataFrame, new: pd.DataFrame) -> str:
    changed = difference(old, new).changed
    before, after = (number(changed[f"value_{side}"]) for side in ("old", "new"))
    far = int(((after - before).abs() > REVISED * before.abs()).sum())
    return (
        f"{far:,} of {len(new):,} values, which differ by more than a quarter" if 2 * far > len(new) else ""
    )
