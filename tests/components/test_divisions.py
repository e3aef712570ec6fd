"""Divisions of a region side by side, over time and in sums: bars, dumbbells and what no file holds."""

import re

import pandas as pd
import pytest

from components import figures
from components.figures.frame import Look
from components.i18n.text import LANGUAGES
from components.render import markup
from components.state.selection import Selection
from components.views import CHARTS, TABS
from data import Data, clustering, peers
from tests.components.agglomeration_charts import COLOURS, REGIONS, bars, result_of


@pytest.mark.parametrize(
    "name", ["clusters.manufacturing_change", "economy.section_change", "economy.emissions_change"]
)
@pytest.mark.parametrize("region", REGIONS)
def test_a_dumbbell_has_both_values_where_the_rows_have_them(data: Data, region: str, name: str) -> None:
    result = result_of(name, data, region=region)
    if result.rows.empty:
        assert not isinstance(result.figure, dict)
        return
    assert isinstance(result.figure, dict)
    _, first, last = result.figure["data"]
    assert first["x"] == result.rows["first"].tolist()
    assert last["x"] == result.rows["last"].tolist()
    hollow = [colour == COLOURS.ground for colour in last["marker"]["color"]]
    assert hollow == (result.rows["standing"] == "recomputed").tolist()
    sides = [
        "middle right" if after >= before else "middle left"
        for before, after in zip(first["x"], last["x"], strict=True)
    ]
    moved = [at for at, side in enumerate(sides) if last["textposition"][at] != side]
    lines = result.figure["layout"].get("shapes", [])
    assert bool(moved) <= bool(lines), "a number stands elsewhere only where a line would cross it"
    reach = result.figure["layout"]["xaxis"]["range"]
    assert reach[0] < min(*first["x"], *last["x"])
    assert reach[1] > max(*first["x"], *last["x"])


@pytest.mark.parametrize("region", ["ITC4", "DE30", "EE00", "EL53"])
def test_what_was_gained_is_right_of_zero_and_outlined(data: Data, region: str) -> None:
    result = result_of("economy.shift_share", data, region=region)
    trace = bars(result)
    assert trace["x"] == result.rows["value"].tolist() == sorted(trace["x"], reverse=True)
    colours = trace["marker"]["line"]["color"]
    assert colours == [COLOURS.better if value >= 0 else COLOURS.worse for value in trace["x"]]
    assert set(trace["marker"]["color"]) == {"rgba(0,0,0,0)"}
    rows = result.rows
    parts = rows["national_part"] + rows["mix_part"] + rows["value"]
    assert (parts - rows["change"]).abs().max() < 1e-9


def test_a_text_stands_at_the_line_where_it_would_cross_it() -> None:
    rows = pd.DataFrame(
        {
            "key": list("abc"),
            "label": ["A", "B", "C"],
            "value": [3.0, 1.4, 0.1],
            "text": ["3.0", "1.4", "0.1"],
            "accent": [True, False, False],
        }
    )
    figure = figures.against_limit(rows, Look(), limit=1.5, name="threshold", leads="division")
    outlines, texts = figure["data"]
    assert outlines["x"] == [3.0, 1.4, 0.1]
    assert texts["x"] == [3.0, 1.5, 0.1]
    assert outlines["customdata"] == ["division=a", "division=b", "division=c"]
    (line,) = figure["layout"]["shapes"]
    assert line["x0"] == 1.5
    assert [note["text"] for note in figure["layout"]["annotations"]] == ["threshold"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sums_of_sections_name_the_regions_that_they_lack(data: Data, lang: str) -> None:
    result = result_of("economy.section_gva", data, region="DE30", lang=lang)
    (note,) = (note for note in result.notes if re.search(r"\b10\b", note))
    assert "Mayotte" in note
    assert "Ceuta" in note


@pytest.mark.parametrize("region", REGIONS)
def test_a_marked_region_leads_to_the_comparison(data: Data, region: str) -> None:
    bar = TABS["clusters"].bar
    assert bar is not None
    assert bar(data, Selection(tab="clusters", region=region)) is None
    shown = str(bar(data, Selection(tab="clusters", region=region, mark="ITH5")))
    assert "/compare?" in shown
    assert "others=ITH5" in shown
    own = str(bar(data, Selection(tab="clusters", region="ITH5", mark="ITH5")))
    assert "/compare?" not in own


def test_why_manufacturing_cannot_be_compared_is_what_the_files_hold(data: Data) -> None:
    """NUTS 2024 regions whose earlier code is in the file of 2014 only are not "redrawn between the two files"."""
    files = {year: set(clustering.persons(data, year).index) for year in clustering.YEARS}
    for region in peers.regions(data):
        chosen = Selection(tab="clusters", region=region)
        result = CHARTS["clusters.manufacturing_change"](data, chosen)
        if not result.rows.empty:
            continue
        text = markup.html_of(result.figure)
        successors = data.regions["successor"]
        codes = {region, *successors.index[successors == region]}
        first, last = (bool(codes & files[year]) for year in clustering.YEARS)
        assert ("file of 2022 at hand has no figures" in text) == (first and not last), region
        assert ("neither file at hand" in text) == (not first and not last), region
        assert ("boundaries have changed" in text) == (last and not first), region
        assert ("confidential" in text or "head office" in text) == (first and last), region


def test_what_no_file_has_is_not_called_confidential(data: Data) -> None:
    every = {code for year in clustering.YEARS for code in clustering.persons(data, year).index}
    for region in peers.regions(data):
        result = CHARTS["clusters.sectors_here"](data, Selection(tab="clusters", region=region))
        if result.rows.empty:
            assert "confidential" not in markup.html_of(result.figure) or region in every, region
