"""S3 and survey: the priorities of the strategy, what is known of a survey of clusters, and how regions involve their
clusters."""

from components.charts.view import Section, Tab
from components.state.selection import OVERVIEW
from components.views.compare.mark_panel import mark_panel
from components.views.paper_in_short import short_of
from components.views.s3.nearest import nearest
from components.views.s3.practices import good_practices
from components.views.s3.questions import questions
from components.views.s3.strategy import ecosystems, events, platforms, projects, structure
from components.views.s3.survey import areas, innovation_ecosystems, involvement

IN_SHORT = short_of("s3")

TAB = Tab(
    "s3",
    (
        Section("strategy", (ecosystems, structure), ("innovation",)),
        Section("answers", (areas, involvement), wide=(areas, involvement), part="practice"),
        Section(
            "indicators",
            (
                nearest,
                innovation_ecosystems,
                "economy.innovation_profile",
                "s3.ecosystems",
                "economy.innovation_trend",
            ),
            part=OVERVIEW,
            former=("survey",),
            three_abreast_from=4,
            second_column=("economy.innovation_profile", "economy.innovation_trend"),
        ),
        Section("short", (IN_SHORT,), wide=(IN_SHORT,), part="strategy"),
        Section("practice", (platforms, projects, good_practices), wide=(good_practices,)),
        Section("questions", (questions,), wide=(questions,), part="strategy"),
        Section("series", (events,), wide=(events,), part="events"),
    ),
    bar=mark_panel,
    common=("lens", "innovation"),
    folded=("peers", "others"),
)
