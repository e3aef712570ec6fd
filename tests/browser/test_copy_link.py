"""The link of a chart: copied by a click, followed where the browser copies nothing."""

from playwright.sync_api import Browser, expect

from tests.browser.conftest import Watched

NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"


def test_a_copied_link_opens_the_chart_as_it_was(site: str, browser: Browser) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    watched = Watched(context.new_page(), site)
    page = watched.open("/economy?region=EE00&indicator=unemployment_rate")
    card = page.locator("figure[data-chart='economy.trend']")
    card.locator("[data-part=menu] summary").first.click()
    link = card.locator("[data-part=link]")
    link.click()
    expect(link).to_have_text("Link copied")
    expect(page.locator("#voice")).to_have_text("Link copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{site}/economy?indicator=unemployment_rate&region=EE00#economy.trend"
    context.close()


def test_where_nothing_can_be_copied_the_address_bar_has_the_link(site: str, browser: Browser) -> None:
    context = browser.new_context()
    context.add_init_script(NO_CLIPBOARD)
    watched = Watched(context.new_page(), site)
    page = watched.open("/economy?part=structure&region=DE30")
    card = page.locator("main figure[data-chart]").first
    name = card.get_attribute("data-chart")
    card.locator("[data-part=menu] summary").first.click()
    card.locator("[data-part=link]").click()
    page.wait_for_url(f"**/economy?part=structure&region=DE30#{name}")
    context.close()
