"""The comparison says what its rows say: every sentence, every place, every mark."""

import re
from typing import Any

import pytest

from components.figures.beeswarm import DOT, WIDTH, stack_heights, value_range
from components.i18n.text import LANGUAGES
from components.layout import chart_results, content
from components.state.selection import Selection
from components.views import TABS
from components.views.compare import score_row
from components.views.compare import scoring as cards
from components.views.compare.compared import compared_with
from components.views.compare.context import compare_context
from components.views.compare.mark_panel import mark_panel
from data import Data, queries

HOMES = ("ITC4", "ITH5", "FRK2", "DE21", "CY00", "FRY1", "PT1A", "NL31")
SCOPES = ("all", "innovation", "labour", "competitiveness", "industry")


def texts(component: Any) -> list[str]:
    """Every text in a component, in order."""
    if component is None:
        return []
    if isinstance(component, (list, tuple)):
        return [text for item in component for text in texts(item)]
    return (
        texts(getattr(component, "children", None))
        if hasattr(component, "to_plotly_json")
        else [str(component)]
    )


def components_of_kind(component: Any, kind: str) -> list[Any]:
    """Every component of a kind inside another."""
    if isinstance(component, (list, tuple)):
        return [item for part in component for item in components_of_kind(part, kind)]
    if not hasattr(component, "to_plotly_json"):
        return []
    own = [component] if type(component).__name__ == kind else []
    return own + components_of_kind(getattr(component, "children", None), kind)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("home", HOMES)
def test_every_number_of_a_sentence_is_a_cell_or_a_count_of_cells(
    data: Data, home: str, scope: str, lang: str
) -> None:
    chosen = Selection(tab="compare", region=home, scope=scope, lang=lang)
    near = compared_with(data, chosen)
    for theme in {data.indicators[code].theme for code in score_row.in_scope(data, scope)}:
        rows = [
            score_row.score_row(data, chosen, code, near)
            for code in score_row.in_scope(data, scope)
            if data.indicators[code].theme == theme
        ]
        counted = [row for row in rows if row["peers"] and row["directed"] and row["value"] is not None]
        ahead = [row for row in counted if 3 * row["ahead"] >= 2 * row["peers"]]
        behind = [row for row in counted if 3 * row["ahead"] <= row["peers"]]
        allowed = (
            {len(counted), len(ahead), len(behind)}
            | {row["peers"] for row in counted}
            | {row["ahead"] for row in counted}
        )
        said = cards.sentence(rows, chosen)
        for name in sorted((str(row["short"]) for row in rows), key=len, reverse=True):
            said = said.replace(name, "")
        assert {int(number) for number in re.findall(r"\d+", said)} <= allowed, said


@pytest.mark.parametrize("home", HOMES)
def test_being_ahead_is_counted_again_in_plain_python(data: Data, home: str) -> None:
    chosen = Selection(tab="compare", region=home)
    near = compared_with(data, chosen)
    for row in chart_results.chart_result("compare.scorecard", data, chosen).rows.to_dict("records"):
        code, year = row["indicator"], row["year"]
        indicator = data.indicators[code]
        values = {
            row["region"]: row["value"]
            for row in data.values[code].to_dict("records")
            if row["year"] == year and row["region"] in queries.areas(data, indicator)
        }
        area = queries.area(data, indicator, home)
        areas = {queries.area(data, indicator, code) for code in near} - {area}
        known = [values[item] for item in areas if item in values]
        if area not in values:
            assert row["standing"] == "not-in-our-copy"
            continue
        sign = -1 if indicator.direction == "lower" else 1
        assert row["peers"] == len(known)
        if known:
            assert row["ahead"] == sum(sign * values[area] > sign * item for item in known)
        assert row["rank"] == 1 + sum(sign * value > sign * values[area] for value in values.values())
        assert row["of"] == len(values)


@pytest.mark.parametrize("name", TABS["compare"].charts)
def test_a_mark_changes_no_drawing_and_no_table(data: Data, name: str) -> None:
    plain = Selection(tab="compare")
    assert chart_results.chart_result(name, data, plain.but(mark="DE21")) is chart_results.chart_result(
        name, data, plain
    )


def test_only_the_bar_and_the_ways_out_differ_when_a_region_is_marked(data: Data) -> None:
    plain, with_mark = (
        content.page_content(data, Selection(tab="compare", mark=mark)).digests for mark in ("", "DE21")
    )
    differ = {name for name in plain if plain[name] != with_mark[name]}
    links = (".take", ".forms")
    assert {name for name in differ if not name.endswith(links)} == {"bar", "parts", "switches", "tabs"}


def test_the_bar_says_the_value_and_leads_on(data: Data) -> None:
    bar = mark_panel(data, Selection(tab="compare", mark="FR10"))
    words = " ".join(texts(bar))
    value = queries.value_at(data, "gdp_per_head_pps", "FR10", 2023)
    assert value is not None
    assert f"{value.value:,.0f}" in words
    assert [link.href for link in components_of_kind(bar, "A")][1] == "/compare?region=FR10"


@pytest.mark.parametrize(
    "code", ["ris_index", "gdp_per_head_pps", "rci_rd", "lfs_total", "unemployment_rate"]
)
def test_every_region_in_view_has_a_tile_and_an_outline_with_the_same_words(data: Data, code: str) -> None:
    chosen = Selection(tab="compare", indicator=code)
    drawn = [
        chart_results.chart_result(f"compare.{name}", data, chosen).figure for name in ("on_map", "on_tiles")
    ]
    marks = [
        {
            custom: words
            for trace in figure["data"]
            for custom, words in zip(trace.get("customdata", []), trace.get("hovertext", []), strict=True)
        }
        for figure in drawn
    ]
    assert marks[0] == marks[1]
    assert len(marks[1]) == len(chart_results.chart_result("compare.on_tiles", data, chosen).rows)


def test_marks_are_walked_from_the_first_place_to_the_last(data: Data) -> None:
    figure = chart_results.chart_result("compare.on_tiles", data, Selection(tab="compare")).figure
    order = {
        custom: int(place)
        for trace in figure["data"]
        for custom, place in zip(trace["customdata"], trace["ids"], strict=True)
    }
    placed = compare_context(data, Selection(tab="compare")).rows["rank"]
    walked = [placed[item.removeprefix("mark=")] for item in sorted(order, key=lambda code: order[code])]
    assert sorted(order.values()) == list(range(1, len(order) + 1))
    assert walked == sorted(walked)


def test_dots_of_the_strip_never_cover_each_other(data: Data) -> None:
    for code in ("gdp_per_head_pps", "gerd", "rci_low_maths"):
        values = compare_context(data, Selection(tab="compare", indicator=code)).rows["value"].sort_values()
        low, high = value_range(values, ())
        places = [
            (value * WIDTH / (high - low) / DOT, height)
            for value, height in zip(values, stack_heights(values, low, high), strict=True)
        ]
        for at, (x, y) in enumerate(places):
            assert all(abs(x - other) >= 1 or abs(y - height) >= 1 for other, height in places[:at]), code


def test_ones_own_choice_is_compared_in_its_order_and_without_the_region_itself(data: Data) -> None:
    chosen = Selection(tab="compare", lens="own", others=("DE21", "ITC4", "FR10"))
    assert compared_with(data, chosen) == ("DE21", "FR10")


def test_a_country_in_view_is_placed_among_itself(data: Data) -> None:
    now = compare_context(data, Selection(tab="compare", within="IT", indicator="unemployment_rate"))
    assert len(now.rows) == 21
    assert now.rows["rank"].min() == 1
    assert set(now.rows["of"]) == {21}
    assert all(code.startswith("IT") for code in now.rows.index)


def test_what_cannot_be_shown_on_a_scale_is_shown_in_its_own_unit_with_the_reason(data: Data) -> None:
    picture = chart_results.chart_result(
        "compare.strip", data, Selection(tab="compare", indicator="gerd", scale="eu100")
    )
    assert set(picture.rows["unit"]) == {"% of GDP"}
    assert any("no value for the European Union" in note for note in picture.notes)
