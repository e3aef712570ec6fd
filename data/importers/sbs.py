"""Structural business statistics (persons employed) -> long text rows.

A workbook, sheet 1: NUTS_ID, NUTS_NAME, Sector (NACE Rev. 2: C, C10-C33), Time, Empl_pers; or Eurostat's own csv of
sbs_r_nuts2021. Handled here: a blank cell is confidential or not available, never zero, and is left out; the
sheet ends in blank lines; the csv holds several variables, of which persons employed is one; no row for the EU."""

from pathlib import Path

import pandas as pd

from data.importers import eurostat
from data.importers.files import NotThisFormat, is_workbook, require_columns, table

SHEET = "Sheet1"
COLUMNS = ("NUTS_ID", "Sector", "Time", "Empl_pers")
PERSONS_EMPLOYED = "EMP_LOC_NR"


def read(file: Path) -> pd.DataFrame:
    """Long rows: Sector, region, year, value, flag, as text; only cells that hold a number."""
    return _workbook(file) if is_workbook(file) else _csv(file)


def _workbook(file: Path) -> pd.DataFrame:
    rows = table(file, SHEET, COLUMNS)[[*COLUMNS, "line"]].dropna()
    if rows.empty:
        raise NotThisFormat(f"{file.name} has no persons employed in its sheet {SHEET}.")
    names = {"NUTS_ID": "region", "Time": "year", "Empl_pers": "value"}
    texts = rows[list(COLUMNS)].map(str).rename(columns=names)
    return texts.assign(flag="", line=rows["line"]).reset_index(drop=True)


def _csv(file: Path) -> pd.DataFrame:
    rows = eurostat.read(file)
    require_columns(("indic_sbs", "nace_r2"), list(rows.columns), file)
    chosen = rows[rows["indic_sbs"] == PERSONS_EMPLOYED]
    return chosen.rename(columns={"nace_r2": "Sector"}).reset_index(drop=True)
