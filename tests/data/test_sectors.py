"""Structure, shift-share, quotients, agglomerations, co-location and emissions, each against a naive recomputation
from the rows of the csv."""

from collections import defaultdict

import pytest

from data import Data, clustering, structure
from data.queries import UNION
from tests.data.plain_sectors import cells

REGIONS = ("ITC4", "DE30", "EE00", "FR10", "PL71", "ES21", "CY00", "FRY1", "LU00", "SE33")


SECTIONS = "BCDEFGHIJLMN"


@pytest.fixture(scope="module")
def persons() -> dict[tuple[str, str], float]:
    return {(region, member): value for (_, member, region, _), value in cells("sbs_2014").items()}


@pytest.fixture(scope="module")
def jobs() -> dict[tuple[str, str, int], float]:
    found = cells("sections")
    return {
        (region, member, year): value
        for (what, member, region, year), value in found.items()
        if what == "jobs"
    }


def naive_quotient(persons: dict[tuple[str, str], float], region: str, division: str) -> float | None:
    whole = [code for code in (*SECTIONS, "S95") if (region, code) in persons]
    countries = {code for code, _ in persons if len(code) == 2}
    union = {
        member: sum(persons.get((country, member), 0) for country in countries)
        for member in (*whole, division)
    }
    if (region, division) not in persons or not union[division]:
        return None
    share = persons[region, division] / sum(persons[region, code] for code in whole)
    return share / (union[division] / sum(union[code] for code in whole))


@pytest.mark.parametrize("region", REGIONS)
def test_quotients_of_2014_are_the_naive_ones(
    data: Data, persons: dict[tuple[str, str], float], region: str
) -> None:
    found = clustering.of_region(data, region, 2014).set_index("division")["quotient"]
    divisions = list(clustering.divisions(data, 2014))
    assert len(divisions) == 68
    for division in divisions:
        expected = naive_quotient(persons, region, division)
        if expected is None:
            assert division not in found.index
        else:
            assert found[division] == pytest.approx(expected), division


def test_the_quotients_of_lombardy_that_were_worked_out_by_hand(data: Data) -> None:
    found = clustering.of_region(data, "ITC4", 2014).set_index("division")["quotient"]
    known = {"C25": 1.79, "C28": 1.81, "M74": 2.06, "C14": 1.72, "M69": 1.23}
    assert {division: round(found[division], 2) for division in known} == known


def test_agglomerations_are_those_above_both_thresholds(data: Data) -> None:
    rows = clustering.quotients(data, 2014)
    for least_quotient, least_share in ((1.5, 1.0), (1.2, 0.5), (3.0, 0.0)):
        found = clustering.agglomerations(data, 2014, least_quotient=least_quotient, least_share=least_share)
        expected = {
            (row["region"], row["division"])
            for row in rows.to_dict("records")
            if row["quotient"] > least_quotient and row["share"] >= least_share
        }
        assert set(zip(found["region"], found["division"], strict=True)) == expected
        assert expected


def test_manufacturing_2022_is_set_against_manufacturing(data: Data) -> None:
    values = {
        (region, code): value
        for code in data.indicators
        if data.indicators[code].table == "sbs_2022"
        for region, value in data.values[code][["region", "value"]].to_numpy().tolist()
    }
    countries = {region for region, _ in values if len(region) == 2}

    def union(code: str) -> float:
        return sum(values.get((country, code), 0) for country in countries)

    for region in ("ITC4", "DE30", "EE00"):
        found = clustering.of_region(data, region, 2022)
        for row in found.to_dict("records"):
            code = f"employed_{row['division'].lower()}"
            share = values[region, code] / values[region, "employed_c"]
            assert row["quotient"] == pytest.approx(share / (union(code) / union("employed_c")))


def test_paris_has_no_manufacturing_of_2014_and_the_reason_is_in_the_record(data: Data) -> None:
    found = clustering.of_region(data, "FR10", 2014)["division"]
    assert not found.str.startswith("C").any()
    assert found.str.startswith("M").any()
    (omission,) = data.breakdowns["sbs_2014"].record.omissions
    assert omission.region == "FR10"


def test_proximity_is_the_smaller_conditional_probability(data: Data) -> None:
    rows = clustering.quotients(data, 2014)
    known: dict[str, set[str]] = defaultdict(set)
    strong: dict[str, set[str]] = defaultdict(set)
    for row in rows.to_dict("records"):
        known[row["division"]].add(row["region"])
        if row["quotient"] > 1.5:
            strong[row["division"]].add(row["region"])
    pairs = clustering.proximity(data, 2014).set_index(["first", "second"])
    for first, second in (("C25", "C28"), ("C13", "C14"), ("I55", "N79"), ("B05", "C12")):
        both = len(strong[first] & strong[second])
        counts = (len(strong[first] & known[second]), len(strong[second] & known[first]))
        row = pairs.loc[(first, second)]
        assert (row["both"], row["first_count"], row["second_count"]) == (both, *counts)
        assert row["proximity"] == pytest.approx(both / max(counts))
        assert row["proximity"] == pairs.loc[(second, first), "proximity"]


@pytest.mark.parametrize("region", REGIONS)
def test_co_located_pairs_are_specialisations_of_the_region(data: Data, region: str) -> None:
    rows = clustering.of_region(data, region, 2014)
    own = set(rows.loc[rows["quotient"] > 1.5, "division"])
    pairs = clustering.co_located(data, region, 2014)
    assert set(pairs["first"]) | set(pairs["second"]) <= own
    assert (pairs["both"] >= 5).all()
    others = clustering.related_divisions(data, region, 2014)
    assert set(others["first"]) <= own
    assert not set(others["second"]) & own
    assert others["second"].is_unique


def test_the_change_since_2014_compares_the_same_countries(
    data: Data, persons: dict[tuple[str, str], float]
) -> None:
    later = {
        (region, code.removeprefix("employed_").upper()): value
        for code in data.indicators
        if data.indicators[code].table == "sbs_2022"
        for region, value in data.values[code][["region", "value"]].to_numpy().tolist()
    }
    countries = [code for code in data.regions.index if data.regions.at[code, "level"] == "country"]
    rows = clustering.change(data, "ITC4")
    assert len(rows) > 20
    for row in rows.to_dict("records"):
        division = row["division"]
        for year, held in ((2014, persons), (2022, later)):
            same = [
                code
                for code in countries
                if all((code, part) in table for table in (persons, later) for part in (division, "C"))
            ]
            base = sum(held[code, division] for code in same) / sum(held[code, "C"] for code in same)
            own = held["ITC4", division] / held["ITC4", "C"]
            assert row[f"quotient_{year}"] == pytest.approx(own / base), (division, year)


def test_what_cannot_be_compared_is_not(data: Data) -> None:
    assert clustering.comparable(data, "ITC4")
    for region in ("FR10", "FRK2", "DE30", "HU11", "LT01", "PT1A", "MT00", "PL91"):
        assert not clustering.comparable(data, region)
        assert clustering.change(data, region).empty


@pytest.mark.parametrize("reference", [UNION, "country"])
@pytest.mark.parametrize("region", ["ITC4", "EE00", "EL53", "DE30"])
def test_shift_share_is_the_naive_one_and_its_parts_add_up(
    data: Data, jobs: dict[tuple[str, str, int], float], region: str, reference: str
) -> None:
    first, last = 2009, 2019
    inside = {code for code, _, _ in jobs if reference == UNION or code[:2] == region[:2]}
    sections = data.breakdowns["sections"].record.members

    def total(member: str, year: int) -> float:
        return sum(jobs.get((code, member, year), 0) for code in inside)

    whole = (
        sum(total(section, last) for section in sections) / sum(total(section, first) for section in sections)
        - 1
    )
    rows = structure.shift_share(
        data, region, first, last, reference=UNION if reference == UNION else region[:2]
    )
    for member, row in rows.iterrows():
        start, end = jobs[region, str(member), first], jobs[region, str(member), last]
        growth = total(str(member), last) / total(str(member), first) - 1
        assert row["national"] == pytest.approx(start * whole)
        assert row["mix"] == pytest.approx(start * (growth - whole), abs=1e-9)
        assert row["competitive"] == pytest.approx(start * ((end - start) / start - growth), abs=1e-9)
    parts = rows[["national", "mix", "competitive"]].sum(axis=1)
    assert (parts - rows["change"]).abs().max() < 1e-9


def test_shares_of_sections_add_up_and_an_incomplete_whole_has_none(data: Data) -> None:
    shares = structure.shares(data, "gva", 2019)
    sums = shares.dropna().sum(axis=1)
    assert (sums - 100).abs().max() < 1e-9
    assert round(shares.loc[UNION, "B-E"], 1) == 20.1
    assert structure.shares(data, "gva", 2017).loc["DED2"].isna().all()
    quotient = structure.quotients(data, "gva", 2019).loc["ITC4", "B-E"]
    assert quotient == pytest.approx(shares.loc["ITC4", "B-E"] / shares.loc[UNION, "B-E"])


def test_a_region_under_its_later_code_has_the_values_of_its_earlier_boundaries(data: Data) -> None:
    assert structure.area(data, "NL35") == "NL31"
    assert structure.area(data, "ITC4") == "ITC4"
    assert structure.area(data, "PT1A") == ""
    assert structure.missing_regions(data) == (
        "ES63", "ES64", "ES70", "FRY1", "FRY2", "FRY3", "FRY4", "FRY5", "PT20", "PT30",
    )  # fmt: skip
