"""What every test may use: the data, loaded once."""

import pytest

from data import Data, load


@pytest.fixture(scope="session")
def data() -> Data:
    """The dashboard's own data."""
    return load()
