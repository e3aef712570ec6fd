"""ARDECO's wide csv tables (JRC) -> long text rows.

TERRITORY_ID, LEVEL_ID, NAME_HTML, VERSIONS, UNIT, then a column per year. Handled here: one file may
hold several units (EUR and PPS); levels 1 and 3 are dropped, since no other table holds them, and so are
Extra-Regio codes and countries outside the Union (data.importers.tidy); years before 2000 are dropped, since
the series before the euro are back-casts no other table can be compared with. The last years are forecasts,
not marked as such in the file: the record's `firm_until` says from when."""

from pathlib import Path

import pandas as pd

from data.importers import delimited
from data.importers.files import NotThisFormat, text

COLUMNS = ("TERRITORY_ID", "LEVEL_ID", "VERSIONS", "UNIT")
LEVELS = ("0", "2", "9")
FIRST = 2000


def read(file: Path) -> pd.DataFrame:
    """Long rows: UNIT, VERSIONS, region, year, value, flag, as text."""
    wide = delimited.rows(text(file), file, tuple((name,) for name in COLUMNS))
    years = [name for name in map(str, wide.columns) if name.isdigit() and int(name) >= FIRST]
    if not years:
        raise NotThisFormat(f"{file.name} has no column of a year from {FIRST} on.")
    chosen = wide[wide["LEVEL_ID"].isin(LEVELS)]
    rows = chosen.melt([*COLUMNS, delimited.LINE], years, var_name="year", value_name="value")
    return (
        rows[rows["value"] != ""]
        .rename(columns={"TERRITORY_ID": "region"})
        .assign(flag="")
        .reset_index(drop=True)
    )
