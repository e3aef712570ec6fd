"""What readers come for is found from the home page, with nothing known but the screen: in three clicks at most, and
1,000 pixels of scrolling."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import sample
from tests.browser.conftest import Watched

SIZES = [(1280, 720), *sample.nightly_values((1920, 1080)), (390, 844)]
MOST_CLICKS, MOST_SCROLLING = 3, 1000


class Reader:
    """Somebody at the home page who counts clicks and how far the page has to be scrolled for each."""

    def __init__(self, watched: Watched, width: int, height: int) -> None:
        self.watched, self.page, self.height = watched, watched.page, height
        self.page.set_viewport_size({"width": width, "height": height})
        self.clicks, self.scrolled = 0, 0.0
        self.page.goto(watched.site + "/")

    def find(self, thing: Locator) -> Locator:
        """Scroll down to it, and count how far."""
        box = thing.bounding_box()
        assert box, "it is not to be seen"
        self.scrolled += max(0.0, box["y"] + box["height"] - self.height)
        thing.scroll_into_view_if_needed()
        self.clicks += 1
        return thing

    def open_comparison(self) -> Page:
        """Follow the link to the comparison, and wait for its charts."""
        self.find(self.page.get_by_role("link", name="Compare", exact=True).last).click()
        return self.watched.ready()

    def check(self) -> None:
        """Whether that was little enough."""
        assert self.clicks <= MOST_CLICKS
        assert self.scrolled <= MOST_SCROLLING


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_ranking_is_narrowed_to_a_group(watched: Watched, width: int, height: int) -> None:
    reader = Reader(watched, width, height)
    page = reader.open_comparison()
    group = page.get_by_label("Regions in view")
    options = group.locator("option").all_inner_texts()
    for kind in ("Italy", "apital", "nnovat", "eighbour"):
        assert any(kind in option for option in options), options
    reader.find(group).select_option("IT")
    page.wait_for_url(re.compile("within=IT"))
    watched.ready()
    expect(page.locator("[data-chart='compare.ranking'] [data-part=summary]")).to_contain_text("Italy")
    reader.check()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_whole_ranking_is_sorted_by_a_column(watched: Watched, width: int, height: int) -> None:
    reader = Reader(watched, width, height)
    page = reader.open_comparison()
    reader.find(page.locator(".ranked-rows thead a", has_text="Change")).click()
    page.wait_for_url(re.compile("sort=change#ranking"))
    table = page.locator(".whole-ranking")
    assert table.locator("tbody tr").count() > 200
    expect(table.locator("th[aria-sort=descending]")).to_contain_text("Change")
    expect(table.locator("thead")).to_be_in_viewport()
    reader.check()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_audience_gets_a_code_for_its_phones(watched: Watched, width: int, height: int) -> None:
    reader = Reader(watched, width, height)
    page = reader.page
    reader.find(page.get_by_role("link", name="Present", exact=True).first).click()
    reader.find(page.get_by_role("link", name="Start the talk").first).click()
    reader.find(page.get_by_role("button", name="QR")).click()
    expect(page.locator("img.qr")).to_be_visible()
    titles = page.locator(".slide.now .headline-title, .slide:not([hidden]) .headline-title")
    expect(titles).not_to_have_count(0)
    assert all(title.inner_text().strip() for title in titles.all())
    reader.check()
