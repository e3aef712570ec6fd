"""The hand-out as a PowerPoint file: real words, notes in the notes pane, charts as the pictures that the reader's
browser drew. Knows the file's form, not how a chart is drawn."""

import io
import struct
import threading
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from dash.development.base_component import Component
from flask import Flask, Response, abort, request
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Inches, Pt
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from components import page
from components.selection import from_url
from components.stories import may_say
from components.tabs import CHARTS
from components.text import LANGUAGES
from components.theme import palette
from data import Data

LARGEST = 40_000_000
PIXELS = 4000
PNG = b"\x89PNG\r\n\x1a\n"
KIND = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
WIDE, HIGH = Inches(13.333), Inches(7.5)
ONE_AT_A_TIME = threading.BoundedSemaphore(1)


class Page(BaseModel):
    """One slide as the browser asks for it."""

    model_config = ConfigDict(strict=True, extra="forbid")
    chart: str = Field(max_length=100)
    query: str = Field(max_length=2000)
    headline: str = Field(max_length=300)
    text: str = Field(max_length=1000)
    question: str = Field(max_length=500)
    notes: str = Field(max_length=4000)
    link: str = Field(max_length=2000, pattern=r"^(https?://.*)?$")


class Talk(BaseModel):
    """The whole hand-out as the browser asks for it."""

    model_config = ConfigDict(strict=True, extra="forbid")
    title: str = Field(max_length=300)
    lang: str
    slides: list[Page] = Field(min_length=1, max_length=60)


class Box(NamedTuple):
    """A place on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float

    @property
    def emu(self) -> tuple[Inches, ...]:
        """As the library counts."""
        return tuple(map(Inches, self))


TITLE = Box(0.5, 0.25, 12.33, 0.85)
TEXT = Box(0.5, 1.05, 12.33, 0.75)
CHART = Box(0.5, 1.85, 12.33, 4.3)
QUESTION = Box(0.5, 6.2, 12.33, 0.45)
SOURCE = Box(0.5, 6.68, 12.33, 0.7)
SIZES = (22, 20, 18, 16, 14, 13, 12, 11, 10, 9, 8)
FACE = "Arial"


def add_powerpoint(server: Flask, data: Data) -> None:
    """`/handout.pptx`: the slides and pictures that a browser sends, as one file."""

    @server.post("/handout.pptx")
    def handout() -> Response:
        request.max_content_length = LARGEST
        try:
            talk = Talk.model_validate_json(request.form.get("talk", ""))
        except ValidationError:
            abort(400)
        if talk.lang not in LANGUAGES or any(one.chart not in CHARTS for one in talk.slides):
            abort(400)
        pictures = {name: checked(file.read()) for name, file in request.files.items()}
        with ONE_AT_A_TIME:
            made = file_of(talk, pictures, data)
        return Response(made, mimetype=KIND, headers={"Cache-Control": "no-store"})


def checked(content: bytes) -> bytes:
    """A PNG of a size that a screen has, or 400: nothing else is opened."""
    if not content.startswith(PNG) or len(content) < 33:
        abort(400)
    width, height = struct.unpack(">II", content[16:24])
    return content if 0 < width <= PIXELS and 0 < height <= PIXELS else abort(400)


def file_of(talk: Talk, pictures: Mapping[str, bytes], data: Data) -> bytes:
    """The file."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDE, HIGH
    deck.core_properties.title = talk.title
    deck.core_properties.language = talk.lang
    for number, one in enumerate(talk.slides, start=1):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        fill(slide, one, pictures.get(f"picture-{number}"), talk.lang, data)
    made = io.BytesIO()
    deck.save(made)
    return made.getvalue()


def fill(slide: Any, one: Page, picture: bytes | None, language: str, data: Data) -> None:
    """Words, chart, source and notes of one slide."""
    chosen = from_url(one.chart.partition(".")[0], one.query, data).but(lang=language, theme="light")
    drawn = page.picture_of(one.chart, data, chosen)
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = TITLE.emu
    title.text_frame.word_wrap = True
    question = page.question(one.chart, drawn, chosen.lang)
    if not all(may_say(text, one.chart, data, chosen) for text in (one.headline, one.text, one.question)):
        one = one.model_copy(update={"headline": question, "text": drawn.summary, "question": ""})
    write(
        title.text_frame, [one.headline], size=largest([one.headline], TITLE, (30, 28, 26, 24, 20)), bold=True
    )
    if one.text:
        words(slide, TEXT, [one.text], size=17, colour="soft")
    alternative = f"{question} {drawn.summary}".strip()
    if picture and drawn.is_graph:
        image(slide, picture, alternative)
    elif drawn.is_graph:
        words(slide, CHART, [alternative], size=18)
    else:
        told(slide, drawn.figure)
    if one.question:
        words(slide, QUESTION, [one.question], size=18, bold=True, colour="accent")
    source(slide, drawn, one.link, language)
    slide.notes_slide.notes_text_frame.text = "\n".join(filter(None, [one.notes, *map(text_in, drawn.notes)]))


def colour_of(name: str) -> RGBColor:
    """A colour of the light theme."""
    return RGBColor.from_string(getattr(palette("light"), name).removeprefix("#").upper())


def write(frame: Any, lines: list[str], *, size: float, bold: bool = False, colour: str = "ink") -> None:
    """Lines as paragraphs, to the left."""
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.text, paragraph.alignment = line, 1
        paragraph.font.size, paragraph.font.bold, paragraph.font.name = Pt(size), bold, FACE
        paragraph.font.color.rgb = colour_of(colour)


def words(
    slide: Any, box: Box, lines: list[str], *, size: float, bold: bool = False, colour: str = "ink"
) -> None:
    """A box of words."""
    frame = slide.shapes.add_textbox(*box.emu).text_frame
    frame.word_wrap = True
    write(frame, lines, size=size, bold=bold, colour=colour)


def image(slide: Any, content: bytes, alternative: str) -> None:
    """The picture as large as its place allows, with its alternative text."""
    width, height = struct.unpack(">II", content[16:24])
    by = min(CHART.width / width, CHART.height / height)
    left, top = CHART.left + (CHART.width - by * width) / 2, CHART.top + (CHART.height - by * height) / 2
    shape = slide.shapes.add_picture(io.BytesIO(content), *Box(left, top, by * width, by * height).emu)
    described(shape, alternative)


def described(shape: Any, alternative: str) -> None:
    """Put the alternative text where screen readers look for it."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", alternative)  # noqa: SLF001 - the library has no way of its own


def told(slide: Any, figure: Any) -> None:
    """What is made of words stays words: a table as a table, all else as lines."""
    rows = next(tables_in(figure), None)
    if rows:
        table(slide, rows)
    else:
        lines = [line for line in lines_in(figure) if line]
        words(slide, CHART, lines, size=largest(lines, CHART, SIZES))


def largest(lines: list[str], box: Box, sizes: tuple[float, ...]) -> float:
    """The largest of some type sizes at which the lines fit their box; a letter is about half as wide as high."""
    for size in sizes:
        across = box.width * 72 / (0.52 * size)
        down = sum(-(-len(line) // int(across)) or 1 for line in lines)
        if down * size * 1.22 <= box.height * 72:
            return size
    return sizes[-1]


def table(slide: Any, rows: list[list[str]]) -> None:
    """A table with its heading row."""
    across = max(map(len, rows))
    high = min(0.5, CHART.height / len(rows))
    box = Box(CHART.left, CHART.top, CHART.width, high * len(rows))
    grid = slide.shapes.add_table(len(rows), across, *box.emu).table
    size = 16 if len(rows) <= 9 else 12 if len(rows) <= 14 else 8
    for down, row in enumerate(rows):
        for over in range(across):
            cell = grid.cell(down, over)
            cell.margin_top = cell.margin_bottom = Inches(0.02)
            write(cell.text_frame, [row[over] if over < len(row) else ""], size=size, bold=down == 0)
            cell.fill.background()


def children(node: Any) -> list[Any]:
    """What stands inside a component."""
    inside = getattr(node, "children", None)
    return inside if isinstance(inside, list) else [] if inside is None else [inside]


def tag(node: Any) -> str:
    """A component's HTML name."""
    return node.to_plotly_json()["type"].lower() if isinstance(node, Component) else ""


BLOCKS = {"li", "p", "h4", "h5", "dt", "dd", "blockquote", "div", "ul", "ol", "dl", "tr"}
HIDDEN = {"small", "caption"}
ASIDE = {"headline-context", "headline-compare"}


def text_in(node: Any) -> str:
    """All words inside a component, in one line; a word that only the eye needs is left out."""
    if isinstance(node, (str, int, float)):
        return str(node)
    if isinstance(node, (list, tuple)):
        return " ".join(filter(None, map(text_in, node)))
    if not isinstance(node, Component) or tag(node) in HIDDEN or getattr(node, "className", "") in ASIDE:
        return ""
    return " ".join(" ".join(filter(None, map(text_in, children(node)))).split())


def tables_in(node: Any) -> Iterator[list[list[str]]]:
    """The tables inside a component, as rows of texts."""
    if tag(node) == "table":
        rows = [[text_in(cell) for cell in children(row)] for row in rows_in(node)]
        yield [row for row in rows if any(row)]
    elif isinstance(node, Component):
        for one in children(node):
            yield from tables_in(one)


def rows_in(node: Any) -> Iterator[Component]:
    """The rows of a table."""
    for one in children(node):
        if tag(one) == "tr":
            yield one
        elif isinstance(one, Component):
            yield from rows_in(one)


def lines_in(node: Any) -> Iterator[str]:
    """The words inside a component, a line for each of its smallest blocks; an entry of a list is one line."""
    if tag(node) == "li" and not any(tag(one) == "li" for one in walk(node)):
        yield " · ".join(filter(None, pieces_in(node)))
    elif isinstance(node, (list, tuple)):
        for one in node:
            yield from lines_in(one)
    elif isinstance(node, Component) and any(tag(one) in BLOCKS for one in walk(node)):
        for one in children(node):
            yield from lines_in(one)
    else:
        yield text_in(node)


def pieces_in(node: Any) -> Iterator[str]:
    """The parts of an entry: badge, name, what is said of it; a link that leads on from it is left out."""
    for one in children(node):
        if tag(one) == "div":
            yield from pieces_in(one)
        elif tag(one) != "a" or one is children(node)[0]:
            yield text_in(one)


def walk(node: Any) -> Iterator[Any]:
    """Everything inside a component."""
    for one in children(node):
        yield one
        if isinstance(one, Component):
            yield from walk(one)


def source(slide: Any, drawn: Any, link: str, language: str) -> None:
    """Who says so, under which terms, and the way to the live view."""
    frame = slide.shapes.add_textbox(*SOURCE.emu).text_frame
    frame.word_wrap = True
    said = [text_in(one) for one in page.source_line(drawn, language)]
    line = " ".join(filter(None, said))
    write(frame, [line], size=largest([line, link], SOURCE, (10, 9, 8, 7)), colour="soft")
    run = frame.add_paragraph().add_run()
    run.text, run.hyperlink.address = link, link
    run.font.size, run.font.name = Pt(9), FACE
