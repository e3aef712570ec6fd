"""Inside the region: bars as long as their value, as thick as their people; sentences that follow the rows."""

import pandas as pd
import pytest

from components import figures
from components.figures.frame import Look
from components.i18n.numbers import number
from components.layout import chart_results
from components.state.selection import Selection
from components.views.economy import areas_on_map
from data import Data, inside_region, peers


def test_length_is_value_thickness_is_weight_and_the_line_is_the_whole() -> None:
    rows = pd.DataFrame(
        {"label": ["A", "B", "C"], "value": [9.0, 5.0, 3.0], "weight": [1, 4, 2], "words": ["a", "b", "c"]}
    )
    figure = figures.weighted_bars(rows, Look(decimals=0), whole=5, name="mean")
    bar = figure["data"][0]
    assert bar["x"] == [9.0, 5.0, 3.0]
    assert figure["data"][1]["x"] == [9.0, 5.0, 3.0]
    assert "text" not in bar  # it would shrink to the bar's thickness
    widths = dict(zip("ABC", bar["width"], strict=True))
    assert widths["A"] < widths["C"] < widths["B"] < 1
    accent = Look().colours.accent
    assert accent not in bar["marker"]["color"]
    assert figure["layout"]["shapes"][0]["x0"] == 5


@pytest.mark.parametrize("region", ["ITC4", "DE91", "EL30", "SE22", "LU00", "PT1A"])
def test_the_sentence_says_the_measures_of_its_rows(data: Data, region: str) -> None:
    result = chart_results.chart_result("economy.inside_areas", data, Selection(region=region))
    spread = inside_region.spread(data, region, 2022)
    if spread is None:
        assert result.rows.empty
        return
    values = result.rows["value"]
    ratio = number(values.max() / values.min(), "en", 1)
    assert ("about as much" if ratio == "1.0" else f"{ratio} times as much") in result.summary
    assert number(spread.variation, "en", 1) in result.summary
    known = [inner for code in peers.regions(data) if (inner := inside_region.spread(data, code, 2022))]
    place = 1 + sum(item.variation > spread.variation for item in known)
    assert f"rank {place} of {len(known)}" in result.summary
    trend = chart_results.chart_result("economy.inside_trend", data, Selection(region=region))
    assert number(trend.rows["value"].iloc[0], "en", 1) in trend.summary
    assert number(trend.rows["value"].iloc[-1], "en", 1) in trend.summary


@pytest.mark.parametrize("region", ["ITC4", "DE91", "EL30", "SE22", "FRK2", "ES70", "LU00", "PT1A"])
def test_the_map_s_classes_are_those_of_its_rows_and_a_click_on_it_chooses_nothing(
    data: Data, region: str
) -> None:
    result = chart_results.chart_result("economy.inside_map", data, Selection(region=region))
    spread = inside_region.spread(data, region, 2022)
    if spread is None:
        assert result.rows.empty
        return
    percent = dict(zip(result.rows["code"], 100 * result.rows["value"] / spread.mean, strict=True))
    names = list(areas_on_map.class_names("en").values())
    drawn = {code: trace["name"] for trace in result.figure["data"] for code in trace.get("locations", [])}
    assert drawn.keys() == percent.keys()
    for code, value in percent.items():
        assert names.index(drawn[code]) == sum(value >= edge for edge in areas_on_map.EDGES), code
    assert not any("customdata" in trace for trace in result.figure["data"])
    west, east, south, north = areas_on_map.frame(data, list(percent))
    assert all(
        west < box[0] and box[1] < east and south < box[2] and box[3] < north
        for box in (data.shapes[areas_on_map.SHAPE].boxes[code] for code in percent)
    )


def test_every_area_of_every_region_with_several_has_an_outline(data: Data) -> None:
    shown = {
        code
        for region in peers.regions(data)
        if inside_region.spread(data, region, 2022)
        for code in inside_region.areas(data, region, 2022)["district"]
    }
    assert shown == data.shapes[areas_on_map.SHAPE].codes
