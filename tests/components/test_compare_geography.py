"""Maps and tiles of the comparison: what lies where, in which class."""

import re
from typing import Any

import pandas as pd
import pytest

from components.i18n.text import LANGUAGES, say
from components.layout import chart_results
from components.state.selection import Selection
from components.theme import THEMES, contrast
from components.views.compare.context import compare_context
from components.views.compare.geography import legend
from components.views.compare.map_frame import shape_of
from components.views.compare.map_regions import known_outlines, known_regions, outlines, regions_in_view
from data import Data
from tests import sample

CODES = ("gdp_per_head_pps", "ris_index", "unemployment_rate", "rci_rd", "population")


def tiles(data: Data, **chosen: Any) -> dict[str, Any]:
    """The tile figure of a Selection."""
    figure = chart_results.chart_result("compare.on_tiles", data, Selection(tab="compare", **chosen)).figure
    assert isinstance(figure, dict)
    return figure


def on_screen(figure: dict[str, Any]) -> dict[str, tuple[float, float]]:
    """How far right and how far down each tile is seen, from 0 to 1, as plotly draws it."""
    (west, east), (foot, top) = figure["layout"]["xaxis"]["range"], figure["layout"]["yaxis"]["range"]
    return {
        custom.removeprefix("mark="): (
            (x - west) / (east - west),
            1 - (base + height / 2 - foot) / (top - foot),
        )
        for trace in figure["data"]
        if trace["type"] == "bar"
        for custom, x, base, height in zip(
            trace["customdata"], trace["x"], trace["base"], trace["y"], strict=True
        )
    }


@pytest.mark.parametrize("code", CODES)
def test_tiles_lie_as_the_regions_do_north_up_and_east_right(data: Data, code: str) -> None:
    seen = on_screen(tiles(data, indicator=code))
    here = data.regions.loc[[item for item in seen if not int(data.regions.at[item, "oversea"])]]
    right, down = ([seen[item][at] for item in here.index] for at in (0, 1))
    places = here.assign(right=right, down=down)[["lon", "lat", "right", "down"]].astype(float)
    ranks = places.rank()
    assert ranks["lat"].corr(ranks["down"]) < -0.9
    assert ranks["lon"].corr(ranks["right"]) > 0.9
    for row in places.itertuples():
        for other in places.itertuples():
            if row.lat - other.lat > 8:
                assert row.down < other.down, (row.Index, other.Index)
            if other.lon - row.lon > 10:
                assert row.right < other.right, (row.Index, other.Index)


def test_every_country_has_its_code_on_one_of_its_tiles_in_letters_that_stand_out(data: Data) -> None:
    for theme in THEMES:
        codes: list[tuple[str, str]] = []
        for trace in tiles(data, theme=theme)["data"]:
            if trace["type"] != "bar":
                continue
            codes += [
                (text, key[5:7]) for text, key in zip(trace["text"], trace["customdata"], strict=True) if text
            ]
            assert contrast(trace["insidetextfont"]["color"], trace["marker"]["color"]) >= 4.5
        assert all(text == country for text, country in codes)
        assert len(codes) == len(set(codes)) == 27


def test_a_line_parts_two_tiles_where_and_only_where_their_countries_differ(data: Data) -> None:
    figure = tiles(data)
    at = {
        (x, round(base + height / 2)): custom[5:7]
        for trace in figure["data"]
        if trace["type"] == "bar"
        for custom, x, base, height in zip(
            trace["customdata"], trace["x"], trace["base"], trace["y"], strict=True
        )
    }
    line, *_ = figure["layout"]["shapes"]
    found = {
        frozenset(tuple(map(float, point.split(","))) for point in stroke.split("L"))
        for stroke in line["path"].split("M")[1:]
    }
    expected = set()
    for (col, row), country in at.items():
        if at.get((col + 1, row), country) != country:
            expected.add(frozenset([(col + 0.5, row - 0.5), (col + 0.5, row + 0.5)]))
        if at.get((col, row + 1), country) != country:
            expected.add(frozenset([(col - 0.5, row + 0.5), (col + 0.5, row + 0.5)]))
    assert found == expected


@pytest.mark.parametrize(("within", "lang"), sample.in_turn(["eu", "IT", "EL"], list(LANGUAGES)))
def test_classes_leave_no_gap_between_them(data: Data, within: str, lang: str) -> None:
    for code in data.indicators:
        now = compare_context(data, Selection(tab="compare", indicator=code, within=within, lang=lang))
        names = {step: text for step, text in legend(now).items() if step >= 0}
        ends = now.rows.groupby("band")["value"].agg(["min", "max"]).sort_values("min")
        assert len(names) == len(ends)
        below = None
        for band, low, high in ends.itertuples():
            numbers = re.findall(r"[−\d.,]+", names[5 - int(band)])
            assert numbers == [below or now.look.number(low), now.look.number(high)], (code, names)
            below = now.look.number(high)


@pytest.mark.parametrize(
    ("scale", "within"),
    sample.in_turn(["own", "eu100", "country100", "index"], ["eu", "DE", "border", "capitals"]),
)
def test_what_is_known_of_an_area_depends_on_no_reader(data: Data, scale: str, within: str) -> None:
    for turn, code in enumerate(CODES):
        for region in sample.share(data, turn):
            chosen = Selection(tab="compare", region=region, indicator=code, scale=scale, within=within)
            now = compare_context(data, chosen.but(lens="size", others=("ITC1",), lang="it"))
            pd.testing.assert_frame_equal(regions_in_view(now), known_regions.__wrapped__(data, now.chosen))
            shape = shape_of(now)
            own = known_outlines.__wrapped__(data, now.chosen, shape)
            pd.testing.assert_frame_equal(outlines(now, shape), own)


@pytest.mark.parametrize("region", ["ITC4", "BG34", "FRY5", "LU00"])
def test_the_chosen_region_has_the_strongest_outline_drawn_last(data: Data, region: str) -> None:
    chosen = Selection(tab="compare", region=region)
    figure = chart_results.chart_result("compare.on_map", data, chosen).figure
    rings = [
        trace
        for trace in figure["data"]
        if not trace.get("customdata") and trace.get("locations") == [region]
    ]
    assert figure["data"][-2:] == rings
    own = rings[-1]["marker"]["line"]
    others = [trace["marker"]["line"]["width"] for trace in figure["data"][:-2] if "marker" in trace]
    assert all(own["width"][0] > (max(wide) if isinstance(wide, list) else wide) for wide in others)
    outline = tiles(data, region=region)["layout"]["shapes"][-1]["line"]
    assert outline["color"] == own["color"][0]


@pytest.mark.parametrize("lang", ["en", "it"])
def test_every_box_overseas_is_named_beside_the_map(data: Data, lang: str) -> None:
    result = chart_results.chart_result("compare.on_map", data, Selection(tab="compare", lang=lang))
    (note,) = (note for note in result.notes if say("compare.boxes", lang, names="").split(",")[0] in note)
    boxes = data.shapes["oversea_frames"].boxes
    assert all(str(data.regions.at[code, f"name_{lang}"]) in note for code in boxes)
    (numbers,) = (trace for trace in result.figure["data"] if trace.get("mode") == "text")
    (listed,) = result.figure["layout"]["annotations"]
    numbered = [line.split(" ", 1) for line in listed["text"].split("<br>")]
    assert [number for number, _ in numbered] == numbers["text"]
    named = {str(data.regions.at[code, f"name_{lang}"]): boxes[code] for code in boxes}
    assert {name for _, name in numbered} == {*named}
    for (_, name), east, north in zip(numbered, numbers["lon"], numbers["lat"], strict=True):
        assert named[name][0] <= east <= named[name][1]
        assert north == named[name][3]
