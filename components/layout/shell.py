"""The components that assets/shell.js draws: the page, and a value that is kept. Knows no data.

Charts are no components: their figures are kept values, and assets/30_charts.js draws them in the boxes that bear their
names, some of them before Dash is there. Dash's own graph and store would bring a third of all its scripts along."""

from dash.development.base_component import Component

from components.render.markup import LIVE


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
