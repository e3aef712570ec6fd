"""Start a server for a measurement, know its processes, stop it."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Server:
    """A server under measurement: its address and its process."""

    site: str
    pid: int

    @property
    def workers(self) -> list[int]:
        """The process ids of its workers."""
        return [int(item) for item in Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()]


def answers(address: str) -> bool:
    """Whether a page comes from there."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


@contextmanager
def serve(module: str, path: str, **settings: str) -> Iterator[Server]:
    """Gunicorn with two workers on a free port of this machine; `settings` are put into its environment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        bind = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "--config",
        "deploy/gunicorn.conf.py",
        "--bind",
        bind,
        module,
    ]
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "WORKERS": "2", **settings}, stdout=subprocess.DEVNULL
    )
    try:
        deadline = time.monotonic() + 60
        while not answers(f"http://{bind}{path}") and time.monotonic() < deadline:
            time.sleep(0.2)
        yield Server(f"http://{bind}", process.pid)
    finally:
        process.terminate()
        process.wait(30)


def rendering_output(site: str) -> str:
    """The output of the callback that draws, as the served page declares it."""
    with urllib.request.urlopen(f"{site}/_dash-dependencies") as answer:
        return str(next(item["output"] for item in json.load(answer) if item["clientside_function"] is None))
