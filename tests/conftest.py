"""What every test may use: the data, loaded once; a collector that leaves alone what stays for the whole run; examples of
Hypothesis without a time limit, which a busy machine would break."""

import gc

import pytest
from hypothesis import settings

from data import Data
from tests.own_data import DATA

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def data() -> Data:
    """The dashboard's own data."""
    return DATA


def pytest_collection_finish() -> None:
    """Exempt the data, modules and collected tests from garbage collection, as deploy/gunicorn.conf.py does."""
    gc.collect()
    gc.freeze()
