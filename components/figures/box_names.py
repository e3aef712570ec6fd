"""Names of the boxes on a map in which regions overseas are drawn: a number in each box, and the names by their numbers
where the map is empty."""

from dataclasses import dataclass
from typing import Any

from components.figures.frame import Look
from components.figures.maps import corner_text

TEXT = 11


@dataclass(frozen=True)
class NamedBox:
    """What is drawn in a box, and the degrees of its upper left corner on the map."""

    name: str
    west: float
    north: float


def box_numbers(boxes: tuple[NamedBox, ...], look: Look) -> dict[str, Any]:
    """A number in the upper left corner of each box."""
    return {
        "type": "scattergeo",
        "mode": "text",
        "lon": [box.west for box in boxes],
        "lat": [box.north for box in boxes],
        "text": [str(at) for at in range(1, len(boxes) + 1)],
        "textposition": "bottom right",
        "textfont": {"size": TEXT, "color": look.colours.ink},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def box_list(boxes: tuple[NamedBox, ...], look: Look) -> dict[str, Any]:
    """The names by their numbers, over the empty sea in the upper left corner of the map."""
    text = "<br>".join(f"{at} {box.name}" for at, box in enumerate(boxes, start=1))
    return corner_text(text, look.colours.soft)
