"""Economic profile: which rows answer which question about a region's economy. One module per section."""

from components.charts.view import Forms, Section, Tab
from components.state.selection import OVERVIEW
from components.views.compare.group_text import in_view_text
from components.views.compare.mark_panel import mark_panel
from components.views.economy.activity_shares import employment_structure, gva_structure
from components.views.economy.areas_on_map import inside_map
from components.views.economy.comparison import nearest, ranking
from components.views.economy.competitiveness import competitiveness_printed, competitiveness_raw
from components.views.economy.digital import digital
from components.views.economy.divisions import division_quotients
from components.views.economy.ecosystems import ecosystems
from components.views.economy.emissions import (
    emissions_by_sector,
    emissions_change,
    emissions_per_gdp,
    emissions_per_head,
)
from components.views.economy.errata import errata
from components.views.economy.headlines import headlines
from components.views.economy.innovation import innovation_printed, innovation_profile, innovation_trend
from components.views.economy.inside_region import inside_areas, inside_trend
from components.views.economy.research import research_targets, research_trend
from components.views.economy.running_text import text_numbers, text_statements
from components.views.economy.sections import section_change, section_gva, section_jobs, shift_share
from components.views.economy.share_of_country import share_of_country
from components.views.economy.specialisation import agglomerations, quotients, sectors
from components.views.economy.table1 import table1
from components.views.economy.trend import trend
from components.views.economy.twin_transition import twin
from components.views.paper_in_short import short_of

IN_SHORT = short_of("summary", "context")
STANDING = Forms(
    (
        ("map", "compare.on_map"),
        ("tiles", "compare.on_tiles"),
        ("strip", "compare.strip"),
        ("rank", "compare.ranking"),
    )
)
INSIDE = Forms((("rank", inside_areas), ("map", inside_map)))
SHARES = Forms((("added", gva_structure), ("jobs", employment_structure)))
IN_COUNTRY = Forms((("ten", nearest), ("all", ranking)))

TAB = Tab(
    "economy",
    (
        Section("glance", (headlines,), wide=(headlines,), part=OVERVIEW),
        Section(
            "comparison",
            (trend, "economy.section_gva", STANDING, IN_COUNTRY),
            ("indicator", "year"),
            part=OVERVIEW,
            second_column=(STANDING, IN_COUNTRY),
        ),
        Section("short", (IN_SHORT,), wide=(IN_SHORT,), part="paper"),
        Section(
            "figures",
            (table1, text_numbers, text_statements),
            wide=(table1, text_numbers, text_statements),
            part="paper",
        ),
        Section(
            "sections",
            (section_gva, section_jobs, section_change, shift_share),
            part="structure",
            second_column=(section_change, shift_share),
        ),
        Section("structure", (SHARES, share_of_country, sectors), second_column=(share_of_country, sectors)),
        Section(
            "specialisation",
            (division_quotients, quotients, agglomerations),
            ("lq", "share"),
            second_column=(quotients, agglomerations),
        ),
        Section("ecosystems", (ecosystems,), wide=(ecosystems,), part="specialisation"),
        Section(
            "twin",
            (emissions_per_head, emissions_by_sector, emissions_change, emissions_per_gdp, digital, twin),
            second_column=(emissions_per_gdp, digital, twin),
        ),
        Section("research", (research_targets, research_trend)),
        Section(
            "innovation",
            (innovation_profile, innovation_trend, innovation_printed),
            second_column=(innovation_trend, innovation_printed),
        ),
        Section(
            "competitiveness",
            (competitiveness_raw, competitiveness_printed),
            ("pillar",),
            wide=(competitiveness_printed, competitiveness_raw),
        ),
        Section("inside", (INSIDE, inside_trend)),
        Section("errata", (errata,), wide=(errata,), part="paper"),
    ),
    bar=mark_panel,
    common=("lens", "indicator", "year"),
    folded=("peers", "others", "classes", "within"),
    count_text=in_view_text,
)
