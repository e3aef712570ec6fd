"""No callback body, however made, brings the server down or out of countenance."""

import copy
import json
import logging
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.serving.conftest import Body

ADDRESS = "/_dash-update-component"
LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20)
ANYTHING = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
WITH_FIXTURES: dict[str, Any] = {"deadline": None, "suppress_health_check": list(HealthCheck)}


def answer(client: FlaskClient, body: Any) -> int:
    return client.post(ADDRESS, json=body).status_code


def paths(body: Any, start: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value in a body."""
    inner = body.items() if isinstance(body, dict) else enumerate(body) if isinstance(body, list) else ()
    return [path for key, value in inner for path in ((*start, key), *paths(value, (*start, key)))]


def spoilt(body: Body, path: tuple[Any, ...], value: Any, *, drop: bool) -> Body:
    """A copy of a body with one value exchanged or taken out."""
    copied = copy.deepcopy(body)
    place = copied
    for key in path[:-1]:
        place = place[key]
    if drop:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return copied


def test_what_our_page_sends_is_answered(client: FlaskClient, bodies: list[Body]) -> None:
    assert [answer(client, body) for body in bodies] == [200]


@settings(max_examples=1500, **WITH_FIXTURES)
@given(body=ANYTHING)
def test_any_json_at_all_is_refused_without_an_error(client: FlaskClient, body: Any) -> None:
    assert answer(client, body) == 400


@settings(max_examples=3500, **WITH_FIXTURES)
@given(choice=st.data())
def test_a_true_body_with_one_thing_wrong_never_makes_an_error(
    client: FlaskClient, bodies: list[Body], choice: st.DataObject
) -> None:
    body = choice.draw(st.sampled_from(bodies))
    path = choice.draw(st.sampled_from(paths(body)))
    bad = spoilt(body, path, choice.draw(ANYTHING), drop=choice.draw(st.booleans()))
    assert answer(client, bad) in (200, 204, 400)


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[" * 100_000, b"\xff\xfe", b"null", b'{"output": "page.children"}']
)
def test_bytes_that_are_no_request_are_a_400_and_one_line_in_the_log(
    client: FlaskClient, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, logger="regioscope"):
        assert client.post(ADDRESS, data=body, content_type="application/json").status_code == 400
    assert len(caplog.messages) == 1
    assert "\n" not in caplog.messages[0]


def test_a_body_over_one_megabyte_is_too_large(client: FlaskClient) -> None:
    assert client.post(ADDRESS, data=b" " * 1_000_001, content_type="application/json").status_code == 413


def test_a_body_that_is_not_json_is_refused(client: FlaskClient, bodies: list[Body]) -> None:
    assert client.post(ADDRESS, data=json.dumps(bodies[0]), content_type="text/plain").status_code == 400
