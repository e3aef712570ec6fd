"""Long lists in a card: the first rows are shown, every row is there."""

import pytest
from dash import html

from components.i18n.text import LANGUAGES, say
from components.layout.long_lists import LETTERS, ROWS, with_long_lists_folded
from components.render import markup


def table(count: int, text: str = "row") -> html.Table:
    """A table of so many rows."""
    head = html.Thead(html.Tr([html.Th("head")]))
    return html.Table([head, html.Tbody([html.Tr([html.Td(text)]) for _ in range(count)])])


@pytest.mark.parametrize("count", [0, 1, ROWS, ROWS + 1])
def test_a_list_of_few_short_rows_stays_as_it_is(count: int) -> None:
    figure = table(count)
    assert with_long_lists_folded(figure, "en") is figure


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [ROWS + 2, 60])
def test_of_a_long_list_the_rows_after_the_tenth_are_behind_a_line(count: int, language: str) -> None:
    figure = table(count)
    before = markup.html_of(figure)
    after = markup.html_of(with_long_lists_folded(figure, language))
    assert after.count("<tr") == count + 1
    assert after.count("beyond") == count - ROWS
    assert say("rows.all", language) in after
    assert markup.html_of(figure) == before


def test_of_long_rows_fewer_are_first() -> None:
    after = markup.html_of(with_long_lists_folded(table(9, "x" * (LETTERS // 4)), "en"))
    assert after.count("beyond") == 9 - 4


def test_rows_within_a_row_are_not_counted() -> None:
    inner = html.Ul([html.Li("x") for _ in range(30)])
    figure = html.Table(html.Tbody([html.Tr([html.Td(inner)])]))
    assert with_long_lists_folded(figure, "en") is figure


def test_a_ranking_around_the_region_is_whole() -> None:
    figure = html.Table(
        html.Tbody([html.Tr([html.Td("x")]) for _ in range(40)]), className="rows ranked-rows"
    )
    assert with_long_lists_folded(figure, "en") is figure


def test_reasons_in_a_table_are_behind_a_line() -> None:
    figure = html.Table(html.Tbody([html.Tr([html.Td([html.Small("why")])])]), className="rows reasons")
    after = markup.html_of(with_long_lists_folded(figure, "en"))
    assert "why" in after
    assert say("reasons.all", "en") in after
