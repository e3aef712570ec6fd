"""The components that assets/shell.js draws: the page, and a value that is kept."""

from dash.development.base_component import Component

from components.render.dash_internals import live_component


@live_component("children")
class Shell(Component):
    """The outermost box: when it is there, what the server painted for the time being goes."""


@live_component("id", "data")
class Store(Component):
    """A value that callbacks read and write and nobody sees."""
