"""Playing the years: the address follows, the reader stops it, less motion is respected."""

import re

from playwright.sync_api import Browser, expect

from tests.browser.conftest import IN_BOTH, IN_CHROMIUM, Watched

PLAY = "button.play"


def test_the_years_play_to_the_latest_and_one_step_back_leads_to_where_they_began(watched: Watched) -> None:
    page = watched.open("/compare?indicator=gdp_per_head_pps&year=2021")
    page.click(PLAY)
    expect(page.locator(".play-said")).to_contain_text("2023", timeout=20_000)
    assert re.search(r"/compare\?classes=all$", page.url)
    title = page.locator("[data-chart='compare.on_map'] .legendtitletext").text_content()
    assert "2000–2023" in (title or "")
    page.go_back()
    page.wait_for_url(re.compile("year=2021$"))


@IN_BOTH
def test_a_key_stops_the_play_and_what_is_shown_stays(watched: Watched) -> None:
    page = watched.open("/compare?year=2005")
    page.click(PLAY)
    page.wait_for_url(re.compile("year=2006"))
    page.keyboard.press("Space")
    expect(page.locator(PLAY)).to_have_attribute("aria-label", "Play the years")
    watched.ready()
    stopped = page.url
    page.wait_for_timeout(1500)
    assert page.url == stopped
    year = page.locator('[id=\'{"control":"year"}\']').input_value()
    assert f"year={year}" in stopped


@IN_CHROMIUM
def test_less_motion_is_one_year_a_press_and_said(site: str, browser: Browser) -> None:
    context = browser.new_context(reduced_motion="reduce")
    watched = Watched(context.new_page(), site)
    page = watched.open("/compare?year=2005")
    page.click(PLAY)
    page.wait_for_url(re.compile("year=2006"))
    expect(page.locator(".play-said")).to_contain_text("less motion")
    watched.ready()
    page.wait_for_timeout(1500)
    assert "year=2006" in page.url
    context.close()
