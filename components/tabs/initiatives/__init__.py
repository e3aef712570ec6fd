"""EU initiatives: what the paper counts, which projects are known, who takes part, with whom and for how
much."""

from components.selection import OVERVIEW
from components.tabs.initiatives.details import project
from components.tabs.initiatives.filters import FILTERS
from components.tabs.initiatives.money import contributions, grants
from components.tabs.initiatives.projects import directory, participation, timeline
from components.tabs.initiatives.reach import partners, totals
from components.tabs.packed import unfiltered
from components.tabs.short import short_of
from components.view import Section, Tab

IN_SHORT = unfiltered(short_of("cooperation"), FILTERS)
TOTALS, GRANTS = (unfiltered(chart, FILTERS) for chart in (totals, grants))

TAB = Tab(
    "initiatives",
    (
        Section("counts", (TOTALS, IN_SHORT), wide=(TOTALS, IN_SHORT), part="counts"),
        Section(
            "projects",
            (timeline, directory, project),
            (*FILTERS, "project"),
            wide=(timeline,),
            asks=(project,),
            part=OVERVIEW,
        ),
        Section(
            "who",
            (participation,),
            FILTERS,
            wide=(participation,),
        ),
        Section("money", (contributions, GRANTS)),
        Section("reach", (partners,), wide=(partners,), part="partners"),
    ),
    common=FILTERS,
)
