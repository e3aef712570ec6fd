"""Panels on one scale: a point's place follows from its year and value alone, in every panel."""

import re
from urllib.parse import unquote

from dash import html

from components.figures.frame import Look
from components.figures.small_multiples import EDGE, HEIGHT, WIDTH, Panel, small_multiples
from components.render.markup import html_of
from components.state.selection import Selection
from components.views.compare.context import compare_context
from components.views.compare.panels import panels
from data import Data
from tests import sample

POINTS = {
    "A": ((2000, 10.0, ""), (2001, 20.0, ""), (2002, 30.0, "b"), (2003, 15.0, "")),
    "B": ((2001, 30.0, ""), (2003, 10.0, "")),
}


def paths(points: dict[str, tuple[tuple[int, float, str], ...]]) -> list[list[str]]:
    """The lines of each panel."""
    drawn = [Panel(html.A(name), name, "", series, name) for name, series in points.items()]
    text = html_of(small_multiples(drawn, points["A"], Look("light", "en", "%", 0)))
    images = [unquote(item) for item in re.findall(r'src="data:image/svg\+xml,([^"]*)"', text)]
    return [re.findall(r"<path d=(?:'|&#x27;)(M[^'&]*)(?:'|&#x27;) fill", item) for item in images]


def test_a_point_has_one_place_in_all_panels_and_a_break_parts_the_line() -> None:
    (grey, own), (grey_again, other) = paths(POINTS)
    assert grey == own == grey_again
    places = [tuple(map(float, item.split())) for item in re.findall(r"[\d.]+ [\d.]+", own)]
    assert places[0] == (EDGE, HEIGHT - EDGE)
    assert places[2][1] == EDGE
    assert places[-1][0] == WIDTH - EDGE
    assert own.count("M") == 2
    assert other.startswith(f"M{places[1][0]} {places[2][1]}")
    assert other.endswith(f"L{places[3][0]} {places[0][1]}")


def test_each_region_compared_that_has_values_has_a_panel(data: Data) -> None:
    for turn, code in enumerate(("gdp_per_head_pps", "ris_index", "gerd", "population")):
        for region in sample.share(data, turn):
            chosen = Selection(tab="compare", region=region, indicator=code)
            now, result = compare_context(data, chosen), panels(data, chosen)
            text = html_of(result.figure)
            assert text.count("<img") == result.rows["region"].nunique()
            assert set(result.rows["region"]) <= {now.home, *now.compared}
