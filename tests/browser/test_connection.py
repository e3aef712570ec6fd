"""The server goes away in mid-use and comes back: the page says so, address and figures stay in step, and what was
chosen is drawn by itself."""

import re
import time
from collections.abc import Callable
from functools import partial
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from tests import sample
from tests.browser.conftest import ROOT
from tests.browser.test_in_step import Host, host, stoppable

__all__ = ["host", "stoppable"]

LOST = "does not answer"
RECOVERY = 3000
LOOK = "/healthz"


def open_view(browser: Browser, host: Host, path: str) -> Page:
    """A view that is drawn."""
    page = browser.new_context(service_workers="block", viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"http://{host.address}{path}")
    page.locator("body[data-ready=true]").wait_for(timeout=60_000)
    return page


def address(page: Page) -> str:
    parts = urlsplit(page.url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def heading(page: Page) -> str:
    return page.locator("h1").inner_text()


def say_lost(page: Page) -> None:
    """The status line, which a screen reader hears, says that nothing answers."""
    page.locator(".connection[role=status]", has_text=LOST).wait_for(timeout=3_000)


def comes_back(host: Host, page: Page, asked_again: Callable[[], object]) -> None:
    """Start the server: at its first answer the page asks for what was chosen, and then draws it."""
    heard: list[str] = []
    page.on(
        "response",
        lambda response: heard.append("found") if response.url.endswith(LOOK) and response.ok else None,
    )
    page.on("request", lambda request: heard.append("look" if request.url.endswith(LOOK) else "question"))
    host.start()
    asked_again()
    page.locator("body[data-ready=true]").wait_for(timeout=60_000)
    since = heard[heard.index("found") :]
    assert "look" not in since[: since.index("question")], "it looks again before it asks"
    line = page.locator(".connection")
    assert line.inner_text() in ("", line.get_attribute("data-back"))


CHOICES: dict[str, Callable[[Page], object]] = {
    "a control": lambda page: page.locator('[id=\'{"control":"region"}\']').select_option("ITH5"),
    "a link to another view": lambda page: page.locator(".tabs a", has_text="Compare").click(),
    "the other language": lambda page: page.locator("a[data-nav=switch][lang=it]").click(),
    "the way back": lambda page: page.go_back(),
}


def test_looks_follow_each_other_so_closely_that_a_return_is_seen_within_three_seconds() -> None:
    script = (ROOT / "assets" / "connection.js").read_text(encoding="utf-8")
    found = dict(re.findall(r"const (PULSE|LIMIT) = (\d+);", script))
    assert int(found["PULSE"]) + int(found["LIMIT"]) < RECOVERY


def test_a_look_does_not_wait_for_the_one_before_it(browser: Browser, host: Host) -> None:
    page = open_view(browser, host, "/economy")
    swallowed: list[Route] = []

    def swallow(route: Route) -> None:
        swallowed.append(route)

    page.route("**/*", swallow)
    page.locator('[id=\'{"control":"region"}\']').select_option("ITH5")
    say_lost(page)
    looks = [item for item in swallowed if item.request.url.endswith(LOOK)]
    assert len(looks) > 1
    page.unroute("**/*")
    began = time.monotonic()
    page.wait_for_url("**region=ITH5")
    assert 1000 * (time.monotonic() - began) < RECOVERY
    page.locator("body[data-ready=true]").wait_for()
    assert "Emilia-Romagna" in heading(page)


@pytest.mark.parametrize("fault", ["abort", "502"])
def test_an_answer_that_breaks_off_while_the_server_answers_is_asked_for_again(
    browser: Browser, host: Host, fault: str
) -> None:
    page = open_view(browser, host, "/economy")
    lose = (lambda route: route.abort()) if fault == "abort" else (lambda route: route.fulfill(status=502))
    page.route("**/_dash-update-component", lose, times=1)
    began = time.monotonic()
    page.locator('[id=\'{"control":"region"}\']').select_option("ITH5")
    page.locator("h1", has_text="Emilia-Romagna").wait_for()
    assert 1000 * (time.monotonic() - began) < RECOVERY
    page.locator("body[data-ready=true]").wait_for()


@pytest.mark.parametrize("choice", sample.ordinary(list(CHOICES), "a control"))
def test_a_choice_while_nothing_answers_waits_and_is_drawn_at_the_return(
    browser: Browser, host: Host, choice: str
) -> None:
    page = open_view(browser, host, "/economy?region=DE30")
    page.locator('[id=\'{"control":"region"}\']').select_option("ES21")
    page.locator("h1", has_text="Basque").wait_for()
    page.locator("body[data-ready=true]").wait_for()
    was, here = heading(page), address(page)
    host.stop()
    CHOICES[choice](page)
    say_lost(page)
    assert (heading(page), address(page)) == (was, here), "address and figures part"
    for _ in range(2):
        page.wait_for_event("requestfailed")
    assert (heading(page), address(page)) == (was, here)
    comes_back(host, page, lambda: page.wait_for_url(lambda url: not url.endswith(here)))
    asked = page.evaluate("() => fetch(location.href).then((answer) => answer.text())")
    assert heading(page) in asked, "what is shown is not what the address says"
    assert heading(page) != was


def test_the_last_of_several_choices_is_drawn(browser: Browser, host: Host) -> None:
    page = open_view(browser, host, "/economy")
    host.stop()
    region = page.locator('[id=\'{"control":"region"}\']')
    region.select_option("ITH5")
    say_lost(page)
    region.select_option("FR10")
    page.locator("a[data-nav=switch][lang=it]").click()
    assert address(page) == "/economy"
    region.select_option("PT20")
    comes_back(host, page, lambda: page.wait_for_url("**region=PT20**"))
    assert "Açores" in heading(page) or "Azores" in heading(page) or "Azzorre" in heading(page)


@pytest.mark.nightly
def test_a_server_that_goes_and_comes_twice_is_found_twice(browser: Browser, host: Host) -> None:
    page = open_view(browser, host, "/clusters")
    for code in ("ITH5", "FR10"):
        host.stop()
        page.locator('[id=\'{"control":"region"}\']').select_option(code)
        say_lost(page)
        comes_back(host, page, partial(page.wait_for_url, f"**region={code}**"))


def test_a_table_that_was_asked_for_opens_at_the_return(browser: Browser, host: Host) -> None:
    page = open_view(browser, host, "/economy")
    host.stop()
    toggle = page.locator("[data-table]").first
    page.locator("details[data-part=menu] > summary").first.click()
    toggle.click()
    say_lost(page)
    assert toggle.get_attribute("aria-expanded") == "false"
    opened_again = page.locator("[data-table][aria-expanded=true]").first
    comes_back(host, page, lambda: opened_again.wait_for(state="attached"))
    assert page.locator("[data-part=table] table").count() == 1


def test_nothing_is_said_while_the_server_answers(browser: Browser, host: Host) -> None:
    page = open_view(browser, host, "/compare")
    page.evaluate(
        "() => new MutationObserver(() => { window.heard = true; })"
        ".observe(document.querySelector('.connection'), { childList: true })"
    )
    for code in ("ITH5", "DE30", "FR10", "EE00"):
        page.locator('[id=\'{"control":"region"}\']').select_option(code)
        page.wait_for_url(f"**region={code}**")
        page.locator("body[data-ready=true]").wait_for()
    assert not page.evaluate("window.heard")
