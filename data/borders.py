"""The land borders between regions, with their length."""

from functools import cache

import pandas as pd

from data import shapes


@cache
def borders() -> pd.DataFrame:
    """Every land border: region, neighbour, km; each border both ways."""
    rows = shapes.rows("neighbours")
    back = rows.rename(columns={"region": "neighbour", "neighbour": "region"})
    return pd.concat([rows, back[rows.columns]]).drop_duplicates(["region", "neighbour"])


def longest_first(home: str) -> pd.DataFrame:
    """The borders of one region, the longest first, equal ones by code."""
    rows = borders()
    rows = rows[rows["region"] == home]
    return rows.sort_values(["km", "neighbour"], ascending=[False, True], ignore_index=True)
