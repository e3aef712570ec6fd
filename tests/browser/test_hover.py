"""One gesture, one meaning: a region under the pointer or the keyboard is ringed in every chart and row of the screen;
Back leads to where the reader was."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import IN_BOTH, Watched

RINGED = "() => [...document.querySelectorAll('.hover-ring')].map((one) => one.closest('[data-chart]').dataset.chart)"


@pytest.mark.parametrize(
    ("address", "chart", "other"),
    [
        ("/compare?form=tiles&region=DE30", "compare.on_tiles", "compare.trend"),
        ("/initiatives?region=DE30", "initiatives.partner_ranking", "initiatives.partner_map"),
        ("/clusters?region=DE30&division=C20&part=all", "clusters.division_regions", "clusters.division_map"),
    ],
)
def test_the_keyboard_rings_a_region_in_the_other_charts(
    watched: Watched, address: str, chart: str, other: str
) -> None:
    page = watched.open(address)
    frame = page.locator(f"[data-chart='{chart}'] .frame")
    frame.focus()
    frame.press("Home")
    assert chart in page.evaluate(RINGED)
    if other != "compare.trend":
        assert other in page.evaluate(RINGED)
    frame.press("Enter")
    page.wait_for_url("**mark=**")
    watched.ready()
    expect(page.locator(".mark-bar")).to_be_visible()


@IN_BOTH
def test_a_row_under_the_pointer_is_ringed_on_the_map(watched: Watched) -> None:
    page = watched.open("/compare?region=DE30")
    page.locator("[data-chart='compare.ranking'] tr[data-region]").first.hover()
    assert "compare.on_map" in page.evaluate(RINGED)
    page.mouse.move(5, 5)
    assert page.evaluate(RINGED) == []


@IN_BOTH
def test_back_leads_to_where_the_page_stood(watched: Watched) -> None:
    page = watched.open("/economy?region=DE30")
    page.mouse.wheel(0, 600)
    page.wait_for_function("() => window.scrollY > 300")
    left = page.evaluate("window.scrollY")
    page.evaluate("document.querySelector('[data-part-link=research]').click()")
    page.wait_for_url("**part=research**")
    watched.ready()
    page.evaluate("window.scrollTo(0, 0)")
    page.go_back()
    page.wait_for_function("() => location.search.indexOf('part') < 0")
    watched.ready()
    page.wait_for_function("y => Math.abs(window.scrollY - y) < 5", arg=left)
