"""Outlines of GeoJSON features as SVG paths on the equal-area plane of our maps."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
CENTRE = (10.0, 52.0)
RADIUS = 6371
KILOMETRES = 5  # to a unit of the drawing
FEWEST = 3  # points of a ring that is still an area


def outline_paths(features: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The `d` of each feature's path by `properties.code`, in whole units of the drawing.

    Neighbours share the points of their border, and a shared point is rounded alike for both, so no gap opens.
    """
    return {
        str(feature["properties"]["code"]): "".join(map(ring_path, rings(feature["geometry"])))
        for feature in features
    }


def rings(geometry: Mapping[str, Any]) -> list[list[list[float]]]:
    """Every ring of a polygon or of several, holes among them."""
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [ring for polygon in polygons for ring in polygon]


def ring_path(ring: list[list[float]]) -> str:
    """One ring as a closed subpath: an absolute start, then relative steps; "" where it vanishes at this size."""
    grid = np.round(project(np.asarray(ring, dtype=float)) / KILOMETRES).astype(int)
    points = grid[np.r_[True, np.any(grid[1:] != grid[:-1], axis=1)]]
    if len(np.unique(points, axis=0)) < FEWEST:
        return ""
    (x, y), steps = points[0], np.diff(points[:-1], axis=0)
    moves = " ".join(f"{dx}{'' if dy < 0 else ' '}{dy}" for dx, dy in steps.tolist())
    return f"M{x} {y}l{moves.replace(' -', '-')}z"


def place_on_map(point: tuple[float, float]) -> tuple[int, int]:
    """Where a place (longitude, latitude in degrees) lies, in whole units of the drawing, y pointing south."""
    x, y = np.round(project(np.asarray([point], dtype=float)) / KILOMETRES).astype(int)[0]
    return int(x), int(y)


def project(points: Points) -> Points:
    """Lambert's azimuthal equal-area plane around `CENTRE`, in kilometres, y pointing south (Snyder 1987, 24-2 to
    24-4)."""
    (lon0, lat0), (lon, lat) = np.radians(CENTRE), np.radians(points).T
    cosine = np.sin(lat0) * np.sin(lat) + np.cos(lat0) * np.cos(lat) * np.cos(lon - lon0)
    k = RADIUS * np.sqrt(2 / (1 + cosine))
    x = k * np.cos(lat) * np.sin(lon - lon0)
    y = k * (np.cos(lat0) * np.sin(lat) - np.sin(lat0) * np.cos(lat) * np.cos(lon - lon0))
    return np.column_stack([x, -y])
