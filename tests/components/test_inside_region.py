"""Inside the region: bars as long as their value, as thick as their people; sentences that follow the rows."""

import pandas as pd
import pytest

from components import figures
from components.figures.frame import Look
from components.i18n.numbers import number
from components.layout import chart_results
from components.state.selection import Selection
from data import Data, inside, peers


def test_length_is_value_thickness_is_weight_and_the_line_is_the_whole() -> None:
    rows = pd.DataFrame(
        {"label": ["A", "B", "C"], "value": [9.0, 5.0, 3.0], "weight": [1, 4, 2], "words": ["a", "b", "c"]}
    )
    figure = figures.weighted_bars(rows, Look(decimals=0), whole=5)
    bar = figure["data"][0]
    assert bar["x"] == figure["data"][1]["x"] == [9.0, 5.0, 3.0]
    assert "text" not in bar  # it would shrink to the bar's thickness
    widths = dict(zip("ABC", bar["width"], strict=True))
    assert widths["A"] < widths["C"] < widths["B"] < 1
    accent = Look().colours.accent
    assert [colour == accent for colour in bar["marker"]["color"]] == [True, True, False]
    assert figure["layout"]["shapes"][0]["x0"] == 5


@pytest.mark.parametrize("region", ["ITC4", "DE91", "EL30", "SE22", "LU00", "PT1A"])
def test_the_sentence_says_the_measures_of_its_rows(data: Data, region: str) -> None:
    result = chart_results.chart_result("economy.inside_areas", data, Selection(region=region))
    spread = inside.spread(data, region, 2022)
    if spread is None:
        assert result.rows.empty
        return
    values = result.rows["value"]
    assert number(values.max() / values.min(), "en", 1) in result.summary
    assert number(spread.variation, "en", 1) in result.summary
    known = [one for code in peers.regions(data) if (one := inside.spread(data, code, 2022))]
    place = 1 + sum(one.variation > spread.variation for one in known)
    assert f"rank {place} of {len(known)}" in result.summary
    trend = chart_results.chart_result("economy.inside_trend", data, Selection(region=region))
    assert number(trend.rows["value"].iloc[0], "en", 1) in trend.summary
    assert number(trend.rows["value"].iloc[-1], "en", 1) in trend.summary
