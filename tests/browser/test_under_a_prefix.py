"""The dashboard at a path of another site, behind nginx: a reader, a presenter and a phone never leave that path, and
nothing that they ask for is missing."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Response

from bench.serve import serve
from chaos.nginx import nginx_before

BASE = "/eu/regioscope"
PUBLIC = "https://talk.example"
SIZE = {"width": 1280, "height": 900}


class Visit:
    """What a browser on a device of its own asks for, and what goes wrong."""

    def __init__(self, browser: Browser, home: str) -> None:
        self.home = home
        self.context: BrowserContext = browser.new_context(viewport=SIZE, service_workers="block")  # type: ignore[arg-type]
        self.asked = 0
        self.faults: list[str] = []
        self.context.on("response", self.answered)
        self.context.on("requestfailed", self.failed)
        self.context.on(
            "console", lambda said: self.faults.append(said.text) if said.type == "error" else None
        )

    def answered(self, response: Response) -> None:
        """Keep what is asked outside the path, and what is answered with an error."""
        if response.url.startswith(("data:", "blob:")):
            return
        self.asked += 1
        if response.status >= 400 or not response.url.startswith(f"{self.home}/"):
            self.faults.append(f"{response.status} {response.url}")

    def failed(self, request: Request) -> None:
        """Keep what came to nothing, unless nobody waits for it any more."""
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"{request.failure} {request.url}")

    def open(self, path: str) -> Page:
        """A new page there, drawn."""
        page = self.context.new_page()
        page.goto(self.home + path)
        return when_drawn(page)


def when_drawn(page: Page) -> Page:
    """The page, once everything on it is drawn."""
    page.locator("body[data-ready=true]").wait_for(timeout=60_000)
    return page


@pytest.fixture(scope="module")
def home() -> Iterator[str]:
    """The dashboard's own address behind nginx, which serves nothing else."""
    settings = {"BASE_PATH": f"{BASE}/", "PUBLIC": PUBLIC, "WORKERS": "1"}
    with (
        serve("app:server", f"{BASE}/healthz", **settings) as server,
        nginx_before(server.site, {"location / {": f"location {BASE}/ {{"}) as (site, _),
    ):
        yield site + BASE


@pytest.fixture
def visit(browser: Browser, home: str) -> Iterator[Visit]:
    """A reader; at the end nothing has gone astray."""
    visit = Visit(browser, home)
    yield visit
    visit.context.close()
    assert visit.faults == []
    assert visit.asked > 5


def wait_for_page(visit: Visit, page: Page, path: str) -> None:
    """Wait until the page is there and drawn."""
    page.wait_for_url(visit.home + path)
    when_drawn(page)


def test_a_reader_goes_through_views_and_back_and_takes_rows_along(visit: Visit) -> None:
    page = visit.open("/economy")
    page.get_by_label("Region", exact=True).select_option("ES21")
    wait_for_page(visit, page, "/economy?region=ES21")
    page.locator("[data-part-link=research]").click()
    wait_for_page(visit, page, "/economy?part=research&region=ES21")
    page.locator(".tabs a", has_text="Compare").click()
    page.wait_for_url(f"{visit.home}/compare?region=ES21")
    when_drawn(page)
    page.locator(".choroplethlayer path").first.wait_for(state="attached")
    page.go_back()
    wait_for_page(visit, page, "/economy?part=research&region=ES21")
    card = page.locator("[data-chart]").first
    card.locator("details[data-part=menu] summary").first.click()
    card.locator("[data-table]").click()
    card.locator("[data-part=table] table").wait_for()
    card.locator("details[data-part=menu] summary").first.click()
    with page.expect_download() as rows:
        card.locator("[data-part=csv]").click()
    assert b"ES21" in rows.value.path().read_bytes()
    page.locator("a[data-nav=switch][lang=it]").click()
    wait_for_page(visit, page, "/economy?lang=it&part=research&region=ES21")
    page.locator("a.brand").click()
    page.wait_for_url(lambda url: url.startswith(f"{visit.home}/") and "research" not in url)


def test_a_chart_is_pinned_and_given_as_a_talk(visit: Visit) -> None:
    page = visit.open("/economy?part=all&region=ITH5")
    card = page.locator("[data-chart='economy.trend']")
    card.locator("details[data-part=menu] summary").first.click()
    card.locator("[data-pin]").click()
    talk = visit.open("/talk")
    assert talk.locator("body").get_attribute("data-slides") == "1"
    there = talk.locator("[data-slide] a").get_attribute("href")
    assert there == f"{BASE}/economy?part=all&region=ITH5#economy.trend"
    talk.locator(".own-ways a").first.click()
    wait_for_page(visit, talk, "/present/own/1")
    view = visit.open("/economy?region=ITH5#economy.trend")
    assert view.locator("[data-chart='economy.trend']").count() == 1


def test_a_talk_is_given_to_phones_and_printed(visit: Visit, browser: Browser) -> None:
    page = visit.open("/economy?part=all")
    card = page.locator("[data-chart='economy.trend']")
    card.locator("details[data-part=menu] summary").first.click()
    card.locator("[data-part=present]").click()
    page.wait_for_url(f"{visit.home}/present/economy/**")
    when_drawn(page)
    deck = visit.open("/present/milan/1")
    deck.keyboard.press("PageDown")
    deck.locator("body[data-shown='2']").wait_for(state="attached")
    assert deck.url.startswith(f"{visit.home}/present/milan/2")
    deck.wait_for_function("() => Boolean(window.present.room.now().id)")
    deck.keyboard.press("q")
    address = deck.locator("dialog .address").inner_text()
    assert address.startswith(f"{PUBLIC}{BASE}/present/milan/2?")
    deck.wait_for_function("() => document.querySelector('dialog img.qr').naturalWidth > 0")
    phone = Visit(browser, visit.home)
    heard = phone.open(address.removeprefix(PUBLIC + BASE))
    heard.locator("button.follow").click()
    deck.keyboard.press("q")
    deck.keyboard.press("PageDown")
    heard.locator("body[data-shown='3']").wait_for(state="attached")
    assert heard.url.startswith(f"{visit.home}/present/milan/3")
    phone.context.close()
    assert phone.faults == []
    paper = visit.open("/present/milan-five/print")
    assert paper.locator("a.address").first.inner_text().startswith(f"{PUBLIC}{BASE}/present/milan-five/1")
    assert paper.locator("img.qr").first.evaluate("one => one.naturalWidth") > 0


def test_the_presenters_window_the_room_check_and_the_pages_of_words(visit: Visit) -> None:
    talk_list = visit.open("/present")
    talk_list.locator("a[href$='/milan/notes']").click()
    wait_for_page(visit, talk_list, "/present/milan/notes")
    with talk_list.context.expect_page() as opened:
        talk_list.get_by_role("button", name="Projector").first.click()
    opened.value.wait_for_url(f"{visit.home}/present/milan/1")
    check = visit.open("/room-check")
    check.locator("[data-check=code][src]").wait_for()
    assert check.locator("[data-check=address]").inner_text() == f"{PUBLIC}{BASE}/room-check/phone"
    for path in ("/about", "/accessibility", "/room-check/phone"):
        visit.open(path).locator("main").wait_for()
