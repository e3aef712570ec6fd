"""The components that assets/shell.js draws: the page, and a value that is kept. Knows no data."""

from dash.development.base_component import Component

from components.render.graph import LIVE


class Shell(Component):
    """The outermost box: when it is there, what the server painted for the time being goes."""

    _namespace, _type = LIVE, "Shell"
    _prop_names: list[str] = ["children"]  # noqa: RUF012 - Dash's own form
    _valid_wildcard_attributes: list[str] = []  # noqa: RUF012
    available_properties = _prop_names
    available_wildcard_properties = _valid_wildcard_attributes


class Store(Component):
    """A value that callbacks read and write and nobody sees."""

    _namespace, _type = LIVE, "Store"
    _prop_names: list[str] = ["id", "data"]  # noqa: RUF012 - Dash's own form
    _valid_wildcard_attributes: list[str] = []  # noqa: RUF012
    available_properties = _prop_names
    available_wildcard_properties = _valid_wildcard_attributes
