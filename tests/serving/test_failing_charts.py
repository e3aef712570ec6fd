"""A chart that raises is a card that says so; its view, its slide and its downloads answer with a clear sentence."""

import logging
from collections.abc import Iterator
from html import escape

import pytest
from flask.testing import FlaskClient

from components.charts.result import ChartResult
from components.charts.view import full_name
from components.i18n.text import LANGUAGES, say
from components.layout import chart_results, content
from components.state.selection import TABS as TAB_NAMES
from components.state.selection import Selection
from components.views import CHARTS, TABS
from data import Data
from tests import sample
from tests.serving.conftest import Body

FAILURES = (ZeroDivisionError("first\nsecond"), KeyError("region"), RecursionError(), MemoryError())


@pytest.fixture
def broken(request: pytest.FixtureRequest, client: FlaskClient) -> Iterator[str]:
    """The name of a chart that raises as long as the test runs."""
    name, number = request.param, list(CHARTS).index(request.param)

    def raises(_: Data, __: Selection) -> ChartResult:
        raise FAILURES[number % len(FAILURES)]

    content.CACHE.cache_clear()
    client.application.extensions["answer_cache"].clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(CHARTS, name, raises)
        yield name
    content.CACHE.cache_clear()


PARTS = {
    full_name(tab, chart): section.shown_in
    for tab, view in TABS.items()
    for section in view.sections
    for chart in section.own_charts
}
"""The part of its view on which a chart stands."""


EACH = pytest.mark.parametrize("broken", list(CHARTS), indirect=True)


@sample.EXTENT
@EACH
def test_the_view_stands_without_it_and_says_so(
    client: FlaskClient, data: Data, broken: str, caplog: pytest.LogCaptureFixture, extent: str
) -> None:
    tab = broken.partition(".")[0]
    number = list(CHARTS).index(broken)
    chosen = Selection(tab=tab, part="all" if extent == sample.ALL else PARTS[broken], region="ITC4")
    if broken not in content.page_content(data, chosen).charts:  # a form that is shown only when it is chosen
        chosen = chosen.but(part="all")
    charts = content.page_content(data, chosen).charts
    for lang in LANGUAGES if extent == sample.ALL else [LANGUAGES[number % len(LANGUAGES)]]:
        answer = client.get(f"/{tab}?part={chosen.part}&lang={lang}&lq={1.01 + number / 100:.2f}&region=ITC4")
        assert answer.status_code == 200
        assert answer.text.count(escape(say("chart.failed.text", lang))) == 1
        assert answer.text.count('<figure class="card-chart') == len(charts)
        assert answer.text.count('data-failed="true"') == 1
        lines = [item for item in caplog.records if item.levelno >= logging.WARNING]
        assert lines
        assert all(
            broken in item.getMessage() and item.exc_info is None and "\n" not in item.getMessage()
            for item in lines
        ), number


@EACH
def test_its_files_say_so_with_a_status_and_its_slide_with_words(client: FlaskClient, broken: str) -> None:
    for kind in ("csv", "xlsx", "table"):
        answer = client.get(f"/data/{broken}.{kind}?lang=it&region=DE30")
        assert (answer.status_code, answer.mimetype) == (500, "text/plain")
        assert answer.text.startswith(say("chart.failed.title", "it"))
        assert "Content-Disposition" not in answer.headers
    slide = client.get(f"/slide/{broken}.json?lang=it").json or {}
    assert slide["figure"] is None
    assert 'data-failed="true"' in slide["html"]


@pytest.mark.parametrize("tab", TAB_NAMES)
def test_a_chart_that_draws_again_is_seen_at_once(client: FlaskClient, tab: str) -> None:
    name = next(iter(TABS[tab].charts))
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(CHARTS, name, lambda *_: 1 / 0)
        assert "data-failed" in client.get(f"/{tab}?part=all&region=FI1C").text
    assert "data-failed" not in client.get(f"/{tab}?part=all&region=FI1C").text


def test_a_change_of_region_answers_though_a_chart_fails(client: FlaskClient, bodies: list[Body]) -> None:
    content.CACHE.cache_clear()
    client.application.extensions["answer_cache"].clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(CHARTS, "economy.trend", lambda *_: 1 / 0)
        answers = [client.post("/_dash-update-component", json=body) for body in bodies]
    assert [item.status_code for item in answers] == [200]
    assert "data-failed" in answers[0].text


def test_a_picture_that_cannot_be_written_is_a_failure_too(data: Data) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(CHARTS, "economy.trend", lambda *_: ChartResult({"data": []}, None))
        assert chart_results.chart_result("economy.trend", data, Selection(region="LU00")).failed
