"""What figures made of words say as plain texts: as a person would type it, without the names of buttons."""

import re

import pytest
from dash import html

from components.i18n.text import LANGUAGES, say
from components.layout import chart_results, source_line
from components.render.figure_text import lines_in, tables_in, text_in
from components.state.selection import Selection
from components.views import CHARTS
from data import Data

GAP = re.compile(r"\s[,.;:](\s|$)")


@pytest.mark.parametrize("chart", CHARTS)
def test_no_text_has_a_gap_before_a_mark_or_the_name_of_a_button(data: Data, chart: str) -> None:
    for language in LANGUAGES:
        result = chart_results.chart_result(
            chart, data, Selection(tab=chart.partition(".")[0], lang=language)
        )
        texts = [text_in(item) for item in source_line.source_line(result, language)]
        if not result.is_graph:
            texts += lines_in(result.figure)
            texts += [cell for table in tables_in(result.figure) for row in table for cell in row]
        button = say("economy.card.more", language, name="").strip()
        for text in texts:
            assert not GAP.search(text), text
            assert button not in text, text


def test_marks_inside_numbers_and_times_stay() -> None:
    assert text_in(html.P(["from", "9 :30", "to", ".5"])) == "from 9 :30 to .5"
