"""The fact sheet on paper and on a screen: two sheets of A4, nothing cut, letters that can be read, without scripts too."""

import io
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from data import Data
from tests import sample
from tests.browser.conftest import IN_CHROMIUM, Watched
from tests.browser.test_access import violations

A4 = (595, 842)
SMALLEST = 8  # points
CUT = """() => [...document.querySelectorAll('.sheet')].flatMap((sheet) => {
  const edge = sheet.getBoundingClientRect();
  return [...sheet.querySelectorAll('p, td, th, li, h2, h3, svg')].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width && !one.closest('caption') && (box.right > edge.right || box.bottom > edge.bottom || one.scrollWidth > one.clientWidth + 1 && one.clientWidth);
  }).map((one) => one.outerHTML.slice(0, 120));
})"""
OVERLAP = """() => [...document.querySelectorAll('.sheet')].flatMap((sheet) => {
  const boxes = [...sheet.querySelectorAll('.block, .sheet-closing, .sheet-foot')].map((one) => [one.className, one.getBoundingClientRect()]);
  return boxes.flatMap(([name, one], at) => boxes.slice(at + 1).filter(([, other]) =>
    one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1).map(([second]) => name + ' over ' + second));
})"""
LETTERS = """() => Math.min(...[...document.querySelectorAll('.sheet :is(p, td, th, li, h2, h3), .sheet svg text')].map((one) => {
  const drawing = one.closest('svg');
  const by = drawing ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 1;
  return parseFloat(getComputedStyle(one).fontSize) * by * 72 / 96;
}))"""


def printed_sheets(page: Page) -> list[Any]:
    """The sheets that a browser prints."""
    return list(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages)


@IN_CHROMIUM
@pytest.mark.parametrize("lang", ["it", *sample.nightly_values("en")])
@sample.EXTENT
def test_a_region_prints_on_two_sheets_and_nothing_is_cut(
    watched: Watched, data: Data, lang: str, extent: str
) -> None:
    regions = sample.regions(data, extent) if extent == sample.ALL else list(sample.TRAPS)[::3]
    for region in regions:
        page = watched.open(f"/factsheet?region={region}&lang={lang}&theme=dark")
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 794, "height": 1123})
        sheets = printed_sheets(page)
        assert [(round(item.mediabox.width), round(item.mediabox.height)) for item in sheets] == [A4, A4], (
            region
        )
        assert all(
            f"{number} di 2" in sheet.extract_text() or f"{number} of 2" in sheet.extract_text()
            for number, sheet in enumerate(sheets, 1)
        )
        assert page.evaluate(CUT) == [], region
        assert page.evaluate(OVERLAP) == [], region
        assert page.evaluate(LETTERS) >= SMALLEST - 0.01, region
    assert watched.abroad == []
    assert watched.errors == []


@IN_CHROMIUM
@pytest.mark.parametrize(
    "query", ["blocks=key", "blocks=pack,trend&region=ITC4", "blocks=standing&lens=own&region=CY00"]
)
def test_few_blocks_are_two_sheets_too(watched: Watched, query: str) -> None:
    page = watched.open(f"/factsheet?{query}")
    assert len(printed_sheets(page)) == 2


def test_the_button_prints_and_the_form_makes_another_sheet(watched: Watched) -> None:
    page = watched.open("/factsheet?region=DE21")
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Print or save as PDF").press("Enter")
    assert page.evaluate("window.printed")
    page.get_by_label("Region", exact=True).select_option("PT20")
    for name in ("Trend", "Structure"):
        page.get_by_label(name, exact=True).press("Space")
    page.get_by_role("button", name="Show").press("Enter")
    page.locator("[data-block=key]").wait_for()
    assert "region=PT20" in page.url
    assert page.locator("[data-block=trend], [data-block=structure]").count() == 0
    assert watched.errors == []


@pytest.mark.parametrize(("lang", "theme"), [("en", "light"), ("it", "dark")])
def test_axe_finds_nothing_on_a_fact_sheet(watched: Watched, lang: str, theme: str) -> None:
    page = watched.open(f"/factsheet?region=ES21&lang={lang}&theme={theme}")
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@IN_CHROMIUM
def test_it_prints_without_scripts(browser: Browser, site: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}/factsheet?region=EL30")
    assert page.get_by_role("button", name="Print or save as PDF").count() == 0
    sheets = printed_sheets(page)
    assert len(sheets) == 2
    assert "Attica" in sheets[0].extract_text()
