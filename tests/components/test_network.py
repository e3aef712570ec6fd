"""Partner regions and the Innovation Fund on the screen: alive for every region, and true to their rows."""

import re
from itertools import pairwise
from typing import Any

import pandas as pd
import pytest

from components import figures
from components.figures.frame import Look
from components.i18n.text import LANGUAGES, say
from components.layout import chart_results
from components.state.selection import OVERVIEW, Selection
from components.views import TABS
from components.views.initiatives.network import MOST_ROWS
from data import Data, partners, peers

SAMPLE = ("ITC4", "EE00", "FRY1", "FRY5", "PT1A", "ES63", "CY00", "NL36")
PLACED = ("partner_map", "partner_ranking", "closer_partners", "organisation_types", "placed_share")


def network_results(data: Data, region: str, language: str) -> dict[str, Any]:
    chosen = Selection(tab="initiatives", region=region, lang=language)
    sections = TABS["initiatives"].sections_of(OVERVIEW)
    names = [f"initiatives.{chart.__name__}" for section in sections for chart in section.own_charts]
    return {name: chart_results.chart_result(name, data, chosen) for name in names}


def is_alive(data: Data, region: str) -> None:
    for language in LANGUAGES:
        results = network_results(data, region, language)
        assert not [name for name, result in results.items() if result.failed], region
        assert sum(item.is_graph for item in results.values()) >= 3, region
        for name in PLACED:
            result = results[f"initiatives.{name}"]
            sentence = say("network.seats", language)
            if result.is_graph:
                assert sentence in result.notes, (region, name)
                assert re.search(r"\d %.*27 ", result.summary), (region, name, result.summary)


@pytest.mark.parametrize("region", SAMPLE)
def test_the_default_part_is_alive_for_a_region(data: Data, region: str) -> None:
    is_alive(data, region)


@pytest.mark.nightly
def test_the_default_part_is_alive_for_every_region(data: Data) -> None:
    for region in peers.regions(data):
        is_alive(data, region)


@pytest.mark.parametrize("region", ["ITC4", "EE00", "FRY1", "PT1A"])
def test_the_map_s_class_is_a_function_of_the_shared_projects(data: Data, region: str) -> None:
    result = network_results(data, region, "en")["initiatives.partner_map"]
    projects = dict(zip(result.rows["code"], result.rows["projects"], strict=True))
    classes: dict[str, list[int]] = {}
    for trace in result.figure["data"]:
        if trace.get("hoverinfo") == "text":
            values = [projects[code] for code in trace["locations"] if code in projects]
            classes.setdefault(trace["name"], []).extend(values)
    none = classes.pop(say("network.map.none", "en"))
    assert not any(none)
    reach = sorted((min(values), max(values)) for values in classes.values() if values)
    assert len(reach) > 1
    assert all(low[1] < high[0] for low, high in pairwise(reach))


def test_a_bar_ends_at_its_value_and_its_line_stands_at_what_is_expected() -> None:
    rows = pd.DataFrame(
        {"key": ["a", "b"], "label": ["A", "B"], "value": [10.0, 4.0], "expected": [6.0, float("nan")]}
    )
    figure = figures.bars_with_expected(
        rows, Look(decimals=0), names=("shared", "due"), highlight=("a",), leads="mark"
    )
    bar, line, texts = figure["data"]
    assert bar["x"] == [10.0, 4.0]
    assert bar["marker"]["color"] == "rgba(0,0,0,0)"
    assert bar["customdata"] == ["mark=a", "mark=b"]
    assert bar["marker"]["line"]["color"][0] == Look().colours.accent != bar["marker"]["line"]["color"][1]
    assert (line["x"], line["y"]) == ([6.0], ["A"])
    assert texts["x"] == [10.0, 4.0]


def test_the_ranking_shows_the_first_partners_and_marks_those_beyond_size(data: Data) -> None:
    for region in ("ITC4", "DE30", "EE00"):
        result = network_results(data, region, "en")["initiatives.partner_ranking"]
        found = partners.partners(data, region, "h2020").head(MOST_ROWS)
        assert result.rows["code"].tolist() == found["partner"].tolist()
        bar = result.figure["data"][0]
        accent = Look().colours.accent
        beyond = [colour == accent for colour in bar["marker"]["line"]["color"]]
        assert beyond == (found["ratio"] >= 1).tolist()
        assert f"{sum(beyond)} ha" in result.summary


def test_a_control_changes_whose_projects_are_counted(data: Data) -> None:
    every = Selection(tab="initiatives", network="all")
    result = chart_results.chart_result("initiatives.partner_ranking", data, every)
    found = partners.partners(data, "ITC4", "h2020", "all").head(MOST_ROWS)
    assert result.rows["projects"].tolist() == found["projects"].tolist()
    assert "all organisations" in result.summary


def test_the_number_of_a_bar_never_stands_beside_its_line() -> None:
    due = [float("nan"), 6.0, 11.0, 13.0, 60.0, 90.0, 1.0]
    value = [4.0, 10.0, 10.0, 10.0, 10.0, 80.0, 0.5]
    rows = pd.DataFrame({"key": list("abcdefg"), "label": list("ABCDEFG"), "value": value, "expected": due})
    texts = figures.bars_with_expected(rows, Look(decimals=0), names=("shared", "due"))["data"][2]
    for own, line, at, side in zip(value, due, texts["x"], texts["textposition"], strict=True):
        inside = side == "middle left"
        assert at == own or (own < 2 and at == line), own
        assert inside <= (line > own > 5), own
    assert texts["textposition"][2] == "middle left", "a line close to the end of a long bar"
    assert texts["textposition"][4] == "middle right", "a line far from the end of its bar"
