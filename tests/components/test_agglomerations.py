"""The clusters, structure and emissions of any region: what is drawn is what the rows say, the sentences count what is
drawn, and every region has something to see."""

import pytest

from components.figures.classes import NONE
from components.i18n.text import LANGUAGES
from components.layout import chart_results
from components.state.selection import OVERVIEW, Selection, from_url, to_url
from components.views import TABS
from components.views.clusters.divisions import division_of, step
from data import Data, clustering
from tests.components.agglomeration_charts import COLOURS, REGIONS, bars, result_of

OWN = {
    "clusters": ("sectors_here", "division_map", "division_regions", "co_located", "manufacturing_change"),
    "economy": (
        "section_gva",
        "section_jobs",
        "section_change",
        "shift_share",
        "division_quotients",
        "emissions_per_head",
        "emissions_by_sector",
        "emissions_change",
        "emissions_per_gdp",
        "digital",
        "twin",
    ),
}


NAMES = [f"{tab}.{name}" for tab, names in OWN.items() for name in names]


def shown_in_overview(data: Data, tab: str, region: str) -> list[str]:
    """The charts of a view's default part that have something to show for a region, each form of a card for itself."""
    chosen = Selection(tab=tab, region=region)
    names = [
        chart if isinstance(chart, str) else f"{tab}.{chart.__name__}"
        for section in TABS[tab].sections_of(OVERVIEW)
        for chart in section.every_chart
    ]
    results = {name: chart_results.chart_result(name, data, chosen) for name in names}
    assert not [name for name, result in results.items() if result.failed]
    return [name for name, result in results.items() if len(result.rows)]


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("tab", OWN)
def test_the_default_part_shows_three_charts_at_least(data: Data, tab: str, region: str) -> None:
    assert len(shown_in_overview(data, tab, region)) >= 3


@pytest.mark.nightly
@pytest.mark.parametrize("tab", OWN)
def test_the_default_part_shows_three_charts_at_least_for_every_region(data: Data, tab: str) -> None:
    for region in data.regions.index[data.regions["level"] == "nuts2"]:
        assert len(shown_in_overview(data, tab, str(region))) >= 3, region


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("region", [code for code in REGIONS if code != "ITC4"])
def test_no_sentence_of_another_region_speaks_of_lombardy(data: Data, region: str, lang: str) -> None:
    for name in NAMES:
        result = result_of(name, data, region=region, lang=lang)
        if name in ("clusters.division_map", "clusters.division_regions"):
            continue
        words = " ".join((result.summary, *result.notes, str(result.blanks)))
        assert "Lombard" not in words, name


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize(("lq", "share"), [(1.5, 1.0), (1.2, 3.0), (1.0, 0.0), (4.0, 5.0)])
def test_bars_past_both_thresholds_and_only_they_have_the_accent(
    data: Data, region: str, lq: float, share: float
) -> None:
    for name in ("clusters.sectors_here", "economy.division_quotients"):
        result = result_of(name, data, region=region, lq=lq, share=share)
        if result.rows.empty:
            continue
        rows = result.rows
        passes = [
            value > lq and part >= share
            for value, part in zip(rows["value"], rows["employed_share"], strict=True)
        ]
        assert rows["agglomeration"].tolist() == passes
        trace = bars(result)
        assert trace["x"] == rows["value"].tolist()
        edges = trace["marker"]["line"]["color"]
        assert edges == [COLOURS.accent if yes else COLOURS.rest for yes in passes]
        assert trace["marker"]["color"] == "rgba(0,0,0,0)", "a number of ours is outlined"


@pytest.mark.parametrize("region", REGIONS)
def test_the_sentence_counts_all_agglomerations_and_names_the_first(data: Data, region: str) -> None:
    result = result_of("clusters.sectors_here", data, region=region)
    year = clustering.newest_with_all(data, region)
    if result.rows.empty:
        assert year is None
        return
    assert year is not None
    found = clustering.agglomerations(data, year)
    own = found[found["region"] == clustering.area(data, region, year)]
    if own.empty:
        assert "none of" in result.summary or "no manufacturing" in result.summary
        return
    first = own.sort_values("quotient", ascending=False)["division"].iloc[0]
    assert f": {len(own)} " in result.summary
    assert f": {first} " in result.summary
    assert str(year) in result.summary


def test_the_map_has_the_class_of_each_quotient_and_grey_where_there_is_none(data: Data) -> None:
    for division in ("C25", "I55", "M72", "B05"):
        result = result_of("clusters.division_map", data, division=division)
        assert isinstance(result.figure, dict)
        values = result.rows.set_index("code")["value"]
        strength = {colour: at for at, colour in enumerate(COLOURS.steps)}
        seen = 0
        for trace in result.figure["data"]:
            for mark in trace.get("customdata") or []:
                value = values[str(mark).partition("=")[2]]
                colour = trace["colorscale"][0][1]
                seen += 1
                if value != value:
                    assert colour == COLOURS.missing
                else:
                    assert strength[colour] == step(value)
        assert seen == len(values) == 242
    assert [step(value) for value in (0.2, 0.5, 1.2, 1.5, 2.9, 3.0)] == [0, 1, 2, 3, 3, 4]
    assert step(float("nan")) == NONE


@pytest.mark.parametrize("region", REGIONS)
def test_the_chosen_region_has_the_accent_among_the_regions_of_a_division(data: Data, region: str) -> None:
    result = result_of("clusters.division_regions", data, region=region, division="G47")
    own = clustering.area(data, region, 2014)
    edges = bars(result)["marker"]["line"]["color"]
    assert [colour == COLOURS.accent for colour in edges] == (result.rows["region"] == own).tolist()
    values = result.rows["value"].tolist()
    assert values == sorted(values, reverse=True)
    by_rank = clustering.of_division(data, "G47", 2014)["quotient"]
    for row in result.rows.to_dict("records"):
        assert row["rank"] == 1 + int((by_rank > row["value"]).sum())


def test_no_division_chosen_is_the_strongest_of_the_region_and_a_choice_survives_the_address(
    data: Data,
) -> None:
    assert division_of(data, Selection(tab="clusters")) == "C13"
    assert division_of(data, Selection(tab="clusters", region="PT1A")) == "C25"
    chosen = Selection(tab="clusters", region="DE30", division="J62")
    path, _, query = to_url(chosen).partition("?")
    assert from_url(path, query, data) == chosen
    assert division_of(data, chosen) == "J62"


@pytest.mark.parametrize("region", REGIONS)
def test_what_goes_together_is_marked_where_the_region_has_it(data: Data, region: str) -> None:
    result = result_of("clusters.co_located", data, region=region, division="C25")
    rows = clustering.quotients(data, 2014)
    own = clustering.area(data, region, 2014)
    strong = set(rows.loc[(rows["region"] == own) & (rows["quotient"] > 1.5), "division"])
    assert result.rows["here"].tolist() == [label.split()[0] in strong for label in result.rows["label"]]
