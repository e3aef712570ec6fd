"""The find box: keys that lead to it, and the list under it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import IN_BOTH, Watched
from tests.browser.test_access import AXE, RULES


def type_query(page: Page, text: str) -> None:
    page.keyboard.press("/")
    expect(page.locator("#find-text")).to_be_focused()
    page.locator("#find-text").press_sequentially(text)
    page.locator("#find-list [role=option]").first.wait_for()


@pytest.mark.parametrize("address", ["/economy?region=DE30", "/glossary?region=DE30"])
def test_the_list_is_worked_with_keys_and_nothing_is_chosen_unasked(watched: Watched, address: str) -> None:
    page = watched.open(address)
    type_query(page, "patents")
    first = page.locator("#find-list [role=option]").first
    assert "Berlin, 2017–2018" in (first.text_content() or "")
    assert page.locator("[aria-selected=true]").count() == 0
    found = AXE.run(page, context=".find-box", options={"runOnly": {"type": "tag", "values": RULES}}).response
    assert [item["id"] for item in found["violations"]] == []
    page.keyboard.press("ArrowDown")
    assert page.locator("#find-text").get_attribute("aria-activedescendant") == "find-option-0"
    page.keyboard.press("Escape")
    expect(page.locator("#find-list")).to_be_hidden()
    page.keyboard.press("Control+k")
    page.locator("#find-text").press_sequentially("x")
    page.keyboard.press("Backspace")
    page.locator("#find-text").fill("patents")
    page.locator("#find-list [role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/indicators/rci_patents\?region=DE30"))


def test_enter_without_a_choice_shows_the_page_of_results(watched: Watched) -> None:
    page = watched.open("/compare?region=DE30")
    page.evaluate("window.regioscope.change({ region: 'ES21' })")
    page.wait_for_url(re.compile("ES21"))
    watched.ready()
    type_query(page, "Lomb")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/find\?q=Lomb.*region=ES21"))
    assert "Lombardy" in (page.locator("[data-hit] a").first.text_content() or "")


@IN_BOTH
def test_a_region_is_chosen_by_typing_and_never_unasked(watched: Watched) -> None:
    page = watched.open("/economy")
    box, said = page.locator("[data-find=region] input"), page.locator("[data-find=region] .find-said")
    expect(box).to_have_value("Lombardy (ITC4)")
    box.click()
    expect(page.locator("[data-find=region] [aria-selected=true]")).to_contain_text("Lombardy")
    box.fill("Baviera")
    box.press("Enter")
    expect(said).to_contain_text("Several fit")
    found = AXE.run(page, context="[data-find=region]", options={"runOnly": {"type": "tag", "values": RULES}})
    assert [item["id"] for item in found.response["violations"]] == []
    assert "region=" not in page.url
    box.press("ArrowDown")
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url(re.compile("region=DE22"))
    watched.ready()
    expect(box).to_have_value("Lower Bavaria (DE22)")
    box.fill("nowhere at all")
    box.press("Escape")
    expect(box).to_have_value("Lower Bavaria (DE22)")
    page.go_back()
    expect(box).to_have_value("Lombardy (ITC4)")


def test_a_sector_is_chosen_by_typing_and_taken_back_by_typing(watched: Watched) -> None:
    page = watched.open("/clusters?region=DE21")
    box = page.locator("[data-find=division] input")
    expect(box).to_have_value("The region's strongest")
    box.fill("motor veh")
    page.locator("[data-find=division] [role=option]").first.wait_for()
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url(re.compile("division=C29"))
    watched.ready()
    expect(box).to_have_value(re.compile("^C29 "))
    expect(page.locator("[data-chart='clusters.division_map'] h3")).to_contain_text("C29")
    box.fill("strongest")
    page.locator("[data-find=division] [role=option]").first.wait_for()
    box.press("Enter")
    page.wait_for_url(lambda url: "division" not in url)
