"""A callback that was answered before is answered with the same bytes, and only what may be kept is kept."""

import copy
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from components.cache import Store
from components.charts.result import ChartResult
from components.layout import content
from components.render.dash_internals import CALLBACKS
from components.state.selection import Selection
from components.views import CHARTS
from data import Data
from serving.answer_cache import LIMIT
from tests.serving.conftest import Body


@pytest.fixture
def answers(client: FlaskClient) -> Iterator[Store[bytes]]:
    """The cache of the app, empty before and after."""
    cache: Store[bytes] = client.application.extensions["answer_cache"]
    cache.clear()
    yield cache
    cache.clear()


def other_region(body: Body, region: str) -> Body:
    """The same request for another region."""
    changed = copy.deepcopy(body)
    changed["inputs"][0]["value"]["url"] = f"/economy?region={region}"
    return changed


def test_the_same_request_has_the_same_answer_and_one_place(
    client: FlaskClient, bodies: list[Body], answers: Store[bytes]
) -> None:
    first, again = (client.post(CALLBACKS, json=bodies[0]) for _ in range(2))
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.data == again.data
    assert dict(first.headers) == dict(again.headers)
    assert list(answers.values.values()) == [first.data]


def test_a_kept_answer_is_sent_as_it_is(
    client: FlaskClient, bodies: list[Body], answers: Store[bytes]
) -> None:
    client.post(CALLBACKS, json=bodies[0])
    (key,) = answers.values
    answers.put(key, b'{"kept": true}')
    assert client.post(CALLBACKS, json=bodies[0]).json == {"kept": True}
    assert client.post(CALLBACKS, json=other_region(bodies[0], "FI1D")).json != {"kept": True}


def test_another_request_has_another_answer(
    client: FlaskClient, bodies: list[Body], answers: Store[bytes]
) -> None:
    regions = ["FI1D", "PT20", "BG34"]
    found = {client.post(CALLBACKS, json=other_region(bodies[0], region)).data for region in regions}
    assert len(found) == len(answers.values) == len(regions)


def test_a_kept_answer_is_compressed_as_a_new_one(
    client: FlaskClient, bodies: list[Body], answers: Store[bytes]
) -> None:
    for encoding in ("zstd", "br", "gzip", "identity"):
        first, again = (
            client.post(CALLBACKS, json=bodies[0], headers={"Accept-Encoding": encoding}) for _ in range(2)
        )
        assert first.data == again.data
        assert again.headers.get("Content-Encoding", "identity") == encoding
    assert len(answers.values) == 1


def test_what_is_refused_is_not_kept(client: FlaskClient, bodies: list[Body], answers: Store[bytes]) -> None:
    assert client.post(CALLBACKS, json={**bodies[0], "output": "nothing"}).status_code == 400
    assert client.post(CALLBACKS, data=b"{").status_code == 400
    assert client.get("/economy").status_code == 200
    assert not answers.values


def test_a_chart_that_failed_is_tried_again(
    client: FlaskClient, bodies: list[Body], answers: Store[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def raises(_: Data, __: Selection) -> ChartResult:
        raise ZeroDivisionError

    body = other_region(bodies[0], "CY00")
    with monkeypatch.context() as patch:
        patch.setitem(CHARTS, "economy.trend", raises)
        content.CACHE.cache_clear()
        assert b"data-failed=" in client.post(CALLBACKS, json=body).data
    assert not answers.values
    content.CACHE.cache_clear()
    assert b"data-failed=" not in client.post(CALLBACKS, json=body).data
    assert len(answers.values) == 1


def test_the_cache_has_a_bound(client: FlaskClient, bodies: list[Body], answers: Store[bytes]) -> None:
    for number in range(3):
        answers.put(number, b" " * (LIMIT // 2))
    assert client.post(CALLBACKS, json=bodies[0]).status_code == 200
    assert answers.weight <= LIMIT
