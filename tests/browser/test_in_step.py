"""Projector, presenter's window and a second device show the same slide: through moves, reloads and a restart."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests import sample
from tests.browser.conftest import ROOT, answers, free_port

WORKERS = "2"


class Host:
    """A server that can be stopped and started again at the same address."""

    def __init__(self, folder: Path) -> None:
        self.address, self.folder = f"127.0.0.1:{free_port()}", folder
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start and wait until it answers."""
        env = {**os.environ, "WORKERS": WORKERS, "RUNTIME": str(self.folder)}
        command = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py"]
        self.process = subprocess.Popen([*command, "--bind", self.address, "app:server"], cwd=ROOT, env=env)
        for _ in range(300):
            if answers(f"http://{self.address}/healthz"):
                return
            time.sleep(0.1)

    def stop(self) -> None:
        """Stop and wait until it is gone."""
        if self.process:
            self.process.terminate()
            self.process.wait(20)


@pytest.fixture(scope="module")
def stoppable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """A server of two workers for the tests of a module, each of which may stop it."""
    host = Host(tmp_path_factory.mktemp("runtime"))
    yield host
    host.stop()


@pytest.fixture
def host(stoppable: Host, browser: Browser) -> Iterator[Host]:
    """The module's server, running; the pages of a test are closed after it."""
    if not answers(f"http://{stoppable.address}/healthz"):
        stoppable.start()
    yield stoppable
    for context in browser.contexts:
        context.close()


def open_page(browser: Browser, host: Host, path: str) -> Page:
    """A page of a device of its own: nothing is shared but the server."""
    page = browser.new_context(service_workers="block", viewport={"width": 1280, "height": 720}).new_page()
    page.goto(f"http://{host.address}{path}")
    page.locator("body[data-shown]").wait_for(state="attached")
    return page


def slide_on(page: Page) -> int:
    """The slide on a page."""
    return int(page.locator("body").get_attribute("data-shown") or 0)


def agree(pages: list[Page], number: int) -> None:
    """Wait until every window shows slide `number`."""
    for page in pages:
        page.locator(f"body[data-shown='{number}']").wait_for(state="attached", timeout=15_000)


def possible_keys(at: int) -> list[tuple[str, int]]:
    """The keys that may be pressed on slide `at` of twenty, each with where it leads."""
    near = [("PageDown", min(20, at + 1)), ("PageUp", max(1, at - 1)), ("ArrowRight", min(20, at + 1))]
    return [*near, *near, *near, ("Home", 1), ("End", 20)]


@pytest.mark.parametrize("moves", [12, *sample.nightly_values(40, 100)])
def test_three_windows_stay_in_step_through_moves_reloads_and_a_restart(
    browser: Browser, host: Host, moves: int
) -> None:
    restart = moves // 2
    deck = open_page(browser, host, "/present/milan/1")
    beside = deck.context.new_page()
    beside.goto(f"http://{host.address}/present/milan/notes")
    beside.locator("body[data-shown]").wait_for(state="attached")
    deck.locator("body[data-ahead='1']").wait_for(state="attached")
    deck.wait_for_timeout(1500)
    key = deck.evaluate("() => JSON.parse(localStorage.getItem('regioscope.room.milan')).key")
    phone = open_page(browser, host, f"/present/milan/notes#key={key}")
    assert "#" not in phone.url
    phone.get_by_role("button", name="Move the talk from this device").click()
    windows, chance, at = [deck, beside, phone], random.Random(7), 1  # noqa: S311
    for move in range(moves):
        gone = move in (restart + 1, restart + 2)
        mover = windows[chance.choice([0, 0, 1, 1, 0 if gone else 2])]
        if move % 20 == 19:
            agree(windows, at)
        if mover is phone:
            agree([phone], at)
        pressed, at = chance.choice(possible_keys(at))
        mover.keyboard.press(pressed)
        agree([mover], at)
        agree([deck, beside], at)
        if move == restart:
            host.stop()
        if move == restart + 2:
            host.start()
        if move in (moves // 3, moves // 3 * 2):
            chance.choice(windows).reload()
    agree(windows, at)
    assert {slide_on(page) for page in windows} == {at}
    for page in (deck, phone):
        page.context.close()


KEEPS = "() => JSON.parse(localStorage.getItem('regioscope.room.milan') || '{}').key"


def test_a_link_with_a_key_changes_nothing_until_the_presenter_says_so(browser: Browser, host: Host) -> None:
    stranger, asked = "s" * 32, []
    page = browser.new_context(service_workers="block").new_page()
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    page.goto(f"http://{host.address}/present/milan/1#key={stranger}")
    page.locator("body[data-ahead='1']").wait_for(state="attached")
    page.wait_for_function(KEEPS)
    own = page.evaluate(KEEPS)
    assert own != stranger
    page.goto(f"http://{host.address}/present/milan/notes#key={stranger}")
    page.get_by_role("button", name="No, stay alone").click()
    page.locator(".link-state[data-online=true]").wait_for()
    assert page.evaluate(KEEPS) == own
    assert not any(stranger in item for item in asked)
    page.goto(f"http://{host.address}/present/milan#key={stranger}")
    page.goto(f"http://{host.address}/present/milan/notes#key={stranger}")
    page.get_by_role("button", name="Give up this device's own place").click()
    assert page.evaluate(KEEPS) is None
    page.get_by_role("button", name="Move the talk from this device").click()
    page.locator(".link-state[data-online=true]").wait_for()
    assert page.evaluate(KEEPS) == stranger
    page.context.close()


def test_a_window_says_plainly_when_the_server_is_gone(browser: Browser, host: Host) -> None:
    notes = open_page(browser, host, "/present/milan-five/notes")
    notes.locator(".link-state[data-online=true]").wait_for()
    host.stop()
    notes.locator(".link-state[data-online=false]").wait_for()
    assert "Not connected to the server since" in notes.locator(".link-state").inner_text()
    host.start()
    notes.locator(".link-state[data-online=true]").wait_for()
    notes.context.close()


def test_the_audience_sees_the_slide_alone_and_follows_when_it_chooses_to(
    browser: Browser, host: Host
) -> None:
    deck = open_page(browser, host, "/present/milan-five/1")
    deck.locator("body[data-ahead='1']").wait_for(state="attached")
    deck.wait_for_timeout(1500)
    talk = deck.evaluate("() => JSON.parse(localStorage.getItem('regioscope.room.milan-five')).id")
    phone = open_page(browser, host, f"/present/milan-five/2?talk={talk}")
    phone.set_viewport_size({"width": 390, "height": 800})
    deck.keyboard.press("End")
    agree([deck], 4)
    phone.wait_for_timeout(2500)
    assert slide_on(phone) == 2
    phone.get_by_role("button", name="Follow the presenter").click()
    agree([phone], 4)
    phone.keyboard.press("Home")
    agree([phone], 1)
    deck.wait_for_timeout(1500)
    assert slide_on(deck) == 4
    deck.keyboard.press("PageUp")
    agree([deck, phone], 3)
    for page in (deck, phone):
        page.context.close()
