"""The Regional Competitiveness Index 2.0's workbook of raw data -> long text rows.

One sheet of 68 indicators by region, one of population and GDP per head with their three-year averages.
`year` is the edition (the sheets carry it in their names); what each indicator's values refer to stands in
the record (`period`). Handled here: a missing value is the text "NA"; some cells are formulas into
another workbook, so the values last computed are read; headers carry stray blanks; the Belgian codes on the
sheet of merged capitals lack their "BE". Official scores, pillars and ranks are not in this workbook. All 234
regions lie in the Union; seven are capitals merged with their commuting zones (AT_C, ...), which regions.csv
knows as areas of the RCI."""

import re
from pathlib import Path

import pandas as pd

from data.importers.files import NotThisFormat, require_columns, sheet

RAW, CONTEXT = "RCI_{edition}_raw_data", "RCI_{edition}_population_GDP"
MISSING = ("NA", "None", "", "#N/A", "#REF!", "#VALUE!")


def read(file: Path, edition: str = "2022") -> pd.DataFrame:
    """Long rows: column (the workbook's heading), region, year, value, flag, as text."""
    raw = _raw(sheet(file, RAW.format(edition=edition)), file)
    context = _averages(sheet(file, CONTEXT.format(edition=edition)), file)
    rows = pd.concat([raw, context]).dropna(subset=["region"])
    values = rows["value"].map(str)
    published = rows.assign(value=values, year=edition, flag="")[~values.isin(MISSING)]
    return published.reset_index(drop=True)


def _raw(lines: list[tuple[object, ...]], file: Path) -> pd.DataFrame:
    wanted = {"NUTS", "Region name"}
    start = next((at for at, line in enumerate(lines) if wanted <= set(map(_heading, line))), 0)
    header, *body = lines[start:] or [()]
    names = [_heading(name) for name in header]
    require_columns(("NUTS", "Region name"), names, file)
    wide = pd.DataFrame(body, columns=names, dtype=object).drop(columns="Region name")
    numbered = wide.assign(line=range(start + 2, start + 2 + len(wide)))
    return numbered.melt(["NUTS", "line"], var_name="column", value_name="value").rename(
        columns={"NUTS": "region"}
    )


def _averages(body: list[tuple[object, ...]], file: Path) -> pd.DataFrame:
    """The columns headed "Average" of the context sheet: first population, then GDP per head (EU27 = 100)."""
    start = next((at for at, line in enumerate(body) if line and line[0] == "NUTS"), None)
    if start is None or start < 3:
        raise NotThisFormat(
            f"{file.name} has no line that begins with NUTS in its sheet of population and GDP."
        )
    averages = [at for at, name in enumerate(body[start]) if name == "Average"]
    titles = pd.Series(body[start - 3]).ffill()
    parts = [_average(body[start + 1 :], at, _heading(titles[at])) for at in averages]
    return pd.concat([part.assign(line=range(start + 2, start + 2 + len(part))) for part in parts])


def _average(body: list[tuple[object, ...]], at: int, title: str) -> pd.DataFrame:
    cells = pd.DataFrame(
        {"region": [line[0] for line in body], "value": [line[at] for line in body]}, dtype=object
    )
    return cells.assign(column=title)


def _heading(name: object) -> str:
    return re.sub(r"\s+", " ", str(name)).strip()
