"""What the server bears: callbacks a second from many clients at once, each a true request of the page."""

import http.client
import json
import threading
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from components.layout import app_layout, content
from components.render.graph import graph_id
from components.state.selection import Selection, to_url
from components.views import TABS
from data import Data


@dataclass(frozen=True)
class Load:
    """Callbacks a second, and how long one takes, in ms."""

    rate: float
    median: float
    p99: float
    kilobytes: float


def body(data: Data, output: str, region: str) -> bytes:
    """What the page sends when another region is chosen."""
    was, now = Selection(), Selection(region=region)
    parts = content.page_content(data, was)
    slot = lambda kind, names, prop: [{"id": {kind: name}, "property": prop} for name in names]  # noqa: E731
    asked = {
        "output": output,
        "outputs": [
            {"id": "page", "property": "children"},
            [{"id": graph_id(name), "property": "figure"} for name in parts.charts],
            slot("part", parts.boxes, "children"),
            slot("control", ["region", *TABS["economy"].controls], "value"),
            {"id": "words", "property": "data"},
            {"id": "drawn", "property": "data"},
        ],
        "inputs": [
            {"id": "address", "property": "data", "value": {"url": to_url(now), "by": "control", "open": []}}
        ],
        "changedPropIds": ["address.data"],
        "state": [
            {
                "id": "drawn",
                "property": "data",
                "value": app_layout.screen_state(data, was, parts),
            },
        ],
    }
    return json.dumps(asked).encode()


def hammer(site: str, bodies: list[bytes], *, clients: int, seconds: float) -> Load:
    """So many clients ask one after the other for so long."""
    took: list[float] = []
    sizes: list[int] = []
    until = time.monotonic() + seconds

    def client(start: int) -> None:
        wire = http.client.HTTPConnection(urlsplit(site).netloc, timeout=60)
        turn = start
        while time.monotonic() < until:
            started = time.perf_counter()
            wire.request(
                "POST",
                "/_dash-update-component",
                bodies[turn % len(bodies)],
                {"Content-Type": "application/json", "Accept-Encoding": "gzip, deflate, br, zstd"},
            )
            answer = wire.getresponse()
            sizes.append(len(answer.read()))
            assert answer.status == 200, answer.status
            took.append((time.perf_counter() - started) * 1000)
            turn += clients

    threads = [threading.Thread(target=client, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took.sort()
    return Load(
        len(took) / seconds, took[len(took) // 2], took[int(len(took) * 0.99)], sum(sizes) / len(sizes) / 1000
    )
