"""Geometries made ready for a browser: joined, thinned, rounded, wound. Knows geometry, not regions."""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import shapely
from shapely import MultiPolygon, Polygon
from shapely.affinity import scale
from shapely.algorithms.polylabel import polylabel
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

Outlines = Mapping[str, BaseGeometry]
WELL_INSIDE = 0.05  # degrees
FEWEST = 4  # points of a ring: a triangle, closed


def joined(pieces: Iterable[tuple[str, BaseGeometry]]) -> dict[str, BaseGeometry]:
    """One geometry per code, the pieces of the same code dissolved into each other."""
    by_code: dict[str, list[BaseGeometry]] = {}
    for code, piece in pieces:
        by_code.setdefault(code, []).append(shapely.make_valid(piece))
    return {code: shapely.union_all(parts) if len(parts) > 1 else parts[0] for code, parts in by_code.items()}


def thinned(outlines: Outlines, tolerance: float) -> dict[str, BaseGeometry]:
    """Fewer points, the same border for both neighbours (Visvalingam-Whyatt); `tolerance` in degrees."""
    return dict(zip(outlines, shapely.coverage_simplify(list(outlines.values()), tolerance), strict=True))


def point(geometry: BaseGeometry) -> tuple[float, float]:
    """Where a label may stand: the centre if well inside, else the innermost point of the largest part."""
    squeeze = math.cos(math.radians(geometry.centroid.y))
    flat = scale(geometry, xfact=squeeze, origin=(0, 0))
    centre = flat.centroid
    if not (flat.contains(centre) and flat.boundary.distance(centre) > WELL_INSIDE):
        centre = polylabel(max(_polygons(flat), key=lambda part: float(part.area)), 0.01)
    return round(centre.x / squeeze, 4), round(centre.y, 4)


def moved(geometry: BaseGeometry, box: Sequence[float], margin: float = 0.12) -> BaseGeometry:
    """The geometry in the middle of a box (west, south, east, north), larger or smaller, of the same form."""
    west, south, east, north = geometry.bounds
    here, there = (south + north) / 2, (box[1] + box[3]) / 2
    narrow = math.cos(math.radians(here)) / math.cos(math.radians(there))
    room = 1 - 2 * margin
    factor = room * min((box[2] - box[0]) / ((east - west) * narrow), (box[3] - box[1]) / (north - south))
    centred = shapely.transform(geometry, lambda points: points - [(west + east) / 2, here])
    sized = scale(centred, xfact=factor * narrow, yfact=factor, origin=(0, 0))
    return shapely.transform(sized, lambda points: points - [-(box[0] + box[2]) / 2, -there])


def shared_km(one: BaseGeometry, other: BaseGeometry) -> float:
    """The length of the border two geometries share, in kilometres on a sphere of 6,371 km."""
    border = one.boundary.intersection(other.boundary)
    lines = [line for line in getattr(border, "geoms", [border]) if line.geom_type == "LineString"]
    pairs = [pair for line in lines for pair in zip(line.coords, line.coords[1:], strict=False)]
    return sum(_km(start, end) for start, end in pairs)


def rounded(outlines: Outlines, decimals: int) -> dict[str, BaseGeometry]:
    """Points on a grid of 10 ** -decimals degrees, parts that vanish left out, rings wound for a browser."""
    return {code: _wound(geometry, decimals) for code, geometry in sorted(outlines.items())}


def geojson(outlines: Outlines, names: Mapping[str, str] | None = None) -> bytes:
    """A FeatureCollection in few bytes, features in the order given: the same shapes give the same file."""
    features = [
        {"type": "Feature", "properties": _properties(code, names), "geometry": _written(geometry)}
        for code, geometry in outlines.items()
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return (json.dumps(collection, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _properties(code: str, names: Mapping[str, str] | None) -> dict[str, str]:
    return {"code": code} | ({"name": names[code]} if names else {})


def _polygons(geometry: BaseGeometry) -> list[Polygon]:
    parts = getattr(geometry, "geoms", [geometry])
    return [part for part in parts if isinstance(part, Polygon)]


def _wound(geometry: BaseGeometry, decimals: int) -> BaseGeometry:
    """Clockwise outside, anticlockwise holes: else d3 fills all of the globe but the region."""
    kept = [polygon for part in _polygons(geometry) for polygon in _snapped(part, decimals)]
    turned = sorted((orient(part, sign=-1) for part in kept), key=lambda part: part.bounds)
    return turned[0] if len(turned) == 1 else MultiPolygon(turned)


def _snapped(polygon: Polygon, decimals: int) -> list[Polygon]:
    """The polygon on the grid: none if it vanished, several if a narrow neck closed."""
    outer, *holes = (_ring(ring.coords, decimals) for ring in (polygon.exterior, *polygon.interiors))
    if len(outer) < FEWEST:
        return []
    snapped = Polygon(outer, [hole for hole in holes if len(hole) >= FEWEST])
    return [snapped] if snapped.is_valid else _polygons(shapely.set_precision(snapped, 10.0**-decimals))


def _ring(points: Iterable[Any], decimals: int) -> list[tuple[float, float]]:
    """The ring from its least point on, without points that fell together."""
    grid = [(round(x, decimals), round(y, decimals)) for x, y in points]
    unique = [here for here, before in zip(grid[1:], grid[:-1], strict=True) if here != before]
    start = unique.index(min(unique)) if unique else 0
    return [*unique[start:], *unique[:start], *unique[start : start + 1]]


def _written(geometry: BaseGeometry) -> dict[str, Any]:
    polygons = [_rings(part) for part in _polygons(geometry)]
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def _rings(polygon: Polygon) -> list[list[list[float]]]:
    return [[[x, y] for x, y in ring.coords] for ring in (polygon.exterior, *polygon.interiors)]


def _km(start: tuple[float, ...], end: tuple[float, ...]) -> float:
    north = math.radians(end[1] - start[1])
    east = math.radians(end[0] - start[0]) * math.cos(math.radians((start[1] + end[1]) / 2))
    return 6371 * math.hypot(north, east)
