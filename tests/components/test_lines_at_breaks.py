"""No line runs over a break in its series: in every chart that has a line, in every indicator that has breaks."""

import pytest

from components.figures.lines import MOVED
from components.i18n.text import LANGUAGES, say
from components.layout import chart_results
from components.state.selection import Selection, choices
from components.views.economy.trend import trend_of
from data import Data
from tests import sample

LINES = ("economy.trend", "compare.trend", "economy.research_trend", "economy.innovation_trend")


def broken_indicators(data: Data) -> list[str]:
    """The indicators that can be chosen and whose series break somewhere."""
    return [
        code
        for code in choices(data)["indicator"]
        if data.values[code]["flag"].fillna("").str.contains("b").any()
    ]


@pytest.mark.parametrize("chart", LINES)
@sample.EXTENT
def test_a_line_is_interrupted_at_each_break_of_its_series_and_nowhere_else(
    data: Data, chart: str, extent: str
) -> None:
    for turn, code in enumerate(broken_indicators(data)):
        for region in ["ITC4", *sample.share(data, turn, extent)]:
            tab = chart.partition(".")[0]
            result = chart_results.chart_result(
                chart, data, Selection(tab=tab, region=region, indicator=code)
            )
            if not isinstance(result.figure, dict):
                continue
            rows = result.rows.assign(flag=result.rows["flag"].fillna(""))
            ordered = [rows[rows["key"] == key].sort_values("year") for key in rows["key"].unique()]
            expected = sorted(
                tuple(part["year"][part["flag"].str.contains("b") & (part["year"] > part["year"].min())])
                for part in ordered
            )
            found = sorted(
                tuple(year for year, value in zip(trace["x"], trace["y"], strict=True) if value is None)
                for trace in result.figure["data"]
            )
            assert found == expected, (chart, code, region)


def test_the_rule_meets_breaks_and_the_note_says_that_the_line_is_interrupted(data: Data) -> None:
    met = 0
    for lang in LANGUAGES:
        words = say("indicator.flags", lang, legend="").split(":")[0]
        for code in broken_indicators(data):
            for region in sample.regions(data)[::4]:
                chosen = Selection(region=region, indicator=code, lang=lang)
                result = chart_results.chart_result("economy.trend", data, chosen)
                if result.rows.empty or not result.rows["flag"].fillna("").str.contains("b").any():
                    continue
                met += 1
                assert any(words in note for note in result.notes), (region, code)
    assert met > 5


INDEXED = ("gdp_per_head_eu100", "ris_index", "ris_business_rd")


@pytest.mark.parametrize("code", INDEXED)
def test_where_the_union_is_100_in_every_year_its_line_is_dotted_and_called_so(data: Data, code: str) -> None:
    for lang, region in zip(LANGUAGES * 3, sample.regions(data)[::6], strict=False):
        figure = trend_of(data, Selection(region=region, lang=lang), code).figure
        if not isinstance(figure, dict):
            continue
        dotted = [trace for trace in figure["data"] if trace["line"].get("dash") == "dot"]
        assert [set(trace["y"]) for trace in dotted] == [{100.0}]
        assert say("unit.eu100", lang) in [note["text"] for note in figure["layout"]["annotations"]]


@sample.EXTENT
def test_a_name_that_stands_away_from_the_end_of_its_line_is_tied_to_it(data: Data, extent: str) -> None:
    tied = 0
    for turn, chart in enumerate(("compare.trend", "economy.trend")):
        for region in ["FRY5", *sample.share(data, turn, extent)]:
            chosen = Selection(tab=chart.partition(".")[0], region=region)
            figure = chart_results.chart_result(chart, data, chosen).figure
            if not isinstance(figure, dict):
                continue
            ends = {(trace["x"][-1], trace["y"][-1]) for trace in figure["data"]}
            for note in figure["layout"]["annotations"]:
                assert (note["x"], note["y"]) in ends
                assert note["showarrow"] or abs(note["yshift"]) < MOVED
                tied += note["showarrow"]
    assert tied
