"""A dataset's files -> its tables, by the importer its record names."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from data.dataset import DatasetRecord
from data.importers import collaboration, innovation_fund, inside_regions, region_categories
from data.importers.files import NotThisFormat
from data.importers.result import Result

IMPORTERS: dict[str, Callable[[list[Path], DatasetRecord, pd.DataFrame], Result]] = {
    "collaboration": collaboration.read,
    "innovation_fund": innovation_fund.read,
    "inside_regions": inside_regions.read,
    "region_categories": region_categories.read,
}


def read(files: list[Path], record: DatasetRecord, regions: pd.DataFrame) -> Result:
    """The tables in the files. Raises NotThisFormat in a sentence where they are something else."""
    importer = record.source.importer
    if importer not in IMPORTERS:
        raise NotThisFormat(f"There is no importer '{importer}'; there is: {', '.join(IMPORTERS)}.")
    return IMPORTERS[importer](files, record, regions)
