"""The locator map as a PNG, for files that cannot hold an SVG."""

import io

from PIL import Image, ImageDraw

from components.figures.svg_map import HEIGHT, NORTH, WEST, WIDTH
from components.layout.factsheet.locator import HOME, RING, Locator, Point, rings

FINER = 2
FRAME = "#50607a"


def map_picture(shown: Locator) -> bytes:
    """The map, drawn twice as large and halved, so that its edges are smooth."""
    drawing = Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER), "white")
    draw = ImageDraw.Draw(drawing)
    for group, path in shown.groups.items():
        for ring in map(to_picture, rings(path)):
            draw.polygon(ring, fill=shown.colours[group], outline="white")
    for frame in shown.frames:
        for ring in map(to_picture, rings(frame)):
            draw.line([*ring, ring[0]], fill=FRAME, width=FINER)
    if shown.ring:
        (x, y), reach = to_picture([shown.ring])[0], RING * FINER
        draw.ellipse(
            (x - reach, y - reach, x + reach, y + reach), outline=shown.colours[HOME], width=5 * FINER
        )
    content = io.BytesIO()
    drawing.reduce(FINER).save(content, "PNG")
    return content.getvalue()


def to_picture(ring: list[Point]) -> list[Point]:
    """Points of the drawing as points of the picture."""
    return [((x - WEST) * FINER, (y - NORTH) * FINER) for x, y in ring]
