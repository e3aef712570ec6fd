"""Private names of Dash, each with its reason; tests/test_dash_internals.py allows them nowhere else."""

from dash._utils import to_json
from dash.development.base_component import Component

__all__ = ["component_description", "to_json"]
# to_json: a digest is of what Dash sends, so it has to be made by the encoder that sends it; Dash has no public one.


def component_description(node: Component) -> tuple[str, str, list[str]]:
    """A component's namespace, its name there and the names of its properties.

    The public `to_plotly_json` takes twenty times as long, and a page has some thousand components."""
    return node._namespace, node._type, node._prop_names  # noqa: SLF001
