"""A served dashboard, a real Chromium and a real Firefox for the walks. No walk is skipped: without a browser they
fail and say why.

Every walk is made in Chromium. In Firefox those are made that say so (`IN_BOTH`), and at night all but those marked
`IN_CHROMIUM`: they need what nothing can ask of Firefox from outside yet, which is to emulate paper, forced colours, less
motion or a missing script, to hand over files that a page made itself, or to read what a page sends."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

ROOT = Path(__file__).parents[2]
PROGRAMS = {
    "CHROMIUM": ("chromium", "chromium-browser", "google-chrome", "chrome"),
    "FIREFOX": ("firefox", "firefox-esr"),
}
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-sync",
)


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(address: str) -> bool:
    """Whether something answers there."""
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard served by gunicorn as `make run` serves it, with an address that others could come by and talks
    that no other server follows."""
    env = {**os.environ, "WORKERS": "1", "PUBLIC": "http://talk.example"}
    address = f"127.0.0.1:{free_port()}"
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "--config",
        "deploy/gunicorn.conf.py",
        "--bind",
        address,
        "app:server",
    ]
    with subprocess.Popen(
        command, cwd=ROOT, env={**env, "RUNTIME": str(tmp_path_factory.mktemp("talks"))}
    ) as server:
        try:
            for _ in range(300):
                if answers(f"http://{address}/economy") or server.poll() is not None:
                    break
                time.sleep(0.1)
            yield f"http://{address}"
        finally:
            server.terminate()
            server.wait(20)


IN_BOTH = pytest.mark.parametrize("browser", ["chromium", "firefox"], indirect=True)
IN_CHROMIUM = pytest.mark.parametrize("browser", ["chromium"], indirect=True)


@pytest.fixture(scope="session")
def browsers() -> Iterator[dict[str, Callable[[], Browser]]]:
    """How each browser is started: `CHROMIUM` and `FIREFOX`, those on the path, or playwright's own Chromium."""
    with sync_playwright() as play:
        yield {
            "chromium": lambda: play.chromium.launch(executable_path=program("CHROMIUM"), args=FLAGS),
            "firefox": lambda: play.firefox.launch(executable_path=program("FIREFOX"), channel="moz-firefox"),
        }


@pytest.fixture(scope="session", params=["chromium", pytest.param("firefox", marks=pytest.mark.nightly)])
def browser(browsers: dict[str, Callable[[], Browser]], request: pytest.FixtureRequest) -> Iterator[Browser]:
    """The browser in which a walk is made."""
    opened = browsers[request.param]()
    yield opened
    opened.close()


def program(variable: str) -> str | None:
    """The browser that a variable of the environment names, or one on the path."""
    return os.environ.get(variable) or next(filter(None, map(shutil.which, PROGRAMS[variable])), None)


class Watched:
    """A page whose console and requests are written down."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.errors: list[str] = []
        self.abroad: list[str] = []
        page.on("console", self.heard)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", self.asked)

    def heard(self, message: ConsoleMessage) -> None:
        """Keep warnings and errors."""
        if message.type in ("error", "warning"):
            self.errors.append(message.text)

    def asked(self, request: Request) -> None:
        """Keep requests that leave the host."""
        if not request.url.startswith((self.site, "data:", "blob:")):
            self.abroad.append(request.url)

    def open(self, url: str) -> Page:
        """Go there and wait until every chart is drawn."""
        self.page.goto(self.site + url)
        return self.ready()

    def menu(self, chart: str) -> None:
        """Unfold what can be done with a chart."""
        menu = self.page.locator(f"[data-chart='{chart}'] details[data-part=menu]")
        if menu.get_attribute("open") is None:
            menu.locator("summary").click()

    def ready(self) -> Page:
        """Wait until every chart is drawn."""
        self.page.locator("body[data-ready=true]").wait_for(timeout=30_000)
        return self.page


@pytest.fixture
def watched(browser: Browser, site: str) -> Iterator[Watched]:
    """A fresh page on the served dashboard."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block")
    yield Watched(context.new_page(), site)
    context.close()
