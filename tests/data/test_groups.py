"""Groups of regions: who is in each, and that ranks, means and words of a group are those of its members."""

import re

import pytest

from components.state.selection import EU, Selection, choices, from_url, to_url
from components.views import CHARTS
from components.views.compare import group_text
from components.views.compare.context import compare_context
from components.views.compare.summary_text import summary
from data import Data, areas, groups, peer_profiles, peers, queries
from data.borders import borders
from tests.own_data import DATA

FRAMES = [name for name in choices(DATA)["within"] if name != EU]
REGIONS = ("AT13", "DE30", "EE00", "FR10", "FRY5", "ITG1", "LU00", "PT1A", "SE22")
CODES = ("gdp_per_head_pps", "unemployment_rate", "ris_index", "rci_index", "population")
CHOSEN = [code for code in CODES if code in DATA.indicators]


def members(group: str, home: str) -> set[str]:
    """The regions of NUTS 2024 in a group, counted here by another way than the module does."""
    every = peers.regions(DATA)
    if group in set(DATA.regions["country"]):
        return {code for code in every if code.startswith(group)}
    if group == groups.BORDER:
        pairs = borders()
        return {home, *pairs.loc[pairs["region"] == home, "neighbour"]} & set(every)
    if group == "capitals":
        return set(groups.CAPITALS)
    if group in groups.CATEGORIES:
        table = DATA.datasets["region_categories"].tables["categories"]
        return set(table.loc[table["category"] == group, "region"].astype(str)) & set(every)
    least = dict(groups.INNOVATION)
    above = [value for value in least.values() if value > least[group]]
    index = peer_profiles.latest_values(DATA, "ris_index").reindex(list(every))
    return {code for code, value in index.items() if least[group] <= value < min(above, default=1e9)}


@pytest.mark.parametrize("group", FRAMES)
def test_a_group_has_its_members_and_nobody_else(group: str) -> None:
    for home in REGIONS:
        chosen = Selection(tab="compare", region=home, within=group)
        found = groups.regions_in(DATA, chosen.group) & set(peers.regions(DATA))
        assert found == members(group, home), home


def test_every_region_with_a_known_category_is_in_one_group_of_each_kind() -> None:
    for kind in (groups.CATEGORIES, tuple(name for name, _ in groups.INNOVATION)):
        every = [code for group in kind for code in groups.regions_in(DATA, group)]
        assert len(every) == len(set(every))


def test_a_group_nobody_knows_is_an_error() -> None:
    with pytest.raises(KeyError):
        groups.regions_in(DATA, "the_best")


@pytest.mark.parametrize("code", CHOSEN)
@pytest.mark.parametrize("group", FRAMES)
def test_what_is_in_view_is_the_group_placed_among_itself_with_its_mean(group: str, code: str) -> None:
    for home in REGIONS[:: 1 if group == groups.BORDER else 4]:
        now = compare_context(DATA, Selection(tab="compare", region=home, indicator=code, within=group))
        inside = groups.regions_in(DATA, now.chosen.group)
        values = {row.region: row.value for row in queries.ranked_rows(DATA, code, now.year).itertuples()}
        expected = {area for area in values if inside & set(areas.regions_of_area(DATA, area))}
        assert set(now.rows.index) == expected
        assert set(now.rows["of"]) <= {len(expected)}
        if not expected:
            assert CHARTS["compare.strip"](DATA, now.chosen).rows.empty
            continue
        text = summary(now)
        if len(expected) > 1 and now.rows["value"].nunique() > 1:
            mean = now.look.in_sentence(sum(values[area] for area in expected) / len(expected))
            assert f"of these {len(expected)} is {mean}." in text
            assert re.search(rf"(?<!\d){len(expected)} ", text)
        assert ("not among the regions in view" in text) <= (home not in inside)


@pytest.mark.parametrize("group", FRAMES)
def test_a_group_survives_the_address_and_says_how_many_are_in_view(group: str) -> None:
    chosen = Selection(tab="compare", region="ITC4", within=group)
    path, _, query = to_url(chosen).partition("?")
    assert from_url(path, query, DATA) == chosen
    count = len(members(group, "ITC4"))
    assert group_text.in_view_text(DATA, chosen).startswith(f"{count} of {len(peers.regions(DATA))} ")


@pytest.mark.parametrize("chart", ["map", "tiles", "strip", "ranking", "scatter"])
@pytest.mark.parametrize("group", groups.GROUPS)
def test_the_rows_that_can_be_taken_away_are_those_of_the_group(group: str, chart: str) -> None:
    chosen = Selection(tab="compare", region="DE30", within=group)
    name = {"map": "on_map", "tiles": "on_tiles"}.get(chart, chart)
    rows = CHARTS[f"compare.{name}"](DATA, chosen).rows
    assert set(rows["code"]) <= groups.regions_in(DATA, chosen.group)
    assert len(rows)


def test_a_region_outside_the_group_keeps_its_values_and_has_no_rank_in_it(data: Data) -> None:
    chosen = Selection(tab="compare", region="ES21", within="moderate")
    rows = CHARTS["compare.table"](data, chosen).rows
    own, others = rows[rows["region"] == "ES21"], rows[rows["region"] != "ES21"]
    assert own["value"].notna().all()
    assert own["rank"].isna().all()
    assert set(others["region"]) <= groups.regions_in(data, "moderate")
    card = CHARTS["compare.scorecard"](data, chosen).rows
    assert card["value"].notna().any()
