"""Comparison: any region against any others, what can be compared said first. One module per question."""

from components.charts.view import Forms, Section, Tab
from components.state.selection import OVERVIEW, WEIGHTS
from components.views.compare.coverage import coverage
from components.views.compare.geography import on_map, on_tiles
from components.views.compare.group_text import in_view_text
from components.views.compare.mark_panel import mark_panel
from components.views.compare.method import method
from components.views.compare.panels import panels
from components.views.compare.partner_finder import close_partners, finder_map, open_partners
from components.views.compare.peers_table import peers_table
from components.views.compare.rank_stability import places
from components.views.compare.scatter import scatter
from components.views.compare.scoring import scorecard
from components.views.compare.spread import ranking, strip
from components.views.compare.table import table
from components.views.compare.trend_scatter import trend

PICTURE = Forms((("map", on_map), ("tiles", on_tiles), ("strip", strip)))
OVER_TIME = Forms((("lines", trend), ("panels", panels)))

TAB = Tab(
    "compare",
    (
        Section(
            "map",
            (PICTURE, ranking, "compare.trend"),
            ("within", "zoom"),
            part=OVERVIEW,
            former=("spread",),
            unfolded=("within",),
        ),
        Section("trend", (OVER_TIME,), wide=(OVER_TIME,), part="time"),
        Section("scatter", (scatter,), ("second", "bubble"), wide=(scatter,), part="two"),
        Section("table", (table,), ("columns",), wide=(table,)),
        Section("scorecard", (scorecard,), ("scope",), wide=(scorecard,)),
        Section("places", (places,), wide=(places,), part="firm"),
        Section(
            "pick",
            (peers_table,),
            ("lens", "peers", "others"),
            wide=(peers_table,),
            part="peers",
        ),
        Section(
            "coverage",
            (coverage,),
            ("indicator", "year", "scale", "base", "within"),
            wide=(coverage,),
            part="peers",
        ),
        Section("method", (method,), tuple(WEIGHTS.values()), wide=(method,), part="peers"),
        Section(
            "finder",
            (finder_map, open_partners, close_partners),
            ("lens", "others", "network"),
            wide=(close_partners,),
        ),
    ),
    bar=mark_panel,
    common=("lens", "others", "indicator", "year"),
    folded=("peers", "scale", "base", "classes", "within", "zoom"),
    count_text=in_view_text,
)
