"""What happens when a reader does something: three callbacks for the whole dashboard, and plain routes."""

from dash import Dash

from callbacks import address, download, guard, show
from data import Data


def register(app: Dash, data: Data) -> None:
    """Wire an app to its data."""
    guard.register(app)
    address.register(app)
    show.register(app, data)
    download.register(app, data)
