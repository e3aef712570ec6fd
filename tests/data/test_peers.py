"""Peers against a second path in plain Python, and against what a distance must be."""

import math
import statistics

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import ROOT, Data, peer_profiles, peers, queries

FINE = 1e-9


EQUAL = dict.fromkeys(peers.DIMENSIONS, 1.0)


HOMES = ("ITC4", "ITH5", "FR10", "FRY1", "IE04", "DE21", "PT1A", "EL30", "LU00")


def plain_latest(data: Data, code: str, region: str) -> float | None:
    year, area = queries.latest_year(data, code), queries.area(data, data.indicators[code], region)
    rows = data.values[code].to_dict("records")
    found = [row["value"] for row in rows if row["region"] == area and row["year"] == year]
    return float(found[0]) if found and area in queries.areas(data, data.indicators[code]) else None


@pytest.fixture(scope="module")
def scores_without_pandas(data: Data) -> dict[tuple[str, str], dict[str, float]]:
    """Every variable of every region, standardised, without pandas."""
    kept = {}
    level2 = [code for code, level in data.regions["level"].items() if level == "nuts2"]
    for variable in peer_profiles.variables(data):
        values = {}
        table = {
            row["region"]: row["value"]
            for row in data.values[variable.code].to_dict("records")
            if row["year"] == queries.latest_year(data, variable.code)
        }
        whole = (
            {
                row["region"]: row["value"]
                for row in data.values[variable.of].to_dict("records")
                if row["year"] == queries.latest_year(data, variable.of)
            }
            if variable.of
            else {}
        )
        for region in level2:
            area = queries.area(data, data.indicators[variable.code], region)
            if area not in table or area not in queries.areas(data, data.indicators[variable.code]):
                continue
            value = table[area]
            if variable.of:
                base = whole.get(queries.area(data, data.indicators[variable.of], region), 0)
                if not base > 0:
                    continue
                value = 100 * value / base
            values[region] = math.log10(value) if variable.log else value
        among = [values[region] for region in peers.regions(data) if region in values]
        mean, deviation = statistics.fmean(among), statistics.pstdev(among)
        kept[variable.dimension, variable.code] = {
            region: (value - mean) / deviation for region, value in values.items()
        }
    return kept


def plain_distance(
    scores: dict[tuple[str, str], dict[str, float]], region: str, other: str, weights: dict[str, float]
) -> float | None:
    total = there = 0.0
    for dimension in peers.DIMENSIONS:
        squares = [
            (table[region] - table[other]) ** 2
            for (group, _), table in scores.items()
            if group == dimension and region in table and other in table
        ]
        if squares:
            there += weights[dimension]
            total += weights[dimension] * statistics.fmean(squares)
    return math.sqrt(total / there) if there >= sum(weights.values()) / 2 else None


@pytest.mark.parametrize("home", HOMES)
@pytest.mark.parametrize("weights", [EQUAL, {**EQUAL, "size": 0.0, "income": 3.0}])
def test_structural_distance_is_the_formula_in_plain_python(
    data: Data,
    scores_without_pandas: dict[tuple[str, str], dict[str, float]],
    home: str,
    weights: dict[str, float],
) -> None:
    found = peers.structure(data, home, weights).set_index("region")["distance"]
    for other in peers.regions(data):
        expected = plain_distance(scores_without_pandas, home, other, weights)
        if other != home and expected is not None:
            assert found[other] == pytest.approx(expected, abs=FINE), other
        else:
            assert other not in found.index


@given(
    st.lists(st.floats(0, 5), min_size=6, max_size=6).filter(any),
    st.sampled_from(HOMES),
    st.sampled_from(HOMES),
)
@settings(max_examples=60)
def test_structural_distance_is_symmetric_and_zero_to_itself(
    data: Data, drawn: list[float], region: str, other: str
) -> None:
    weights = dict(zip(peers.DIMENSIONS, drawn, strict=True))
    there = peers.combine_distances(peers.parts(peers.scores(data), region), weights)
    back = peers.combine_distances(peers.parts(peers.scores(data), other), weights)
    assert there[region] == pytest.approx(0, abs=FINE) or math.isnan(there[region])
    assert there[other] == pytest.approx(back[region], abs=FINE, nan_ok=True)


@given(st.floats(0.001, 1000), st.floats(-500, 500))
@settings(max_examples=60)
def test_standard_scores_do_not_depend_on_the_unit(factor: float, shift: float) -> None:
    table = pd.DataFrame({("size", "a"): [1.0, 2.0, 4.0, None], ("income", "b"): [5.0, 3.0, 3.5, 9.0]})
    moved = factor * table + shift
    pd.testing.assert_frame_equal(
        peer_profiles.standardise(table), peer_profiles.standardise(moved), rtol=1e-6
    )


def test_the_order_of_the_regions_changes_nothing(data: Data) -> None:
    table = peer_profiles.profiles(data)
    shuffled = table.loc[sorted(table.index, reverse=True)]
    for home in HOMES:
        found = peers.nearest_first(
            peers.parts(peer_profiles.standardise(table), home).assign(
                distance=lambda p: peers.combine_distances(p, EQUAL)
            ),
            home,
        )
        two = peers.nearest_first(
            peers.parts(peer_profiles.standardise(shuffled), home).assign(
                distance=lambda p: peers.combine_distances(p, EQUAL)
            ),
            home,
        )
        assert found["region"].tolist() == two["region"].tolist()


def test_half_of_all_pairs_are_nearer_than_the_note_says(data: Data) -> None:
    distances = [
        item for home in peers.regions(data) for item in peers.structure(data, home, EQUAL)["distance"]
    ]
    assert statistics.median(distances) == pytest.approx(1.25, abs=0.005)


@pytest.mark.parametrize("lens", peers.LENSES)
@pytest.mark.parametrize("home", HOMES)
def test_no_lens_finds_the_region_itself_or_one_region_twice(data: Data, lens: str, home: str) -> None:
    found = peers.peers(data, home, lens, EQUAL, ("DE21", home, "FR10"))["region"]
    assert home not in set(found)
    assert found.is_unique
    assert set(found) <= set(peers.regions(data))


@pytest.mark.parametrize("home", HOMES)
def test_the_lens_of_the_category_keeps_the_order_of_structural_distance(data: Data, home: str) -> None:
    file = ROOT / "datasets" / "region_categories" / "categories.csv"
    pairs = [line.split(",") for line in file.read_text(encoding="utf-8").splitlines()[1:]]
    category = dict(pairs)
    near = peers.structure(data, home, EQUAL)["region"].tolist()
    expected = [code for code in near if home in category and category.get(code) == category[home]]
    assert peers.peers(data, home, "category", EQUAL)["region"].tolist() == expected


def test_the_ratio_lenses_are_the_logarithm_of_the_ratio(data: Data) -> None:
    found = peers.ratio(data, "ITC4", "gdp_per_head_pps").set_index("region")["distance"]
    own = plain_latest(data, "gdp_per_head_pps", "ITC4")
    for other in ("DE21", "FR10", "RO21", "ES51"):
        theirs = plain_latest(data, "gdp_per_head_pps", other)
        assert own is not None
        assert theirs is not None
        assert found[other] == pytest.approx(abs(math.log(theirs / own)), abs=FINE)


@pytest.mark.parametrize(("there", "enough"), [(0.49, False), (0.5, True), (0.51, True)])
def test_a_distance_needs_half_of_the_weight(there: float, enough: bool) -> None:
    table = pd.DataFrame({"size": [4.0], "income": [float("nan")]}, index=["A"])
    found = peers.combine_distances(table, {"size": there, "income": 1 - there})["A"]
    assert (found == pytest.approx(2.0)) if enough else math.isnan(found)


def test_reasons_are_the_dimensions_least_apart_against_what_is_typical() -> None:
    row = {
        "sectors": 0.5,
        "manufacturing": float("nan"),
        "size": 0.1,
        "income": 2.0,
        "education": 0.0,
        "innovation": 1.0,
    }
    typical = {
        "sectors": 1.0,
        "manufacturing": 1.0,
        "size": 1.0,
        "income": 10.0,
        "education": 1.0,
        "innovation": 1.0,
    }
    assert peers.reasons(row, typical, EQUAL) == ["education", "size", "income"]
    assert peers.reasons(row, typical, {**EQUAL, "education": 0.0}) == ["size", "income", "sectors"]
