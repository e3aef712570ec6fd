"""Names under a strip of dots in a few lanes, each tied to its dot by a bent hair line: no name covers another and no
line crosses a name or another line."""

from collections.abc import Callable
from dataclasses import dataclass

from components.figures.margins import SMALL
from components.figures.widths import width

GAP, STEP, LANE, OVERHANG = 10.0, 9.0, 19.0, 14.0
LONGEST = 20
SEMIBOLD = 1.12  # so much wider are semibold letters
SHORT = 1.6  # so many pixels that lines lean aside weigh as much as a pixel of height


@dataclass(frozen=True)
class NamePlace:
    """Where a name begins, in pixels from the left, and its lane."""

    begins: float
    lane: int


@dataclass(frozen=True)
class Group:
    """Names of neighbouring dots in lanes one under the other, the rightmost in the first: the pixels of their dots and
    how long they are, from left to right."""

    dots: tuple[float, ...]
    lengths: tuple[float, ...]

    @property
    def wanted(self) -> float:
        """Where its leftmost name would begin so that lines lean aside least."""
        return sum(dot - STEP * at for at, dot in enumerate(self.dots)) / len(self.dots)

    @property
    def length(self) -> float:
        """Pixels from its leftmost line to the end of its longest name."""
        return max(STEP * at + length for at, length in enumerate(self.lengths))


def name_places(dots: list[float], names: list[str], wide: float) -> list[NamePlace]:
    """Where each name stands under its dot, in as few lanes as the lines have room for; `dots` are pixels from the left
    of a strip that is `wide` pixels wide."""
    if not dots:
        return []
    order = sorted(range(len(dots)), key=lambda at: (dots[at], names[at]))
    across = [dots[at] for at in order]
    lengths = [length(names[at]) + GAP for at in order]
    options = [places_in_lanes(across, lengths, lanes, wide) for lanes in range(1, len(dots) + 1)]
    best = min((option for option in options if option), key=lambda option: cost(across, option))
    found = dict(zip(order, best, strict=True))
    return [found[at] for at in range(len(dots))]


def shortened_names(names: list[str], places: Callable[[list[str]], list[NamePlace]]) -> list[str]:
    """The names, long ones cut to `LONGEST` letters, but whole where that needs no more lanes than the cut ones need
    and one."""
    texts = [cut_name(name) for name in names]
    most = lanes_of(places(texts)) + 1
    for at, name in enumerate(names):
        whole = [*texts[:at], name, *texts[at + 1 :]]
        if name != texts[at] and lanes_of(places(whole)) <= most:
            texts = whole
    return texts


def cut_name(name: str) -> str:
    """A name of at most `LONGEST` letters, in bold if it was."""
    before, after = ("<b>", "</b>") if name.startswith("<b>") else ("", "")
    bare = name.removeprefix(before).removesuffix(after)
    return name if len(bare) <= LONGEST else f"{before}{bare[: LONGEST - 1].rstrip()}…{after}"


def lanes_of(places: list[NamePlace]) -> int:
    """How many lanes some names take."""
    return max((place.lane + 1 for place in places), default=0)


def length(name: str) -> float:
    """Pixels across of a name; semibold letters are a little wider."""
    return width(name, SMALL) * (SEMIBOLD if name.startswith("<b>") else 1)


def cost(dots: list[float], places: list[NamePlace]) -> float:
    """How much room the names take, and how far their lines lean aside."""
    aside = max(abs(dot - place.begins) for dot, place in zip(dots, places, strict=True))
    return LANE * max(place.lane + 1 for place in places) + aside / SHORT


def places_in_lanes(
    dots: list[float], lengths: list[float], lanes: int, wide: float
) -> list[NamePlace] | None:
    """The places of names from left to right in so many lanes; None where they have no room."""
    cuts = [*range(len(dots) % lanes or lanes, len(dots) + 1, lanes)]
    spans = list(zip([0, *cuts], cuts, strict=False))
    groups = [Group(tuple(dots[first:last]), tuple(lengths[first:last])) for first, last in spans]
    starts = apart(groups, wide + OVERHANG)
    if starts is None:
        return None
    return [
        NamePlace(start + STEP * at, len(group.dots) - 1 - at)
        for group, start in zip(groups, starts, strict=True)
        for at in range(len(group.dots))
    ]


def apart(groups: list[Group], wide: float) -> list[float] | None:
    """Where each group begins, near to where it would and without touching the next; None where all together are longer
    than the strip."""
    if sum(group.length for group in groups) > wide:
        return None
    starts: list[float] = []
    edge = 0.0
    for group in groups:
        starts.append(max(group.wanted, edge))
        edge = starts[-1] + group.length
    limit = wide
    for at in range(len(groups) - 1, -1, -1):
        starts[at] = min(starts[at], limit - groups[at].length)
        limit = starts[at]
    return starts
