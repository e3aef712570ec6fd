"""Boundaries and the tables derived from them, checked against their record in shapes.toml."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pandas as pd
from pydantic import Field, ValidationError

from data import reading
from data.errors import DataError
from data.pack_records import PackSource
from data.records import Record, Words

ROOT = Path(__file__).parents[1]
RECORDS = "shapes/shapes.toml"
Box = tuple[float, float, float, float]


class Terms(Record):
    """One block of shapes.toml: who drew the lines, where they were taken from, what to say beside them."""

    file: str = Field(pattern=r"^[a-z0-9_]+\.(geojson|csv)$")
    checksum: str = Field(pattern=r"^sha256:[0-9a-f]{64}$")
    kind: Literal["boundaries", "table"]
    title: Words
    publisher: str = Field(min_length=1)
    package: str = Field(min_length=1)
    package_checksum: str = Field(pattern=r"^(sha256:[0-9a-f]{64})?$")
    licence: str = Field(min_length=1)
    licence_address: str = Field(pattern=r"^(https?://\S+)?$")
    attribution: Words
    method: Words
    nuts: Literal["2021", "2024", "none"]
    year: str = ""
    stands_for: dict[str, tuple[str, ...]] = Field(default_factory=dict)


@dataclass(frozen=True)
class Shape:
    """A file of boundaries. `codes` are its features' `properties.code`.

    `stands_for` names the codes that have no outline of their own: `{"PT17": ("PT1A", "PT1B")}` says that the
    outline PT17 is that of two regions together. `boxes` are the west, east, south and north of each feature.
    """

    name: str
    path: Path
    terms: Terms
    codes: frozenset[str]
    boxes: Mapping[str, Box] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Where the running dashboard serves the file, under a name that carries the beginning of its
        checksum."""
        return (
            f"/shapes/{self.path.stem}.{self.terms.checksum.removeprefix('sha256:')[:12]}{self.path.suffix}"
        )

    @property
    def attribution(self) -> Words:
        """What every map and export made with this file must say."""
        return self.terms.attribution

    @property
    def source(self) -> PackSource:
        """Whose lines these are, as a source line names them."""
        terms = self.terms
        address = terms.licence_address
        return PackSource(
            publisher=terms.publisher,
            title=terms.title,
            address=address,
            licence=terms.licence,
            year=terms.year,
        )

    @property
    def stands_for(self) -> dict[str, tuple[str, ...]]:
        """The codes without an outline of their own, by the outline they share."""
        return self.terms.stands_for


def check_shapes(root: Path = ROOT) -> dict[str, Shape]:
    """Every file of boundaries, after the tables beside them have been held against the record too; their rows
    are read where they are needed."""
    for name, terms in records(root).items():
        if terms.kind == "table":
            rows(name, root)
    return shapes(root)


def shapes(root: Path = ROOT) -> dict[str, Shape]:
    """Every file of boundaries by name; raises DataError on the first that is not as recorded."""
    boundaries = {name: terms for name, terms in records(root).items() if terms.kind == "boundaries"}
    return {name: _shape(name, terms, root) for name, terms in boundaries.items()}


def rows(name: str, root: Path = ROOT) -> pd.DataFrame:
    """A table of this folder (`neighbours` or `tilegrid`), its numbers as numbers."""
    terms = records(root)[name]
    _check_file(terms, root)
    return pd.read_csv(root / "shapes" / terms.file, na_filter=False)


def records(root: Path = ROOT) -> dict[str, Terms]:
    """What shapes.toml says of each file."""
    file = root / RECORDS
    try:
        terms = {name: Terms.model_validate(block) for name, block in reading.toml(file, root).items()}
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = f"{error.title} {'.'.join(str(part) for part in first['loc'])}"
        raise DataError(reading.fault(file, root, f"a record is wrong: {first['msg']}", field)) from None
    reading.check_stamp(file, root)
    return terms


def _shape(name: str, terms: Terms, root: Path) -> Shape:
    features = json.loads(_check_file(terms, root))["features"]
    boxes = {feature["properties"]["code"]: _box(feature["geometry"]) for feature in features}
    return Shape(name, root / "shapes" / terms.file, terms, frozenset(boxes), boxes)


def _box(geometry: dict[str, Any]) -> Box:
    """West, east, south and north of a polygon or of several."""
    parts = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    points = [point for part in parts for point in part[0]]
    lons, lats = zip(*points, strict=True)
    return min(lons), max(lons), min(lats), max(lats)


def _check_file(terms: Terms, root: Path) -> bytes:
    """The file's bytes, or the one line that says they are not those recorded."""
    file = root / "shapes" / terms.file
    content = reading.content(file, root)
    found = reading.checksum(content)
    if found != terms.checksum:
        problem = f"the file is not the one its record describes ({terms.checksum[:19]}...)"
        raise DataError(reading.fault(file, root, problem, "checksum", found[:19] + "..."))
    return content
