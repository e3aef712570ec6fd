"""Private names of Dash, each with its reason; tests/test_dash_internals.py allows them nowhere else."""

from collections.abc import Callable
from typing import TypeVar

from dash._utils import to_json
from dash.development.base_component import Component

__all__ = ["CALLBACKS", "LAYOUT", "LIVE", "component_description", "live_component", "to_json"]
# to_json: a digest is of what Dash sends, so it has to be made by the encoder that sends it; Dash has no public one.
CALLBACKS = (
    "/_dash-update-component"  # where a browser sends callbacks: their bodies are checked, answers cached
)
LAYOUT = "/_dash-layout"  # where it asks for the layout, which is cached with the document
LIVE = "regioscope"


C = TypeVar("C", bound=type[Component])


def live_component(*properties: str, wildcards: tuple[str, ...] = ()) -> Callable[[C], C]:
    """Make a class a component that a script in assets/ draws: `@live_component("id", "figure")`.

    Dash generates such a class from React sources, which ours, of two to five properties, do not have; its base class
    knows a component by these names only."""

    def described(component: C) -> C:
        component._namespace, component._type = LIVE, component.__name__  # noqa: SLF001
        component._prop_names = list(properties)  # noqa: SLF001
        component._valid_wildcard_attributes = list(wildcards)  # noqa: SLF001
        return component

    return described


def component_description(node: Component) -> tuple[str, str, list[str]]:
    """A component's namespace, its name there and the names of its properties.

    The public `to_plotly_json` takes twenty times as long, and a page has some thousand components."""
    return node._namespace, node._type, node._prop_names  # noqa: SLF001
