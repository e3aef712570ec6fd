"""Where things stand on a slide of a PowerPoint file, and how large letters may be there."""

from typing import NamedTuple

from pptx.util import Inches


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
CHART = Box(0.5, 1.85, 12.33, 4.3)
# The places of the layout for words, by their number there: text, chart, question, source.
TEXT, LINES, QUESTION, SOURCE = range(1, 5)
BOXES = {
    TEXT: Box(0.5, 1.05, 12.33, 0.75),
    LINES: CHART,
    QUESTION: Box(0.5, 6.2, 12.33, 0.45),
    SOURCE: Box(0.5, 6.68, 12.33, 0.7),
}
SIZES = (22, 20, 18, 16, 14, 13, 12, 11, 10, 9, 8)
ROW_SIZES = {9: 16, 14: 12, 22: 8}


def height_of(lines: list[str], width: float, size: float) -> float:
    """How high some lines stand at a type size, in points; a letter is about half as wide as high."""
    across = int(width * 72 / (0.52 * size))
    return sum(-(-len(line) // across) or 1 for line in lines) * size * 1.22


def largest_size(lines: list[str], box: Box, sizes: tuple[float, ...]) -> float:
    """The largest of some type sizes at which the lines fit their box."""
    fits = (size for size in sizes if height_of(lines, box.width, size) <= box.height * 72)
    return next(fits, sizes[-1])
