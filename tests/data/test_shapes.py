"""Rules over the boundaries: an outline per region, a region per outline, rings wound for a browser."""

import json
import math
import shutil
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from data import load, shapes, validation
from data.errors import DataError
from data.importers.files import NotThisFormat
from data.shapes import gisco

ROOT = Path(__file__).parents[2] / "data"
KNOWN = shapes.shapes()
EUROPEAN = ("nuts2_2021", "nuts2_2024", "oversea", "oversea_frames", "italy_regions")
BIGGEST = 120_000  # bytes, compressed

Ring = list[list[float]]


def features(shape: shapes.Shape) -> dict[str, list[list[Ring]]]:
    """The polygons of each feature by code."""
    drawn = json.loads(shape.path.read_text(encoding="utf-8"))["features"]
    return {item["properties"]["code"]: _polygons(item["geometry"]) for item in drawn}


def contains(polygons: list[list[Ring]], lon: float, lat: float) -> bool:
    """Whether a point lies inside: a line from it crosses the rings an odd number of times."""
    edges = [edge for polygon in polygons for ring in polygon for edge in pairwise(ring)]
    return sum(_crosses(lon, lat, *start, *end) for start, end in edges) % 2 == 1


def spread(ring: Ring) -> float:
    """The share of the globe a ring encloses as d3 reads it: little for a clockwise ring, nearly all else."""
    radians = [(math.radians(lon), math.radians(lat) / 2 + math.pi / 4) for lon, lat in ring]
    return 2 * sum(_wedge(*start, *end) for start, end in pairwise(radians)) % (4 * math.pi) / (4 * math.pi)


def _polygons(geometry: dict[str, Any]) -> list[list[Ring]]:
    drawn: Any = geometry["coordinates"]
    return [drawn] if geometry["type"] == "Polygon" else list(drawn)


def _crosses(lon: float, lat: float, west: float, south: float, east: float, north: float) -> bool:
    return (south > lat) != (north > lat) and lon < west + (lat - south) * (east - west) / (north - south)


def _wedge(lon0: float, half0: float, lon1: float, half1: float) -> float:
    turn, both = lon1 - lon0, math.sin(half0) * math.sin(half1)
    level = math.cos(half0) * math.cos(half1) + both * math.cos(turn)
    return math.atan2(both * math.sin(turn), level)


@pytest.fixture(scope="module")
def regions() -> pd.DataFrame:
    """The regions as `load()` gives them."""
    return validation.regions(ROOT)


def codes_of(regions: pd.DataFrame, vintage: str) -> set[str]:
    """The NUTS 2 codes of one vintage."""
    return set(regions.index[(regions["level"] == "nuts2") & regions[vintage]])


@pytest.mark.parametrize("name", KNOWN)
def test_every_polygon_turns_clockwise_and_covers_less_than_half_the_globe(name: str) -> None:
    for code, polygons in features(KNOWN[name]).items():
        assert polygons, code
        for outer, *holes in polygons:
            assert 0 < spread(outer) < 0.5, code
            assert all(spread(hole) > 0.5 for hole in holes), code


@pytest.mark.parametrize("name", KNOWN)
def test_every_ring_is_closed_and_every_code_stands_once(name: str) -> None:
    drawn = json.loads(KNOWN[name].path.read_text(encoding="utf-8"))["features"]
    assert len(drawn) == len(KNOWN[name].codes)
    rings = [ring for polygons in features(KNOWN[name]).values() for polygon in polygons for ring in polygon]
    assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in rings)


@pytest.mark.parametrize("name", EUROPEAN)
def test_every_outline_is_a_region(name: str, regions: pd.DataFrame) -> None:
    assert set(regions.index) >= KNOWN[name].codes


def test_every_region_of_2021_has_its_own_outline(regions: pd.DataFrame) -> None:
    assert KNOWN["nuts2_2021"].codes == codes_of(regions, "nuts2021")


def test_every_region_of_2024_has_its_own_outline(regions: pd.DataFrame) -> None:
    shape = KNOWN["nuts2_2024"]
    assert not shape.stands_for
    assert shape.codes == codes_of(regions, "nuts2024")


def test_the_outlines_of_2024_come_from_gisco_s_file_ring_by_ring(tmp_path: Path) -> None:
    square = [[0, 0], [0.0001, 0], [2, 0], [2, 2], [0, 2], [0, 0]]
    hole = [[0.5, 0.5], [0.5, 1], [1, 1], [1, 0.5], [0.5, 0.5]]
    speck = [[[5, 5], [5.0001, 5], [5.0001, 5.0001], [5, 5]]]
    drawn = gisco.geometry({"type": "MultiPolygon", "coordinates": [[square, hole], speck]})
    assert drawn["type"] == "Polygon"
    outer, inner = drawn["coordinates"]
    assert outer == [[0, 0], [0, 2], [2, 2], [2, 0], [0, 0]]
    assert inner == [[0.5, 0.5], [1, 0.5], [1, 1], [0.5, 1], [0.5, 0.5]]
    file = tmp_path / "part.geojson"
    feature = {"properties": {"NUTS_ID": "AT11"}, "geometry": {"type": "Polygon", "coordinates": [square]}}
    file.write_text(json.dumps({"features": [feature]}), encoding="utf-8")
    assert b"AT11" in gisco.outlines(file, frozenset({"AT11"}))
    with pytest.raises(NotThisFormat, match="AT12"):
        gisco.outlines(file, frozenset({"AT11", "AT12"}))


def test_every_region_overseas_has_a_frame_near_europe(regions: pd.DataFrame) -> None:
    overseas = set(regions.index[(regions["level"] == "nuts2") & regions["oversea"]])
    assert KNOWN["oversea"].codes == KNOWN["oversea_frames"].codes == overseas


def test_every_region_overseas_is_drawn_inside_its_frame() -> None:
    frames = features(KNOWN["oversea_frames"])
    for code, polygons in features(KNOWN["oversea"]).items():
        assert all(contains(frames[code], *point) for (outer, *_) in polygons for point in outer), code


def test_italy_is_drawn_as_its_21_regions(regions: pd.DataFrame) -> None:
    italian = {code for code in codes_of(regions, "nuts2024") if code.startswith("IT")}
    assert KNOWN["italy_regions"].codes == italian


def test_every_member_state_is_on_the_maps_of_countries(regions: pd.DataFrame) -> None:
    states = set(regions.index[regions["level"] == "country"])
    assert states <= KNOWN["europe_countries"].codes
    assert states <= KNOWN["world_countries"].codes


def test_lombardy_has_twelve_provinces_each_with_a_point_inside() -> None:
    drawn, rows = features(KNOWN["itc4_provinces"]), load().packs["ITC4"].tables["provinces"]
    assert set(rows["code"]) == set(drawn)
    assert len(rows) == 12
    points = rows[["code", "lon", "lat"]].to_numpy().tolist()
    assert all(contains(drawn[code], lon, lat) for code, lon, lat in points)
    assert rows[["abbreviation", "name_en", "name_it"]].map(bool).all(axis=None)


def test_milan_is_inside_the_province_of_milan_and_no_other() -> None:
    drawn = features(KNOWN["itc4_provinces"])
    assert [code for code, polygons in drawn.items() if contains(polygons, 9.19, 45.464)] == ["ITC4C"]


def test_neighbours_are_neighbours_both_ways(regions: pd.DataFrame) -> None:
    rows = shapes.rows("neighbours")
    there = rows.set_index(["region", "neighbour"])["km"]
    back = rows.set_index(["neighbour", "region"])["km"]
    assert there.index.is_unique
    assert there.sort_index().to_list() == back.sort_index().to_list()
    assert set(rows["region"]) <= codes_of(regions, "nuts2024")
    assert (rows["km"] >= 1).all()
    assert (rows["region"] != rows["neighbour"]).all()


def test_lombardy_borders_five_regions_of_the_union() -> None:
    rows = shapes.rows("neighbours").set_index("region")
    assert set(rows.loc[["ITC4"], "neighbour"]) == {"ITC1", "ITH1", "ITH2", "ITH3", "ITH5"}


def test_islands_and_regions_overseas_have_no_neighbour() -> None:
    rows = shapes.rows("neighbours")
    alone = {"CY00", "MT00", "ITG1", "ITG2", "FRM0", "ES53", "ES63", "ES64", "EL43", *KNOWN["oversea"].codes}
    assert alone.isdisjoint(rows["region"])


@pytest.mark.parametrize("vintage", ["nuts2021", "nuts2024"])
def test_every_region_has_a_tile_of_its_own(vintage: str, regions: pd.DataFrame) -> None:
    tiles = shapes.rows("tilegrid").set_index("code")
    ours = tiles[tiles.index.isin(codes_of(regions, vintage))]
    assert set(ours.index) == codes_of(regions, vintage)
    assert not ours.duplicated().any()
    assert tiles.index.is_unique


@pytest.mark.parametrize("name", [*shapes.records()])
def test_every_file_has_its_words_in_both_languages_and_is_the_one_recorded(name: str) -> None:
    terms = shapes.records()[name]
    assert terms.attribution.en
    assert terms.method.it != terms.method.en
    assert (terms.package == "none") == (terms.package_checksum == "")


def test_the_folder_holds_no_file_without_a_record() -> None:
    recorded = {terms.file for terms in shapes.records().values()}
    found = {file.name for file in (ROOT / "shapes").iterdir() if file.suffix in {".csv", ".geojson"}}
    assert found == recorded


def test_a_changed_file_is_named_in_one_line(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "shapes", tmp_path / "shapes")
    file = tmp_path / "shapes" / "nuts2_2021.geojson"
    file.write_bytes(file.read_bytes().replace(b"16.", b"17.", 1))
    with pytest.raises(DataError) as caught:
        shapes.shapes(tmp_path)
    assert "data/shapes/nuts2_2021.geojson" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_no_map_weighs_more_than_a_reader_should_wait_for() -> None:
    import gzip

    heavy = {name for name, shape in KNOWN.items() if len(gzip.compress(shape.path.read_bytes())) > BIGGEST}
    assert heavy == set()
