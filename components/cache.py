"""Answers kept by their question. One thread makes an answer while the others wait for it: eight that make the
same page at once need eight times as long, each. Knows no question."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock, RLock
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


class Cache(Generic[Answer]):
    """A function that remembers its last `size` answers."""

    def __init__(
        self, make: Callable[..., Answer], size: int, *, lasts: Callable[[Answer], bool] = lambda _: True
    ) -> None:
        """`make` answers; what it is asked must be hashable. Only an answer that `lasts` is remembered."""
        self.make, self.size, self.lasts = make, size, lasts
        self.answers: OrderedDict[Hashable, Answer] = OrderedDict()
        self.reading, self.making = Lock(), RLock()

    def __call__(self, *asked: Hashable) -> Answer:
        """The answer, kept or made."""
        held = self.held(asked)
        if held:
            return held[0]
        with self.making:
            held = self.held(asked) or (self.make(*asked),)
            if self.lasts(held[0]):
                self.hold(asked, held[0])
        return held[0]

    def held(self, asked: Hashable) -> tuple[Answer] | None:
        """The answer in a tuple, which is not None even where the answer is."""
        with self.reading:
            if asked not in self.answers:
                return None
            self.answers.move_to_end(asked)
            return (self.answers[asked],)

    def hold(self, asked: Hashable, answer: Answer) -> None:
        """Keep an answer, and let go of the one that nobody asked for longest."""
        with self.reading:
            self.answers[asked] = answer
            if len(self.answers) > self.size:
                self.answers.popitem(last=False)

    def cache_clear(self) -> None:
        """Forget all."""
        with self.reading:
            self.answers.clear()
