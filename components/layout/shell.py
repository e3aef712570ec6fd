"""The components that assets/shell.js draws: the outermost box of the page, and a store of a value."""

from dash.development.base_component import Component

from components.render.dash_internals import live_component


@live_component("children")
class Shell(Component):
    """The outermost box of the page; when it mounts, the server's first paint is removed."""


@live_component("id", "data")
class Store(Component):
    """A value that callbacks read and write, not shown; as `dcc.Store`."""
