"""EDGAR's workbook of greenhouse gases by NUTS 2 region (JRC) -> long text rows.

One sheet per gas (CO2, CH4, N2O, F-gases), all in kt CO2eq: lines of title, then Substance, ISO, Country, NUTS 2,
NUTS 2 desc, Sector and a column per year (Y_1990). The gases are added up here. Handled here: rows of a country
(AT, FR and French departments such as GP) hold only what is allocated to no region (domestic aviation and shipping,
indirect N2O, off-shore fuel), not the country's total, and are left out; a blank cell is missing; a sector without a
row has no emissions on the grid or none that the model places there, so it is missing, not zero."""

from pathlib import Path

import pandas as pd

from data.importers.files import NotThisFormat, table

SHEETS = ("Fossil CO2 AR5", "CH4_AR5", "N2O_AR5", "F-gas AR5")
COLUMNS = ("NUTS 2", "Sector")
YEAR = "Y_"
NUTS2 = 4


def read(file: Path) -> pd.DataFrame:
    """Long rows: Sector, region, year, value (sum of the gases, kt CO2eq, to the tonne), flag, as text."""
    long = pd.concat([_gas(file, sheet) for sheet in SHEETS], ignore_index=True)
    summed = long.groupby(["Sector", "region", "year"], as_index=False).agg(
        value=("value", "sum"), line=("line", "first")
    )
    return summed.assign(value=summed["value"].round(3).map(str), flag="")


def _gas(file: Path, sheet: str) -> pd.DataFrame:
    """One gas, numbers; only rows of NUTS 2 regions."""
    rows = table(file, sheet, COLUMNS)
    years = [str(name) for name in rows.columns if str(name).startswith(YEAR)]
    if not years:
        raise NotThisFormat(f"{file.name} has no column of a year ({YEAR}1990) in its sheet {sheet}.")
    regional = rows[rows["NUTS 2"].map(lambda code: len(str(code)) == NUTS2)]
    long = regional.melt([*COLUMNS, "line"], years, var_name="year", value_name="value")
    values = pd.to_numeric(long["value"], errors="coerce")
    found = long.assign(value=values, year=long["year"].str.removeprefix(YEAR)).dropna(subset=["value"])
    return found.rename(columns={"NUTS 2": "region"})
