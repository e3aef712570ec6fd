"""Slides in windows of any size."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Watched


def on_slide(page: Page, number: int) -> None:
    """Wait until slide `number` is on the screen and its neighbours are drawn."""
    page.locator(f"body[data-shown='{number}'][data-ahead='{number}']").wait_for(state="attached")


def state(page: Page) -> str:
    """Path and query of the page."""
    parts = urlsplit(page.url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


@pytest.fixture
def screen(browser: Browser, site: str) -> Any:
    """Opens watched windows of any size that share one memory."""
    contexts = []

    def opened(width: int, height: int, **more: Any) -> Watched:
        context = browser.new_context(
            viewport={"width": width, "height": height}, service_workers="block", **more
        )
        contexts.append(context)
        return Watched(context.new_page(), site)

    yield opened
    for context in contexts:
        context.close()
