"""The Innovation Fund's public dashboard, exported as csv -> the table `participants`.

Handled here: NUTS codes are of level 3, 2 or 0 and of an older edition in places; the money of a project mostly
stands with its coordinator, and partners have 0, which is kept as published; one organisation may stand twice in a
project, as two participants."""

from pathlib import Path

import pandas as pd

from data import nuts
from data.dataset import DatasetRecord
from data.importers import delimited
from data.importers.collaboration import cents
from data.importers.files import NotThisFormat, text
from data.importers.result import Result

COLUMNS = {
    "Project number": "project",
    "Project acronym": "acronym",
    "Project title": "title",
    "Participant legal name": "participant",
    "Participant role": "role",
    "EU contribution (GA in force) (€)": "eur",
    "Participant NUTS code": "nuts",
    "Participant city": "city",
    "Participant country name": "country",
    "Project start date": "start",
    "Project structured keywords": "sector",
    "Call acronym": "call",
}


def read(files: list[Path], _: DatasetRecord, regions: pd.DataFrame) -> Result:
    """One row per participation, in the order of the file within its project."""
    if len(files) != 1:
        raise NotThisFormat("The Innovation Fund's participants come in one file.")
    rows = delimited.rows(text(files[0]), files[0], tuple((name,) for name in COLUMNS))
    named = rows.rename(columns=COLUMNS)[list(COLUMNS.values())]
    named = named.apply(lambda column: column.str.split().str.join(" "))
    where = _places(named["nuts"], regions)
    table = named.assign(
        region=where.map(lambda place: place.region),
        unplaced=where.map(lambda place: place.reason),
        role=named["role"].str.lower(),
        eur=named["eur"].map(cents),
        order=(named.groupby("project").cumcount() + 1).astype(str),
    )
    counts = table.loc[table["unplaced"] != "", "unplaced"].value_counts()
    left_out = {f"without a region, {reason}": str(count) for reason, count in counts.items()}
    ordered = table.sort_values(["project", "order"], key=pd.to_numeric, kind="stable", ignore_index=True)
    return Result({"participants": ordered[["project", "order", *_rest(ordered)]]}, left_out)


def _rest(table: pd.DataFrame) -> list[str]:
    return [name for name in table.columns if name not in ("project", "order")]


def _places(codes: pd.Series, regions: pd.DataFrame) -> pd.Series:
    present, countries = nuts.present_regions(regions), nuts.member_states(regions)
    found = {code: nuts.place_code(code, present, countries) for code in codes.unique()}
    return codes.map(found)
