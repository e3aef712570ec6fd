"""Rules over regions.csv: every region once, named in two languages, joined to two scoreboards."""

import math
from pathlib import Path

import pandas as pd
import pytest

from data import shapes, validation

ROOT = Path(__file__).parents[2] / "data"
STATES = 27
LARGER_PREDECESSOR = {
    "PT19": "PT16",
    "PT1A": "PT17",
    "PT1B": "PT17",
    "PT1C": "PT18",
    "NL35": "NL31",
    "NL36": "NL33",
}


@pytest.fixture(scope="module")
def regions() -> pd.DataFrame:
    """The regions as `load()` gives them."""
    return validation.regions(ROOT)


@pytest.fixture(scope="module")
def nuts2(regions: pd.DataFrame) -> pd.DataFrame:
    """Only the NUTS 2 regions."""
    return regions[regions["level"] == "nuts2"]


def test_the_union_its_27_members_and_their_regions_stand_once(
    regions: pd.DataFrame, nuts2: pd.DataFrame
) -> None:
    assert regions.index.is_unique
    assert (regions["level"] == "eu").sum() == 1
    assert (regions["level"] == "country").sum() == STATES
    assert (nuts2["nuts2021"].sum(), nuts2["nuts2024"].sum()) == (242, 244)
    assert (nuts2["nuts2021"] | nuts2["nuts2024"]).all()


def test_every_code_begins_with_its_country(regions: pd.DataFrame) -> None:
    inside = regions[regions["level"] != "eu"]
    assert all(str(code).startswith(country) for code, country in inside["country"].items())
    assert set(inside["country"]) == set(regions.index[regions["level"] == "country"])


@pytest.mark.parametrize("language", ["en", "it"])
def test_two_regions_share_a_name_only_when_they_are_the_same_land(
    regions: pd.DataFrame, language: str
) -> None:
    name = f"name_{language}"
    for shared, rows in regions[regions[name].duplicated(keep=False)].groupby(name):
        outer, inner = sorted(rows.index, key=len)
        inside = [
            code for code in regions.index[regions["nuts2021"]] if code.startswith(outer) and len(code) == 4
        ]
        assert inside == [inner], shared


@pytest.mark.parametrize("column", ["name_en", "name_it", "name_local"])
def test_every_name_is_written_cleanly(regions: pd.DataFrame, column: str) -> None:
    names = regions[column]
    assert (names == names.str.strip()).all()
    assert not names.str.contains(r"  |/ | /|'|\?").any()


def test_a_country_that_is_one_region_says_so(regions: pd.DataFrame, nuts2: pd.DataFrame) -> None:
    counts = nuts2[nuts2["nuts2024"]].groupby("country").size()
    alone = list(counts.index[counts == 1])
    inside = regions.loc[[f"{code!s}00" for code in alone], ["name_en", "name_it"]]
    expected = [[f"{english!s} (country)", f"{italian!s} (Paese)"] for english, italian in inside.to_numpy()]
    assert regions.loc[alone, ["name_en", "name_it"]].to_numpy().tolist() == expected


def test_only_codes_gone_since_2021_have_a_successor(nuts2: pd.DataFrame) -> None:
    gone = nuts2["nuts2021"] & ~nuts2["nuts2024"]
    assert ((nuts2["successor"] != "") == gone).all()
    assert set(" ".join(nuts2["successor"]).split()) == set(
        nuts2.index[nuts2["nuts2024"] & ~nuts2["nuts2021"]]
    )


def test_every_region_is_covered_by_an_area_that_covers_it_alone_or_as_part(regions: pd.DataFrame) -> None:
    kinds = {"ris_area": ("nuts2", "nuts1", "country"), "rci_area": ("nuts2", "rci")}
    for column, levels in kinds.items():
        covered = regions[(regions["level"] == "nuts2") & (regions[column] != "")]
        areas = regions.loc[covered[column]]
        assert areas["level"].isin(levels).all()
        assert areas["country"].to_list() == covered["country"].to_list()


def test_only_the_region_made_of_parts_of_two_is_covered_by_no_area(nuts2: pd.DataFrame) -> None:
    for column in ("ris_area", "rci_area"):
        assert list(nuts2.index[nuts2[column] == ""]) == ["PT1D"]


def test_a_new_code_takes_the_values_of_the_region_it_came_from(nuts2: pd.DataFrame) -> None:
    for code, before in LARGER_PREDECESSOR.items():
        assert list(nuts2.loc[code, ["ris_area", "rci_area"]]) == [before, before]


def test_each_scoreboard_has_the_number_of_areas_it_published(regions: pd.DataFrame) -> None:
    old = regions[(regions["level"] == "nuts2") & regions["nuts2021"]]
    assert old["ris_area"].nunique() == 215
    assert old["rci_area"].nunique() == 234
    assert (regions["level"] == "rci").sum() == 7


def test_a_merged_capital_is_made_of_two_or_three_regions(regions: pd.DataFrame) -> None:
    sizes = regions.loc[regions["level"] == "nuts2", "rci_area"].value_counts()
    assert sizes[regions.index[regions["level"] == "rci"]].between(2, 3).all()


def test_a_region_overseas_lies_far_from_the_continent(nuts2: pd.DataFrame) -> None:
    near = nuts2["lon"].between(-12, 35) & nuts2["lat"].between(34, 71)
    assert (nuts2["oversea"] == ~near).all()
    assert nuts2["oversea"].sum() == 8


def test_every_label_point_lies_inside_its_region(nuts2: pd.DataFrame) -> None:
    from tests.data.test_shapes import contains, features

    known = shapes.shapes()
    drawn = {**features(known["nuts2_2024"]), **features(known["nuts2_2021"])}
    shared = {code: outline for outline, codes in known["nuts2_2024"].stands_for.items() for code in codes}
    outside = [
        code
        for code, lon, lat in nuts2[["lon", "lat"]].itertuples()
        if not contains(drawn[shared.get(code, code)], lon, lat)
    ]
    assert outside == []


def test_countries_have_a_point_for_their_label(regions: pd.DataFrame) -> None:
    assert all(math.isfinite(value) for value in regions[["lon", "lat"]].to_numpy().ravel())
