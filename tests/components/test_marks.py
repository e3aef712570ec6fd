"""Every mark of every plotly figure is a function of its row's value and standing: where it lies, how large it is,
its colour, its fill and its order. A scale turned round, an outline filled or an accent moved fails here, without a
browser."""

import pandas as pd
import pytest

from components import figures
from components.figures.box_names import NamedBox
from components.figures.classes import NONE, Land
from components.figures.frame import Look
from data.standings import OUTLINED, SOLID
from tests.components.plain_rows import VALUES, classes, fits_axis, look, rows, rows_run_down, runs_right

__all__ = ["look"]


def test_a_bar_of_the_ranking_is_as_long_as_its_value_and_only_the_chosen_one_has_the_accent(
    look: Look,
) -> None:
    figure = figures.ranking(rows(), look, highlight="c")
    (bars,) = figure["data"]
    assert bars["x"] == VALUES
    assert "base" not in bars
    assert runs_right(figure["layout"]["xaxis"])
    assert fits_axis(figure["layout"]["xaxis"], [0, *VALUES])
    assert rows_run_down(figure)
    assert bars["y"] == [f"Region {key}" for key in "abcdef"]
    expected = [look.colours.accent if key == "c" else look.colours.rest for key in "abcdef"]
    assert bars["marker"]["color"] == expected
    assert [text.replace("−", "-") for text in bars["text"]] == [f"{value:.1f}" for value in VALUES]
    assert bars["customdata"] == [f"region={key}" for key in "abcdef"]


def test_a_dot_lies_at_its_value_and_its_stem_begins_at_the_reference(look: Look) -> None:
    figure = figures.dot_plot(rows(), look, reference=50.0, name="half")
    stems, dots = figure["data"]
    assert dots["x"] == VALUES
    assert dots["y"] == [f"Region {key}" for key in "abcdef"]
    assert stems["x"] == [part for value in VALUES for part in (50.0, value, None)]
    assert stems["y"] == [part for label in dots["y"] for part in (label, label, None)]
    (line,) = figure["layout"]["shapes"]
    assert line["x0"] == line["x1"] == 50.0
    assert runs_right(figure["layout"]["xaxis"])
    assert rows_run_down(figure)
    expected = ["middle right" if value >= 50 else "middle left" for value in VALUES]
    assert dots["textposition"] == expected


def test_a_position_is_hollow_where_the_value_is_of_another_level(look: Look) -> None:
    shown = rows(value=[0.0, 20.0, 50.0, 56.0, 99.0, 100.0])
    hollow = [True, False, True, False, False, True]
    figure = figures.positions(
        shown, look, texts=list("uvwxyz"), hover=list("uvwxyz"), hollow=hollow, half="half"
    )
    dots, texts = figure["data"]
    assert (texts["text"], texts["y"]) == (list("uvwxyz"), dots["y"])
    assert dots["x"] == shown["value"].tolist()
    assert dots["marker"]["color"] == [
        look.colours.ground if flag else look.colours.accent for flag in hollow
    ]
    assert dots["marker"]["line"]["color"] == look.colours.accent
    assert figure["layout"]["xaxis"]["range"][0] <= 0
    assert figure["layout"]["xaxis"]["range"][1] >= 100
    assert rows_run_down(figure)


@pytest.mark.parametrize("standing", [*SOLID, *OUTLINED])
def test_the_parties_of_a_row_have_their_own_shape_and_only_dots_of_our_own_are_hollow(
    look: Look, standing: str
) -> None:
    shown = pd.DataFrame(
        {
            "label": ["A", "A", "A", "B", "B", "B"],
            "party": ["home", "country", "union"] * 2,
            "value": [1.0, 2.0, 3.0, -4.0, 5.0, 6.0],
            "standing": ["printed"] * 3 + [standing] * 3,
        }
    )
    names = {"home": "Here", "country": "Country", "union": "Union", "target": "Target"}
    figure = figures.party_dots(shown, look, names)
    stems, *drawn = figure["data"]
    parties = sorted(drawn, key=lambda trace: trace["legendrank"])
    assert drawn[-1] is parties[0], "another party's mark hides the region's"
    colours = {"home": look.colours.accent, "country": look.colours.country, "union": look.colours.union}
    shapes = {"home": "circle", "country": "diamond", "union": "line-ns"}
    assert [trace["name"] for trace in parties] == ["Here", "Country", "Union"]
    for trace, party in zip(parties, ("home", "country", "union"), strict=True):
        own = shown[shown["party"] == party]
        assert trace["x"] == own["value"].tolist()
        assert trace["y"] == own["label"].tolist()
        marker = trace["marker"]
        assert marker["symbol"] == shapes[party]
        assert marker["line"]["color"] == colours[party]
        second = look.colours.ground if standing in OUTLINED else colours[party]
        assert marker["color"] == [colours[party], second]
    assert stems["x"] == [1.0, 3.0, None, -4.0, 6.0, None]
    assert runs_right(figure["layout"]["xaxis"])
    assert fits_axis(figure["layout"]["xaxis"], [0, *shown["value"]])
    assert figure["layout"]["yaxis"]["categoryarray"] == ["A", "B"]
    assert rows_run_down(figure)


def test_boxes_have_numbers_in_their_corners_and_names_by_their_numbers_and_classes_a_title(
    look: Look,
) -> None:
    boxes = (NamedBox("Canaries", 31.0, 61.0), NamedBox("Azores", 34.0, 65.0))
    names = {at: f"class {at}" for at in range(-1, 5)}
    land = Land("/shapes/regions.json", boxes=boxes)
    figure = figures.class_map(classes([0, 1, 2, 3, 4, NONE]), look, land=land, names=names)
    (numbers,) = (trace for trace in figure["data"] if trace.get("mode") == "text")
    assert list(zip(numbers["lon"], numbers["lat"], numbers["text"], strict=True)) == [
        (31.0, 61.0, "1"),
        (34.0, 65.0, "2"),
    ]
    (listed,) = figure["layout"]["annotations"]
    assert listed["text"] == "1 Canaries<br>2 Azores"
    titled = figures.titled_classes(figure, "per cent of the mean", look)
    assert [note["text"] for note in titled["layout"]["annotations"]] == [
        listed["text"],
        "per cent of the mean",
    ]
    assert titled["layout"]["margin"]["t"] > figure["layout"]["margin"]["t"]
