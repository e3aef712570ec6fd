"""Persons employed by NACE section and division, services included -> long text rows.

A csv with geo_nuts2013, nace and persons_employed, of 2014; or Eurostat's own csv of sbs_r_nuts06_r2. Handled
here: a blank cell is confidential, never zero; divisions stand without their section ("25"), and are given it (C25);
D and L stand a second time as their only division (35, 68); the csv has no year; no row for the EU."""

from pathlib import Path

import pandas as pd

from data.importers import delimited, eurostat
from data.importers.files import require_columns, text

COLUMNS = ("geo_nuts2013", "nace", "persons_employed")
YEAR = "2014"
PERSONS_EMPLOYED = "V16110"
SECTIONS = {
    "B": range(5, 10),
    "C": range(10, 34),
    "D": range(35, 36),
    "E": range(36, 40),
    "F": range(41, 44),
    "G": range(45, 48),
    "H": range(49, 54),
    "I": range(55, 57),
    "J": range(58, 64),
    "L": range(68, 69),
    "M": range(69, 76),
    "N": range(77, 83),
    "S": range(95, 96),
}


def read(file: Path) -> pd.DataFrame:
    """Long rows: nace, region, year, value, flag, as text; only cells that hold a number."""
    header = text(file).split("\n", 1)[0]
    return _csv(file) if COLUMNS[0] in header else _eurostat(file)


def _csv(file: Path) -> pd.DataFrame:
    rows = delimited.rows(text(file), file, tuple((name,) for name in COLUMNS))
    named = rows.rename(columns={"geo_nuts2013": "region", "persons_employed": "value"})
    valued = named[named["value"] != ""].assign(year=YEAR, flag="")
    return valued.assign(nace=valued["nace"].map(with_section)).reset_index(drop=True)


def _eurostat(file: Path) -> pd.DataFrame:
    rows = eurostat.read(file)
    require_columns(("indic_sb", "nace_r2"), list(rows.columns), file)
    chosen = rows[rows["indic_sb"] == PERSONS_EMPLOYED]
    return chosen.rename(columns={"nace_r2": "nace"}).reset_index(drop=True)


def with_section(code: str) -> str:
    """C25 of "25"; what is no number is a section already."""
    if not code.isdigit():
        return code
    section = next((letter for letter, divisions in SECTIONS.items() if int(code) in divisions), "")
    return section + code
