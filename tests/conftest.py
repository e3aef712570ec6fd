"""What every test may use: the data, loaded once; a collector that leaves alone what stays for the whole run."""

import gc

import pytest

from data import Data
from tests.own_data import DATA


@pytest.fixture(scope="session")
def data() -> Data:
    """The dashboard's own data."""
    return DATA


def pytest_collection_finish() -> None:
    """Exempt the data, modules and collected tests from garbage collection, as deploy/gunicorn.conf.py does."""
    gc.collect()
    gc.freeze()
