"""The hand-out: printed whole, taken as a file, given up half-way."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from pptx import Presentation
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from components.layout.coverage import covers_region
from components.talks.stories import stories
from components.views import TABS
from data import Data
from tests import sample
from tests.browser.conftest import IN_CHROMIUM, Watched
from tests.browser.test_in_step import Host


def root(file: PdfReader) -> Any:
    """What the file says of itself."""
    return file.trailer["/Root"]


def elements(file: PdfReader) -> Iterator[Any]:
    """Every element of a tagged file's structure: paragraphs, headings, figures."""
    waiting: list[Any] = [root(file)["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, ArrayObject):
            waiting.extend(node)
        elif isinstance(node, DictionaryObject):
            if "/S" in node:
                yield node
            waiting.extend([node["/K"]] if "/K" in node else [])


@IN_CHROMIUM
@pytest.mark.parametrize("language", ["it", *sample.nightly_values("en")])
def test_the_printed_talk_has_a_page_for_each_slide_with_its_text(
    watched: Watched, data: Data, language: str
) -> None:
    page = watched.open(f"/present/milan/print?lang={language}&theme=dark")
    slides = stories(data)["milan"].slides
    assert page.locator(".sheet .slide[data-fits=true] img.qr").count() == len(slides)
    file = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True, tagged=True)))
    pages = file.pages
    alternatives = [str(item.get("/Alt") or "") for item in elements(file) if item["/S"] == "/Figure"]
    charts = page.locator(".sheet .frame:has(.js-plotly-plot)").count()
    assert charts >= 10
    assert len(alternatives) == len(slides) + charts
    assert all(len(item) > 20 for item in alternatives)
    assert root(file)["/Lang"] == language
    assert len(pages) == len(slides)
    for number, (sheet, slide) in enumerate(zip(pages, slides, strict=True), start=1):
        width, height = float(sheet.mediabox.width), float(sheet.mediabox.height)
        assert (round(width), round(height)) == (842, 595)
        text = " ".join(sheet.extract_text().split())
        assert slide.headline[language].split("'")[0] in text
        assert f"/present/milan/{number}" in text
    assert watched.abroad == []
    assert watched.errors == []


@IN_CHROMIUM
def test_the_talk_is_taken_as_powerpoint_with_a_picture_of_each_chart(watched: Watched, data: Data) -> None:
    page = watched.open("/present/milan-five/print")
    with page.expect_download() as taken:
        page.get_by_role("button", name="PowerPoint").click()
    deck = Presentation(io.BytesIO(taken.value.path().read_bytes()))
    assert len(deck.slides) == len(stories(data)["milan-five"].slides)
    pictures = [shape for slide in deck.slides for shape in slide.shapes if shape.shape_type == 13]
    assert len(pictures) == 3
    assert all(shape.image.size[0] >= 1800 for shape in pictures)
    assert watched.errors == []


def test_the_hand_out_of_a_view_has_the_charts_that_cover_the_region_and_no_others(
    watched: Watched, data: Data
) -> None:
    covered = [name for name in TABS["clusters"].charts if covers_region(name, data, "BG34")]
    assert 1 < len(covered) < len(TABS["clusters"].charts)
    page = watched.open("/present/clusters/print?region=BG34")
    assert page.locator(".sheet").count() == len(covered)
    assert page.locator(".sheet .folio").last.text_content() == f"{len(covered)} / {len(covered)}"
    with page.expect_download() as taken:
        page.get_by_role("button", name="PowerPoint").click()
    deck = Presentation(io.BytesIO(taken.value.path().read_bytes()))
    assert len(deck.slides) == len(covered)
    graphs = page.locator(".sheet .frame:has(.js-plotly-plot)").count()
    pictures = [shape for slide in deck.slides for shape in slide.shapes if shape.shape_type == 13]
    assert len(pictures) == graphs > 1
    assert watched.errors == []


def test_long_work_can_be_given_up(watched: Watched) -> None:
    page = watched.open("/present/milan/print")
    page.get_by_role("button", name="PowerPoint").click()
    page.get_by_role("button", name="Cancel").click()
    page.locator("body[data-pptx]").wait_for(state="attached")
    assert page.locator(".print-state").inner_text() == "Cancelled."
    assert watched.errors == []


@IN_CHROMIUM
def test_where_others_cannot_come_the_page_says_so_and_leaves_links_and_codes_out(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PUBLIC", raising=False)
    host = Host(tmp_path)
    host.start()
    try:
        page = browser.new_context(service_workers="block").new_page()
        page.goto(f"http://{host.address}/present/milan-five/print")
        page.locator("body[data-ready=true]").wait_for()
        assert "Links and codes are left out" in page.locator(".print-nowhere").inner_text()
        assert page.locator(".sheet img.qr, .sheet .way-back a[href^='http://127']").count() == 0
        text = " ".join(item.extract_text() for item in PdfReader(io.BytesIO(page.pdf())).pages)
        assert "127.0.0.1" not in text
        assert "Links and codes" not in text
        with page.expect_download() as taken:
            page.get_by_role("button", name="PowerPoint").click()
        deck = Presentation(io.BytesIO(taken.value.path().read_bytes()))
        links = [
            rel.target_ref for slide in deck.slides for rel in slide.part.rels.values() if rel.is_external
        ]
        assert [item for item in links if "127.0.0.1" in item] == []
        page.goto(f"http://{host.address}/present/milan-five/1")
        page.locator("body[data-ahead='1']").wait_for(state="attached")
        page.keyboard.press("q")
        assert "Phones cannot reach" in page.locator("dialog .warning").inner_text()
        assert page.locator("dialog img").count() == 0
        page.context.close()
    finally:
        host.stop()


@IN_CHROMIUM
def test_what_was_changed_on_a_slide_is_changed_on_paper_behind_the_code_and_in_the_file(
    watched: Watched, data: Data
) -> None:
    words = stories(data)["milan-five"].slides[0].words("en")
    page = watched.open("/present/milan-five/1?region=ITH5")
    page = watched.open("/present/milan-five/print")
    sheet = page.locator(".sheet").first
    assert not [text for text in words if text in sheet.inner_text()]
    assert "Emilia-Romagna" in sheet.locator("h2").inner_text()
    assert "region=ITH5" in (sheet.locator("img.qr").get_attribute("alt") or "")
    with page.expect_download() as taken:
        page.get_by_role("button", name="PowerPoint").click()
    slide = Presentation(io.BytesIO(taken.value.path().read_bytes())).slides[0]
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert not set(texts) & set(words)
    assert any("region=ITH5" in text for text in texts)
    assert slide.notes_slide.notes_text_frame.text.startswith("These words were written for another state")
    assert watched.errors == []
