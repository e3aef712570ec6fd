"""Geometries made ready for a browser: joined, thinned, rounded, wound."""

import json
import math
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import MultiPolygon, Polygon
from shapely.affinity import scale
from shapely.algorithms.polylabel import polylabel
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

Outlines = Mapping[str, BaseGeometry]
Box = tuple[float, float, float, float]
Place = tuple[float, float]
Points = NDArray[np.float64]
WELL_INSIDE = 0.05  # degrees
FEWEST = 4  # points of a ring: a triangle, closed
SLIVER = 0.4  # of a cell of the grid: the least triangle has half a cell, less is points in a line
MAIN = 0.07  # of the largest part's area: a smaller part is left out of a drawing in a frame
ROOM = 0.78  # of a frame's side
RADIUS = 6371  # kilometres
LONGEST = 4  # degrees between two points of a thinned line


def dissolve(pieces: Iterable[tuple[str, BaseGeometry]]) -> dict[str, BaseGeometry]:
    """One geometry per code, the pieces of the same code dissolved into each other."""
    by_code: dict[str, list[BaseGeometry]] = {}
    for code, piece in pieces:
        by_code.setdefault(code, []).append(shapely.make_valid(piece))
    return {code: shapely.union_all(parts) if len(parts) > 1 else parts[0] for code, parts in by_code.items()}


def simplify(outlines: Outlines, tolerance: float) -> dict[str, BaseGeometry]:
    """Fewer points, the same border for both neighbours (Visvalingam-Whyatt); `tolerance` in degrees.

    Long lines keep points in between: a browser draws the great circle, which leaves the 49th parallel.
    """
    fewer = shapely.coverage_simplify(list(outlines.values()), tolerance)
    return dict(zip(outlines, shapely.segmentize(fewer, LONGEST), strict=True))


def point(geometry: BaseGeometry) -> tuple[float, float]:
    """Where a label may stand: the centre if well inside, else the innermost point of the largest part."""
    squeeze = math.cos(math.radians(geometry.centroid.y))
    flat = scale(geometry, xfact=squeeze, origin=(0, 0))
    centre = flat.centroid
    if not (flat.contains(centre) and flat.boundary.distance(centre) > WELL_INSIDE):
        centre = polylabel(max(_polygons(flat), key=lambda part: float(part.area)), 0.01)
    return round(centre.x / squeeze, 4), round(centre.y, 4)


def move_into_box(geometry: BaseGeometry, box: Box, centre: Place) -> BaseGeometry:
    """The geometry's main parts scaled into a box of the plane around `centre`, their form kept."""
    parts = _polygons(geometry)
    largest = max(float(part.area) for part in parts)
    main = shapely.MultiPolygon([part for part in parts if part.area > MAIN * largest])
    middle = (main.bounds[0] + main.bounds[2]) / 2, (main.bounds[1] + main.bounds[3]) / 2
    flat = shapely.transform(main, lambda points: project(points, middle))
    west, south, east, north = flat.bounds
    factor = ROOM * min((box[2] - box[0]) / (east - west), (box[3] - box[1]) / (north - south))
    shift = [(box[0] + box[2] - factor * (west + east)) / 2, (box[1] + box[3] - factor * (south + north)) / 2]
    return shapely.transform(flat, lambda points: unproject(points * factor + shift, centre))


def box_outline(box: Box, centre: Place) -> BaseGeometry:
    """A box of the plane around `centre` as a geometry on the globe."""
    corners: BaseGeometry = shapely.box(*box)
    return shapely.transform(corners, lambda points: unproject(points, centre))


def project(points: Points, centre: Place) -> Points:
    """Lambert's azimuthal equal-area plane around a centre, in kilometres (Snyder 1987, 24-2 to 24-4)."""
    (lon0, lat0), (lon, lat) = np.radians(centre), np.radians(points).T
    cosine = np.sin(lat0) * np.sin(lat) + np.cos(lat0) * np.cos(lat) * np.cos(lon - lon0)
    k = RADIUS * np.sqrt(2 / (1 + cosine))
    x = k * np.cos(lat) * np.sin(lon - lon0)
    y = k * (np.cos(lat0) * np.sin(lat) - np.sin(lat0) * np.cos(lat) * np.cos(lon - lon0))
    return np.column_stack([x, y])


def unproject(points: Points, centre: Place) -> Points:
    """The way back from that plane to degrees (Snyder 1987, 20-14, 20-15 and 24-16)."""
    (lon0, lat0), (x, y) = np.radians(centre), points.T
    rho = np.maximum(np.hypot(x, y), 1e-9)
    c = 2 * np.arcsin(rho / (2 * RADIUS))
    lat = np.arcsin(np.cos(c) * np.sin(lat0) + y * np.sin(c) * np.cos(lat0) / rho)
    lon = lon0 + np.arctan2(x * np.sin(c), rho * np.cos(lat0) * np.cos(c) - y * np.sin(lat0) * np.sin(c))
    place: Points = np.degrees(np.column_stack([lon, lat]))
    return place


def shared_km(region: BaseGeometry, other: BaseGeometry) -> float:
    """The length of the border two geometries share, in kilometres on a sphere of 6,371 km."""
    border = region.boundary.intersection(other.boundary)
    lines = [line for line in getattr(border, "geoms", [border]) if line.geom_type == "LineString"]
    pairs = [pair for line in lines for pair in zip(line.coords, line.coords[1:], strict=False)]
    return sum(_km(start, end) for start, end in pairs)


def snap_to_grid(outlines: Outlines, decimals: int) -> dict[str, BaseGeometry]:
    """Points on a grid of 10 ** -decimals degrees, parts that vanish left out, rings wound for a browser."""
    return {code: _wound(geometry, decimals) for code, geometry in sorted(outlines.items())}


def geojson(outlines: Outlines, names: Mapping[str, str] | None = None) -> bytes:
    """A FeatureCollection in few bytes, features in the order given: the same shapes give the same file."""
    features = [
        {"type": "Feature", "properties": _properties(code, names), "geometry": _geometry_json(geometry)}
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
    polygons = [polygon for part in _polygons(geometry) for polygon in _snap_polygon(part, decimals)]
    turned = sorted((orient(part, sign=-1) for part in polygons), key=lambda part: part.bounds)
    return turned[0] if len(turned) == 1 else MultiPolygon(turned)


def _snap_polygon(polygon: Polygon, decimals: int) -> list[Polygon]:
    """The polygon on the grid: none if it vanished, several if a narrow neck closed."""
    outer, *holes = (_ring(ring.coords, decimals) for ring in (polygon.exterior, *polygon.interiors))
    if len(outer) < FEWEST:
        return []
    snapped = Polygon(outer, [hole for hole in holes if len(hole) >= FEWEST])
    polygons = [snapped] if snapped.is_valid else _polygons(shapely.set_precision(snapped, 10.0**-decimals))
    return [part for part in polygons if part.area > SLIVER * 10.0 ** (-2 * decimals)]


def _ring(points: Iterable[Any], decimals: int) -> list[tuple[float, float]]:
    """The ring from its least point on, without points that fell together."""
    grid = [(round(x, decimals), round(y, decimals)) for x, y in points]
    unique = [here for here, before in zip(grid[1:], grid[:-1], strict=True) if here != before]
    start = unique.index(min(unique)) if unique else 0
    return [*unique[start:], *unique[:start], *unique[start : start + 1]]


def _geometry_json(geometry: BaseGeometry) -> dict[str, Any]:
    polygons = [_rings(part) for part in _polygons(geometry)]
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def _rings(polygon: Polygon) -> list[list[list[float]]]:
    return [[[x, y] for x, y in ring.coords] for ring in (polygon.exterior, *polygon.interiors)]


def _km(start: tuple[float, ...], end: tuple[float, ...]) -> float:
    north = math.radians(end[1] - start[1])
    east = math.radians(end[0] - start[0]) * math.cos(math.radians((start[1] + end[1]) / 2))
    return RADIUS * math.hypot(north, east)
