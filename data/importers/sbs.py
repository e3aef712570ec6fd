"""A workbook of structural business statistics (persons employed) -> long text rows. Knows the sheet, not the
divisions.

Sheet 1: NUTS_ID, NUTS_NAME, Sector (NACE Rev. 2: C, C10-C33), Time, Empl_pers. Traps minded here: a blank
cell is confidential or not available, never zero, and is left out; the sheet ends in blank lines; there is no
row for the EU."""

from pathlib import Path

import pandas as pd

from data.importers.files import NotThisFormat, needed, sheet

SHEET = "Sheet1"
COLUMNS = ("NUTS_ID", "Sector", "Time", "Empl_pers")


def read(file: Path) -> pd.DataFrame:
    """Long rows: Sector, region, year, value, flag, as text; only cells that hold a number."""
    first, *lines = sheet(file, SHEET) or [()]
    header = [str(name) for name in first]
    needed(COLUMNS, header, file)
    rows = pd.DataFrame(lines, columns=header, dtype=object)[list(COLUMNS)].dropna()
    if rows.empty:
        raise NotThisFormat(f"{file.name} has no persons employed in its sheet {SHEET}.")
    names = {"NUTS_ID": "region", "Time": "year", "Empl_pers": "value"}
    return rows.map(str).rename(columns=names).assign(flag="").reset_index(drop=True)
