"""The Regional Innovation Scoreboard's workbook -> long text rows.

Sheet RIS: Indicator, Year, Zone, Country, CountryName, Region, RegionName, Level, Value, performance group.
Values are scores relative to the EU in 2016 (= 100). Handled here: the EU row is called "EU"; 30 areas
lie outside the Union (Zone "non-EU") and are dropped, since no other table holds them; the group of 2023
stands on the rows of all years, so it is not read as a value (data.statistics.performance_group derives it);
"2.3.2 Employed ICT specialists" is one of the 21 regional indicators although its name lacks "(Regional)".
Level is 1 on every row and says nothing."""

from pathlib import Path

import pandas as pd

from data.importers.files import NotThisFormat, table

SHEET = "RIS"
COLUMNS = ("Indicator", "Year", "Zone", "Region", "Value")
EU = {"EU": "EU27_2020"}


def read(file: Path) -> pd.DataFrame:
    """Long rows: Indicator, region, year, value, flag, as text; areas of the Union and the EU only."""
    rows = table(file, SHEET, COLUMNS)
    inside = rows[(rows["Zone"] == "EU") & rows["Value"].notna()]
    if inside.empty:
        raise NotThisFormat(f"{file.name} has no values of the zone EU in its sheet {SHEET}.")
    texts = inside[list(COLUMNS)].map(str)
    regions = texts["Region"].replace(EU)
    return pd.DataFrame(
        {
            "Indicator": texts["Indicator"],
            "region": regions,
            "year": texts["Year"],
            "value": texts["Value"],
            "flag": "",
            "line": inside["line"],
        }
    ).reset_index(drop=True)
