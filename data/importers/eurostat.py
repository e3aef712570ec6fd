"""Eurostat's downloads -> long text rows: SDMX-CSV with or without labels, short csv forms, and TSV. Knows no
dataset.

The rows keep the publisher's own dimension columns (unit, sex, nace_r2, ...), so that a record can pick by
them, and add region, year, value and flag as text. Traps minded here: label columns repeat each dimension
under a longer name; a cell without a value may be "", ":" or NaN; several flags are written together ("bd");
TSV cells hold value and flag."""

import csv
import io
from pathlib import Path

import pandas as pd

from data.importers.files import NotThisFormat, needed, text

NAMES = {
    "region": ("geo", "nuts2_id"),
    "year": ("TIME_PERIOD", "time", "year"),
    "value": ("OBS_VALUE", "obs_value", "population"),
    "flag": ("OBS_FLAG", "obs_flag"),
}
MISSING = ("", ":", "NaN", "nan", "NA")


def read(file: Path) -> pd.DataFrame:
    """Long rows of a Eurostat csv or tsv: dimensions, region, year, value, flag, all as text."""
    content = text(file)
    first = content.split("\n", 1)[0]
    rows = _tsv(content, file) if "\t" in first and "\\" in first.split("\t")[0] else _csv(content, file)
    _annual(rows, file)
    return rows[~rows["value"].isin(MISSING)].reset_index(drop=True)


def _csv(content: str, file: Path) -> pd.DataFrame:
    try:
        rows = pd.read_csv(io.StringIO(content), dtype=str, na_filter=False, index_col=False)
    except (pd.errors.ParserError, csv.Error) as error:
        raise NotThisFormat(f"{file.name} is cut off or damaged: {' '.join(str(error).split())}.") from None
    found = {ours: _first(theirs, list(rows.columns)) for ours, theirs in NAMES.items()}
    for ours in ("region", "year", "value"):
        if found[ours] is None:
            needed((NAMES[ours][0],), list(rows.columns), file)
    renamed = rows.rename(columns={theirs: ours for ours, theirs in found.items() if theirs})
    return renamed if found["flag"] else renamed.assign(flag="")


def _first(names: tuple[str, ...], columns: list[str]) -> str | None:
    return next((name for name in names if name in columns), None)


def _tsv(content: str, file: Path) -> pd.DataFrame:
    """Wide to long. The first column holds the dimensions, comma-separated, the last of them the region."""
    wide = pd.read_csv(io.StringIO(content), sep="\t", dtype=str, na_filter=False, index_col=False)
    dimensions = str(wide.columns[0]).split("\\")[0].split(",")
    needed(("geo",), dimensions, file)
    keys = wide.iloc[:, 0].str.split(",", expand=True)
    if keys.shape[1] != len(dimensions) or keys.isna().any(axis=None):
        raise NotThisFormat(f"{file.name} has a first column that is not {','.join(dimensions)}.")
    keys.columns = pd.Index(dimensions)
    years = wide.iloc[:, 1:].rename(columns=str.strip)
    rows = pd.concat([keys, years], axis=1).melt(dimensions, var_name="year", value_name="cell")
    cell = rows["cell"].str.strip().str.split(" ", n=1, expand=True).reindex(columns=[0, 1]).fillna("")
    flags = cell[1].str.strip()
    return rows.drop(columns="cell").assign(value=cell[0], flag=flags).rename(columns={"geo": "region"})


def _annual(rows: pd.DataFrame, file: Path) -> None:
    other = rows.loc[~rows["year"].str.fullmatch(r"\d{4}"), "year"]
    if len(other):
        raise NotThisFormat(
            f"{file.name} has the period '{other.iloc[0]}'; only yearly data can be imported."
        )
