"""Projects of the EU Innovation Fund by region. Pure reading of the dataset `innovation_fund`."""

from functools import cache, lru_cache

import pandas as pd

from data import Data
from data.dataset import DatasetSource

NAME = "innovation_fund"


def source(data: Data) -> DatasetSource:
    return data.datasets[NAME].source


@cache
def participants(data: Data) -> pd.DataFrame:
    """Every participation, `region` as text ("" where it lies in none)."""
    rows = data.datasets[NAME].tables["participants"]
    return rows.assign(region=rows["region"].astype(str), role=rows["role"].astype(str))


@lru_cache(maxsize=32)
def projects(data: Data, region: str) -> pd.DataFrame:
    """The projects in which an organisation of the region takes part, most money first: project, acronym, title,
    sector, call, start, eur (of the whole project), regional_eur (of its organisations in the region), coordinates
    (whether one of them coordinates), own (their names), partners (names of the others), and regions (the other
    regions of the project)."""
    rows = participants(data)
    inside = rows.loc[rows["region"] == region, "project"].unique()
    projects = [_project(group, region) for _, group in rows[rows["project"].isin(inside)].groupby("project")]
    columns = list(projects[0]) if projects else ["project", "eur", "regional_eur", "coordinates", "regions"]
    table = pd.DataFrame(projects, columns=columns)
    return table.sort_values(["eur", "project"], ascending=[False, True], ignore_index=True)


def _project(rows: pd.DataFrame, region: str) -> dict[str, object]:
    first, own = rows.iloc[0], rows[rows["region"] == region]
    others = rows[rows["region"] != region]
    return {
        **{name: first[name] for name in ("project", "acronym", "title", "sector", "call", "start")},
        "eur": float(rows["eur"].sum()),
        "regional_eur": float(own["eur"].sum()),
        "coordinates": bool((own["role"] == "coordinator").any()),
        "own": tuple(dict.fromkeys(own["participant"])),
        "partners": tuple(dict.fromkeys(others["participant"])),
        "regions": tuple(sorted(set(others["region"]) - {""})),
    }


@cache
def counts(data: Data) -> pd.DataFrame:
    """By region: projects, participations, coordinated, eur. Regions without any are absent."""
    rows = participants(data)
    placed = rows[rows["region"] != ""].assign(coordinates=lambda r: r["role"] == "coordinator")
    return placed.groupby("region").agg(
        projects=("project", "nunique"),
        participations=("project", "size"),
        coordinated=("coordinates", "sum"),
        eur=("eur", "sum"),
    )


@lru_cache(maxsize=32)
def shared_projects(data: Data, region: str) -> dict[str, int]:
    """How many projects the region shares with each other region that it shares any with."""
    found: dict[str, int] = {}
    for regions in projects(data, region)["regions"]:
        for other in regions:
            found[other] = found.get(other, 0) + 1
    return found
