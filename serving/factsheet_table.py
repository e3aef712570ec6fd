"""A table of the fact sheet as a native table of a slide: no fills, a hair line under each row."""

from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Emu, Mm, Pt

from components.layout.factsheet.block import Table
from components.layout.factsheet.measure import CELL, CELL_PADDING, GUTTER, SMALL, column_widths, row_heights
from serving.powerpoint_file import colour_of, write
from serving.powerpoint_shapes import set_alternative_text

FACE = "Calibri"
PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's table style without lines and fills
HAIR = Pt(0.5)


def add_table(slide: Any, shown: Table, place: tuple[float, float, float], language: str) -> float:
    """The table at a place (left, top, width in millimetres); where it ends."""
    left, top, across = place
    heights = row_heights(shown, across)
    size = (len(shown.rows) + 1, len(shown.columns))
    frame = slide.shapes.add_table(*size, Mm(left), Mm(top), Mm(across), Mm(sum(heights)))
    set_alternative_text(frame, shown.label)
    grid = frame.table
    grid._tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN  # noqa: SLF001 - the library has no way of its own
    grid.horz_banding = False
    for column, width in zip(grid.columns, column_widths(shown, across), strict=True):
        column.width = Mm(width)
    for row, height in zip(grid.rows, heights, strict=True):
        row.height = Mm(height)
    heads = tuple(column.head for column in shown.columns)
    for down, texts in enumerate((heads, *shown.rows)):
        for over, text in enumerate(texts):
            is_strong = down - 1 in shown.strong
            fill_cell(grid.cell(down, over), text, language, is_head=down == 0, is_strong=is_strong)
            if shown.columns[over].is_number:
                grid.cell(down, over).text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
    return top + sum(heights)


def fill_cell(cell: Any, text: str, language: str, *, is_head: bool, is_strong: bool) -> None:
    """One cell with its line."""
    cell.margin_left, cell.margin_right = 0, Mm(GUTTER)
    cell.margin_top = cell.margin_bottom = Mm(CELL_PADDING / 2)
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM if is_head else MSO_ANCHOR.TOP
    colour = "soft" if is_head else "ink"
    write(
        cell.text_frame,
        [text],
        language,
        size=SMALL if is_head else CELL,
        bold=is_strong,
        colour=colour,
        face=FACE,
    )
    underline(cell, "soft" if is_head else "grid")


def underline(cell: Any, colour: str) -> None:
    """A hair line under the cell; the library cannot draw one."""
    line = OxmlElement("a:lnB")
    line.set("w", str(Emu(HAIR)))
    fill_colour, value = OxmlElement("a:solidFill"), OxmlElement("a:srgbClr")
    value.set("val", str(colour_of(colour)))
    fill_colour.append(value)
    line.append(fill_colour)
    cell._tc.get_or_add_tcPr().insert(0, line)  # noqa: SLF001 - lines stand before fills
