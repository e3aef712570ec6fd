"""The hand-out: printed whole, taken as a file, given up half-way."""

import io

import pytest
from pptx import Presentation
from pypdf import PdfReader

from components.stories import stories
from components.text import LANGUAGES
from data import Data
from tests.browser.conftest import Watched


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_printed_talk_has_a_page_for_each_slide_with_its_text(
    watched: Watched, data: Data, language: str
) -> None:
    page = watched.open(f"/present/milan/print?lang={language}&theme=dark")
    slides = stories(data)["milan"].slides
    assert page.locator(".sheet .slide[data-fits=true] img.qr").count() == len(slides)
    pages = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True))).pages
    assert len(pages) == len(slides)
    for number, (sheet, slide) in enumerate(zip(pages, slides, strict=True), start=1):
        width, height = float(sheet.mediabox.width), float(sheet.mediabox.height)
        assert (round(width), round(height)) == (842, 595)
        text = " ".join(sheet.extract_text().split())
        assert slide.headline[language].split("'")[0] in text
        assert f"/present/milan/{number}" in text
    assert watched.abroad == []
    assert watched.errors == []


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


def test_long_work_can_be_given_up(watched: Watched) -> None:
    page = watched.open("/present/milan/print")
    page.get_by_role("button", name="PowerPoint").click()
    page.get_by_role("button", name="Cancel").click()
    page.locator("body[data-pptx]").wait_for(state="attached")
    assert page.locator(".print-state").inner_text() == "Cancelled."
    assert watched.errors == []
