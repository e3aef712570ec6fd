"""A fresh page: painted by the server, its charts drawn before Dash is there, and taken over without a blink."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Route

from components.layout import content
from components.state.selection import Selection
from data import Data
from tests.browser.conftest import Watched

DASH = "**/static/dash-renderer.*"
WATCH = """
window.seen = {pictures: 0, empty: 0, waiting: 0, drawn: 0};
document.addEventListener('regioscope:drawn', () => { seen.drawn += 1; });
const look = () => {
  if (document.getElementById('react-entry-point')) {
    seen.pictures += 1;
    if (!document.querySelector('#content h1')) seen.empty += 1;
    if ([...document.querySelectorAll('._dash-loading')].some((one) => one.checkVisibility())) seen.waiting += 1;
  }
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
DRAWN = "count => document.querySelectorAll('#paint .drawing .main-svg:first-child').length === count"


@contextmanager
def before_dash(watched: Watched, address: str) -> Iterator[Page]:
    """The page at `address` as long as Dash's own script has not come; at the end it comes."""
    page, held, over = watched.page, list[Route](), list[bool]()

    def hold(route: Route) -> None:
        """Keep the script back, or let it pass where it is asked for only after the end."""
        if over:
            route.continue_()
        else:
            held.append(route)

    page.add_init_script(WATCH)
    page.route(DASH, hold)
    page.goto(watched.site + address, wait_until="commit")
    page.locator("#paint footer").wait_for()
    yield page
    over.append(True)
    for route in held:
        route.continue_()
    watched.ready()
    assert watched.errors == []


def test_charts_are_drawn_before_dash_is_there_and_once(watched: Watched, data: Data) -> None:
    charts = len(content.page_content(data, Selection()).figures)
    with before_dash(watched, "/economy") as page:
        page.wait_for_function(DRAWN, arg=charts)
        page.evaluate("document.querySelectorAll('.drawing').forEach((box) => { box.early = true; })")
    assert page.locator("#paint").count() == 0
    assert (
        page.evaluate("[...document.querySelectorAll('.drawing')].filter((box) => box.early).length")
        == charts
    )
    assert page.evaluate("seen.drawn") == charts


def test_the_page_is_never_empty_nor_says_that_it_loads(watched: Watched) -> None:
    with before_dash(watched, "/compare?lang=it") as page:
        page.wait_for_function("() => seen.pictures > 10")
    seen = page.evaluate("seen")
    assert (seen["empty"], seen["waiting"]) == (0, 0)


def test_the_keyboard_stays_where_it_is_when_dash_comes(watched: Watched) -> None:
    link = "nav.tabs a[href^='/clusters']"
    with before_dash(watched, "/economy") as page:
        page.locator(link).focus()
    assert page.evaluate(f'document.activeElement.matches("{link}")')


def test_an_anchor_leads_to_its_section(watched: Watched) -> None:
    page = watched.open("/economy?region=ITH5#specialisation")
    page.wait_for_timeout(700)
    top = page.evaluate("document.getElementById('specialisation').getBoundingClientRect().top")
    assert 0 <= top < 450


def test_text_comes_first_then_charts_then_dash(watched: Watched) -> None:
    order: list[str] = []
    page = watched.page
    page.on("request", lambda request: order.append(request.url.rpartition("/")[2]))
    watched.open("/economy")
    layouts = [at for at, name in enumerate(order) if name == "_dash-layout"]
    plotly = next(at for at, name in enumerate(order) if name.startswith("plotly."))
    dash = next(at for at, name in enumerate(order) if name.startswith("dash-renderer."))
    assert layouts[0] < dash
    assert plotly < dash < layouts[1]
