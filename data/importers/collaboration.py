"""Framework programme participations by region -> the tables `regions`, `pairs` and `coverage`. Two forms are read:
files already counted by region, and CORDIS's own project.csv with organization.csv (read by cordis).

A region's own figures are per scope: every type of organisation, or `research` (universities and research organisations
together). Projects are counted once in a region however many of its organisations take part; a pair of regions shares
a project in which both take part."""

from pathlib import Path

import pandas as pd

from data.dataset import DatasetRecord
from data.importers import cordis, delimited
from data.importers.files import NotThisFormat, text
from data.importers.result import Result

MEASURES = ("participations", "projects", "organisations", "coordinated", "ec_contribution_eur")
REGIONS = ("nuts2", *MEASURES)
PAIRS = ("region_a", "region_b", "shared_projects")
COVERAGE = ("country", "type", "participations", "located", "ec_contribution_eur", "located_eur")
ALL, RESEARCH = "all", "research"


def read(files: list[Path], record: DatasetRecord, regions: pd.DataFrame) -> Result:
    """The tables in CORDIS's own files, or in the derived ones."""
    return cordis.read(files, record, regions) if cordis.is_download(files) else count_derived(files)


def count_derived(files: list[Path]) -> Result:
    """The derived files by region. A name with `research` holds universities and research organisations alone."""
    parts = [(file, _rows(file)) for file in files]
    regions = [_regions(file, rows) for file, rows in parts if "nuts2" in rows]
    pairs = [_pairs(file, rows) for file, rows in parts if "region_a" in rows]
    coverage = [_coverage(rows) for _, rows in parts if "country" in rows]
    if not (len(regions) == 3 and len(pairs) == 2 and len(coverage) == 1):
        raise NotThisFormat(
            "Six files belong together: regions, regions by type and pairs, regions and pairs of research alone, and "
            f"the coverage by country; given were {', '.join(file.name for file in files)}."
        )
    return tables(pd.concat(regions), pd.concat(pairs), coverage[0])


def tables(regions: pd.DataFrame, pairs: pd.DataFrame, coverage: pd.DataFrame) -> Result:
    """The three tables in the order of their keys."""
    return Result(
        {
            "regions": regions.sort_values(["scope", "region"], ignore_index=True),
            "pairs": pairs.sort_values(["scope", "region_a", "region_b"], ignore_index=True),
            "coverage": coverage.sort_values(["country", "type"], ignore_index=True),
        }
    )


def _rows(file: Path) -> pd.DataFrame:
    return delimited.rows(text(file), file, (("nuts2", "region_a", "country"),))


def _scope(file: Path) -> str:
    return RESEARCH if "research" in file.name else ALL


def _regions(file: Path, rows: pd.DataFrame) -> pd.DataFrame:
    scope = rows["type"] if "type" in rows else _scope(file)
    named = rows.assign(scope=scope).rename(columns={"nuts2": "region", "ec_contribution_eur": "eur"})
    named["eur"] = named["eur"].map(cents)
    return named[["scope", "region", "participations", "projects", "organisations", "coordinated", "eur"]]


def _pairs(file: Path, rows: pd.DataFrame) -> pd.DataFrame:
    named = rows.assign(scope=_scope(file)).rename(columns={"shared_projects": "projects"})
    return named[["scope", "region_a", "region_b", "projects"]]


def cents(amount: str) -> str:
    """An amount in euro and cents, without what a sum of floats adds behind them."""
    return f"{float(amount):.2f}".removesuffix(".00")


def _coverage(rows: pd.DataFrame) -> pd.DataFrame:
    named = rows.rename(columns={"ec_contribution_eur": "eur"})
    amounts = {name: named[name].map(cents) for name in ("eur", "located_eur")}
    return named.assign(**amounts)[["country", "type", "participations", "located", "eur", "located_eur"]]
