"""Cluster map: who the organisations are, where they are, what they work on, and what is said of clusters.
One module per section."""

from components.charts.view import Forms, Section, Tab
from components.state.selection import OVERVIEW
from components.views.clusters.agglomerations import manufacturing_change, sectors_here
from components.views.clusters.atlas import places
from components.views.clusters.co_location import co_located
from components.views.clusters.details import details
from components.views.clusters.divisions import division_map, division_regions
from components.views.clusters.evidence import policy, statements
from components.views.clusters.growth import cluster_counts, platform_counts
from components.views.clusters.mark_panel import mark_panel
from components.views.clusters.members import counts, members
from components.views.clusters.organisations import FILTERS, count_text
from components.views.clusters.register import directory
from components.views.clusters.sectors import matrix
from components.views.clusters.size import interests, members_bands, staff_bands
from components.views.pack_charts import with_filter_note
from components.views.paper_in_short import short_of

IN_SHORT = with_filter_note(short_of("clusters"), FILTERS)
STAFF, MEMBERS, COUNTS, INTERESTS, CLUSTER_COUNTS, PLATFORM_COUNTS, STATEMENTS, POLICY = (
    with_filter_note(chart, FILTERS)
    for chart in (
        staff_bands,
        members_bands,
        counts,
        interests,
        cluster_counts,
        platform_counts,
        statements,
        policy,
    )
)
SECTORS_HERE, DIVISION_MAP, DIVISION_REGIONS, CO_LOCATED, MANUFACTURING_CHANGE = (
    with_filter_note(chart, FILTERS)
    for chart in (sectors_here, division_map, division_regions, co_located, manufacturing_change)
)
DIVISION = Forms((("map", DIVISION_MAP), ("rank", DIVISION_REGIONS)))

TAB = Tab(
    "clusters",
    (
        Section(
            "map",
            (places, directory, details),
            ("location", "organisation", "ecosystem", "kind", "members", "place"),
            wide=(details,),
            asks=(details,),
            part=OVERVIEW,
        ),
        Section(
            "agglomerations",
            (SECTORS_HERE, DIVISION, CO_LOCATED),
            ("division", "lq", "share"),
            part=OVERVIEW,
            three_abreast_from=3,
        ),
        Section("over_time", (MANUFACTURING_CHANGE,), part="sectors"),
        Section("short", (IN_SHORT,), wide=(IN_SHORT,), part="studies"),
        Section("sectors", (matrix,), wide=(matrix,)),
        Section(
            "size",
            (STAFF, MEMBERS, members, COUNTS, CLUSTER_COUNTS, PLATFORM_COUNTS, INTERESTS),
            second_column=(members, COUNTS, PLATFORM_COUNTS, INTERESTS),
        ),
        Section("evidence", (STATEMENTS,), wide=(STATEMENTS,), part="studies"),
        Section("policy", (POLICY,), wide=(POLICY,)),
    ),
    bar=mark_panel,
    common=("organisation",),
    folded=("location", "ecosystem", "kind", "members", "place"),
    count_text=count_text,
)
