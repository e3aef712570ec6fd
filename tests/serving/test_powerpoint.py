"""The hand-out as a file: its words are words, its notes are notes, each slide has its source, and nothing but a
picture is taken for one."""

import io
import json
import re
import struct
import zipfile
from typing import Any

import pytest
from flask.testing import FlaskClient
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Emu

from components.i18n.text import LANGUAGES
from components.talks.stories import stories
from components.views import CHARTS
from data import Data
from serving.powerpoint import KIND
from serving.powerpoint_file import fitting_lines, table
from serving.powerpoint_layout import ROW_SIZES, height_of
from serving.powerpoint_template import template


def png(width: int = 1800, height: int = 860) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(made, "PNG")
    return made.getvalue()


def asked(data: Data, name: str, language: str) -> dict[str, Any]:
    """What the hand-out's page sends for a story."""
    slides = [
        {
            "chart": page.chart,
            "query": page.view.partition("?")[2],
            "link": f"http://room.lan/present/{name}/{number}",
            **{
                field: getattr(page, field)[language] if getattr(page, field) else ""
                for field in ("headline", "text", "question", "notes")
            },
        }
        for number, page in enumerate(stories(data)[name].slides, start=1)
    ]
    return {"title": stories(data)[name].title[language], "lang": language, "slides": slides}


def post_talk(client: FlaskClient, talk: Any, pictures: dict[str, bytes]) -> Any:
    files = {key: (io.BytesIO(content), f"{key}.png") for key, content in pictures.items()}
    return client.post("/handout.pptx", data={"talk": json.dumps(talk), **files})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_of_the_milan_talk_is_in_the_file(client: FlaskClient, data: Data, language: str) -> None:
    talk = asked(data, "milan", language)
    answer = post_talk(client, talk, {f"picture-{n}": png() for n in range(1, len(talk["slides"]) + 1)})
    assert (answer.status_code, answer.mimetype) == (200, KIND)
    deck = Presentation(io.BytesIO(answer.data))
    assert len(deck.slides) == len(talk["slides"])
    for slide, given in zip(deck.slides, talk["slides"], strict=True):
        assert slide.shapes.title.text_frame.text == given["headline"]
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert given["text"] in texts
        assert any(
            given["link"] in text and ("CC BY" in text or "©" in text or "fatti" in text or "facts" in text)
            for text in texts
        )
        assert slide.notes_slide.notes_text_frame.text.startswith(given["notes"])
        check_slide(slide, deck)


def check_slide(slide: Any, deck: Any) -> None:
    """Nothing hangs over the edge, every picture has its words."""
    for shape in slide.shapes:
        assert Emu(0) <= shape.left
        assert shape.left + shape.width <= deck.slide_width
        assert shape.top + shape.height <= deck.slide_height
        if shape.shape_type == 13:
            assert len(shape._element.xpath(".//p:cNvPr")[0].get("descr")) > 20
    charts = [shape for shape in slide.shapes if shape.shape_type == 13 or shape.has_table]
    boxes = [shape for shape in slide.shapes if shape.has_text_frame]
    assert charts or len(boxes) >= 3


@pytest.mark.parametrize(
    "spoiled",
    [
        {"lang": "xx"},
        {"slides": []},
        {"more": 1},
        {
            "slides": [
                {
                    "chart": "economy.none",
                    "query": "",
                    "headline": "",
                    "text": "",
                    "question": "",
                    "notes": "",
                    "link": "http://a",
                }
            ]
        },
        {"slides": [{"chart": "economy.trend"}]},
    ],
)
def test_what_the_page_never_sends_is_400(client: FlaskClient, data: Data, spoiled: dict[str, Any]) -> None:
    assert post_talk(client, {**asked(data, "milan-five", "en"), **spoiled}, {}).status_code == 400


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"0" * 8, png(5000, 10)])
def test_only_a_picture_of_a_screens_size_is_opened(client: FlaskClient, data: Data, content: bytes) -> None:
    assert post_talk(client, asked(data, "milan-five", "en"), {"picture-1": content}).status_code == 400


def test_a_hand_out_without_pictures_says_its_charts_in_words(client: FlaskClient, data: Data) -> None:
    answer = post_talk(client, asked(data, "milan-five", "en"), {})
    deck = Presentation(io.BytesIO(answer.data))
    words = [shape.text_frame.text for shape in deck.slides[0].shapes if shape.has_text_frame]
    assert any("Lombardy has 16.9 %" in text for text in words)


def deck_of(client: FlaskClient, talk: Any, pictures: dict[str, bytes] | None = None) -> Any:
    answer = post_talk(client, talk, pictures or {})
    assert answer.status_code == 200
    return Presentation(io.BytesIO(answer.data))


def one_slide(**changes: str) -> dict[str, Any]:
    """A talk of one slide."""
    plain = {"headline": "H", "text": "", "question": "", "notes": "", "link": "", "query": ""}
    return {"title": "T", "lang": "en", "slides": [{"chart": "economy.trend", **plain, **changes}]}


def test_the_file_speaks_for_itself_and_for_nobody_else(client: FlaskClient, data: Data) -> None:
    for language in LANGUAGES:
        talk = asked(data, "milan-five", language)
        answer = post_talk(client, talk, {"picture-1": png()})
        said = Presentation(io.BytesIO(answer.data)).core_properties
        assert (said.title, said.language, said.author) == (talk["title"], language, "Regioscope")
        assert said.last_modified_by == "Regioscope"
        assert said.created.year >= 2026
        with zipfile.ZipFile(io.BytesIO(answer.data)) as parts:
            names = parts.namelist()
            content = b"".join(parts.read(name) for name in names)
        assert not [name for name in names if "thumbnail" in name or "printerSettings" in name]
        for foreign in (b"Canny", b"python-pptx", b"Macintosh"):
            assert foreign not in content
        code = {"en": b'lang="en-GB"', "it": b'lang="it-IT"'}[language]
        with zipfile.ZipFile(io.BytesIO(answer.data)) as parts:
            slides = [parts.read(name) for name in names if name.startswith("ppt/slides/slide")]
        assert slides
        assert all(slide.count(code) == slide.count(b"<a:r>") for slide in slides)


def test_words_stand_in_real_places(client: FlaskClient, data: Data) -> None:
    talk = asked(data, "milan", "en")
    deck = deck_of(client, talk, {f"picture-{n}": png() for n in range(1, 21)})
    for slide, given in zip(deck.slides, talk["slides"], strict=True):
        places = {place.placeholder_format.type: place.text_frame.text for place in slide.placeholders}
        texts = [place.text_frame.text for place in slide.placeholders]
        assert places[PP_PLACEHOLDER.TITLE] == given["headline"]
        assert {given["text"], given["question"]} <= set(texts)
        assert all(texts), "an empty place asks its reader to click"


@pytest.mark.parametrize(
    "link", ["", "http://localhost:8050/present/milan/1", "http://127.0.0.1/", "http://[::1]/"]
)
def test_no_link_leads_to_the_makers_own_computer(client: FlaskClient, link: str) -> None:
    (slide,) = deck_of(client, one_slide(link=link)).slides
    assert not [rel for rel in slide.part.rels.values() if rel.is_external]
    assert any("No link" in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


@pytest.mark.parametrize("chart", CHARTS)
def test_what_has_no_room_is_said_on_the_slide(client: FlaskClient, chart: str) -> None:
    deck = deck_of(client, one_slide(chart=chart))
    (slide,) = deck.slides
    check_slide(slide, deck)
    for shape in slide.shapes:
        if shape.has_table:
            rows = len(shape.table.rows)
            assert rows <= max(ROW_SIZES)
        elif shape.has_text_frame:
            size = min(run.font.size.pt for item in shape.text_frame.paragraphs for run in item.runs)
            lines = [item.text for item in shape.text_frame.paragraphs]
            assert height_of(lines, shape.width.inches, size) <= shape.height.inches * 72 + 12, chart


def test_a_table_and_a_list_that_are_too_long_say_how_much_is_missing() -> None:
    slide = template().slides.add_slide(template().slide_layouts[0])
    table(slide, [[f"row {n}", "1"] for n in range(40)], "it")
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert any(text.endswith("in numero di 19.") for text in texts)
    lines = fitting_lines(["word " * 30] * 60, "en")
    assert re.search(rf"{60 - len(lines) + 1} in number", lines[-1])


@pytest.mark.parametrize(
    "letter", ["\x00", "\x0b", "\x1b", "\ufffe", "\uffff", "\x7f", "\u2028", "\U0001f600"]
)
def test_no_letter_makes_a_file_that_cannot_be_read(client: FlaskClient, letter: str) -> None:
    words = dict.fromkeys(("headline", "text", "question", "notes"), f"a{letter}b")
    talk = {**one_slide(**words, link=f"http://talk.lan/{letter}"), "title": f"a{letter}b"}
    deck = deck_of(client, talk)
    assert deck.slides[0].shapes.title.text_frame.text.startswith("a")


def test_a_title_is_as_long_as_the_file_takes(client: FlaskClient) -> None:
    deck = deck_of(client, {**one_slide(headline="h" * 300, text="t" * 1000), "title": "è" * 300})
    assert deck.core_properties.title == "è" * 255


def spoiled_pictures() -> list[bytes]:
    """Files that begin like a picture and are none."""
    whole = png(60, 40)
    return [
        whole[:33],
        whole[:-20],
        whole[:-12],
        whole + b"junk",
        whole[:60] + whole[-12:],
        whole[:40] + b"junk" * 20,
        whole[:33] + b"\0" * 100,
        whole[:16] + struct.pack(">II", 60, 4000) + whole[24:],
        b"\x89PNG\r\n\x1a\n" + b"0" * 100,
        png(4001, 1),
        png(1, 4001),
    ]


@pytest.mark.parametrize("content", spoiled_pictures())
def test_a_picture_is_drawn_to_its_last_row_before_it_is_taken(client: FlaskClient, content: bytes) -> None:
    assert post_talk(client, one_slide(), {"picture-1": content}).status_code == 400


@pytest.mark.parametrize("name", ["picture-2", "picture-0", "picture-01", "other"])
def test_a_picture_of_no_slide_is_400(client: FlaskClient, name: str) -> None:
    assert post_talk(client, one_slide(), {name: png(60, 40)}).status_code == 400
