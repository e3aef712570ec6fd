"""Nothing that is written into an address or into the data ever runs."""

import subprocess
import sys
import time
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from components.state.selection import QUERY, TABS
from tests import sample
from tests.browser.conftest import ROOT, Watched, answers, free_port

TRIES = (
    "<img src=x onerror=window.hostile=1>",
    '"><script>window.hostile=1</script>',
    "javascript:window.hostile=1",
    "';window.hostile=1;//",
    "{{constructor.constructor('window.hostile=1')()}}",
)
RAN = "window.hostile === undefined"


@pytest.fixture(scope="module")
def poisoned() -> Iterator[str]:
    """The dashboard with hostile words in its data."""
    port = free_port()
    command = [sys.executable, "-m", "tests.browser.hostile", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            for _ in range(600):
                if server.poll() is not None or answers(f"http://127.0.0.1:{port}/healthz"):
                    break
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(20)


@pytest.mark.parametrize("tab", sample.ordinary(TABS, "clusters", "initiatives"))
def test_nothing_in_the_data_runs(browser: Browser, poisoned: str, tab: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    watched = Watched(context.new_page(), poisoned)
    page = watched.open(f"/{tab}?part=all")
    assert "onerror" in page.locator("body").inner_text(), "the words are there, as words"
    frames = page.locator(".frame[tabindex='0']")
    for at in range(min(frames.count(), 3)):
        frames.nth(at).press("ArrowRight")
    assert page.evaluate(RAN)
    assert page.locator("main img[src='x'], main script, main a[href^='javascript:']").count() == 0
    assert [
        mistake
        for mistake in watched.errors
        if "Content Security Policy" in mistake or "TrustedHTML" in mistake
    ] == []
    assert watched.abroad == []
    context.close()


@pytest.mark.parametrize("words", sample.ordinary(TRIES, *TRIES[:2]))
def test_nothing_in_an_address_runs(watched: Watched, words: str) -> None:
    query = "&".join(f"{name}={quote(words)}" for name in (*QUERY, "talk", "story", "open"))
    for path in (
        f"/compare?{query}",
        f"/economy?{query}",
        f"/present/milan/2?{query}",
        f"/{quote(words, safe='')}",
    ):
        watched.page.goto(watched.site + path)
        watched.page.wait_for_timeout(300)
        assert watched.page.evaluate(RAN)
        assert watched.page.locator("main img[src='x'], main script").count() == 0
    assert [
        mistake for mistake in watched.errors if "Content Security Policy" in mistake or "Trusted" in mistake
    ] == []
