"""What a worker takes, and whether that grows with what readers choose."""

import http.client
import random
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from components.state.selection import VIEWS, Selection, choices, to_url
from data import Data

VARIED = ("indicator", "year", "lens", "second", "within", "scale", "base", "zoom", "pillar", "division")


@dataclass(frozen=True)
class Memory:
    """MB of one process: resident, its share where pages are shared, and what is its own alone."""

    rss: float
    pss: float
    uss: float

    def text(self) -> str:
        return f"{self.rss:.0f} / {self.pss:.0f} / {self.uss:.0f}"


def memory(pid: int) -> Memory:
    """Of a process, as Linux counts it."""
    lines = (line.split() for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:])
    sizes = {words[0][:-1]: int(words[1]) / 1024 for words in lines}
    return Memory(sizes["Rss"], sizes["Pss"], sizes["Private_Clean"] + sizes["Private_Dirty"])


def largest_worker(pids: list[int]) -> Memory:
    """Of the worker that takes most."""
    return max(map(memory, pids), key=lambda found: found.rss)


def addresses(data: Data, count: int) -> list[str]:
    """So many different selections over all views, parts and regions; the same ones in every run."""
    chance, known = random.Random(1), choices(data)  # noqa: S311 - an order, not a secret
    found: dict[str, None] = {}
    while len(found) < count:
        view = chance.choice(list(VIEWS))
        varied = chance.sample(VARIED, chance.randint(0, 4))
        fields = {name: chance.choice(known[name]) for name in ("region", "lang", *varied)}
        found[to_url(Selection(tab=view, part=chance.choice(VIEWS[view]), **fields))] = None
    return list(found)


def ask(site: str, paths: list[str], clients: int = 4) -> None:
    """All of them, each client one after the other on a connection for every fifty, so that all workers get some."""
    left: Iterator[str] = iter(paths)
    lock = threading.Lock()

    def client() -> None:
        while some := next_addresses(left, lock, 50):
            wire = http.client.HTTPConnection(urlsplit(site).netloc, timeout=120)
            for path in some:
                wire.request("GET", path, headers={"Accept-Encoding": "br"})
                answer = wire.getresponse()
                answer.read()
                assert answer.status == 200, path
            wire.close()

    threads = [threading.Thread(target=client) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def next_addresses(left: Iterator[str], lock: threading.Lock, count: int) -> list[str]:
    """The next few."""
    with lock:
        return [path for _, path in zip(range(count), left, strict=False)]
