"""The category of each region under cohesion policy, as csv -> the table `categories`.

Its regions are those of NUTS 2016; only codes that are a region of NUTS 2024 are kept, and regions outside the Union
are left out."""

from pathlib import Path

import pandas as pd

from data import nuts
from data.dataset import DatasetRecord
from data.importers import delimited
from data.importers.files import NotThisFormat, text
from data.importers.result import Result

COLUMNS = ("nuts2_id", "category_2014_2020")


def read(files: list[Path], _: DatasetRecord, regions: pd.DataFrame) -> Result:
    """One row per region."""
    if len(files) != 1:
        raise NotThisFormat("The categories of regions come in one file.")
    rows = delimited.rows(text(files[0]), files[0], tuple((name,) for name in COLUMNS))
    present, countries = nuts.present_regions(regions), nuts.member_states(regions)
    places = {code: nuts.place_code(code, present, countries) for code in rows["nuts2_id"]}
    named = rows.assign(
        region=rows["nuts2_id"].map(lambda code: places[code].region), category=rows["category_2014_2020"]
    )
    table = named.loc[named["region"] != "", ["region", "category"]]
    reasons: dict[str, list[str]] = {}
    for code, place in places.items():
        if place.reason:
            reasons.setdefault(place.reason, []).append(code)
    left_out = {reason: ", ".join(codes) for reason, codes in reasons.items()}
    return Result({"categories": table.sort_values("region", ignore_index=True)}, left_out)
