"""A talk as a PowerPoint file: real words in real placeholders, notes in the notes pane, charts as pictures with their
alternative text."""

import io
import struct
from collections.abc import Mapping
from typing import Any, Protocol

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Inches, Pt

from components.charts.result import ChartResult
from components.i18n.text import say
from components.layout import card, chart_results, source_line
from components.render.figure_text import lines_in, tables_in, text_in
from components.state.selection import Selection, from_url
from components.talks.stories import may_say
from components.theme import palette
from data import Data
from serving.powerpoint_layout import (
    BOXES,
    CHART,
    LINES,
    QUESTION,
    ROW_SIZES,
    SIZES,
    SOURCE,
    TEXT,
    TITLE,
    Box,
    height_of,
    largest_size,
)
from serving.powerpoint_shapes import set_alternative_text, set_language, without_bullet
from serving.powerpoint_template import describe, template

FACE = "Arial"
SOURCE_SIZES = (10, 9, 8, 7)


class Page(Protocol):
    """One slide as it was asked for."""

    chart: str
    query: str
    headline: str
    text: str
    question: str
    notes: str
    link: str


class Talk(Protocol):
    """The whole file as it was asked for."""

    title: str
    lang: str

    @property
    def slides(self) -> "list[Any]": ...


def file_of(talk: Talk, pictures: Mapping[int, bytes], data: Data) -> bytes:
    """The file."""
    deck = template()
    describe(deck, talk.title, talk.lang)
    for number, page in enumerate(talk.slides, start=1):
        slide = deck.slides.add_slide(deck.slide_layouts[0])
        fill_slide(slide, page, pictures.get(number), talk.lang, data)
    content = io.BytesIO()
    deck.save(content)
    return content.getvalue()


def fill_slide(slide: Any, page: Page, picture: bytes | None, language: str, data: Data) -> None:
    """Words, chart, source and notes of one slide; places that are not needed are taken away."""
    chosen = from_url(page.chart.partition(".")[0], page.query, data).but(lang=language, theme="light")
    result = chart_results.chart_result(page.chart, data, chosen)
    headline, text, question = words_of(page, result, data, chosen)
    heading(slide, headline, language)
    words(slide, TEXT, [text], language, sizes=(17, *SIZES[4:]), colour="soft")
    add_chart(slide, page, result, picture, chosen)
    words(slide, QUESTION, [question], language, sizes=SIZES[2:], bold=True, colour="accent")
    source(slide, result, page.link, language)
    notes = "\n".join(filter(None, [page.notes, *map(text_in, result.notes)]))
    slide.notes_slide.notes_text_frame.text = notes
    set_language(slide.notes_slide.notes_text_frame, language)


def words_of(page: Page, result: ChartResult, data: Data, chosen: Selection) -> tuple[str, str, str]:
    """Headline, text and question of a slide. A story's words for another state give way to the chart's own."""
    texts = (page.headline, page.text, page.question)
    if all(may_say(text, page.chart, data, chosen) for text in texts):
        return texts
    return card.question(page.chart, result, chosen.lang), result.summary, ""


def add_chart(slide: Any, page: Page, result: ChartResult, picture: bytes | None, chosen: Selection) -> None:
    """The chart: a picture, a table, or lines of words. What the slide has no room for is said on it."""
    language = chosen.lang
    alternative = f"{card.question(page.chart, result, language)} {result.summary}".strip()
    rows = [] if result.is_graph else next(tables_in(result.figure), [])
    if picture and result.is_graph:
        words(slide, LINES, [], language)
        image(slide, picture, alternative)
    elif result.is_graph:
        lines = [alternative, say("handout.no_picture", language)]
        words(slide, LINES, lines, language, sizes=SIZES[2:])
    elif rows:
        words(slide, LINES, [], language)
        table(slide, rows, language)
    else:
        lines = fitting_lines([line for line in lines_in(result.figure) if line], language)
        words(slide, LINES, lines, language)


def heading(slide: Any, headline: str, language: str) -> None:
    """The slide's title, in its own place."""
    place = slide.shapes.title
    place.left, place.top, place.width, place.height = TITLE.emu
    place.text_frame.word_wrap = True
    size = largest_size([headline], TITLE, (30, 28, 26, 24, *SIZES))
    write(place.text_frame, [headline], language, size=size, bold=True)


def colour_of(name: str) -> RGBColor:
    """A colour of the light theme."""
    return RGBColor.from_string(getattr(palette("light"), name).removeprefix("#").upper())


def write(
    frame: Any,
    lines: list[str],
    language: str,
    *,
    size: float,
    bold: bool = False,
    colour: str = "ink",
    face: str = FACE,
) -> None:
    """Lines as paragraphs, to the left and without bullets."""
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.text, paragraph.alignment = line, 1
        without_bullet(paragraph)
        for run in paragraph.runs:
            run.font.size, run.font.bold, run.font.name = Pt(size), bold, face
            run.font.color.rgb = colour_of(colour)
    set_language(frame, language)


def words(
    slide: Any,
    place: int,
    lines: list[str],
    language: str,
    *,
    sizes: tuple[float, ...] = SIZES,
    bold: bool = False,
    colour: str = "ink",
) -> None:
    """Lines in one of the layout's places, as large as they fit; without lines the place is taken away."""
    holder = next(
        placeholder for placeholder in slide.placeholders if placeholder.placeholder_format.idx == place
    )
    box = BOXES[place]
    if not any(lines):
        holder._element.getparent().remove(holder._element)  # noqa: SLF001 - the library cannot delete a shape
        return
    holder.left, holder.top, holder.width, holder.height = box.emu
    holder.text_frame.word_wrap = True
    holder.text_frame.vertical_anchor = MSO_ANCHOR.TOP
    write(holder.text_frame, lines, language, size=largest_size(lines, box, sizes), bold=bold, colour=colour)


def image(slide: Any, content: bytes, alternative: str) -> None:
    """The picture as large as its place allows, with its alternative text."""
    width, height = struct.unpack(">II", content[16:24])
    by = min(CHART.width / width, CHART.height / height)
    left, top = CHART.left + (CHART.width - by * width) / 2, CHART.top + (CHART.height - by * height) / 2
    shape = slide.shapes.add_picture(io.BytesIO(content), *Box(left, top, by * width, by * height).emu)
    set_alternative_text(shape, alternative)


def fitting_lines(lines: list[str], language: str) -> list[str]:
    """The lines that fit at the smallest size; a last one says how many do not."""
    count = len(lines)
    while count > 1 and height_of([*lines[:count], ""], CHART.width, SIZES[-1]) > CHART.height * 72:
        count -= 1
    left = len(lines) - count
    return lines if not left else [*lines[:count], say("handout.more_lines", language, n=left)]


def table(slide: Any, rows: list[list[str]], language: str) -> None:
    """A table with its heading row; below it, how many rows had no room."""
    most = max(ROW_SIZES)
    shown = rows if len(rows) <= most else rows[: most - 1]
    size = next(size for count, size in ROW_SIZES.items() if len(shown) <= count)
    across, room = max(map(len, shown)), CHART.height - (0.3 if shown is not rows else 0)
    high = min(0.5, room / len(shown))
    box = Box(CHART.left, CHART.top, CHART.width, high * len(shown))
    grid = slide.shapes.add_table(len(shown), across, *box.emu).table
    for down, row in enumerate(shown):
        for over in range(across):
            cell = grid.cell(down, over)
            cell.margin_top = cell.margin_bottom = Inches(0.02)
            line = row[over] if over < len(row) else ""
            write(cell.text_frame, [line], language, size=size, bold=down == 0)
            cell.fill.background()
    if shown is not rows:
        below = Box(CHART.left, CHART.top + CHART.height - 0.3, CHART.width, 0.3)
        frame = slide.shapes.add_textbox(*below.emu).text_frame
        left = len(rows) - len(shown)
        write(frame, [say("handout.more_rows", language, n=left)], language, size=10, colour="soft")


def source(slide: Any, result: ChartResult, link: str, language: str) -> None:
    """Who says so, under which terms, and a link to the live view, or why there is none; publishers without their
    titles where all of it has no room."""
    line = " ".join(filter(None, (text_in(item) for item in source_line.source_line(result, language))))
    way = link or say("handout.no_link", language)
    if height_of([line, way], BOXES[SOURCE].width, SOURCE_SIZES[-1]) > BOXES[SOURCE].height * 72:
        line = source_line.printed_source([result], language)
    words(slide, SOURCE, [line, way], language, sizes=SOURCE_SIZES, colour="soft")
    if link:
        holder = next(
            placeholder for placeholder in slide.placeholders if placeholder.placeholder_format.idx == SOURCE
        )
        holder.text_frame.paragraphs[1].runs[0].hyperlink.address = link
