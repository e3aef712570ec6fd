"""Whether a file is the same dataset and the same vintage of regions as the record says."""

import re

import pandas as pd

from data.importers.files import NotThisFormat
from data.records import Table

NAMED_IN = ("DATAFLOW", "STRUCTURE_ID")
DATAFLOW = re.compile(r"(?:\w+:)?(\w{4,})(?:\$\w+)?(?:\([\d.]+\))?")
VINTAGES = {"2021": "nuts2021", "2024": "nuts2024"}


def refuse_other_dataset(rows: pd.DataFrame, record: Table, name: str) -> None:
    """Raise if the file names another dataset than the record's."""
    for column in NAMED_IN:
        if column not in rows:
            continue
        for given in rows[column].unique():
            found = DATAFLOW.fullmatch(given.split(": ")[0].strip())
            if found and found[1].lower() != record.source.dataset.lower():
                line = rows.loc[rows[column] == given, "line"].iloc[0]
                raise NotThisFormat(
                    f"{name} line {line}, column {column}: the file is Eurostat's dataset {found[1].lower()}, and the "
                    f"table {record.name} is {record.source.dataset}; download that dataset."
                )


def refuse_other_vintage(rows: pd.DataFrame, record: Table, regions: pd.DataFrame, name: str) -> None:
    """Raise if the file's regions are of another NUTS than the record's: it has codes that only another vintage
    knows, and none that only the record's vintage knows."""
    ours = VINTAGES.get(record.source.nuts)
    if ours is None or record.source.areas != "nuts2":
        return
    _refuse_version(rows, record, name)
    (theirs,) = set(VINTAGES.values()) - {ours}
    nuts2 = regions[regions["level"] == "nuts2"]
    found = set(rows["region"])
    distinct = set(nuts2.index[nuts2[ours] & ~nuts2[theirs]])
    strange = sorted(found & set(nuts2.index[nuts2[theirs] & ~nuts2[ours]]))
    if strange and not found & distinct:
        raise NotThisFormat(
            f"{name} has the regions of another NUTS vintage ({', '.join(strange[:5])}) and none of those that only "
            f"NUTS {record.source.nuts} has; the table {record.name} is in NUTS {record.source.nuts}: download that "
            "vintage."
        )


def _refuse_version(rows: pd.DataFrame, record: Table, name: str) -> None:
    """ARDECO writes the vintage on every line."""
    if "VERSIONS" not in rows:
        return
    other = rows[~rows["VERSIONS"].isin(["", record.source.nuts])]
    if len(other):
        raise NotThisFormat(
            f"{name} line {other['line'].iloc[0]}, column VERSIONS: the file is in NUTS {other['VERSIONS'].iloc[0]}, "
            f"and the table {record.name} is in NUTS {record.source.nuts}; download that version."
        )
