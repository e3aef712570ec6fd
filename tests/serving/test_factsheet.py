"""The fact sheet as it is served: a page, and a PowerPoint file with the same words and numbers."""

import io
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient
from pptx import Presentation
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.util import Mm

from components.i18n.text import LANGUAGES, say
from components.layout.factsheet.choice import BLOCKS
from data import Data
from serving.powerpoint import KIND
from tests import sample

SMALLEST = 8
TAGS = re.compile(r"<title>.*?</title>|<[^>]+>", re.DOTALL)
SPOKEN = {"en": MSO_LANGUAGE_ID.ENGLISH_UK, "it": MSO_LANGUAGE_ID.ITALIAN}


def deck_of(client: FlaskClient, query: str) -> Any:
    answer = client.get(f"/factsheet.pptx?{query}")
    assert (answer.status_code, answer.mimetype) == (200, KIND)
    return Presentation(io.BytesIO(answer.data))


def frames(deck: Any) -> Iterator[Any]:
    """Every frame of text of a file, those of its tables too."""
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield shape.text_frame
            if getattr(shape, "has_table", False) and shape.has_table:
                yield from (cell.text_frame for row in shape.table.rows for cell in row.cells)


def page_of(client: FlaskClient, query: str) -> str:
    answer = client.get(f"/factsheet?{query}")
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def texts_of_blocks(page: str) -> list[str]:
    """What stands in the blocks of a page, an element each."""
    blocks = re.findall(r'<section[^>]*data-block="\w+">(.*?)</section>', page, re.DOTALL)
    inside = [
        text for item in blocks for text in re.findall(r"<(p|td|th|li|h3)\b[^>]*>(.*?)</\1>", item, re.DOTALL)
    ]
    return [unescape(TAGS.sub("", text)).strip() for _, text in inside]


@pytest.mark.parametrize(("lang", "turn"), list(zip(LANGUAGES, (1, 5), strict=True)))
@sample.EXTENT
def test_the_file_says_what_the_page_says(
    client: FlaskClient, data: Data, lang: str, turn: int, extent: str
) -> None:
    regions = sample.share(data, turn, extent)
    for region in regions if extent == sample.ALL else regions[:3]:
        query = f"region={region}&lang={lang}"
        deck, page = deck_of(client, query), page_of(client, query)
        texts = {
            paragraph.text.removeprefix("• ") for frame in frames(deck) for paragraph in frame.paragraphs
        }
        shown = texts_of_blocks(page)
        assert len(shown) > 60, region
        assert [text for text in shown if text and text not in texts] == [], region
        assert len(deck.slides) == 2
        assert (deck.slide_width, deck.slide_height) == (Mm(210), Mm(297))
        assert page.count('class="sheet"') == 2


def test_the_chart_of_the_file_has_the_values_of_the_trend(client: FlaskClient) -> None:
    deck = deck_of(client, "region=DE21&blocks=trend")
    (chart,) = [
        shape.chart for slide in deck.slides for shape in slide.shapes if getattr(shape, "has_chart", False)
    ]
    plot = chart.plots[0]
    assert [item.name for item in plot.series] == ["Upper Bavaria", "Germany", "European Union"]
    newest = f"{plot.series[0].values[-1]:,.0f}"
    assert newest in page_of(client, "region=DE21&blocks=trend")


def test_letters_are_large_enough_and_nothing_hangs_over_an_edge(client: FlaskClient, data: Data) -> None:
    for region, lang in zip(sample.share(data, 4)[:2], LANGUAGES, strict=True):
        deck = deck_of(client, f"region={region}&lang={lang}")
        for frame in frames(deck):
            for run in (run for paragraph in frame.paragraphs for run in paragraph.runs):
                assert run.font.size.pt >= SMALLEST
                assert run.font.language_id == SPOKEN[lang]
        for slide in deck.slides:
            assert slide.shapes.title.text_frame.text
            for shape in slide.shapes:
                assert shape.left >= 0
                assert shape.top >= 0
                assert shape.left + shape.width <= deck.slide_width
                assert shape.top + shape.height <= deck.slide_height
                if shape.shape_type == 13:
                    assert shape._element.xpath(".//p:cNvPr")[0].get("descr")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_does_not_exist_is_said(client: FlaskClient, lang: str) -> None:
    page = page_of(client, f"region=XX99&blocks=key,flowers&lang={lang}")
    assert "XX99" in page
    assert "flowers" in page
    answer = client.get(f"/factsheet.pptx?region=XX99&lang={lang}")
    assert answer.status_code == 404
    assert answer.mimetype == "text/plain"
    assert "XX99" in answer.get_data(as_text=True)
    for language in LANGUAGES:
        assert unescape(page_of(client, "lang=xx")).count(say("notice.lang", language, asked="xx")) == 1


def test_a_strangers_words_are_written_as_words(client: FlaskClient) -> None:
    page = page_of(client, "blocks=%3Cscript%3Ealert(1)%3C/script%3E&region=%3Cb%3E")
    assert "<script>alert" not in page
    assert "<b>" not in page


def test_the_form_keeps_what_is_chosen_and_works_without_scripts(client: FlaskClient) -> None:
    page = page_of(client, "region=DE21&blocks=key&blocks=twin&lens=income&peers=5&lang=it&theme=dark")
    assert re.findall(r'value="(\w+)" class="form-check-input" checked', page) == ["key", "twin"]
    for name, value in (("peers", "5"), ("lang", "it"), ("theme", "dark")):
        assert f'<input type="hidden" name="{name}" value="{value}">' in page
    boxes = re.findall(r'name="blocks" value="(\w+)"', page)
    assert boxes == list(BLOCKS)


def test_the_sheet_is_linked_from_views_home_and_find(client: FlaskClient) -> None:
    for address, href in (
        ("/economy?region=EE00", "/factsheet?region=EE00"),
        ("/s3?region=EE00&lens=income&lang=it", "/factsheet?region=EE00&amp;lang=it&amp;lens=income"),
        ("/", "/factsheet"),
        ("/glossary", "/factsheet"),
        ("/find?q=fact+sheet&region=EE00", "/factsheet?region=EE00"),
        ("/find?q=scheda&region=EE00&lang=it", "/factsheet?region=EE00&amp;lang=it"),
    ):
        assert f'href="{href}"' in client.get(address).get_data(as_text=True), address
