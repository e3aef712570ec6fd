"""The partner finder, the Innovation Fund and the insides of regions, each against a naive recomputation."""

import csv
import math
from collections import defaultdict

import pytest

from data import ROOT, Data, finder, innovation_fund, inside_region, partners, peers

EVEN = tuple((name, 1.0) for name in peers.DIMENSIONS)
SOME = ("ITC4", "EE00", "PT20", "FRY1", "FRY5", "DE30", "NL36")


def _asked(data: Data, region: str) -> finder.Question:
    scope = partners.scope_of(data, region, "h2020")
    return finder.Question(region, "structure", EVEN, (), "h2020", scope)


@pytest.mark.parametrize("region", SOME)
def test_the_finder_keeps_its_own_rule(data: Data, region: str) -> None:
    asked = _asked(data, region)
    found = finder.find_partners(data, asked)
    near = peers.peers(data, region, "structure", dict(EVEN)).head(finder.LIKEST)["region"].tolist()
    sets = peers.specialisations(data)
    joint = partners.partners(data, region, "h2020", asked.scope).set_index("partner")
    expected: dict[str, str] = {}
    for other in near:
        both = sets.get(region, frozenset()) & sets.get(other, frozenset())
        if region in sets and not both:
            continue
        if joint.empty:
            expected[other] = finder.UNKNOWN
        elif other in joint.index:
            ratio = joint.at[other, "projects"] / joint.at[other, "expected"]
            if ratio <= 0.75 or ratio >= 1:
                expected[other] = finder.OPEN if ratio <= 0.75 else finder.CLOSE
    assert dict(zip(found["region"], found["kind"], strict=True)) == expected
    for row in found.itertuples():
        assert row.likeness == 1 + near.index(row.region)
        if row.shared is not None:
            assert set(row.shared) == sets[region] & sets[row.region]


def test_the_finder_s_orders_are_those_it_says(data: Data) -> None:
    for region in SOME:
        found = finder.find_partners(data, _asked(data, region))
        close = found[found["kind"] == finder.CLOSE]
        assert close["projects"].is_monotonic_decreasing
        counts = [len(item or ()) for item in found.loc[found["kind"] == finder.OPEN, "shared"]]
        assert counts == sorted(counts, reverse=True)


def test_a_region_without_placed_research_is_measured_by_all_organisations(data: Data) -> None:
    assert partners.scope_of(data, "FRY1", "h2020") == partners.ALL
    assert partners.scope_of(data, "ITC4", "h2020") == partners.RESEARCH
    assert set(finder.find_partners(data, _asked(data, "FRY5"))["kind"]) == {finder.UNKNOWN}


def _fund() -> list[dict[str, str]]:
    with (ROOT / "datasets/innovation_fund/participants.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("region", ["ITC4", "ES30", "FR10", "SE33", "EE00"])
def test_a_region_s_innovation_fund_projects_are_counted_by_hand(data: Data, region: str) -> None:
    rows, found = _fund(), innovation_fund.projects(data, region)
    mine = {row["project"] for row in rows if row["region"] == region}
    assert set(found["project"]) == mine
    shared: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row["project"] in mine and row["region"] not in ("", region):
            shared[row["region"]].add(row["project"])
    assert innovation_fund.shared_projects(data, region) == {
        other: len(each) for other, each in shared.items()
    }
    for item in found.itertuples():
        of_it = [row for row in rows if row["project"] == item.project]
        assert item.eur == pytest.approx(sum(float(row["eur"]) for row in of_it))
        own = [row for row in of_it if row["region"] == region]
        assert item.regional_eur == pytest.approx(sum(float(row["eur"]) for row in own))
        assert item.coordinates == any(row["role"] == "coordinator" for row in own)
        assert set(item.own) == {row["participant"] for row in own}


def _districts(region: str, year: int) -> list[tuple[str, int, int]]:
    folder = ROOT / "datasets" / "inside_regions"
    with (folder / "districts.csv").open(encoding="utf-8", newline="") as file:
        names = {row["district"]: row["name"] for row in csv.DictReader(file) if row["region"] == region}
    with (folder / "values.csv").open(encoding="utf-8", newline="") as file:
        return [
            (names[row["district"]], int(row["population"]), int(row["gdp_per_head_pps"]))
            for row in csv.DictReader(file)
            if row["district"] in names and int(row["year"]) == year
        ]


@pytest.mark.parametrize("year", [2000, 2022])
@pytest.mark.parametrize("region", ["ITC4", "EL30", "NL35", "NL36", "EE00", "LU00", "DE91"])
def test_the_spread_inside_a_region_is_computed_again(data: Data, region: str, year: int) -> None:
    areas, found = _districts(region, year), inside_region.spread(data, region, year)
    if len(areas) < 2:
        assert found is None
        return
    people = sum(population for _, population, _ in areas)
    mean = sum(population * value for _, population, value in areas) / people
    variance = sum(population * (value - mean) ** 2 for _, population, value in areas) / people
    values = [value for _, _, value in areas]
    assert found is not None
    assert found.areas == len(areas)
    assert found.ratio == pytest.approx(max(values) / min(values))
    assert found.variation == pytest.approx(100 * math.sqrt(variance) / mean)
    assert {name: value for name, _, value in areas}[found.highest] == max(values)
    assert {name: value for name, _, value in areas}[found.lowest] == min(values)


def test_no_forecast_is_inside(data: Data) -> None:
    assert inside_region.years(data)[-1] == 2022


def test_the_areas_inside_give_the_region_s_own_population(data: Data) -> None:
    """ARDECO's own regions: their population is that of their areas, which the two importers read apart."""
    regions = data.values["ardeco_population"]
    known = regions[regions["year"] == 2021].set_index("region")["value"]
    areas = inside_region.rows(data)
    sums = areas[areas["year"] == 2021].groupby("region")["population"].sum()
    both = sums.index.intersection(known.index)
    assert len(both) > 230
    assert ((sums[both] / known[both] - 1).abs() < 0.001).all()
