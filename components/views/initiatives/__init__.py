"""EU initiatives: what the paper counts, which projects are known, who takes part, with whom and for how
much."""

from components.charts.view import Section, Tab
from components.state.selection import OVERVIEW
from components.views.initiatives.details import project
from components.views.initiatives.filters import FILTERS
from components.views.initiatives.money import contributions, grants
from components.views.initiatives.projects import directory, participation, timeline
from components.views.initiatives.reach import partners, totals
from components.views.packed import unfiltered
from components.views.short import short_of

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
