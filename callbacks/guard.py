"""Which callback bodies are answered: what our own page sends. Everything else is a 400 and one log line,
before Dash sees it."""

import json
import logging
from typing import Any, Literal

from dash import Dash
from flask import Response, request
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from components.render.dash_internals import CALLBACKS
from components.state.selection import QUERY
from components.views import CHARTS

LIMIT = 1_000_000
log = logging.getLogger("regioscope")


class Plain(BaseModel):
    """A body part with nothing but what is declared."""

    model_config = ConfigDict(strict=True, extra="forbid")


class Address(Plain):
    """Where the reader is, and what led there."""

    url: str = Field(max_length=8000)
    by: str = Field(max_length=20)
    open: list[Literal[*CHARTS]] = Field(max_length=len(CHARTS))  # type: ignore[valid-type]


class OnScreen(Plain):
    """What the reader's screen shows."""

    view: list[str] = Field(max_length=10)
    title: str
    url: str = Field(max_length=8000)
    asked: str = Field(max_length=8000)
    digests: dict[str, str]
    voice: str


class Slot(BaseModel):
    """One property of one component, as Dash's renderer writes it."""

    model_config = ConfigDict(strict=True)
    id: str | dict[str, str]
    property: str
    value: Any = None


class Body(BaseModel):
    """A callback request, as Dash's renderer writes it."""

    model_config = ConfigDict(strict=True)
    output: str
    outputs: list[Slot | list[Slot]]
    inputs: list[Slot | list[Slot]]
    state: list[Slot | list[Slot]] = []
    changedPropIds: list[str]  # noqa: N815 - the renderer's own name


VALUES: dict[str, TypeAdapter[Any]] = {
    "address.data": TypeAdapter(Address),
    "drawn.data": TypeAdapter(OnScreen),
}
NAMES: dict[str, frozenset[str]] = {
    "control": frozenset(QUERY),
    "part": frozenset(f"box.{name}" for name in QUERY),
    "type": frozenset(["graph"]),
    "name": frozenset(CHARTS),
}


class InvalidBody(ValueError):
    """A body that our page never sends."""


def register(app: Dash) -> None:
    """Check every callback body before Dash sees it; 400 for one that our page never sends."""
    app.server.config["MAX_CONTENT_LENGTH"] = LIMIT

    @app.server.before_request
    def ours_only() -> Response | None:
        if request.path != CALLBACKS or request.method != "POST":
            return None
        try:
            check(app, request.get_data(cache=True))
        except InvalidBody as refusal:
            log.warning("callback body refused: %s", refusal)
            return Response("400: this is not a request of our page.\n", 400, mimetype="text/plain")
        return None


def check(app: Dash, body: bytes) -> None:
    """Raise `InvalidBody` unless `body` has the shape of a request to one of the app's callbacks."""
    if not request.is_json:
        raise InvalidBody("not JSON")
    try:
        body_model = Body.model_validate(json.loads(body))
    except (ValueError, RecursionError) as error:
        raise InvalidBody(type(error).__name__) from None
    callback = app.callback_map.get(body_model.output)
    if callback is None:
        raise InvalidBody("unknown output")
    for declared, given in ((callback["inputs"], body_model.inputs), (callback["state"], body_model.state)):
        same_shape(declared, given, valued=True)
    outputs = [
        {"id": part.rpartition(".")[0], "property": part.rpartition(".")[2].partition("@")[0]}
        for part in body_model.output.strip(".").split("...")
    ]
    same_shape(outputs, body_model.outputs, valued=False)
    check_changed_props(body_model)


def same_shape(declared: list[dict[str, str]], given: list[Any], *, valued: bool) -> None:
    """Raise `InvalidBody` unless each declared slot, or list of slots behind a wildcard, is there with a value of its
    kind."""
    if len(declared) != len(given):
        raise InvalidBody("wrong number of slots")
    for wanted, slot in zip(declared, given, strict=True):
        pattern = json.loads(wanted["id"]) if wanted["id"].startswith("{") else None
        if (pattern is None) == isinstance(slot, list):
            raise InvalidBody("wrong kind of slot")
        if isinstance(slot, list) and len({component_id(item.id) for item in slot}) < len(slot):
            raise InvalidBody("the same slot twice")
        for item in slot if isinstance(slot, list) else [slot]:
            same_slot(wanted, pattern, item, valued=valued)


def same_slot(wanted: dict[str, str], pattern: dict[str, Any] | None, slot: Slot, *, valued: bool) -> None:
    """Raise `InvalidBody` unless a slot is the declared property of the declared component, its value of its kind."""
    fits = slot.id == wanted["id"] if pattern is None else is_named(slot.id, pattern)
    if not fits or slot.property != wanted["property"]:
        raise InvalidBody("foreign slot")
    kind = VALUES.get(f"{wanted['id']}.{wanted['property']}")
    if kind is None or not valued:
        return
    try:
        kind.validate_python(slot.value)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        raise InvalidBody(f"wrong value of {wanted['id']}.{wanted['property']}: {first['type']}") from None


def is_named(given: str | dict[str, str], pattern: dict[str, Any]) -> bool:
    """Whether an id fits a pattern and names a component that our pages have."""
    return (
        isinstance(given, dict)
        and given.keys() == pattern.keys()
        and all(name in NAMES.get(kind, ()) for kind, name in given.items())
    )


def check_changed_props(body: Body) -> None:
    """Raise `InvalidBody` unless the properties named as changed are among the inputs."""
    inputs = [item for slot in body.inputs for item in (slot if isinstance(slot, list) else [slot])]
    names = {f"{component_id(item.id)}.{item.property}" for item in inputs}
    if not body.changedPropIds or not names.issuperset(body.changedPropIds):
        raise InvalidBody("changed what is not there")


def component_id(name: str | dict[str, str]) -> str:
    """An id as Dash's renderer writes it."""
    return name if isinstance(name, str) else json.dumps(name, separators=(",", ":"), sort_keys=True)
