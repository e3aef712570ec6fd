"""Headline cards: the newest value, the rank of the year that most have, a change on the value's base."""

import pytest

from components.state.query_text import split_address
from components.state.selection import Selection, from_url
from components.views.economy.comparison import ranking
from components.views.economy.headline_cards import compare_link
from components.views.economy.headlines import CODES, headlines, row
from data import Data
from tests.components.plain_values import areas, every_region, history, ranks

UNION = "EU27_2020"


@pytest.mark.parametrize("code", CODES)
def test_every_headline_is_the_newest_value_with_the_rank_of_the_ranked_year(data: Data, code: str) -> None:
    indicator = data.indicators[code]
    year, placed = ranks(data, code)
    for region in every_region(data):
        found = row(data, code, Selection(region=region))
        rows = history(data, code).get(areas(data, code)[region], [])
        if not rows:
            assert found is None
            continue
        assert found is not None
        assert (found["year"], found["value"], found["flag"]) == rows[-1], region
        area = areas(data, code)[region]
        assert found["rank_year"] == year
        assert found["rank"] == placed.get(area), region
        if found["rank"] is not None:
            assert found["of"] == len(placed)
            assert found["rank_value"] == {at: value for at, value, _ in rows}[year], region
        if indicator.size or found["rank"] is None:
            assert found["band"] is None, f"{region}: size has no good and no bad fifth"


@pytest.mark.parametrize("code", CODES)
def test_every_headline_change_is_on_the_base_of_its_value_and_crosses_no_break(
    data: Data, code: str
) -> None:
    by = {"gdp": "gdp_volume", "gdp_per_head_pps": "gdp_per_head_eu100"}.get(code, code)
    for region in every_region(data):
        found = row(data, code, Selection(region=region))
        rows = history(data, code).get(areas(data, code)[region], [])
        if found is None or len(rows) < 2:
            assert found is None or found["change"] is None
            continue
        (first, _, _), (last, _, flag) = rows[-2:]
        if "b" in flag:
            assert (found["change"], found["since"], found["broken"]) == (None, None, last), region
            continue
        cells = {year: value for year, value, _ in history(data, by).get(areas(data, by)[region], [])}
        if first in cells and last in cells:
            ratio = code in ("population", "gdp")
            gained = 100 * (cells[last] / cells[first] - 1) if ratio else cells[last] - cells[first]
            assert found["change"] == pytest.approx(gained), region
            assert found["since"] == first, region


def test_the_headline_of_innovation_has_value_and_change_on_one_base(data: Data) -> None:
    raw = data.published["ris_index"].pivot_table(index="region", columns="year", values="value")
    relative = 100 * raw.div(raw.loc[UNION])
    signs = 0
    for region in every_region(data):
        area = areas(data, "ris_index")[region]
        if area not in relative.index:
            continue
        found = row(data, "ris_index", Selection(region=region))
        assert found is not None
        change = relative.at[area, 2023] - relative.at[area, 2022]
        assert found["value"] == pytest.approx(relative.at[area, 2023]), region
        assert found["change"] == pytest.approx(change), region
        signs += (change > 0) != (raw.at[area, 2023] > raw.at[area, 2022])
    assert signs > 0, "no region tells the two bases apart: the test proves nothing"


def test_no_headline_sentence_praises_size(data: Data) -> None:
    names = {data.indicators[code].short["en"] for code in CODES if data.indicators[code].size}
    assert names == {"Population", "GDP"}
    for region in every_region(data)[::3]:
        picture = headlines(data, Selection(region=region))
        praised = picture.summary.partition(": ")[2].partition(". Counted")[0]
        assert not {f"{name} (" for name in names} & {
            part[: len(part) - 5] for part in praised.split(", ")
        }, region
        rows = picture.rows
        assert rows.loc[rows["indicator"].isin(["population", "gdp"]), "band"].isna().all(), region


def test_no_rank_stands_on_a_year_that_few_regions_have(data: Data) -> None:
    picture = ranking(data, Selection(region="EE00", indicator="gerd", year="2024"))
    assert picture.rows["rank"].isna().all()
    assert "Only 5 regions" in picture.summary
    assert "rank 74 of 227" in ranking(data, Selection(region="EE00", indicator="gerd")).summary


@pytest.mark.parametrize("code", CODES)
def test_the_way_to_the_comparison_keeps_region_language_and_theme_and_takes_the_indicator(
    data: Data, code: str
) -> None:
    chosen = Selection(region="BG34", lang="it", theme="dark", lens="income", part="structure")
    found = row(data, code, chosen)
    assert found is not None
    address = compare_link({**found, "label": code}, chosen).href
    assert from_url(*split_address(address), data) == Selection(
        tab="compare", region="BG34", lang="it", theme="dark", lens="income", indicator=code
    )


def test_only_the_view_of_a_selection_is_given_by_its_place() -> None:
    with pytest.raises(TypeError):
        Selection("compare", "it")  # type: ignore[call-arg]
