"""How a standing is shown: solid, outlined, or in words."""

import pytest

from components.figures.fills import is_solid
from components.figures.shares import Share, cell
from components.markup import html_of
from components.text import LANGUAGES, say
from data import records
from data.records import OUTLINED, STANDINGS, WITHOUT_VALUE


def test_figures_fill_what_the_records_call_solid() -> None:
    assert {standing for standing in STANDINGS if is_solid(standing)} == set(records.SOLID)


@pytest.mark.parametrize("standing", STANDINGS)
def test_a_share_is_outlined_where_its_number_is_ours(standing: str) -> None:
    html = html_of(cell(Share("12 %", 12.0, standing)))
    assert ("outlined" in html) == (standing in (*OUTLINED, *WITHOUT_VALUE))
    assert ("solid" in html) != ("outlined" in html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_standing_has_a_short_word_of_its_own(language: str) -> None:
    words = [say(f"standing.short.{standing}", language) for standing in STANDINGS]
    assert len(set(words)) == len(words)
