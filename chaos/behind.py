"""nginx in front of a served dashboard, with the very settings of deploy/nginx.conf on free ports."""

import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from bench.serve import answers

SETTINGS = Path(__file__).parents[1] / "deploy/nginx.conf"


class NoNginx(RuntimeError):
    """There is no nginx to prove anything with."""


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def behind(upstream: str) -> Iterator[tuple[str, list[str]]]:
    """The address of nginx before `upstream`, and the command that talks to it; raises NoNginx."""
    program = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
    if program is None:
        raise NoNginx("nginx is not installed: apt-get install nginx-light, or your system's package.")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # nginx works as another user and writes its buffers there
        port = free_port()
        settings = Path(folder) / "nginx.conf"
        settings.write_text(
            placed(SETTINGS.read_text(encoding="utf-8"), upstream, port, folder), encoding="utf-8"
        )
        command = [program, "-c", str(settings), "-p", folder]
        with subprocess.Popen([*command, "-g", "daemon off;"], stderr=subprocess.DEVNULL) as process:
            deadline = time.monotonic() + 20
            while not answers(f"http://127.0.0.1:{port}/healthz") and time.monotonic() < deadline:
                time.sleep(0.1)
            try:
                yield f"http://127.0.0.1:{port}", command
            finally:
                process.terminate()


def placed(settings: str, upstream: str, port: int, folder: str) -> str:
    """The settings with the upstream, the port and the folders of this run. Only the rate is another: eight clients ask
    here as fast as a thousand readers."""
    here = settings.replace("dashboard:8050", urlsplit(upstream).netloc).replace(
        "listen 8080;", f"listen 127.0.0.1:{port};"
    )
    here = here.replace("rate=50r/s", "rate=100000r/s")
    return here.replace("/tmp/nginx", f"{folder}/nginx")  # noqa: S108 - the folder of the settings, replaced
