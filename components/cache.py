"""Thread-safe caches with a bound."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock, RLock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Store(Generic[Value]):
    """Values by key up to a total weight; the least recently used are dropped first."""

    def __init__(self, limit: int, *, weigh: Callable[[Value], int] = lambda _: 1) -> None:
        """`limit` is in the unit of `weigh`: a number of values where each weighs 1."""
        self.limit, self.weigh, self.weight = limit, weigh, 0
        self.values: OrderedDict[Hashable, Value] = OrderedDict()
        self.lock = Lock()

    def get(self, key: Hashable) -> Value | None:
        with self.lock:
            if key not in self.values:
                return None
            self.values.move_to_end(key)
            return self.values[key]

    def put(self, key: Hashable, value: Value) -> None:
        """A value that alone weighs more than the limit is not kept."""
        with self.lock:
            self._drop(key)
            self.values[key] = value
            self.weight += self.weigh(value)
            while self.weight > self.limit:
                self._drop(next(iter(self.values)))

    def clear(self) -> None:
        with self.lock:
            self.values.clear()
            self.weight = 0

    def _drop(self, key: Hashable) -> None:
        if key in self.values:
            self.weight -= self.weigh(self.values.pop(key))


class Cache(Generic[Value]):
    """A function with its last `size` results. Concurrent misses compute once: eight threads that build the same page
    at once need eight times as long, each."""

    def __init__(
        self, make: Callable[..., Value], size: int, *, lasts: Callable[[Value], bool] = lambda _: True
    ) -> None:
        """The arguments of `make` must be hashable. Only results that `lasts` accepts are kept."""
        self.make, self.lasts = make, lasts
        self.results: Store[tuple[Value]] = Store(size)
        self.making = RLock()

    def __call__(self, *args: Hashable) -> Value:
        """The result, from the cache or computed."""
        found = self.results.get(args)
        if found:
            return found[0]
        with self.making:
            found = self.results.get(args) or (self.make(*args),)
            if self.lasts(found[0]):
                self.results.put(args, found)
        return found[0]

    def cache_clear(self) -> None:
        self.results.clear()
