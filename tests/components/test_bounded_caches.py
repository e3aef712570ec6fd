"""No cache grows with what readers choose."""

import inspect
import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper

import pytest

CHOSEN = {
    "region",
    "home",
    "area",
    "chosen",
    "now",
    "within",
    "picture",
    "least_quotient",
    "others",
    "scaled",
}
"""Parameters that take as many values as there are regions, or more."""


def caches() -> Iterator["_lru_cache_wrapper[object]"]:
    """Every function of what a server runs that remembers its results."""
    import app  # noqa: F401 - loads all of it

    for name, module in sorted(sys.modules.items()):
        if name.partition(".")[0] in ("components", "data", "callbacks", "serving"):
            yield from (item for item in vars(module).values() if isinstance(item, _lru_cache_wrapper))


CACHES = {f"{item.__module__}.{item.__qualname__}": item for item in caches()}


@pytest.mark.parametrize("name", sorted(CACHES))
def test_a_cache_of_what_readers_choose_is_bounded(name: str) -> None:
    cache = CACHES[name]
    if CHOSEN & set(inspect.signature(cache).parameters):
        size = cache.cache_parameters()["maxsize"]
        assert size is not None, name
        assert size <= 4096, name
