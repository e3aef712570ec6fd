"""What happens when a reader does something: three callbacks for the whole dashboard, and plain routes."""

from dash import Dash

from callbacks import download, guard, render, url
from data import Data


def register(app: Dash, data: Data) -> None:
    """Wire an app to its data."""
    guard.register(app)
    url.register(app)
    render.register(app, data)
    download.register(app, data)
