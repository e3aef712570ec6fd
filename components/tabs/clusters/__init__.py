"""Cluster map: who the organisations are, where they are, what they work on, and what is said of clusters.
One module per section."""

from components.tabs.clusters.evidence import (
    counts,
    interests,
    members_bands,
    policy,
    staff_bands,
    statements,
)
from components.tabs.clusters.organisations import details, directory, places
from components.tabs.clusters.sectors import matrix
from components.view import Section, Tab

TAB = Tab(
    "clusters",
    (
        Section(
            "map",
            (places, directory, details),
            ("location", "kind", "members", "place", "ecosystem", "organisation"),
            wide=(details,),
        ),
        Section("sectors", (matrix,), wide=(matrix,)),
        Section("size", (staff_bands, members_bands, counts, interests)),
        Section("evidence", (statements,), wide=(statements,)),
        Section("policy", (policy,), wide=(policy,)),
    ),
)
