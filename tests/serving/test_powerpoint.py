"""The hand-out as a file: its words are words, its notes are notes, each slide has its source, and nothing but a
picture is taken for one."""

import io
import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from PIL import Image
from pptx import Presentation
from pptx.util import Emu

from components.stories import stories
from components.text import LANGUAGES
from data import Data
from serving.powerpoint import KIND


def png(width: int = 1800, height: int = 860) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(made, "PNG")
    return made.getvalue()


def asked(data: Data, name: str, language: str) -> dict[str, Any]:
    """What the hand-out's page sends for a story."""
    slides = [
        {
            "chart": one.chart,
            "query": one.view.partition("?")[2],
            "link": f"http://room.lan/present/{name}/{number}",
            **{
                field: getattr(one, field)[language] if getattr(one, field) else ""
                for field in ("headline", "text", "question", "notes")
            },
        }
        for number, one in enumerate(stories(data)[name].slides, start=1)
    ]
    return {"title": stories(data)[name].title[language], "lang": language, "slides": slides}


def sent(client: FlaskClient, talk: Any, pictures: dict[str, bytes]) -> Any:
    files = {key: (io.BytesIO(content), f"{key}.png") for key, content in pictures.items()}
    return client.post("/handout.pptx", data={"talk": json.dumps(talk), **files})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slide_of_the_milan_talk_is_in_the_file(client: FlaskClient, data: Data, language: str) -> None:
    talk = asked(data, "milan", language)
    answer = sent(client, talk, {f"picture-{n}": png() for n in range(1, len(talk["slides"]) + 1)})
    assert (answer.status_code, answer.mimetype) == (200, KIND)
    deck = Presentation(io.BytesIO(answer.data))
    assert len(deck.slides) == len(talk["slides"])
    for slide, one in zip(deck.slides, talk["slides"], strict=True):
        assert slide.shapes.title.text_frame.text == one["headline"]
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert one["text"] in texts
        assert any(
            one["link"] in text and ("CC BY" in text or "©" in text or "fatti" in text or "facts" in text)
            for text in texts
        )
        assert slide.notes_slide.notes_text_frame.text.startswith(one["notes"])
        inside(slide, deck)


def inside(slide: Any, deck: Any) -> None:
    """Nothing hangs over the edge, every picture has its words."""
    for shape in slide.shapes:
        assert Emu(0) <= shape.left
        assert shape.left + shape.width <= deck.slide_width
        assert shape.top + shape.height <= deck.slide_height
        if shape.shape_type == 13:
            assert len(shape._element.xpath(".//p:cNvPr")[0].get("descr")) > 20
    charts = [shape for shape in slide.shapes if shape.shape_type == 13 or shape.has_table]
    boxes = [shape for shape in slide.shapes if shape.has_text_frame]
    assert charts or len(boxes) >= 4


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
    assert sent(client, {**asked(data, "milan-five", "en"), **spoiled}, {}).status_code == 400


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"0" * 8, png(5000, 10)])
def test_only_a_picture_of_a_screens_size_is_opened(client: FlaskClient, data: Data, content: bytes) -> None:
    assert sent(client, asked(data, "milan-five", "en"), {"picture-1": content}).status_code == 400


def test_a_hand_out_without_pictures_says_its_charts_in_words(client: FlaskClient, data: Data) -> None:
    answer = sent(client, asked(data, "milan-five", "en"), {})
    deck = Presentation(io.BytesIO(answer.data))
    words = [shape.text_frame.text for shape in deck.slides[0].shapes if shape.has_text_frame]
    assert any("Lombardy holds 16.9 %" in one for one in words)
