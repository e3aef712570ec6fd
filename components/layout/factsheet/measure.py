"""How high a block stands in a column, in millimetres, by the letters of our typeface. The same numbers are the type
sizes of the page (assets/factsheet) and of the PowerPoint file."""

from functools import lru_cache

from components.figures.svg_lines import WIDTH
from components.figures.widths import width
from components.layout.factsheet.block import Block, Table

POINT = 25.4 / 72
TITLE, TEXT, CELL, SMALL = 10.5, 8.5, 8.5, 8.0
"""Type sizes in points; nothing on paper is smaller than the last."""
LEADING = 1.22
GAP, CELL_PADDING, BLOCK_PADDING = 0.9, 0.6, 1.8
GUTTER = 1.5  # between the cells of a row
BULLET = 3.5
TREND_HEIGHT = 205  # of a drawing of lines, in its own units
BOLD = 1.07  # how much wider than the others the letters of a title are
DENSE = 0.97  # of a line that is full before its last word does not fit


def line(size: float) -> float:
    """The height in millimetres of a line of text of a size in points."""
    return size * POINT * LEADING


@lru_cache(maxsize=8192)
def lines_of(text: str, size: float, across: float) -> int:
    """On how many lines a text stands in a place `across` millimetres wide."""
    room, used, count = DENSE * across / POINT, 0.0, 1
    space = width(" ", size)
    for word in text.split():
        long = width(word, size)
        if used and used + space + long > room:
            count, used = count + 1, long
        else:
            used += space * bool(used) + long
    return count


def height_of_text(text: str, size: float, across: float) -> float:
    """The height of a paragraph with the gap under it."""
    return lines_of(text, size, across) * line(size) + GAP if text else 0.0


def title_height(text: str, across: float) -> float:
    """The height of a title with the gap under it."""
    return height_of_text(text, TITLE, across / BOLD)


def column_widths(table: Table, across: float) -> list[float]:
    """The widths of a table's columns."""
    total = sum(column.part for column in table.columns)
    return [across * column.part / total for column in table.columns]


def row_heights(table: Table, across: float) -> list[float]:
    """The height of the heading row and of each other row."""
    widths = [item - GUTTER for item in column_widths(table, across)]
    heads = tuple(column.head for column in table.columns)
    sizes = (SMALL, *(CELL for _ in table.rows))
    return [
        max(lines_of(text, size, room) for text, room in zip(row, widths, strict=True)) * line(size)
        + CELL_PADDING
        for row, size in zip((heads, *table.rows), sizes, strict=True)
    ]


def trend_height(across: float) -> float:
    """The height of a drawing of lines."""
    return across * TREND_HEIGHT / WIDTH


def limits_text(block: Block) -> str:
    """All limits of a block in one paragraph."""
    return " ".join(block.limits)


def block_height(block: Block, across: float) -> float:
    """The height of a whole block."""
    parts = [
        BLOCK_PADDING,
        title_height(block.title, across),
        *(height_of_text(text, TEXT, across) for text in block.texts),
        *(height_of_text(point, TEXT, across - BULLET) for point in block.points),
        trend_height(across) + GAP if block.trend else 0,
        *(sum(row_heights(table, across)) + GAP for table in block.tables),
        height_of_text(limits_text(block), SMALL, across),
        height_of_text(block.source, SMALL, across),
    ]
    return sum(parts)
