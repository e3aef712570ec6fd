"""Clients that ask one after the other until told to stop, and what became of each question."""

import http.client
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

Ask = tuple[str, str, bytes]


@dataclass
class Outcome:
    """How long each answer took in ms, and what went wrong."""

    took: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    @property
    def p95(self) -> float:
        """95 of 100 answers came sooner, in ms."""
        ordered = sorted(self.took)
        return ordered[int(0.95 * len(ordered))] if ordered else float("nan")


def ask(site: str, question: Ask, outcome: Outcome, timeout: float = 30) -> None:
    """One question on a connection of its own; an answer that is not 200, or none, has failed."""
    method, path, body = question
    begun = time.perf_counter()
    wire = http.client.HTTPConnection(urlsplit(site).netloc, timeout=timeout)
    try:
        wire.request(method, path, body or None, {"Content-Type": "application/json"} if body else {})
        answer = wire.getresponse()
        answer.read()
        if answer.status != http.client.OK:
            outcome.failed.append(f"{method} {path}: {answer.status}")
        else:
            outcome.took.append(1000 * (time.perf_counter() - begun))
    except (OSError, http.client.HTTPException) as error:
        outcome.failed.append(f"{method} {path}: {type(error).__name__}")
    finally:
        wire.close()


@contextmanager
def keep_asking(site: str, questions: list[Ask], clients: int) -> Iterator[Outcome]:
    """So many clients ask the questions in turn while the block runs."""
    outcome, stop = Outcome(), threading.Event()

    def ask_in_turn(turn: int) -> None:
        while not stop.is_set():
            ask(site, questions[turn % len(questions)], outcome)
            turn += clients

    threads = [threading.Thread(target=ask_in_turn, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    try:
        yield outcome
    finally:
        stop.set()
        for thread in threads:
            thread.join()
