"""EU initiatives: with whom a region already works, in which projects of the Innovation Fund; and what the paper
counts, which projects it knows, who takes part, with whom and for how much."""

from components.charts.view import Forms, Section, Tab
from components.state.selection import OVERVIEW
from components.views.compare.mark_panel import mark_panel
from components.views.initiatives.details import project
from components.views.initiatives.filters import FILTERS, count_text
from components.views.initiatives.fund import fund_map, fund_projects
from components.views.initiatives.money import contributions, grants
from components.views.initiatives.network import (
    closer_partners,
    partner_map,
    partner_ranking,
)
from components.views.initiatives.organisation_mix import organisation_types, placed_share
from components.views.initiatives.projects import directory, participation, timeline
from components.views.initiatives.reach import partners, totals
from components.views.pack_charts import with_filter_note
from components.views.paper_in_short import short_of

IN_SHORT = with_filter_note(short_of("cooperation"), FILTERS)
TOTALS, GRANTS = (with_filter_note(chart, FILTERS) for chart in (totals, grants))
MAP, RANKING, CLOSER, TYPES, PLACED, FUND, FUND_MAP = (
    with_filter_note(chart, FILTERS)
    for chart in (
        partner_map,
        partner_ranking,
        closer_partners,
        organisation_types,
        placed_share,
        fund_projects,
        fund_map,
    )
)
PARTNERS = Forms((("rank", RANKING), ("closer", CLOSER)))
INNOVATION_FUND = Forms((("projects", FUND), ("map", FUND_MAP)))

TAB = Tab(
    "initiatives",
    (
        Section(
            "network",
            (MAP, PARTNERS, TYPES, PLACED),
            ("network",),
            part=OVERVIEW,
            former=("types",),
            three_abreast_from=3,
        ),
        Section("fund", (INNOVATION_FUND,), wide=(INNOVATION_FUND,), part=OVERVIEW),
        Section("counts", (TOTALS, IN_SHORT), wide=(TOTALS, IN_SHORT), part="counts"),
        Section(
            "projects",
            (timeline, directory, project),
            (*FILTERS, "project"),
            wide=(timeline, directory, project),
            asks=(project,),
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
    bar=mark_panel,
    common=FILTERS,
    count_text=count_text,
)
