"""EU initiatives: what the paper counts, which projects are known, who takes part, with whom and for how
much."""

from components.tabs.initiatives.money import contributions, grants
from components.tabs.initiatives.projects import directory, participation, project, timeline
from components.tabs.initiatives.reach import partners, totals
from components.tabs.short import short_of
from components.view import Section, Tab

IN_SHORT = short_of("cooperation")

TAB = Tab(
    "initiatives",
    (
        Section("counts", (totals, IN_SHORT), wide=(totals, IN_SHORT)),
        Section(
            "projects",
            (directory, project, participation, timeline),
            ("programme", "organisation", "partner", "running", "confidence", "project"),
            wide=(participation, timeline),
        ),
        Section("money", (contributions, grants)),
        Section("reach", (partners,), wide=(partners,)),
    ),
)
