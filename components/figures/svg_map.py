"""Regions filled by class as an inline SVG: no script, prints, each region a link."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from components.figures.box_names import NamedBox
from components.figures.classes import colours
from components.figures.frame import Look
from components.figures.outline_paths import place_on_map

WEST, NORTH, WIDTH, HEIGHT = -346, -428, 792, 804
"""The part of the drawing that holds Europe and the boxes of the regions overseas (see outline_paths.KILOMETRES)."""


@dataclass(frozen=True)
class MapRegion:
    """One outline: its path, its class (`classes.NONE` for no value), what its tooltip says, and where it leads."""

    key: str
    path: str
    step: int
    text: str
    href: str


def svg_map(
    regions: Iterable[MapRegion],
    look: Look,
    *,
    label: str,
    chosen: str = "",
    frames: Iterable[str] = (),
    boxes: Iterable[NamedBox] = (),
) -> str:
    """The map as SVG text. `chosen` is outlined in the accent; `frames` are the paths of boxes, each of `boxes` has its
    number in its corner.

    One link, the chosen region or the first, is in the Tab order; assets/find_box.js moves it with the arrow keys.
    """
    listed = list(regions)
    stop = chosen if any(area.key == chosen for area in listed) else listed[0].key
    fills = colours(look)
    groups = "".join(
        f'<g fill="{fills[step]}">'
        + "".join(link(area, is_stop=area.key == stop) for area in listed if area.step == step)
        + "</g>"
        for step in sorted({area.step for area in listed})
    )
    edges = "".join(
        f'<path d="{path}" fill="none" stroke="{look.colours.soft}" stroke-width="1"/>' for path in frames
    )
    ring = "".join(region_outline(area.path, look) for area in listed if area.key == chosen)
    return (
        f'<svg class="svg-map" viewBox="{WEST} {NORTH} {WIDTH} {HEIGHT}" role="group" aria-label="{escape(label)}"'
        f' data-map="regions">{edges}<g stroke="{look.colours.ground}" stroke-width=".6">{groups}</g>'
        f"{box_numbers(boxes, look)}{ring}</svg>"
    )


def box_numbers(boxes: Iterable[NamedBox], look: Look) -> str:
    """The number of each box in its upper left corner; their names stand in a list beside the map."""
    corners = [place_on_map((box.west, box.north)) for box in boxes]
    return "".join(
        f'<text x="{x + 4}" y="{y + 4}" dominant-baseline="hanging" fill="{look.colours.ink}" aria-hidden="true"'
        f' pointer-events="none">{at}</text>'
        for at, (x, y) in enumerate(corners, start=1)
    )


def link(region: MapRegion, *, is_stop: bool) -> str:
    """One region as a link that says its value."""
    return (
        f'<a href="{escape(region.href)}" tabindex="{0 if is_stop else -1}" data-region="{region.key}">'
        f'<title>{escape(region.text)}</title><path d="{region.path}"/></a>'
    )


def region_outline(path: str, look: Look) -> str:
    """The outline of the chosen region, on a wider one in the colour of the ground."""
    edges = ((look.colours.ground, 5), (look.colours.accent, 2.6))
    return "".join(
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}" pointer-events="none"/>'
        for colour, width in edges
    )
