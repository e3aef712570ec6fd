"""What the pages say and do where a browser runs no script."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from components.state.selection import TABS
from tests.browser.conftest import IN_CHROMIUM

pytestmark = IN_CHROMIUM


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page on which no script runs."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("tab", TABS)
def test_the_page_says_what_it_shows_without_any_script(page: Page, site: str, tab: str) -> None:
    page.goto(f"{site}/{tab}?part=all")
    assert page.locator("h1").inner_text()
    assert (
        page.locator("figure[data-chart] [data-part=source]").count()
        == page.locator("figure[data-chart]").count()
        > 0
    )


def test_the_page_of_results_needs_no_script(page: Page, site: str) -> None:
    page.goto(f"{site}/indicators/gerd?region=DE30")
    page.locator("#find-text").fill("unemployment")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/find\?q=unemployment&region=DE30"))
    assert "Berlin" in (page.locator("[data-hit]").first.text_content() or "")


def test_without_scripts_the_region_is_a_plain_list(page: Page, site: str) -> None:
    page.goto(f"{site}/economy?part=research&lang=it")
    page.locator(".selection-bar select[name=region]").select_option("DE30")
    page.locator(".selection-bar button[type=submit]").click()
    assert {"region=DE30", "part=research", "lang=it"} <= set(page.url.partition("?")[2].split("&"))
    assert "Berlin" in page.title()
