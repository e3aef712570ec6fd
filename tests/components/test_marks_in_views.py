"""What each view hands to its figures: fill, accent, class and place of every mark follow from the row's own value and
standing, in every view, for several regions."""

from typing import Any

import pandas as pd
import pytest

from components.charts.result import ChartResult
from components.layout import chart_results
from components.state.selection import Selection
from components.theme import palette
from data import Data
from tests.components.test_marks_in_words import descendants

CLEAR = "rgba(0,0,0,0)"
REGIONS = ("ITC4", "DE30", "ES21", "FR10", "PT20")
CODES = ("gdp_per_head_pps", "unemployment_rate", "gerd", "ris_index", "rci_rd")
GIVEN = ("printed", "published")
COLOURS = palette("light")


def picture(name: str, data: Data, **fields: Any) -> ChartResult:
    """The chart's result for a Selection on its own view."""
    return chart_results.chart_result(name, data, Selection(tab=name.partition(".")[0], **fields))


def marks(figure: Any) -> list[tuple[str, dict[str, Any], int]]:
    """Every mark that stands for something: what it leads to, its trace, its place there."""
    return [
        (str(mark).partition("=")[2], trace, at)
        for trace in figure["data"]
        for at, mark in enumerate(trace.get("customdata") or [])
    ]


def of(value: Any, at: int) -> Any:
    """A property of one mark, given for all marks at once or for each."""
    return value[at] if isinstance(value, list) else value


def colour_of(trace: dict[str, Any], at: int) -> str:
    """The colour a mark is filled with."""
    if trace["type"] == "choropleth":
        return str(trace["colorscale"][0][1])
    return str(of(trace["marker"]["color"], at))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["compare.on_map", "compare.on_tiles"])
def test_a_better_fifth_has_the_stronger_colour_and_no_value_has_grey(
    data: Data, name: str, code: str
) -> None:
    drawn = picture(name, data, indicator=code)
    rows = drawn.rows.set_index("code")
    strength = {colour: at for at, colour in enumerate(COLOURS.steps)}
    seen = []
    for key, trace, at in marks(drawn.figure):
        if key not in rows.index:
            continue
        colour = colour_of(trace, at)
        if rows.at[key, "value"] != rows.at[key, "value"]:
            assert colour == COLOURS.missing, key
        else:
            seen.append((rows.at[key, "value"], strength[colour]))
    assert len(seen) > 100
    sign = -1 if data.indicators[code].direction == "lower" else 1
    ordered = pd.DataFrame(seen, columns=["value", "strength"]).sort_values("value")
    steps = (sign * ordered["strength"]).tolist()
    assert steps == sorted(steps), "a worse value has a stronger colour than a better one"
    assert set(ordered["strength"]) == set(range(5))


@pytest.mark.parametrize("region", REGIONS)
def test_each_dot_of_the_strip_lies_at_the_value_of_its_row(data: Data, region: str) -> None:
    drawn = picture("compare.strip", data, region=region)
    values = dict(zip(drawn.rows["region"], drawn.rows["value"], strict=True))
    dots = {key: trace["x"][at] for key, trace, at in marks(drawn.figure)}
    assert dots
    assert dots == {key: values[key] for key in dots}
    home = [trace for key, trace, _ in marks(drawn.figure) if key == region]
    assert [of(trace["marker"]["color"], 0) for trace in home] == [COLOURS.accent]


@pytest.mark.parametrize("region", REGIONS)
def test_quotients_past_both_thresholds_and_only_they_have_the_accent(data: Data, region: str) -> None:
    for lq, share in ((1.5, 1.0), (1.2, 3.0), (1.0, 0.0), (4.0, 5.0)):
        drawn = picture("economy.quotients", data, region=region, lq=lq, share=share)
        if not isinstance(drawn.figure, dict):
            continue
        edges = drawn.figure["data"][0]["marker"]["line"]["color"]
        rows = drawn.rows
        expected = [
            COLOURS.accent if value >= lq and part >= share else COLOURS.rest
            for value, part in zip(rows["value"], rows["share"], strict=True)
        ]
        assert edges == expected, (region, lq, share)
        assert drawn.figure["data"][0]["x"] == rows["value"].tolist()


@pytest.mark.parametrize("region", REGIONS)
def test_raw_indicators_of_a_whole_country_are_hollow(data: Data, region: str) -> None:
    drawn = picture("economy.competitiveness_raw", data, region=region)
    assert isinstance(drawn.figure, dict)
    (dots,) = (trace for trace in drawn.figure["data"] if "hovertext" in trace)
    fills = dots["marker"]["color"]
    national = drawn.rows["national"].tolist()
    assert [fill == COLOURS.ground for fill in fills] == national
    assert any(national)
    assert not all(national)
    assert dots["x"] == drawn.rows["value"].tolist()


@pytest.mark.parametrize("region", REGIONS)
def test_a_raw_indicator_stands_where_its_rank_is(data: Data, region: str) -> None:
    rows = picture("economy.competitiveness_raw", data, region=region).rows
    for row in rows.to_dict("records"):
        assert row["value"] == pytest.approx(100 * (row["of"] - row["rank"]) / (row["of"] - 1)), row["key"]
    by_rank = rows.assign(part=(rows["rank"] - 1) / (rows["of"] - 1)).sort_values("part")
    assert by_rank["value"].is_monotonic_decreasing


@pytest.mark.parametrize(
    "name", ["economy.gva_structure", "economy.employment_structure", "economy.research_targets"]
)
def test_the_region_s_dot_is_solid_where_its_number_is_printed(data: Data, name: str) -> None:
    drawn = picture(name, data)
    assert isinstance(drawn.figure, dict)
    dots = [
        trace for trace in drawn.figure["data"] if trace.get("name") and trace["marker"]["symbol"] == "circle"
    ]
    assert dots
    home = drawn.rows[drawn.rows["party"] == "home"].dropna(subset=["value"])
    (trace,) = dots
    fills = [of(trace["marker"]["color"], at) for at in range(len(trace["x"]))]
    assert trace["x"] == home["value"].tolist()
    assert [fill != COLOURS.ground for fill in fills] == home["standing"].isin(GIVEN).tolist(), name


def test_a_country_is_solid_where_the_paper_names_it(data: Data) -> None:
    drawn = picture("initiatives.partners", data)
    printed = set(drawn.rows.loc[drawn.rows["standing"] == "printed", "country"])
    names = dict(zip(drawn.rows["label"], drawn.rows["country"], strict=True))
    assert isinstance(drawn.figure, dict)
    found = {}
    for trace in drawn.figure["data"]:
        if trace["type"] != "scattergeo":
            continue
        for at, words in enumerate(trace["hovertext"]):
            found[names[words.partition(": ")[0]]] = of(trace["marker"]["color"], at) != COLOURS.ground
    assert set(found) == set(names.values())
    assert {code for code, solid in found.items() if solid} == printed
    assert len(printed) < len(found)


def test_a_project_is_solid_on_the_time_scale_where_the_paper_names_it(data: Data) -> None:
    drawn = picture("initiatives.timeline", data)
    assert isinstance(drawn.figure, dict)
    by_name = dict(zip(drawn.rows["label"], drawn.rows["named"], strict=True))
    (bars,) = (trace for trace in drawn.figure["data"] if trace["type"] == "bar")
    labels = [text.replace("<br>", " ") for text in bars["y"]]
    for label, fill in zip(labels, bars["marker"]["color"], strict=True):
        assert (fill != CLEAR) == (by_name[label] == "paper"), label
    assert bars["marker"]["color"].count(CLEAR)


@pytest.mark.parametrize("name", ["s3.innovation_ecosystems", "s3.areas", "s3.involvement"])
def test_the_squares_of_the_survey_are_its_bounds(data: Data, name: str) -> None:
    drawn = picture(name, data)
    known = drawn.rows.dropna(subset=["least", "most"])
    rows = [
        part for part in descendants(drawn.figure) if "squares" in str(getattr(part, "className", "")).split()
    ]
    assert len(rows) == len(known)
    kinds = ("sure", "implied", "possible")
    found = [
        tuple(sum(kind in str(square.className).split() for square in row.children) for kind in kinds)
        for row in rows
    ]
    expected = [
        (0 if implied else least, least if implied else 0, most - least)
        for least, most, implied in zip(
            known["least"].astype(int),
            known["most"].astype(int),
            known["standing"] == "inferred",
            strict=True,
        )
    ]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("name", ["clusters.staff_bands", "clusters.members_bands"])
def test_the_bars_of_the_bands_are_their_shares_and_solid_where_printed(data: Data, name: str) -> None:
    drawn = picture(name, data)
    cells = [part for part in descendants(drawn.figure) if getattr(part, "data-standing", "")]
    assert len(cells) == len(drawn.rows)
    bars = {
        (round(float(str(bar.style["width"]).removesuffix("%")), 1), "solid" in str(bar.className).split())
        for cell in cells
        for bar in descendants(cell)
        if getattr(bar, "style", None)
    }
    shown = drawn.rows[drawn.rows["percent"] > 0]
    expected = {
        (round(float(percent), 1), standing in GIVEN)
        for percent, standing in zip(shown["percent"], shown["standing"], strict=True)
    }
    assert bars == expected
