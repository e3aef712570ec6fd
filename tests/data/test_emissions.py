"""Emissions by sector, worked out again from the cells of the file."""

import math

import pytest

from data import Data, emissions
from data.queries import UNION
from tests.data.plain_sectors import cells


def value_of(data: Data, code: str, region: str, year: int = 2022) -> float:
    rows = data.values[code]
    found = rows[(rows["region"] == region) & (rows["year"] == year)]
    return float(found["value"].item())


@pytest.mark.parametrize("region", ["ITC4", "EL53", "EE00", "FRY1"])
def test_emissions_are_the_naive_ones(data: Data, region: str) -> None:
    held = {(code, member, year): value for (_, member, code, year), value in cells("edgar").items()}
    people = value_of(data, "ardeco_population", region)
    own = {member: value for (code, member, year), value in held.items() if code == region and year == 2022}
    rows = emissions.sectors(data, region, 2022).set_index("sector")
    assert rows["value"].to_dict() == pytest.approx(own)
    per_head = {member: 1000 * value / people for member, value in own.items()}
    assert rows["per_head"].to_dict() == pytest.approx(per_head)
    assert value_of(data, "ghg", region) == pytest.approx(sum(own.values()))
    assert value_of(data, "ghg_per_head", region) == pytest.approx(sum(per_head.values()))


def test_emissions_of_the_union_are_those_of_its_regions(data: Data) -> None:
    rows = data.values["ghg"].query("year == 2022").set_index("region")["value"]
    regions = [code for code in rows.index if len(code) == 4]
    assert len(regions) == 238
    assert rows[UNION] == pytest.approx(sum(rows[code] for code in regions))
    assert rows["IT"] == pytest.approx(sum(rows[code] for code in regions if code.startswith("IT")))
    for code in ("ITC4", "EL53"):
        per_head, people = (
            value_of(data, name, code) for name in ("ardeco_gdp_per_head_pps", "ardeco_population")
        )
        assert value_of(data, "ghg_per_gdp", code) == pytest.approx(1e9 * rows[code] / (per_head * people))


def test_a_region_with_too_few_sectors_has_no_total(data: Data) -> None:
    held = set(data.values["ghg_per_head"]["region"])
    assert not {"FI20", "FRY5", "ES63", "ES64"} & held
    assert {"FRY1", "CZ04", "PT20", "ITC4"} <= held


def test_the_change_of_emissions_by_sector(data: Data) -> None:
    rows = emissions.change(data, "ITC4", 1990, 2022).set_index("sector")
    assert rows.loc["Energy", "change"] == pytest.approx(16555.859 - 23254.206)
    assert rows.loc["Energy", "percent"] == pytest.approx(-28.80488, abs=1e-4)
    assert all(math.isfinite(value) for value in rows["percent"])
