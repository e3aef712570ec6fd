"""Every sentence of the comparison, worked out again in plain Python from the values and flags alone."""

import re
from typing import Any

import pytest

from components.i18n.numbers import spoken_numbers
from components.i18n.text import LANGUAGES
from components.layout import chart_results
from components.state.selection import MOST, Selection
from components.views.compare import score_row, scoring, series, trend_scatter
from components.views.compare.compared import compared_with
from components.views.compare.context import CompareContext, compare_context
from data import peers, queries
from data.periods import years_of_value
from tests.components.plain_comparison import CODES, REGIONS, SAMPLE, cells
from tests.own_data import DATA


def comparable(years: dict[int, tuple[float, str]]) -> list[int]:
    """The years from the last break on."""
    ordered = sorted(years)
    last_break = max((year for year in ordered if "b" in years[year][1]), default=ordered[0])
    return [year for year in ordered if year >= last_break]


def numbers(text: str) -> list[str]:
    """The digits of a text, without what a language puts between them."""
    return sorted(re.sub(r"\D", "", item) for item in re.findall(r"\d[\d.,]*", text))


@pytest.mark.parametrize("code", [*CODES, "employment_rate", "gdp", "ardeco_population"])
def test_a_line_is_read_from_its_last_break_on_and_not_into_forecasts(code: str) -> None:
    until = DATA.indicators[code].source.firm_until or 9999
    for region in SAMPLE:
        chosen = Selection(tab="compare", region=region, indicator=code)
        said = chart_results.chart_result("compare.trend", DATA, chosen).summary
        area = queries.area(DATA, DATA.indicators[code], region)
        years = {year: cell for year, cell in cells(code).get(area, {}).items() if year <= until}
        if not years:
            continue
        first, *_, last = [*comparable(years), max(years)]
        indicator = DATA.indicators[code]
        was, now = spoken_numbers(
            [years[first][0], years[last][0]], "en", indicator.unit["en"], indicator.decimals
        )
        assert now in said, said
        assert f"in {years_of_value(DATA.indicators[code], last)} " in said, said
        if first == last:
            assert "from" not in said.partition(".")[0], said
            continue
        assert was in said, said
        assert f"in {first}" in said, said
        assert ("break in the series" in said) == (first != min(years)), said
        assert ("growth in volume" in said) == (DATA.indicators[code].prices in ("current", "pps")), said


@pytest.mark.parametrize("code", [*CODES, "employment_rate", "tertiary_education"])
def test_a_change_never_crosses_a_break_in_the_ranking(code: str) -> None:
    picture = chart_results.chart_result("compare.ranking", DATA, Selection(tab="compare", indicator=code))
    for row in picture.rows.to_dict("records"):
        years = {
            year: cell
            for year, cell in cells(code)[row["region"]].items()
            if row["year"] - series.BACK <= year <= row["year"]
        }
        first = comparable(years)[0]
        broken = first if first > min(years) else None
        assert row["broken"] == broken or (broken is None and row["broken"] != row["broken"])
        if first == row["year"]:
            assert row["difference"] != row["difference"]
            continue
        assert row["since"] == first
        assert row["difference"] == pytest.approx(row["value"] - years[first][0])


@pytest.mark.parametrize("region", SAMPLE[::4])
def test_a_change_never_crosses_a_break_in_the_scorecard_and_size_is_no_strength(region: str) -> None:
    chosen = Selection(tab="compare", region=region)
    near = compared_with(DATA, chosen)
    for code, indicator in DATA.indicators.items():
        row = score_row.score_row(DATA, chosen, code, near)
        assert row["directed"] == (not indicator.size and indicator.direction != "neither"), code
        if row["value"] is None:
            continue
        years = {
            year: cell
            for year, cell in cells(code)[row["region"]].items()
            if row["year"] - score_row.BACK <= year <= row["year"]
        }
        first = comparable(years)[0]
        assert row["since"] == (None if first == row["year"] else first), code
        if first != row["year"]:
            assert row["difference"] == pytest.approx(row["value"] - years[first][0]), code
    for scope in ("population", "industry", "economy"):
        rows = [score_row.score_row(DATA, chosen, code, near) for code in score_row.in_scope(DATA, scope)]
        said = scoring.sentence(rows, chosen)
        sizes = [row["short"] for row in rows if DATA.indicators[row["indicator"]].size]
        assert not any(f"{name} (" in said for name in sizes), said


@pytest.mark.parametrize("name", ["compare.strip", "compare.scatter"])
def test_of_many_regions_compared_the_nearest_are_named(name: str) -> None:
    figure: Any = chart_results.chart_result(
        name, DATA, Selection(tab="compare", region="DE21", lens="country")
    ).figure
    notes = figure["layout"]["annotations"]
    if name == "compare.strip":
        names = [note["text"] for note in notes if "xshift" in note]
    else:
        names = [note["text"] for note in notes if note["showarrow"]]
        names += [text for trace in figure["data"] for text in trace["text"] or () if text]
    assert len(names) == MOST + 1


@pytest.mark.parametrize("code", ["ris_index", "gdp_per_head_pps"])
def test_a_region_that_is_its_whole_country_has_one_line_in_its_own_colour(code: str) -> None:
    for region in REGIONS:
        now: CompareContext = compare_context(DATA, Selection(tab="compare", region=region, indicator=code))
        country = queries.country(DATA, region)
        alone = [code for code in peers.regions(DATA) if queries.country(DATA, code) == country] == [region]
        assert (country in now.references) == (not alone)
        assert trend_scatter.colours(now, [now.home, *now.references])[now.home] == now.look.colours.accent


@pytest.mark.parametrize("code", CODES)
def test_both_languages_say_the_same_numbers(code: str) -> None:
    for region in SAMPLE[CODES.index(code) :: 9]:
        for name in ("on_map", "trend", "places", "scatter", "coverage", "scorecard"):
            said = [
                chart_results.chart_result(
                    f"compare.{name}",
                    DATA,
                    Selection(tab="compare", region=region, indicator=code, lang=lang),
                ).summary
                for lang in LANGUAGES
            ]
            assert numbers(said[0]) == numbers(said[1]), said
