"""`python -m deploy.prove`: what the Dockerfile says, done without Docker. Knows instructions, no page.

A copy of what .dockerignore lets in, made read-only; a bare virtual environment; the image's own CMD as its own USER
with its own ENV; then its own HEALTHCHECK, one page, one static file, and a try to write. `--installed` takes the
packages that are installed already instead of installing them from requirements.txt.
"""

import json
import os
import re
import shutil
import socket
import stat
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

ROOT = Path(__file__).parents[1]
INSTALL = "pip install -qq --require-hashes --no-deps --only-binary :all: -r requirements.txt"
PATIENCE = 30


@dataclass(frozen=True)
class Image:
    """What the last stage of a Dockerfile says about how it runs."""

    env: dict[str, str]
    user: tuple[int, int]
    command: list[str]
    health: list[str]


def image(dockerfile: str) -> Image:
    """The last stage, read from its text."""
    last = re.sub(r"\\\n\s*", " ", dockerfile).split("\nFROM ")[-1]
    image_text = {line.partition(" ")[0]: line.partition(" ")[2] for line in last.splitlines()}
    env = dict(pair.split("=", 1) for pair in image_text["ENV"].split())
    uid, _, gid = image_text["USER"].partition(":")
    return Image(
        env,
        (int(uid), int(gid)),
        json.loads(image_text["CMD"]),
        json.loads(image_text["HEALTHCHECK"].partition("CMD ")[2]),
    )


def let_in(dockerignore: str) -> Iterator[Path]:
    """The files that .dockerignore lets into the image: what it names with `!`, less what it names with
    `**/`."""
    lines = dockerignore.splitlines()
    out = {line.removeprefix("**/") for line in lines if line.startswith("**/")}
    for name in (line[1:] for line in lines if line.startswith("!")):
        top = ROOT / name
        for path in (top, *top.rglob("*")):
            if path.is_file() and not out.intersection(path.relative_to(ROOT).parts):
                yield path.relative_to(ROOT)


def copy_checkout(folder: Path, *, installed: bool) -> Path:
    """The checkout as the image holds it, at a place that everyone may read; with what is collected, if it
    may be."""
    app = folder / "app"
    for path in let_in((ROOT / ".dockerignore").read_text()):
        (app / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, app / path)
    if installed and (ROOT / "build").is_dir():
        shutil.copytree(ROOT / "build", app / "build")
    return app


def environment(folder: Path, python: str, *, installed: bool) -> Path:
    """A bare virtual environment with what runs."""
    venv = folder / "venv"
    subprocess.run([python, "-m", "venv", *(["--without-pip"] if installed else []), str(venv)], check=True)
    if installed:
        lib = next(venv.glob("lib/python3*/site-packages"))
        (lib / "installed.pth").write_text(
            f"{readable_packages(Path(sysconfig.get_path('purelib')), folder)}\n"
        )
    else:
        subprocess.run([venv / "bin/python", "-m", *INSTALL.split()], check=True, cwd=ROOT)
    return venv


def readable_packages(packages: Path, folder: Path) -> Path:
    """The installed packages, copied if others than their owner may not reach them."""
    if all(place.stat().st_mode & stat.S_IXOTH for place in (packages, *packages.parents)):
        return packages
    unused = shutil.ignore_patterns("playwright", "mypy*", "ruff*")
    return Path(shutil.copytree(packages, folder / "packages", ignore=unused))


def pythons() -> Iterator[str]:
    """Interpreters of our own version, this one first."""
    here = f"python3.{sys.version_info.minor}"
    yield os.path.realpath(sys.executable)
    yield from filter(None, (shutil.which(here, path=place) for place in ("/usr/local/bin", "/usr/bin")))


def runs_for_others(python: str) -> bool:
    """Whether an interpreter may be reached by someone who owns nothing."""
    return all(place.stat().st_mode & stat.S_IXOTH for place in Path(python).resolve().parents)


def read_only(app: Path) -> None:
    """Take the right to write from everyone."""
    for path in (*app.rglob("*"), app):
        path.chmod(path.stat().st_mode & ~0o222 | (0o555 if path.is_dir() else 0o444))


@contextmanager
def serve_image(
    app: Path, venv: Path, image_text: Image, user: tuple[int, int] | None
) -> Iterator[dict[str, str]]:
    """The image's command as the image's user; the environment it has."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    env = {**image_text.env, "PATH": f"{venv}/bin:/usr/bin:/bin", "HOST": "127.0.0.1", "PORT": port}
    who = {"user": user[0], "group": user[1], "extra_groups": []} if user else {}
    command = [str(venv / "bin/python"), "-m", *image_text.command]
    with subprocess.Popen(command, cwd=app, env=env, **who) as server:  # type: ignore[call-overload]
        try:
            yield env
        finally:
            server.terminate()


def answer(address: str) -> tuple[int, bytes]:
    """The status and the body of an address."""
    try:
        with urlopen(address, timeout=5) as given:  # noqa: S310
            return given.status, given.read()
    except HTTPError as error:
        return error.code, b""


def healthy(app: Path, venv: Path, image_text: Image, env: dict[str, str]) -> bool:
    """Whether the image's own health check is content within the time it is given."""
    check = [str(venv / "bin" / image_text.health[0]), *image_text.health[1:]]
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if subprocess.run(check, cwd=app, env=env, capture_output=True, check=False).returncode == 0:
            return True
        time.sleep(0.3)
    return False


def checks(*, installed: bool) -> Iterator[tuple[str, bool]]:
    """Each thing that must hold, and whether it does."""
    image_text = image((ROOT / "Dockerfile").read_text())
    others = [python for python in pythons() if runs_for_others(python)]
    as_nobody = os.getuid() == 0 and bool(others)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        app, venv = (
            copy_checkout(folder, installed=installed),
            environment(folder, (others or list(pythons()))[0], installed=installed),
        )
        subprocess.run([venv / "bin/python", "-m", "serving.collect"], cwd=app, check=True)
        read_only(app)
        before = state(app)
        with serve_image(app, venv, image_text, image_text.user if as_nobody else None) as env:
            yield from proofs(app, venv, image_text, env)
            yield "nothing was written where it runs", state(app) == before
        yield f"all that {'as uid 65534' if as_nobody else 'as yourself: only root can try uid 65534'}", True


def proofs(app: Path, venv: Path, image_text: Image, env: dict[str, str]) -> Iterable[tuple[str, bool]]:
    """What must hold of the served image."""
    site = f"http://127.0.0.1:{env['PORT']}"
    yield "its own health check is content", healthy(app, venv, image_text, env)
    status, page = answer(f"{site}/economy")
    yield "the first view answers", status == 200 and b"data-chart" in page
    static = re.search(rb'href="(/static/[^"]+\.css)"', page)
    yield (
        "its style sheet answers",
        bool(static) and answer(site + static[1].decode())[0] == 200 if static else False,
    )
    yield "an unknown address is a 404", answer(f"{site}/nowhere")[0] == 404


def state(app: Path) -> dict[Path, int]:
    """Every file with the moment of its last change."""
    return {path: path.stat().st_mtime_ns for path in app.rglob("*")}


def main() -> None:
    """Say what holds; exit 1 at the first thing that does not."""
    for sentence, holds in checks(installed="--installed" in sys.argv):
        print(f"  {'ok' if holds else 'failed':<7} {sentence}", flush=True)
        if not holds:
            sys.exit(1)


if __name__ == "__main__":
    main()
