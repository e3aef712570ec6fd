"""`python -m data.shapes.gisco --from FILE`: the outlines of NUTS 2024 from GISCO's own GeoJSON.

FILE is NUTS_RG_20M_2024_4326.geojson of GISCO's distribution, or a part of it: the regions of level 2 in the Union
are kept. The whole layer is replaced, since another generalisation never fits between its neighbours."""

import argparse
import json
import sys
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from data import ROOT, nuts, replacing, stamping, validation
from data.importers.files import NotThisFormat

FILE = "nuts2_2024.geojson"
DECIMALS = 3
FEWEST = 4
Ring = list[list[float]]


def main(arguments: list[str] | None = None, *, root: Path = ROOT) -> int:
    """The command; 0 if done, 1 with one sentence on stderr if not."""
    parser = argparse.ArgumentParser(prog="python -m data.shapes.gisco", description=__doc__)
    parser.add_argument("--from", dest="file", type=Path, required=True, metavar="FILE")
    chosen = parser.parse_args(arguments)
    try:
        content = outlines(chosen.file, nuts.present_regions(validation.regions(root)))
    except NotThisFormat as error:
        print(str(error), file=sys.stderr)
        return 1
    replacing.replace(root / "shapes", {FILE: content})
    print(stamping.stamp(stamping.SHAPES, root))
    return 0


def outlines(file: Path, wanted: frozenset[str]) -> bytes:
    """The layer as the dashboard serves it. Raises NotThisFormat where a region is missing."""
    found = {_code(feature): feature["geometry"] for feature in _features(file)}
    missing = sorted(wanted - found.keys())
    if missing:
        raise NotThisFormat(
            f"{file.name} has no outline of {', '.join(missing[:8])}: it is not NUTS 2024, level 2."
        )
    features = [
        {"type": "Feature", "properties": {"code": code}, "geometry": geometry(found[code])}
        for code in sorted(wanted)
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return (json.dumps(collection, separators=(",", ":")) + "\n").encode()


def _features(file: Path) -> list[dict[str, Any]]:
    try:
        return list(json.loads(file.read_text(encoding="utf-8"))["features"])
    except (OSError, ValueError, KeyError, TypeError):
        raise NotThisFormat(f"{file.name} is not a GeoJSON file of features.") from None


def _code(feature: dict[str, Any]) -> str:
    return str(feature["properties"].get("NUTS_ID", ""))


def geometry(shape: dict[str, Any]) -> dict[str, Any]:
    """A polygon, or several, on a grid of 0.001 degrees; parts that vanish on it are left out."""
    parts = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
    polygons = sorted(part for part in map(polygon, parts) if part)
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def polygon(rings: list[Ring]) -> list[Ring]:
    """Clockwise outside, anticlockwise holes: else d3 fills all of the globe but the region."""
    outer, *holes = (ring(points) for points in rings)
    if len(outer) < FEWEST:
        return []
    return [
        with_direction(outer, clockwise=True),
        *(with_direction(hole, clockwise=False) for hole in holes if len(hole) >= FEWEST),
    ]


def ring(points: Iterable[list[float]]) -> Ring:
    """The ring from its least point on, without points that fell together."""
    grid = [[round(x, DECIMALS), round(y, DECIMALS)] for x, y, *_ in points]
    unique = [here for here, before in zip(grid[1:], grid[:-1], strict=True) if here != before]
    start = unique.index(min(unique)) if unique else 0
    return [*unique[start:], *unique[:start], *unique[start : start + 1]]


def with_direction(points: Ring, *, clockwise: bool) -> Ring:
    """The ring in one direction."""
    doubled = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(points))
    return points if (doubled < 0) == clockwise else points[::-1]


if __name__ == "__main__":
    raise SystemExit(main())
