"""Where names stand beside points so that none covers another at any width of the drawing: close by, or at the end of a
hair line."""

from collections.abc import Iterator
from dataclasses import dataclass

from components.figures.labels import LINE, SIDES, Box, are_apart, box_centred_at
from components.figures.margins import SMALL
from components.figures.widths import width

TOP = "top center"
BESIDE = {TOP: (0, 1), "bottom center": (0, -1), **SIDES, "top left": (-1, 1), "bottom left": (-1, -1)}
TALL = LINE + 4
STEPS = tuple(range(24, 240, 12))
ASIDE = (8, 40)
OVERHANG = 20


@dataclass(frozen=True)
class Point:
    """A named point: its shares of the drawing from left and from below, the radius of its mark and its name, which may
    stand on several lines."""

    x: float
    y: float
    radius: float
    name: str

    @property
    def name_height(self) -> float:
        """The pixels that its name takes upwards."""
        return TALL + LINE * self.name.count("<br>")


@dataclass(frozen=True)
class Line:
    """A line to compare with, at a share of the drawing from the left (`upright`) or from below, with its name over its
    right end where it is not upright."""

    share: float
    upright: bool
    name: str

    def box(self, wide: float, height: float) -> Box:
        """What the line covers in a drawing so wide and high."""
        if self.upright:
            return box_centred_at(self.share * wide, height / 2, 2, height)
        return box_centred_at(wide / 2, self.share * height, wide, 2)

    def name_box(self, wide: float, height: float) -> Box | None:
        """What its name covers there; None for that of an upright one, which is above the drawing."""
        if self.upright:
            return None
        across = width(self.name, SMALL) + 4
        return box_centred_at(wide - across / 2, self.share * height + TALL / 2, across, TALL)


@dataclass(frozen=True)
class Place:
    """Where a name stands: pixels from its point to the name's middle (y upwards), and the side of the mark where it is
    close by; "" where a line leads to it."""

    across: float
    up: float
    side: str = ""


def place_names(
    points: list[Point], widths: tuple[float, ...], height: float, lines: tuple[Line, ...] = ()
) -> list[Place | None]:
    """A place for each name, in order; None where every place is taken. A name is whole in the drawing and apart from
    the names before it and of `lines`, and where that can be from the lines themselves and from all marks of named
    points, at each of the `widths`."""
    taken: list[tuple[Point, Place]] = []
    found: list[Place | None] = []
    for point in points:
        free = [
            place
            for place in places(point)
            if is_free(point, place, taken, widths, height)
            and is_off_names(point, place, lines, widths, height)
        ]
        uncrossed = [place for place in free if not is_crossed(point, place, lines, widths, height)]
        clear = (place for place in uncrossed if is_clear(point, place, points, widths, height))
        place = next(clear, next(iter([*uncrossed, *free]), None))
        found.append(place)
        taken += [(point, place)] if place else []
    return found


def is_off_names(
    point: Point, place: Place, lines: tuple[Line, ...], widths: tuple[float, ...], height: float
) -> bool:
    """Whether a name covers the name of no line at any width."""
    return all(
        are_apart(box_at(point, place, wide, height), box)
        for wide in widths
        for line in lines
        if (box := line.name_box(wide, height))
    )


def is_crossed(
    point: Point, place: Place, lines: tuple[Line, ...], widths: tuple[float, ...], height: float
) -> bool:
    """Whether a line runs through a name at any width."""
    return not all(
        are_apart(box_at(point, place, wide, height), line.box(wide, height))
        for wide in widths
        for line in lines
    )


def places(point: Point) -> Iterator[Place]:
    """The places of a name, the nearest first."""
    wide, tall = width(point.name, SMALL), point.name_height
    for side, (across, up) in BESIDE.items():
        yield Place(across * (point.radius + wide / 2 + 3), up * (point.radius + tall / 2), side)
    for step in STEPS:
        for height in (float(step), -float(step)):
            for aside in (0.0, *(sign * (wide / 2 + far) for far in ASIDE for sign in (1, -1))):
                yield Place(aside, height)


def box_at(point: Point, place: Place, wide: float, height: float) -> Box:
    """The box of a name in a drawing so wide and high."""
    x, y = point.x * wide + place.across, point.y * height + place.up
    return box_centred_at(x, y, width(point.name, SMALL) + 4, point.name_height)


def is_free(
    point: Point, place: Place, taken: list[tuple[Point, Place]], widths: tuple[float, ...], height: float
) -> bool:
    """Whether a name is whole there and covers no other at any width."""
    for wide in widths:
        box = box_at(point, place, wide, height)
        if box[0] < 0 or box[1] > wide + OVERHANG or box[2] < 0 or box[3] > height:
            return False
        if not all(are_apart(box, box_at(*other, wide, height)) for other in taken):
            return False
    return True


def is_clear(
    point: Point, place: Place, points: list[Point], widths: tuple[float, ...], height: float
) -> bool:
    """Whether a name covers no mark of another named point."""
    return all(
        are_apart(
            box_at(point, place, wide, height),
            box_centred_at(other.x * wide, other.y * height, 2 * other.radius, 2 * other.radius),
        )
        for wide in widths
        for other in points
        if other != point
    )
