"""Comparison: any region against any others, what can be compared said first. One module per question."""

from components.selection import OVERVIEW, WEIGHTS
from components.tabs.compare.coverage import coverage
from components.tabs.compare.firm import places
from components.tabs.compare.geography import on_map, on_tiles
from components.tabs.compare.marked import marked
from components.tabs.compare.method import method
from components.tabs.compare.paths import scatter, trend
from components.tabs.compare.picking import peers_table
from components.tabs.compare.scoring import scorecard
from components.tabs.compare.spread import ranking, strip
from components.view import Section, Tab

TAB = Tab(
    "compare",
    (
        Section("map", (on_map, on_tiles), ("zoom",), part=OVERVIEW),
        Section("spread", (strip, ranking), wide=(strip, ranking), part=OVERVIEW),
        Section("trend", (trend,), wide=(trend,), part="time"),
        Section("scatter", (scatter,), ("second", "bubble"), wide=(scatter,), part="two"),
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
    ),
    bar=marked,
    common=("indicator", "year", "scale", "base", "within"),
)
