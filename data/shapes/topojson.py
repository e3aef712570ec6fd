"""TopoJSON in, shapely geometries by code out."""

import json
import re
from collections.abc import Callable
from itertools import accumulate, pairwise
from typing import Any

from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

Point = tuple[float, float]
Line = list[Point]
HALF_ROUND = 180  # degrees


def parse_object(script: str, after: str) -> dict[str, Any]:
    """The object literal that follows `after` in a script; names of properties may lack their quotes."""
    literal = script[script.index(after) + len(after) :]
    start = literal.index("{")
    end = re.search(r"\}\s*(;|$)", literal)
    quoted = re.sub(r"(?<=[{,])\s*(\w+):", r'"\1":', literal[start : end.end() if end else None])
    topology, _ = json.JSONDecoder().raw_decode(quoted)
    return dict(topology)


def geometries(
    topology: dict[str, Any], name: str, code: Callable[[dict[str, Any]], str]
) -> list[tuple[str, BaseGeometry]]:
    """The geometries of one object of the topology with the code of each, in the file's order."""
    lines = [_line(arc, topology["transform"]) for arc in topology["arcs"]]
    return [
        (code(geometry), _geometry(geometry, lines)) for geometry in topology["objects"][name]["geometries"]
    ]


def _line(arc: list[list[int]], transform: dict[str, list[float]]) -> Line:
    """An arc's points. Each is written as the difference from the one before, in whole steps of a grid."""
    (east, north), (lon, lat) = transform["scale"], transform["translate"]
    steps = zip(accumulate(step[0] for step in arc), accumulate(step[1] for step in arc), strict=True)
    return [(x * east + lon, y * north + lat) for x, y in steps]


def _geometry(geometry: dict[str, Any], lines: list[Line]) -> BaseGeometry:
    if geometry["type"] == "Polygon":
        return _polygon(geometry["arcs"], lines)
    return MultiPolygon([_polygon(rings, lines) for rings in geometry["arcs"]])


def _polygon(rings: list[list[int]], lines: list[Line]) -> Polygon:
    outer, *holes = (_ring(arcs, lines) for arcs in rings)
    return Polygon(outer, holes)


def _ring(arcs: list[int], lines: list[Line]) -> Line:
    """Arcs joined end to end; -1 - n is arc n walked backwards, and each begins where the one before ended.

    A script may write the whole number 1000 as 1e3, which reads as a float.
    """
    numbers = [int(arc) for arc in arcs]
    walked = [lines[arc] if arc >= 0 else lines[~arc][::-1] for arc in numbers]
    return _unbroken(walked[0] + [point for line in walked[1:] for point in line[1:]])


def _unbroken(ring: Line) -> Line:
    """A ring across the date line goes on beyond 180 degrees east instead of running round the world."""
    jumps = any(abs(point[0] - other[0]) > HALF_ROUND for point, other in pairwise(ring))
    return [(lon + 360 if lon < 0 else lon, lat) for lon, lat in ring] if jumps else ring
