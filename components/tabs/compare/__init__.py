"""Comparison: any region against any others, what can be compared said first. One module per question."""

from components.selection import WEIGHTS
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
        Section(
            "pick",
            (peers_table,),
            ("lens", "peers", "others"),
            wide=(peers_table,),
        ),
        Section("coverage", (coverage,), ("indicator", "year", "scale", "base", "within"), wide=(coverage,)),
        Section("map", (on_map, on_tiles), ("zoom",), wide=(on_map, on_tiles)),
        Section("spread", (strip, ranking), wide=(strip, ranking)),
        Section("trend", (trend,), wide=(trend,)),
        Section("scatter", (scatter,), ("second", "bubble"), wide=(scatter,)),
        Section("scorecard", (scorecard,), ("scope",), wide=(scorecard,)),
        Section("places", (places,), wide=(places,)),
        Section("method", (method,), tuple(WEIGHTS.values()), wide=(method,)),
    ),
    bar=marked,
)
