"""Neighbours, shared specialisations, groups and capitals."""

import pytest

from data import Data, peer_profiles, peers, queries, shapes
from data.groups import CAPITALS, innovation_group


def test_specialisations_are_the_divisions_past_both_thresholds(data: Data) -> None:
    countries = [code for code, level in data.regions["level"].items() if level == "country"]
    divisions = [
        variable.code for variable in peer_profiles.variables(data) if variable.dimension == "manufacturing"
    ]
    persons = {
        code: {
            row["region"]: row["value"] for row in data.values[code].to_dict("records") if row["year"] == 2022
        }
        for code in ["employed_c", *divisions]
    }
    union = {code: sum(persons[code].get(item, 0) for item in countries) for code in persons}
    small = 0
    for region, found in peers.specialisations(data).items():
        own = set()
        for code in divisions:
            if region in persons[code]:
                share = persons[code][region] / persons["employed_c"][region]
                if share >= 1.5 * union[code] / union["employed_c"]:
                    own |= {code} if share >= 0.01 else set()
                    small += share < 0.01
        assert found == own, region
    assert small > 20, "no division is left out for its small share: the test proves nothing"


def test_shared_specialisations_are_counted_as_jaccard_does() -> None:
    assert peers.jaccard(frozenset("abc"), frozenset("bcd")) == pytest.approx(0.5)
    assert peers.jaccard(frozenset(), frozenset("a")) == 1
    assert peers.jaccard(frozenset(), frozenset()) == 1
    assert peers.jaccard(frozenset(), frozenset(), same=True) == 0


def test_neighbours_share_a_border_both_ways(data: Data) -> None:
    for home in peers.regions(data):
        for other in peers.neighbours(data, home)["region"]:
            assert home in set(peers.neighbours(data, other)["region"])


def test_the_longest_border_comes_first(data: Data) -> None:
    lengths: dict[str, dict[str, float]] = {}
    for row in shapes.rows("neighbours").to_dict("records"):
        for here, there in ((row["region"], row["neighbour"]), (row["neighbour"], row["region"])):
            lengths.setdefault(here, {})[there] = float(row["km"])
    for home in peers.regions(data):
        known = {row: km for row, km in lengths.get(home, {}).items() if row in peers.regions(data)}
        found = peers.neighbours(data, home)
        assert found["region"].tolist() == sorted(known, key=lambda row: (-known[row], row)), home
        assert found["km"].tolist() == sorted(known.values(), reverse=True), home


def test_the_innovation_groups_part_at_the_publishers_limits() -> None:
    limits = {125.0: "leader", 124.9: "strong", 100.0: "strong", 99.9: "moderate", 70.0: "moderate"}
    assert {index: innovation_group(index) for index in limits} == limits
    assert innovation_group(69.9) == "emerging"
    assert innovation_group(float("nan")) == ""


def test_each_country_has_one_capital_region_of_the_present_codes(data: Data) -> None:
    assert set(peers.regions(data)) >= CAPITALS
    countries = [queries.country(data, item) for item in CAPITALS]
    assert sorted(countries) == sorted({queries.country(data, code) for code in peers.regions(data)})
