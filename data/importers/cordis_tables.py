"""Participations added up as they are read -> the tables of `collaboration`."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from data.importers.cordis_record import REASONS, reason_text, record_fields
from data.importers.result import Result
from data.nuts import Placement

RESEARCH_TYPES = ("HES", "REC")
SCOPES = ("all", "research", "HES", "REC", "PRC", "PUB", "OTH")
MOST_ORGANISATIONS = 15


class Participation(NamedTuple):
    """One organisation in one project, both by number."""

    project: int
    organisation: int
    name: str
    kind: str
    country: str
    coordinates: bool
    eur: float


@dataclass
class Sums:
    """What is counted for one region."""

    participations: int = 0
    eur: float = 0.0
    coordinated: set[int] = field(default_factory=set)
    projects: set[int] = field(default_factory=set)
    organisations: set[int] = field(default_factory=set)

    def add(self, participation: Participation, *, first: bool) -> None:
        """Add money always, and the participation if it is the organisation's first in the project."""
        self.eur += participation.eur
        self.participations += first
        if participation.coordinates:
            self.coordinated.add(participation.project)
        self.projects.add(participation.project)
        self.organisations.add(participation.organisation)


@dataclass
class Tally:
    """Everything that is counted while the file is read."""

    rows: int = 0
    ended_eur: float = 0.0
    participations: set[int] = field(default_factory=set)
    left_out: Counter[str] = field(default_factory=Counter)
    unplaced: Counter[str] = field(default_factory=Counter)
    regions: defaultdict[tuple[str, str], Sums] = field(default_factory=lambda: defaultdict(Sums))
    organisations: defaultdict[tuple[str, int, str], list[float]] = field(
        default_factory=lambda: defaultdict(lambda: [0, 0, 0.0])
    )
    names: dict[int, str] = field(default_factory=dict)
    coverage: defaultdict[tuple[str, str], list[float]] = field(
        default_factory=lambda: defaultdict(lambda: [0, 0, 0.0, 0.0])
    )

    def add(self, participation: Participation, place: Placement) -> None:
        """Count a participation where it lies; one that lies nowhere counts in its country's coverage alone."""
        mark = hash((participation.project, participation.organisation))
        first = mark not in self.participations
        self.participations.add(mark)
        counts = self.coverage[participation.country, participation.kind]
        counts[0] += first
        counts[2] += participation.eur
        if not place.region:
            self.unplaced[place.reason] += first
            return
        counts[1] += first
        counts[3] += participation.eur
        scopes = (
            ("all", participation.kind, "research")
            if participation.kind in RESEARCH_TYPES
            else ("all", participation.kind)
        )
        for scope in scopes:
            self.regions[scope, place.region].add(participation, first=first)
        sums = self.organisations[place.region, participation.organisation, participation.kind]
        sums[0] += first
        sums[1] += participation.coordinates and first
        sums[2] += participation.eur
        if participation.organisation not in self.names:
            self.names[participation.organisation] = " ".join(participation.name.split())


def result(tally: Tally, *, projects: int, broken_projects: int) -> Result:
    """The four tables, what was left out, and what the record says of the download; `projects` are those of
    project.csv, `broken_projects` its broken lines."""
    tables = {
        "regions": _regions(tally),
        "pairs": _pairs(tally),
        "coverage": _coverage(tally),
        "organisations": _organisations(tally),
    }
    left_out = {
        reason_text(reason): f"{tally.left_out[reason]:,}" for reason in REASONS if tally.left_out[reason]
    }
    left_out |= {f"without a region, {reason}": f"{count:,}" for reason, count in tally.unplaced.items()}
    if broken_projects:
        left_out["broken lines of project.csv, of which only the number was read"] = f"{broken_projects:,}"
    if tally.ended_eur:
        left_out["EUR of participations that ended"] = f"{tally.ended_eur:,.2f}"
    fields = record_fields(
        rows=tally.rows,
        projects=projects,
        left_out=tally.left_out,
        participations=sum(int(counts[0]) for counts in tally.coverage.values()),
        located=sum(int(counts[1]) for counts in tally.coverage.values()),
    )
    return Result(tables, left_out, fields)


def _regions(tally: Tally) -> pd.DataFrame:
    rows = [
        (scope, region, sums.participations, len(sums.projects), len(sums.organisations), len(sums.coordinated),
         f"{sums.eur:.2f}".removesuffix(".00"))
        for (scope, region), sums in sorted(tally.regions.items())
    ]  # fmt: skip
    columns = ["scope", "region", "participations", "projects", "organisations", "coordinated", "eur"]
    return pd.DataFrame(rows, columns=columns)


def _pairs(tally: Tally) -> pd.DataFrame:
    """Of each two regions, the projects in which both take part."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for scope in ("all", "research"):
        by_project: defaultdict[int, list[str]] = defaultdict(list)
        for (kind, region), sums in sorted(tally.regions.items()):
            if kind == scope:
                for project in sums.projects:
                    by_project[project].append(region)
        for found in by_project.values():
            counts.update((scope, region, other) for region, other in combinations(found, 2))
    rows = [(*pair, count) for pair, count in sorted(counts.items())]
    return pd.DataFrame(rows, columns=["scope", "region_a", "region_b", "projects"])


def _coverage(tally: Tally) -> pd.DataFrame:
    rows = [
        (country, kind, int(counts[0]), int(counts[1]), round(counts[2], 2), round(counts[3], 2))
        for (country, kind), counts in sorted(tally.coverage.items())
    ]
    return pd.DataFrame(rows, columns=["country", "type", "participations", "located", "eur", "located_eur"])


def _organisations(tally: Tally) -> pd.DataFrame:
    """The organisations of each region that take part in most projects."""
    rows = [
        (region, tally.names[code], kind, int(projects), int(coordinated), round(eur, 2))
        for (region, code, kind), (projects, coordinated, eur) in tally.organisations.items()
        if tally.names[code] and projects
    ]
    columns = ["region", "organisation", "type", "projects", "coordinated", "eur"]
    table = pd.DataFrame(rows, columns=columns).sort_values(
        ["region", "projects", "organisation", "type"], ascending=[True, False, True, True]
    )
    once = table.drop_duplicates(["region", "organisation", "type"])
    most = once.groupby("region").head(MOST_ORGANISATIONS)
    return most.sort_values(["region", "organisation", "type"], ignore_index=True)
