"""`/handout.pptx`: the slides and pictures that a reader's browser sends, checked, as one PowerPoint file."""

import io
import re
import threading
from collections.abc import Mapping

from flask import Flask, Response, abort, request
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from components.i18n.text import LANGUAGES
from components.views import CHARTS
from data import Data
from serving.share_links import host_of, local

LARGEST = 40_000_000
PIXELS = 4000
END = b"IEND\xaeB`\x82"
KIND = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ONE_AT_A_TIME = threading.BoundedSemaphore(1)
# What XML 1.0 cannot carry, however it is written.
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class StrictBody(BaseModel):
    """A body with nothing but what is declared, its texts without letters that no XML file can carry."""

    model_config = ConfigDict(strict=True, extra="forbid")

    @field_validator("*", mode="before")
    @classmethod
    def legal(cls, given: object) -> object:
        return ILLEGAL.sub("", given) if isinstance(given, str) else given


class Page(StrictBody):
    """One slide as the browser asks for it."""

    chart: str = Field(max_length=100)
    query: str = Field(max_length=2000)
    headline: str = Field(max_length=300)
    text: str = Field(max_length=1000)
    question: str = Field(max_length=500)
    notes: str = Field(max_length=4000)
    link: str = Field(max_length=2000, pattern=r"^(https?://.*)?$")

    @field_validator("link")
    @classmethod
    def leads_somewhere(cls, link: str) -> str:
        """A link to the computer on which the file was made is left out."""
        return "" if local(host_of(link)) else link


class Talk(StrictBody):
    """The whole hand-out as the browser asks for it."""

    title: str = Field(max_length=300)
    lang: str
    slides: list[Page] = Field(min_length=1, max_length=60)


def add_powerpoint(server: Flask, data: Data) -> None:
    """`/handout.pptx`."""

    @server.post("/handout.pptx")
    def handout() -> Response:
        request.max_content_length = LARGEST
        try:
            talk = Talk.model_validate_json(request.form.get("talk", ""))
        except ValidationError:
            abort(400)
        if talk.lang not in LANGUAGES or any(slide.chart not in CHARTS for slide in talk.slides):
            abort(400)
        from serving.powerpoint_file import file_of  # 20 MB of libraries that only those who make a file need

        sent = {name: file.read() for name, file in request.files.items()}
        with ONE_AT_A_TIME:
            content = file_of(talk, pictures_of(sent, len(talk.slides)), data)
        return Response(content, mimetype=KIND, headers={"Cache-Control": "no-store"})


def pictures_of(sent: Mapping[str, bytes], slides: int) -> dict[int, bytes]:
    """The pictures by the number of their slide, or 400 for a file that is no picture of a slide."""
    numbers = {f"picture-{number}": number for number in range(1, slides + 1)}
    if not set(sent) <= set(numbers):
        abort(400)
    return {numbers[name]: check_picture(content) for name, content in sent.items()}


def check_picture(content: bytes) -> bytes:
    """A PNG of a size that a screen has, that can be drawn to its last row and ends there, or 400."""
    from PIL import Image

    if not content.endswith(END):
        abort(400)
    try:
        with Image.open(io.BytesIO(content), formats=["PNG"]) as picture:
            if max(picture.size) > PIXELS:
                abort(400)
            picture.load()
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, Image.DecompressionBombError):
        abort(400)
    return content
