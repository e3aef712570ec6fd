"""A scoreboard's area is a larger one only where it covers more than one region."""

import csv
from collections import defaultdict

import pytest

from data import ROOT as FOLDER
from data import Data, areas, queries
from data import coverage as covering


@pytest.mark.parametrize(("code", "column"), [("ris_index", "ris_area"), ("rci_rd", "rci_area")])
def test_an_area_with_one_member_is_that_region_and_any_other_is_larger(
    data: Data, code: str, column: str
) -> None:
    with (FOLDER / "regions.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["level"] == "nuts2" and row[column]]
    members = defaultdict(set)
    for row in rows:
        if row["nuts2021"] == "1":
            members[row[column]].add(row["code"])
    renamed = {row["code"]: row["successor"].split() for row in rows}
    for row in rows:
        area, region = row[column], row["code"]
        assert queries.area(data, data.indicators[code], region) == area
        if members[area] == {region}:
            expected, obstacle = areas.SAME, ""
        elif renamed.get(area) == [region]:
            expected, obstacle = areas.EARLIER, "earlier"
        else:
            expected, obstacle = areas.LARGER, "area"
        assert areas.relation(data, area, region) == expected, region
        assert set(areas.regions_of_area(data, area)) == members[area], area
        year = queries.latest_year(data, code)
        found = covering.coverage(data, code, [region], year).iloc[0]
        assert found["obstacle"] in (obstacle, "national", "missing"), region


def test_a_region_that_no_area_covers_has_no_relation(data: Data) -> None:
    assert areas.relation(data, "", "PT1D") == ""
