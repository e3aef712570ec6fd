"""nginx in front of a served dashboard, with the very settings of deploy/nginx.conf on free ports."""

import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from serving.share_links import accepts_connections

SETTINGS = Path(__file__).parents[1] / "deploy/nginx.conf"
UNCHANGED: Mapping[str, str] = MappingProxyType({})


class NoNginx(RuntimeError):
    """There is no nginx to prove anything with."""


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def program() -> str:
    """Where nginx is; raises NoNginx."""
    found = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
    if found is None:
        raise NoNginx("nginx is not installed: apt-get install nginx-light, or your system's package.")
    return found


@contextmanager
def nginx_before(upstream: str, changes: Mapping[str, str] = UNCHANGED) -> Iterator[tuple[str, list[str]]]:
    """The address of nginx before `upstream`, and the command that talks to it; raises NoNginx.

    `changes` are words of the settings and what takes their place."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # nginx works as another user and writes its buffers there
        port = free_port()
        settings = Path(folder) / "nginx.conf"
        settings.write_text(settings_for(upstream, port, folder, changes), encoding="utf-8")
        command = [program(), "-c", str(settings), "-p", folder]
        with subprocess.Popen([*command, "-g", "daemon off;"], stderr=subprocess.DEVNULL) as process:
            deadline = time.monotonic() + 20
            while not accepts_connections("127.0.0.1", port) and time.monotonic() < deadline:
                time.sleep(0.05)
            try:
                yield f"http://127.0.0.1:{port}", command
            finally:
                process.terminate()


def settings_for(upstream: str, port: int, folder: str, changes: Mapping[str, str] = UNCHANGED) -> str:
    """The settings as shipped, with the upstream, the port and the folders of this run, and with `changes`."""
    settings = SETTINGS.read_text(encoding="utf-8")
    here = {
        "dashboard:8050": urlsplit(upstream).netloc,
        "listen 8080;": f"listen 127.0.0.1:{port};",
        "/tmp/nginx": f"{folder}/nginx",  # noqa: S108 - the folder of the settings, replaced
    }
    for words, others in {**changes, **here}.items():
        if words not in settings:
            raise ValueError(f"deploy/nginx.conf does not say {words!r}")
        settings = settings.replace(words, others)
    return settings
