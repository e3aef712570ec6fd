"""A reader's own talk where a browser keeps nothing, in two tabs at once, loaded over, and in its own language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from components.talks.stories import story_from_file
from data import Data
from tests.browser.conftest import IN_CHROMIUM, Watched

# What Safari lacks, and what every browser may refuse: each access throws, as with site data blocked.
REFUSING = """
for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get() { throw new DOMException("refused", "SecurityError"); } });
window.BroadcastChannel = class { constructor() { throw new DOMException("refused", "SecurityError"); } };
delete window.requestIdleCallback;
Object.defineProperty(navigator, "clipboard", { get() { return { writeText: () => Promise.reject(new DOMException("refused", "NotAllowedError")) }; } });
"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block")
    yield context
    context.close()


def pin_chart(page: Page, chart: str) -> str:
    """Pin a chart; what the button says then."""
    menu = page.locator(f"[data-chart='{chart}'] details[data-part=menu]")
    if menu.get_attribute("open") is None:
        menu.locator("summary").click()
    button = page.locator(f"[data-chart='{chart}'] [data-pin]")
    button.click()
    return button.inner_text()


def exported_talk(page: Page) -> bytes:
    """The talk as a file."""
    with page.expect_download() as download:
        page.locator("button[data-needs=slides]").click()
    return download.value.path().read_bytes()


@IN_CHROMIUM
def test_where_nothing_is_kept_a_talk_works_for_the_visit_and_says_so(
    context: BrowserContext, site: str, data: Data
) -> None:
    context.add_init_script(REFUSING)
    watched = Watched(context.new_page(), site)
    page = watched.open("/economy?region=ITH5")
    assert "until this tab is closed" in pin_chart(page, "economy.trend")
    pin_chart(page, "economy.nearest")
    page = watched.open("/talk")
    assert page.locator("body").get_attribute("data-slides") == "2"
    assert "keeps no site data" in page.locator(".own-visit").inner_text()
    page.locator("[data-field=headline]").first.fill("Written while nothing is kept")
    assert story_from_file(exported_talk(page), data, own_talk=True).mistakes == ()
    page = watched.open("/present/own/1")
    assert page.locator(".slide:not(.off) h1").inner_text() == "Written while nothing is kept"
    page = watched.open("/present/milan-five/1")
    page.keyboard.press("PageDown")
    page.locator("body[data-shown='2']").wait_for(state="attached")
    page = watched.open("/present/milan-five/notes")
    page.locator(".link-state[data-online=true]").wait_for()
    assert "keeps no site data" in page.locator(".desk-top").inner_text()
    watched.open("/present/milan-five/print")
    assert watched.errors == []


def test_two_tabs_never_lose_a_pin(context: BrowserContext, site: str) -> None:
    view, desk, other = (Watched(context.new_page(), site) for _ in range(3))
    page = view.open("/economy?part=all")
    pin_chart(page, "economy.trend")
    talk, again = desk.open("/talk"), other.open("/talk")
    pin_chart(page, "economy.nearest")
    talk.locator("body[data-slides='2']").wait_for(state="attached")
    talk.locator("[data-field=headline]").first.fill("From the first tab")
    pin_chart(page, "economy.sectors")
    again.locator("body[data-slides='3']").wait_for(state="attached")
    again.locator("[data-field=notes]").nth(2).fill("From the second tab")
    talk.get_by_role("button", name="Later").first.click()
    again.wait_for_function(
        "() => document.querySelectorAll('[data-field=headline]')[1].value === 'From the first tab'"
    )
    for item in (talk, again):
        assert item.locator("[data-field=notes]").nth(2).input_value() == "From the second tab"
        assert item.locator("[data-slide]").count() == 3
    again.get_by_role("button", name="Remove").first.click()
    talk.locator("body[data-slides='2']").wait_for(state="attached")
    assert view.errors + desk.errors + other.errors == []


def test_a_talk_that_was_loaded_over_comes_back(watched: Watched, tmp_path: Path) -> None:
    page = watched.open("/economy")
    pin_chart(page, "economy.trend")
    page = watched.open("/talk")
    page.locator("[data-field=headline]").first.fill("Mine")
    file = tmp_path / "other.toml"
    file.write_text(
        '\ufefftitle.en = "Another"\n[[slides]]\nview = "/s3"\nchart = "s3.areas"\n', encoding="utf-8"
    )
    page.locator("input[type=file]").set_input_files(file)
    page.locator(".own-slide a:has-text('s3.areas')").wait_for()
    page.get_by_role("button", name="Bring back").click()
    assert page.locator("[data-field=headline]").first.input_value() == "Mine"
    page.get_by_role("button", name="Remove").click()
    page.reload()
    watched.ready()
    page.get_by_role("button", name="Bring back").click()
    assert page.locator("[data-field=headline]").first.input_value() == "Mine"
    assert watched.errors == []


@IN_CHROMIUM
def test_a_talk_keeps_the_language_it_was_written_in(watched: Watched, data: Data, tmp_path: Path) -> None:
    page = watched.open("/compare?lang=it&part=time&region=ES21&others=DE30,FR10")
    pin_chart(page, "compare.trend")
    page = watched.open("/talk?lang=it")
    page.get_by_label("Titolo della presentazione").fill("Prova")
    page.locator("[data-field=headline]").first.fill("")
    page.locator("[data-field=text]").first.fill("Una. Due. E tre \x7f.")
    content = exported_talk(page)
    file = tmp_path / "talk.toml"
    file.write_bytes(content)
    page = watched.open("/talk")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_text("Loaded: 1 slides.").wait_for()
    assert exported_talk(page) == content
    got = story_from_file(content, data, own_talk=True)
    assert got.story
    assert got.story.slides[0].language("en") == "it"
    page = watched.open("/present/own/1")
    assert page.locator(".slide:not(.off) .gloss").get_attribute("lang") == "it"
    assert watched.errors == []
