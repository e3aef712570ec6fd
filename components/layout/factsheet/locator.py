"""Where a region and those it is compared with lie in Europe: outlines by group, for a small map."""

import re
from dataclasses import dataclass
from html import escape

from components.charts.naming import name_of
from components.figures.svg_map import HEIGHT, NORTH, WEST, WIDTH
from components.i18n.text import say
from components.layout.pages.region_map import map_paths
from components.state.selection import Selection
from components.theme import palette
from components.views.compare.compared import compared_with
from data import Data

HOME, COMPARED, COUNTRY, REST = "home", "compared", "country", "rest"
SMALL, RING = 40, 26  # of a region that a ring makes visible, in units of the drawing; the ring's radius
POINT = re.compile(r"M(-?\d+) (-?\d+)l([^z]*)z")
STEP = re.compile(r"-?\d+")
Point = tuple[int, int]


@dataclass(frozen=True)
class Locator:
    """Outlines by group, the boxes of regions overseas, what the map shows in words, the colour of each group, and the
    centre of the ring around a small region."""

    groups: dict[str, str]
    frames: tuple[str, ...]
    label: str
    colours: dict[str, str]
    ring: Point | None


def locator(data: Data, chosen: Selection) -> Locator:
    """The map of a region, on the boundaries of the newest NUTS that has it."""
    is_current = bool(int(data.regions.at[chosen.region, "nuts2024"]))
    shape = data.shapes["nuts2_2024" if is_current else "nuts2_2021"]
    near = compared_with(data, chosen)
    home = outline_of(shape.stands_for, chosen.region)
    compared = {outline_of(shape.stands_for, code) for code in near} - {home}
    country = str(data.regions.at[chosen.region, "country"])
    groups: dict[str, str] = dict.fromkeys((REST, COUNTRY, COMPARED, HOME), "")
    for code, path in map_paths(data, shape.name).items():
        groups[group_of(code, home, compared, country)] += path
    colours = palette("light")
    region = name_of(data, chosen.region, chosen.lang)
    key = "factsheet.map" if compared else "factsheet.map.alone"
    return Locator(
        groups,
        tuple(map_paths(data, "oversea_frames").values()),
        say(key, chosen.lang, region=region, count=len(near)),
        {HOME: colours.accent, COMPARED: colours.country, COUNTRY: colours.rest, REST: colours.missing},
        ring_around(groups[HOME]),
    )


def rings(path: str) -> list[list[Point]]:
    """The rings of a path that `outline_paths` wrote: an absolute start, then relative steps."""
    found = []
    for x, y, moves in POINT.findall(path):
        ring = [(int(x), int(y))]
        steps = [int(item) for item in STEP.findall(moves)]
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            ring.append((ring[-1][0] + dx, ring[-1][1] + dy))
        found.append(ring)
    return found


def ring_around(path: str) -> Point | None:
    """The centre of a region that is too small to be seen at once."""
    points = [point for ring in rings(path) for point in ring]
    if not points:
        return None
    (west, east), (north, south) = ((min(values), max(values)) for values in zip(*points, strict=True))
    if max(east - west, south - north) > SMALL:
        return None
    return (west + east) // 2, (north + south) // 2


def outline_of(stands_for: dict[str, tuple[str, ...]], region: str) -> str:
    """The outline that covers a region."""
    return next((outline for outline, codes in stands_for.items() if region in codes), region)


def group_of(code: str, home: str, compared: set[str], country: str) -> str:
    """To which group an outline belongs."""
    if code == home:
        return HOME
    if code in compared:
        return COMPARED
    return COUNTRY if code.startswith(country) else REST


def svg_locator(shown: Locator) -> str:
    """The map as SVG text."""
    paths = "".join(
        f'<path d="{path}" fill="{shown.colours[group]}" stroke="#fff" stroke-width=".8"/>'
        for group, path in shown.groups.items()
        if path
    )
    boxes = "".join(f'<path d="{path}" fill="none" stroke="#50607a"/>' for path in shown.frames)
    ring = (
        f'<circle cx="{shown.ring[0]}" cy="{shown.ring[1]}" r="{RING}" fill="none" stroke="{shown.colours[HOME]}"'
        ' stroke-width="5"/>'
        if shown.ring
        else ""
    )
    return (
        f'<svg class="locator" viewBox="{WEST} {NORTH} {WIDTH} {HEIGHT}" role="img"'
        f' aria-label="{escape(shown.label)}">{boxes}{paths}{ring}</svg>'
    )
