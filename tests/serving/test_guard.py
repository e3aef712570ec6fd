"""No callback body, however made, brings the server down or out of countenance."""

import copy
import json
import logging
from itertools import product
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
WITH_FIXTURES: dict[str, Any] = {"suppress_health_check": list(HealthCheck)}
TRIES = pytest.mark.parametrize("tries", [200, pytest.param(5000, marks=pytest.mark.nightly)])


def answer(client: FlaskClient, body: Any) -> int:
    return client.post(ADDRESS, json=body).status_code


def paths(body: Any, start: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value in a body."""
    inner = body.items() if isinstance(body, dict) else enumerate(body) if isinstance(body, list) else ()
    return [path for key, value in inner for path in ((*start, key), *paths(value, (*start, key)))]


def changed_body(body: Body, path: tuple[Any, ...], value: Any, *, drop: bool) -> Body:
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


@TRIES
def test_any_json_at_all_is_refused_without_an_error(client: FlaskClient, tries: int) -> None:
    @settings(max_examples=tries, derandomize=tries < 1000, **WITH_FIXTURES)
    @given(body=ANYTHING)
    def refused(body: Any) -> None:
        assert answer(client, body) == 400

    refused()


@TRIES
def test_a_true_body_with_one_thing_wrong_never_makes_an_error(
    client: FlaskClient, bodies: list[Body], tries: int
) -> None:
    @settings(max_examples=tries, derandomize=tries < 1000, **WITH_FIXTURES)
    @given(choice=st.data())
    def answered(choice: st.DataObject) -> None:
        body = choice.draw(st.sampled_from(bodies))
        path = choice.draw(st.sampled_from(paths(body)))
        bad = changed_body(body, path, choice.draw(ANYTHING), drop=choice.draw(st.booleans()))
        assert answer(client, bad) in (200, 204, 400)

    answered()


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


def slot_paths(body: Body) -> list[tuple[Any, ...]]:
    """The way to every slot of a body: what names a component and its property."""
    return [path[:-1] for path in paths(body) if path[-1] == "property"]


@pytest.mark.parametrize("wrong", ["children@x", "data@x", "data@", "__class__", "value", "", "data.x"])
def test_every_slot_names_the_declared_property_and_no_other(
    client: FlaskClient, bodies: list[Body], wrong: str
) -> None:
    for body in bodies:
        for path in slot_paths(body):
            slot = body
            for key in path:
                slot = slot[key]
            if slot["property"] != wrong:
                assert answer(client, changed_body(body, (*path, "property"), wrong, drop=False)) == 400, path


@pytest.mark.parametrize(
    "value", [None, "x", 1, {}, {"url": 1}, {"url": "/economy", "by": "link", "open": ["no.chart"]}]
)
def test_a_value_that_is_none_of_ours_is_refused_under_every_spelling(
    client: FlaskClient, bodies: list[Body], value: Any
) -> None:
    for body in bodies:
        for place, prop in product(("inputs", "state"), ("data", "data@x", "data@data")):
            bad = changed_body(
                changed_body(body, (place, 0, "value"), value, drop=False),
                (place, 0, "property"),
                prop,
                drop=False,
            )
            assert answer(client, bad) == 400, (place, prop)


@pytest.mark.parametrize(
    "name", ["__class__", "tab", "but", "__dict__", "nothing", "", "box.__class__", "region "]
)
def test_a_component_is_called_by_a_name_that_a_page_has(
    client: FlaskClient, bodies: list[Body], name: str
) -> None:
    for body in bodies:
        for place, kind in ((1, "part"), (2, "control")):
            bad = copy.deepcopy(body)
            bad["outputs"][place] = [
                {"id": {kind: name}, "property": "children" if kind == "part" else "value"}
            ]
            assert answer(client, bad) == 400, kind


@pytest.mark.parametrize(
    "changed", [[], ["page.children"], ["drawn.data"], ["address.url"], ["address.data", "x.y"], ["address"]]
)
def test_what_changed_is_one_of_the_inputs(
    client: FlaskClient, bodies: list[Body], changed: list[str]
) -> None:
    for body in bodies:
        assert answer(client, {**body, "changedPropIds": changed}) == 400


@pytest.mark.parametrize(
    "url", ["//[", "http://[", "///", "", "?", "#", "/economy?region=%00", "\\", "/\ud800", "//[::1]/economy"]
)
def test_whatever_address_is_asked_for_the_answer_is_a_page(
    client: FlaskClient, bodies: list[Body], url: str
) -> None:
    for body in bodies:
        assert answer(client, changed_body(body, ("inputs", 0, "value", "url"), url, drop=False)) in (
            200,
            400,
        )


def test_a_body_that_asks_for_the_same_thing_many_times_is_refused(
    client: FlaskClient, bodies: list[Body]
) -> None:
    for body in bodies:
        for at, slots in enumerate(body["outputs"]):
            if isinstance(slots, list) and slots:
                many = copy.deepcopy(body)
                many["outputs"][at] = [*slots, slots[0]]
                assert answer(client, many) == 400
