"""An empty PowerPoint file of our own: one layout with real places, and nothing of the library's template's maker."""

from datetime import UTC, datetime
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Inches, Length

from components.i18n.text import say

US = "Regioscope"
LONGEST_PROPERTY = 255
WIDE, HIGH = Inches(13.333), Inches(7.5)
# The template's layout "Comparison" has a title and four places for words.
LAYOUT = 4
FOREIGN = (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.PRINTER_SETTINGS)
PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/'
    f'officeDocument/2006/extended-properties"><Application>{US}</Application></Properties>'
)


def template(wide: Length = WIDE, high: Length = HIGH) -> Any:
    """An empty file in a format of ours with one layout, without what the library's own template says of its maker."""
    deck = Presentation()
    layout = deck.slide_layouts[LAYOUT]
    for other in [item for item in deck.slide_layouts if item is not layout]:
        deck.slide_layouts.remove(other)
    layout.name = US
    by = wide / deck.slide_width
    for shape in (*deck.slide_master.shapes, *layout.shapes):
        shape.left, shape.width = int(shape.left * by), int(shape.width * by)
    deck.slide_width, deck.slide_height = wide, high
    for holder in (deck.part.package, deck.part):
        rels = holder._rels  # noqa: SLF001 - the library lists relationships nowhere else
        for name in [name for name, rel in rels.items() if rel.reltype in FOREIGN]:
            rels.pop(name)
    properties = deck.part.package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    properties._blob = PROPERTIES.encode()  # noqa: SLF001 - the library carries this part unread
    return deck


def describe(deck: Any, title: str, language: str) -> None:
    """What the file says of itself."""
    properties, now = deck.core_properties, datetime.now(UTC).replace(tzinfo=None)
    properties.title = title[:LONGEST_PROPERTY]
    properties.language = language
    properties.author = properties.last_modified_by = US
    properties.comments = say("handout.about", language)
    properties.created = properties.modified = now
    properties.revision = 1
