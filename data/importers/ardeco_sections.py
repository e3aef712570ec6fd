"""ARDECO's tables by name of region (JRC) -> long text rows.

A csv with NUTS, Name, Unit, NACE (section groups: A, B-E, ... R-U) and a column per year, or a workbook, sheet Data,
with the same columns without NACE. Handled here: the csv is in the Windows code page; blank cells are missing;
codes of an earlier NUTS (HU10, LT00, ...) stand beside their successors and are left out with all codes that
regions.csv does not know (data.importers.tidy); years before 2000 are back-casts and left out; the workbooks run on
into forecasts without marking them, so the record's `until` says where to stop; neither form has countries or the
EU."""

from pathlib import Path

import pandas as pd

from data.importers import delimited
from data.importers.files import NotThisFormat, is_workbook, table, text

COLUMNS = ("NUTS", "Unit")
SHEET, SECTION = "Data", "NACE"
FIRST = 2000


def read(file: Path) -> pd.DataFrame:
    """Long rows: Unit, NACE (csv only), region, year, value, flag, as text."""
    wide = _workbook(file) if is_workbook(file) else _csv(file)
    years = [name for name in map(str, wide.columns) if name.isdigit() and int(name) >= FIRST]
    if not years:
        raise NotThisFormat(f"{file.name} has no column of a year from {FIRST} on.")
    keys = [name for name in (*COLUMNS, SECTION, delimited.LINE) if name in wide]
    rows = wide.melt(keys, years, var_name="year", value_name="value")
    valued = rows[rows["value"] != ""].rename(columns={"NUTS": "region"})
    return valued.assign(flag="").reset_index(drop=True)


def _csv(file: Path) -> pd.DataFrame:
    return delimited.rows(text(file), file, tuple((name,) for name in (*COLUMNS, SECTION)))


def _workbook(file: Path) -> pd.DataFrame:
    rows = table(file, SHEET, COLUMNS)
    texts = rows.drop(columns="line").map(lambda cell: "" if cell is None else str(cell))
    return texts.assign(line=rows["line"])
