"""Eurostat's downloads -> long text rows: SDMX-CSV with or without labels, short csv forms, TSV, and a workbook
that such a csv was saved as.

The rows keep the publisher's own dimension columns (unit, sex, nace_r2, ...), so that a record can pick by
them, and add region, year, value and flag as text, and the line. Handled here: label columns repeat each
dimension under a longer name, or stand in the same cell ("ITC4: Lombardia"); a cell without a value may be "",
":" or NaN; several flags are written together ("bd", "b d"); TSV cells hold value and flag; a spreadsheet in a
language with decimal commas writes semicolons between the values."""

import re
from pathlib import Path

import pandas as pd

from data.importers import delimited
from data.importers.files import NotThisFormat, is_workbook, require_columns, sheets, text

NAMES = {
    "region": ("geo", "nuts2_id"),
    "year": ("TIME_PERIOD", "time", "year"),
    "value": ("OBS_VALUE", "obs_value", "population"),
    "flag": ("OBS_FLAG", "obs_flag"),
}
REQUIRED_COLUMNS = (NAMES["region"], NAMES["year"], NAMES["value"])
MISSING = ("", ":", "NaN", "nan", "NA")
LABELLED = r"[^\s:]+: .*"
VALUE_AND_FLAG = re.compile(r"(:|-?[\d.,]+)\s*([a-z][a-z ]*)")


def read(file: Path) -> pd.DataFrame:
    """Long rows of a Eurostat csv, tsv or sheet: dimensions, region, year, value, flag, all as text; `line`."""
    if is_workbook(file):
        rows = _workbook(file)
    else:
        content = text(file)
        first = content.split("\n", 1)[0]
        if "\t" in first and "\\" in first.split("\t")[0]:
            return _yearly_rows(_tsv(content, file), file)
        rows = delimited.rows(content, file, REQUIRED_COLUMNS)
    return _yearly_rows(_long(_without_labels(rows), file), file)


def _workbook(file: Path) -> pd.DataFrame:
    for lines in sheets(file).values():
        start = delimited.header_at(lines, REQUIRED_COLUMNS)
        if start is not None:
            header, body = [cell.strip() for cell in lines[start]], lines[start + 1 :]
            frame = pd.DataFrame([line[: len(header)] for line in body], columns=header, dtype=str)
            numbered = frame.assign(**{delimited.LINE: range(start + 2, start + 2 + len(body))})
            return numbered[(frame != "").any(axis=1)]
    raise NotThisFormat(
        f"{file.name} is an Excel workbook, and no sheet of it has the columns geo, TIME_PERIOD and OBS_VALUE; "
        "download the dataset as SDMX-CSV."
    )


def _without_labels(rows: pd.DataFrame) -> pd.DataFrame:
    """Codes only, where Eurostat wrote "code: label" into headings and cells."""
    labelled = [name for name in rows if ": " in str(name)]
    cells = {name: rows[name].str.split(": ", n=1).str[0].str.strip() for name in labelled}
    return rows.assign(**cells).rename(columns={name: delimited.code(name) for name in labelled})


def _long(rows: pd.DataFrame, file: Path) -> pd.DataFrame:
    found = {ours: _first(theirs, list(rows.columns)) for ours, theirs in NAMES.items()}
    renamed = rows.rename(columns={theirs: ours for ours, theirs in found.items() if theirs})
    flagged = renamed if found["flag"] else renamed.assign(flag="")
    values = delimited.point_decimals(flagged["value"].str.strip(), flagged[delimited.LINE], file)
    both = values.str.extract(rf"^{VALUE_AND_FLAG.pattern}$")
    inside = both[0].notna()
    return flagged.assign(
        region=flagged["region"].str.strip(),
        year=flagged["year"].str.strip(),
        value=values.where(~inside, both[0]),
        flag=flagged["flag"].where(~inside, flagged["flag"] + both[1].fillna("")),
    )


def _first(names: tuple[str, ...], columns: list[str]) -> str | None:
    return next((name for name in names if name in columns), None)


def _tsv(content: str, file: Path) -> pd.DataFrame:
    """Wide to long. The first column holds the dimensions, comma-separated, the last of them the region."""
    first = content.split("\n", 1)[0].split("\t", 1)[0]
    wide = delimited.rows(content, file, ((delimited.code(first),),))
    dimensions = first.split("\\")[0].split(",")
    require_columns(("geo",), dimensions, file)
    keys = wide.iloc[:, 0].str.split(",", expand=True)
    if keys.shape[1] != len(dimensions) or keys.isna().any(axis=None):
        raise NotThisFormat(f"{file.name} has a first column that is not {','.join(dimensions)}.")
    keys.columns = pd.Index(dimensions)
    years = wide.iloc[:, 1:].rename(columns=str.strip)
    rows = pd.concat([keys, years], axis=1).melt(
        [*dimensions, delimited.LINE], var_name="year", value_name="cell"
    )
    cell = rows["cell"].str.strip().str.split(" ", n=1, expand=True).reindex(columns=[0, 1]).fillna("")
    return rows.drop(columns="cell").assign(value=cell[0], flag=cell[1]).rename(columns={"geo": "region"})


def _yearly_rows(rows: pd.DataFrame, file: Path) -> pd.DataFrame:
    """Yearly rows with a value, flags written together."""
    other = rows[~rows["year"].str.fullmatch(r"\d{4}")]
    if len(other):
        raise NotThisFormat(
            f"{file.name} line {other[delimited.LINE].iloc[0]} has the period '{other['year'].iloc[0]}'; only yearly "
            "data can be imported."
        )
    flags = rows["flag"].str.replace(r"[\s,]", "", regex=True)
    return rows.assign(flag=flags)[~rows["value"].isin(MISSING)].reset_index(drop=True)
