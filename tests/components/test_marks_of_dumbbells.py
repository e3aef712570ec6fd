"""Every mark of a dumbbell is a function of its row, as in `test_marks.py`."""

import pytest

from components import figures
from components.figures.frame import Look
from data.standings import OUTLINED, SOLID
from tests.components.plain_rows import fits_axis, look, rows, rows_run_down, runs_right
from tests.components.test_marks_of_change import LAST, trace_named

__all__ = ["look"]

FIRST = [4.0, -3.0, 12.0, 7.5, 88.0, 60.0]


@pytest.mark.parametrize("standing", [*SOLID, *OUTLINED])
def test_a_dumbbell_runs_from_the_first_value_in_grey_to_the_last_in_the_accent(
    look: Look, standing: str
) -> None:
    shown = rows(first=FIRST, last=LAST, standing=[standing] * 6)
    figure = figures.dumbbell(shown, look, names=("then", "now"))
    then, now = trace_named(figure, "then"), trace_named(figure, "now")
    assert (then["x"], now["x"]) == (FIRST, LAST)
    assert then["marker"]["line"]["color"] == look.colours.soft
    assert now["marker"]["line"]["color"] == look.colours.accent
    assert then["marker"]["size"] < now["marker"]["size"]
    for trace, colour in ((then, look.colours.soft), (now, look.colours.accent)):
        assert trace["marker"]["color"] == [colour if standing in SOLID else look.colours.ground] * 6
    assert "text" not in then["mode"]
    assert "text" in now["mode"]
    assert [text.replace("−", "-") for text in now["text"]] == [f"{value:.1f}" for value in LAST]
    sides = [
        "middle left" if last < first else "middle right" for first, last in zip(FIRST, LAST, strict=True)
    ]
    assert now["textposition"] == sides
    assert figure["data"][0]["x"] == [
        part for first, last in zip(FIRST, LAST, strict=True) for part in (first, last, None)
    ]
    assert runs_right(figure["layout"]["xaxis"])
    assert fits_axis(figure["layout"]["xaxis"], [0, *FIRST, *LAST])
    assert rows_run_down(figure)


def test_what_a_dumbbell_is_compared_with_is_a_line_named_above_the_plot_and_under_the_key(
    look: Look,
) -> None:
    shown = rows(first=FIRST, last=LAST, standing=["published"] * 6)
    plain = figures.dumbbell(shown, look, names=("then", "now"))["layout"]
    figure = figures.dumbbell(shown, look, names=("then", "now"), lines={"as in the EU": 100.0})["layout"]
    (shape,) = figure["shapes"]
    assert (shape["x0"], shape["x1"], shape["yref"]) == (100.0, 100.0, "paper")
    (note,) = [note for note in figure["annotations"] if note["text"].replace("<br>", " ") == "as in the EU"]
    assert (note["x"], note["y"], note["yanchor"]) == (100.0, 1, "bottom")
    assert fits_axis(figure["xaxis"], [0, 100.0, *FIRST, *LAST])
    lifted = figure["height"] - plain["height"]
    assert lifted == figure["margin"]["t"] - plain["margin"]["t"] > 0
    plot = figure["height"] - figure["margin"]["t"] - figure["margin"]["b"]
    assert (figure["legend"]["y"] - 1) * plot == pytest.approx(lifted)


@pytest.mark.parametrize(
    ("first", "last", "line", "side"),
    [
        (2.0, 3.0, 1.0, "middle right"),
        (3.0, 2.0, 4.0, "middle left"),
        (2.0, 3.0, 3.8, "top center"),
        (3.0, 2.0, 1.2, "top center"),
        (2.0, 3.0, 3.36, "middle left"),
        (3.0, 2.0, 1.6, "middle right"),
    ],
)
def test_the_number_of_a_dumbbell_stands_where_no_line_crosses_it(
    look: Look, first: float, last: float, line: float, side: str
) -> None:
    shown = rows(first=[first, *[0.0] * 5], last=[last, *[8.0] * 5], standing=["published"] * 6)
    figure = figures.dumbbell(shown, look, names=("then", "now"), lines={"as in the EU": line})
    assert trace_named(figure, "now")["textposition"][0] == side
