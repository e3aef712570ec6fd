"""ARDECO's wide csv tables (population and GDP per head) -> `districts` (NUTS 3 areas) and their `values` by year.

Handled here: forecasts, from 2023 on, are left out (the file does not mark them); names hold HTML entities; codes
are of NUTS 2021, so that regions whose territory is new in 2024 (Portugal) have none."""

import html
from pathlib import Path

import pandas as pd

from data import nuts
from data.dataset import DatasetRecord
from data.importers import ardeco, delimited
from data.importers.files import NotThisFormat, text
from data.importers.result import Result

FIRST, LAST = 2000, 2022
UNITS = {"Persons": "population", "PPS": "gdp_per_head_pps"}
LEVEL = "3"


def read(files: list[Path], _: DatasetRecord, regions: pd.DataFrame) -> Result:
    """One row per district and year that has both values."""
    wide = pd.concat([_wide(file) for file in files], ignore_index=True)
    years = [str(year) for year in range(FIRST, LAST + 1)]
    long = wide.melt(["TERRITORY_ID", "NAME_HTML", "UNIT"], years, var_name="year")
    long = long[(long["value"] != "") & long["UNIT"].isin(list(UNITS))]
    if set(long["UNIT"]) != set(UNITS):
        raise NotThisFormat("Population (SNPTD) and GDP per head (SUVGDP) belong together: give both files.")
    both = (
        long.pivot_table(index=["TERRITORY_ID", "year"], columns="UNIT", values="value", aggfunc="first")
        .dropna()
        .rename(columns=UNITS)
        .reset_index()
        .rename(columns={"TERRITORY_ID": "district"})
    )
    return _assign_regions(both, dict(zip(wide["TERRITORY_ID"], wide["NAME_HTML"], strict=True)), regions)


def _wide(file: Path) -> pd.DataFrame:
    rows = delimited.rows(text(file), file, tuple((name,) for name in (*ardeco.COLUMNS, "NAME_HTML")))
    return rows[rows["LEVEL_ID"] == LEVEL]


def _assign_regions(both: pd.DataFrame, names: dict[str, str], regions: pd.DataFrame) -> Result:
    present, countries = nuts.present_regions(regions), nuts.member_states(regions)
    places = {code: nuts.place_code(code[:4], present, countries) for code in both["district"].unique()}
    named = both.assign(
        region=both["district"].map(lambda code: places[code].region),
        name=both["district"].map(lambda code: html.unescape(names[code]).strip()),
        **{column: both[column].map(_rounded) for column in UNITS.values()},
    )
    inside = named[(named["region"] != "") & ~named["district"].str.endswith("ZZZ")]
    reasons = dict.fromkeys(sorted({place.reason for place in places.values()} - {"", nuts.ABROAD}), 0)
    left_out = {
        reason: ", ".join(code for code, place in places.items() if place.reason == reason)
        for reason in reasons
    }
    names_once = inside.drop_duplicates("district")[["region", "district", "name"]]
    by_year = inside[["district", "year", *UNITS.values()]]
    tables = {
        "districts": names_once.sort_values("district", ignore_index=True),
        "values": by_year.sort_values(["district", "year"], ignore_index=True),
    }
    return Result(tables, left_out)


def _rounded(value: str) -> str:
    return str(round(float(value)))
